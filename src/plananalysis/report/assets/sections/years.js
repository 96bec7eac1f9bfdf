/** Documents of each unit and year. */
Report.section("years", (report, data) => {
  const { el, byId, both, records, heatmap, docs, docName, openReader, openText } = report;

  /** The documents of a unit and year. */
  function documentsOf(unit, year) {
    return records(data.documents).filter((one) => one.unit === unit && one.year === year);
  }

  /** A document that opens its text, or its name where the page does not hold it. */
  function documentRow({ doc }) {
    const name = docName(doc);
    if (docs[doc].text === null) return el("li", {}, name);
    return el("li", {}, el("button", { type: "button", class: "link", onclick: () => openText({ doc }) }, name));
  }

  function openDocuments(unit, year) {
    const found = documentsOf(unit, year);
    openReader({
      title: () => el("span", {}, `${unit} · ${year} · ${found.length} `, both("documents")),
      body: () => el("ol", { class: "plain" }, ...found.map(documentRow)),
    });
  }

  function draw() {
    const { units, years } = data;
    const counts = units.map((unit) => years.map((year) => documentsOf(unit, year).length));
    byId("years-heatmap").append(heatmap("years", "h-years", units, years.map(String), (i, j) => counts[i][j], {
      high: Math.max(1, ...counts.flat()),
      form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${units[i]} · ${years[j]}: ${x}`,
      open: (i, j) => openDocuments(units[i], years[j]),
    }));
  }

  return { draw, documentsOf };
});
