/** Cited documents by group. */
Report.section("citations", (report, data) => {
  const { byId, records, groupedBy, groupOf, heatmap, openPlaces } = report;
  const PALEST = 3;
  const places = groupedBy(records(data && data.places), (place) => place.title);

  function draw() {
    const { titles, groups, counts } = data;
    const name = (i, j) => `《${titles[i]}》 · ${groups[j]}`;
    const here = (i, j) => (places.get(i) || []).filter((place) => groupOf(place) === groups[j]);
    const rows = titles.map((title) => `《${title}》`);
    byId("citation-heatmap").append(heatmap("citations", "h-citations", rows, groups, (i, j) => counts[i][j], {
      high: Math.max(PALEST, ...counts.flat()),
      form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${name(i, j)}: ${x}`,
      open: (i, j) => openPlaces(name(i, j), here(i, j), counts[i][j]),
    }));
  }

  return { draw };
});
