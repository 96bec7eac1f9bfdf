/** Key terms of every group by two measures, of which one is shown. */
Report.section("keywords", (report, data) => {
  const { el, byId, both, records, groupedBy, number, colourOf, barRow, tabs, openPlaces } = report;
  const SMALLEST = 1e-9;
  const MEASURES = [
    { name: "keyness_by", title: "tab_keyness", note: "keyness_hint", measure: "z", cards: "keyness-cards" },
    { name: "keywords", title: "tab_tfidf", note: "tfidf_hint", measure: "score", cards: "keyword-cards" },
  ].filter(({ name }) => data && data[name]);
  const termsByMeasure = new Map(MEASURES.map(({ name }) => [name, withPlaces(data[name])]));

  function withPlaces({ terms, places }) {
    const found = groupedBy(records(places), (place) => place.term);
    return records(terms).map((term, i) => ({ ...term, places: found.get(i) || [] }));
  }

  /** The terms of a group, by the measure that is shown first unless another is named. */
  function termsOf(group, name = MEASURES.length ? MEASURES[0].name : null) {
    return (termsByMeasure.get(name) || []).filter((term) => term.group === group);
  }

  const highest = (terms) => Math.max(...terms.map((term) => term.value), SMALLEST);

  /** A term as a bar; the longest bar stands for `longest`. */
  function termRow(term, longest, title = "") {
    const open = () => openPlaces(`${term.term} · ${term.group}`, term.places, term.n);
    const bar = { share: Math.max(0, term.value) / longest, colour: colourOf(term.group) };
    return barRow(term.term, open, [bar], String(term.n), title);
  }

  function cardsOf({ name, measure, cards }) {
    const terms = termsByMeasure.get(name);
    const longest = highest(terms);
    const heading = MEASURES.length > 1 ? `tab-${name}` : "h-keywords";
    const card = ([group, own]) => {
      const mark = el("i", { style: `background:${colourOf(group)}`, "aria-hidden": "true" });
      const rows = own.map((term) => termRow(term, longest, `${term.term}: ${measure} ${number(term.value)}`));
      return el("div", { class: "card" }, el("h4", {}, mark, group), el("ol", {}, ...rows));
    };
    return el("div", { class: "cards tall", tabindex: "0", role: "region", "aria-labelledby": heading, id: cards },
      ...[...groupedBy(terms, (term) => term.group)].map(card));
  }

  function panelOf(one) {
    const several = MEASURES.length > 1;
    const attributes = several ? { role: "tabpanel", "aria-labelledby": `tab-${one.name}` } : {};
    return el("div", { id: `panel-${one.name}`, ...attributes },
      el("h3", { class: several ? "printed" : "hidden" }, both(one.title)),
      el("p", { class: "hint" }, both(one.note)), cardsOf(one));
  }

  function draw() {
    const box = byId("terms");
    const panels = MEASURES.map(panelOf);
    if (panels.length > 1) box.append(tabs(MEASURES, panels));
    const all = el("button", { type: "button", "aria-expanded": "false", onclick: () => {
      const open = box.classList.toggle("all");
      all.setAttribute("aria-expanded", String(open));
      all.replaceChildren(both(open ? "fewer" : "all_terms"));
    } }, both("all_terms"));
    box.append(...panels, el("div", { class: "tools-row" }, all));
  }

  function openTerm(name, group, wanted) {
    const found = termsOf(group, name).find((term) => term.term === wanted);
    openPlaces(`${wanted} · ${group}`, found ? found.places : [], found ? found.n : 0);
  }

  /** What the section calls the measure that is shown first. */
  const shownTitle = () => (MEASURES.length && MEASURES[0].name === "keyness_by" ? "keyness" : "tab_tfidf");

  const links = { "keyness_by.term": (term, { group }) => () => openTerm("keyness_by", group, term) };
  return { draw, links, termsOf, termRow, highest, shownTitle };
});
