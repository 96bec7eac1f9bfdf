/** Slogans that came and went: the calendar of a unit; a click opens the places of that plan. */
Report.section("signals", (report, data) => {
  const { el, byId, records, groupedBy, heatmap, choice, docs, openPlaces } = report;
  const MARKS = { entered: "＋", returned: "↻", left: "×" };
  const cells = records(data && data.cells);
  const further = groupedBy(records(data && data.places), (place) => place.slogan);

  /** The places of a slogan in the plans of a unit, of one year or of all. */
  function placesIn(slogan, unit, year = null) {
    const places = report.sections.slogans.placesOf(slogan) || further.get(slogan) || [];
    return places.filter(({ doc }) =>
      docs[doc].unit === unit && (year === null || String(docs[doc].year) === String(year)));
  }

  function openSignal(slogan, unit, year = null) {
    const here = placesIn(slogan, unit, year);
    openPlaces(`“${slogan}” · ${unit}${year === null ? "" : ` · ${year}`}`, here, here.length);
  }

  /** The slogans of a unit in their order, and its cells by slogan and year. */
  function calendarOf(unit) {
    const own = cells.filter((cell) => cell.unit === unit);
    const slogans = [];
    for (const cell of own) slogans[cell.row] = cell.slogan;
    const at = new Map(own.map((cell) => [`${cell.row} ${cell.year}`, cell]));
    return { slogans, years: data.years[unit], cell: (i, year) => at.get(`${i} ${year}`) || null };
  }

  function calendar(unit) {
    const { slogans, years, cell } = calendarOf(unit);
    const rate = (i, j) => (cell(i, years[j]) || { rate: 0 }).rate;
    const rates = slogans.flatMap((_, i) => years.map((_, j) => rate(i, j)));
    const form = (_, i, j) => {
      const { n, change } = cell(i, years[j]) || { n: 0, change: "" };
      return `${MARKS[change] || ""}${n || ""}`;
    };
    return heatmap("calendar", "h-calendar", slogans, years.map(String), rate, {
      high: Math.max(1, ...rates),
      form,
      label: (i, j) => `${slogans[i]} · ${years[j]}: ${form(0, i, j)}`,
      open: (i, j) => openSignal(slogans[i], data.units[unit], cell(i, years[j]).n ? years[j] : null),
    });
  }

  function draw() {
    const place = byId("slogan-calendar");
    if (!place) return;
    const box = el("div", {});
    const show = () => box.replaceChildren(calendar(Number(select.value)));
    const { select, label } = choice("signals-unit", "signals_unit", data.units, 0, show);
    if (data.units.length > 1) place.append(el("p", { class: "tools-row" }, label));
    place.append(box);
    show();
  }

  const links = { "signals.slogan": (slogan, { unit }) => () => openSignal(slogan, unit) };
  return { draw, calendarOf, placesIn, openSignal, links };
});
