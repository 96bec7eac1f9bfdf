/** The reader: places in context, and from each to the full text with the place marked. */
Report.add((report) => {
  const { el, byId, both, word, fill, some, oneLine, shortened } = report;
  const { docs, characters, slice, docName, context, headings, excludedOf } = report;
  const CITED = 300;
  const reader = byId("reader");
  const views = [];
  let opener = null;

  let shown = null;
  let numbered = 0;
  let leaving = false;
  let entry = "pushState";

  function show(view) {
    const body = byId("reader-body");
    shown = view;
    byId("reader-title").replaceChildren(view.title());
    body.replaceChildren(view.body());
    byId("reader-back").hidden = views.length < 2;
    byId("reader-link").hidden = !view.address;
    byId("reader-cite").hidden = !view.cite;
    if (!reader.open) reader.showModal();
    const here = body.querySelector("mark.here");
    if (here) here.scrollIntoView({ block: "center" });
    else body.scrollTop = 0;
    (here ? body : byId("reader-title")).focus({ preventScroll: true });
  }

  /** What is open is an entry of the browser's history, under its address where it has one. */
  function remember(view) {
    const state = { depth: views.length, view: view.number };
    history[entry](state, "", view.address ? `#${addressOf(view.address)}` : undefined);
  }
  const addressOf = (values) => new URLSearchParams(values).toString();

  /**
   * Open a view, {title(), body()}; back leads to the one before. `address` holds the values by which an address of
   * the page leads back to it, `cite()` says what it shows as one cites it.
   */
  function openReader(view) {
    if (!reader.open) {
      views.length = 0;
      opener = document.activeElement;
    }
    numbered += 1;
    views.push({ ...view, number: numbered });
    show(views[views.length - 1]);
    if (!leaving) remember(shown); // else once the page is back where it is leaving to
  }
  /** Open what an entry of the history that is there already leads to. */
  function arrive(open) {
    entry = "replaceState";
    open();
    entry = "pushState";
  }
  const shownView = () => (reader.open ? shown : null);
  byId("reader-back").addEventListener("click", () => {
    views.pop();
    show(views[views.length - 1]);
    history.back();
  });
  byId("reader-close").addEventListener("click", () => reader.close());
  reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
  reader.addEventListener("close", () => {
    if (opener) opener.focus();
    const depth = history.state ? history.state.depth : 0;
    if (!depth || leaving) return;
    leaving = true;
    history.go(-depth);
  });
  /** Back and forward of the browser: what was opened is shown again or closed. */
  addEventListener("popstate", ({ state }) => {
    const depth = state ? state.depth : 0;
    if (leaving) {
      leaving = false;
      if (reader.open) remember(shown);
      return;
    }
    const view = views[depth - 1];
    if (depth && reader.open && view && view.number === state.view) {
      views.length = depth;
      if (view !== shown) show(view);
      return;
    }
    if (reader.open && depth !== views.length + 1) { // else a step forward, to what is opened once more
      leaving = true; // the history is there already
      reader.close();
      leaving = false;
    }
    arrive(report.openAddress);
  });

  function placeInContext(place) {
    const [left, middle, right] = context(place);
    const { unit, id, year } = docs[place.doc];
    return el("li", {}, el("button", { type: "button", onclick: () => openText(place) },
      el("span", { class: "where" }, unit || id, year ? ` ${year}` : ""),
      el("span", { class: "left" }, left), el("mark", {}, middle), el("span", {}, right)));
  }

  /** Places in context; `above` may make something that comes before them, `address` what leads back to them. */
  function openPlaces(title, places, total = places.length, { above = null, address = null } = {}) {
    openReader({
      address,
      title: () => el("span", {}, `${title} · ${some(places.length, total)} `, both("places")),
      body: () => {
        const found = places.length ? el("ol", { class: "kwic" }, ...places.map(placeInContext))
          : el("p", {}, both(total ? "not_listed" : "no_hits"));
        return above ? el("div", {}, above(), found) : found;
      },
    });
  }

  /** A text in pieces, each with the kinds of the spans that cover it. */
  function layers(length, spans) {
    const ends = [0, length, ...spans.flatMap(({ start, end }) => [start, end])];
    const cuts = [...new Set(ends)].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i];
      const covering = spans.filter((span) => span.start <= start && end <= span.end);
      return { start, end, kinds: covering.map((span) => span.kind) };
    });
  }

  /** A place as one cites it: the wording, with unit, title, year and characters. */
  function citationOf({ doc, start = -1, end = -1 }) {
    const { unit, id, title, year } = docs[doc];
    const values = { unit: unit || id, title: title || id, year, start, end };
    const keys = ["cited_title", year ? "cited_year" : "", end > start ? "cited_at" : ""].filter(Boolean);
    const source = keys.map((key) => fill(word(key), values)).join(word("cited_comma"));
    if (end <= start || docs[doc].text === null) return source;
    return fill(word("cited_text"), { text: shortened(oneLine(slice(doc, start, end)), CITED), source });
  }

  /** Full text: what is left out struck through, headings bold, the place marked. */
  function openText({ doc, start = -1, end = -1 }) {
    openReader({
      address: { doc: docs[doc].id, ...(end > start ? { at: `${start}-${end}` } : {}) },
      cite: () => citationOf({ doc, start, end }),
      title: () => document.createTextNode(docName(doc)),
      body: () => {
        if (docs[doc].text === null) return el("p", {}, both("no_text", { id: docs[doc].id }));
        const spans = [
          ...excludedOf(doc).map((span) => ({ ...span, kind: "out" })),
          ...headings(doc).map((span) => ({ ...span, kind: "heading" })),
          ...(end > start ? [{ start, end, kind: "here" }] : []),
        ];
        const box = el("div", { class: "fulltext", lang: "zh-CN" });
        for (const piece of layers(characters(doc).length, spans)) {
          let node = document.createTextNode(slice(doc, piece.start, piece.end));
          if (piece.kinds.includes("heading")) node = el("b", {}, node);
          if (piece.kinds.includes("out")) node = el("span", { class: "out" }, node);
          if (piece.kinds.includes("here")) node = el("mark", { class: "here" }, node);
          box.append(node);
        }
        return box;
      },
    });
  }

  return { openReader, openPlaces, openText, citationOf, addressOf, arrive, shownView, layers };
});
