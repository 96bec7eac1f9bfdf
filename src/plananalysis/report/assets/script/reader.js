/** The reader: places in context, and from each to the full text with the place marked. */
Report.add((report) => {
  const { el, byId, both, docs, some, characters, slice, docName, context, headings, excludedOf } = report;
  const reader = byId("reader");
  const views = [];
  let opener = null;

  function show(view) {
    const body = byId("reader-body");
    byId("reader-title").replaceChildren(view.title());
    body.replaceChildren(view.body());
    byId("reader-back").hidden = views.length < 2;
    if (!reader.open) reader.showModal();
    const here = body.querySelector("mark.here");
    if (here) here.scrollIntoView({ block: "center" });
    else body.scrollTop = 0;
    (here ? body : byId("reader-title")).focus({ preventScroll: true });
  }
  /** Open a view, {title(), body()}; back leads to the one before. */
  function openReader(view) {
    if (!reader.open) {
      views.length = 0;
      opener = document.activeElement;
    }
    views.push(view);
    show(view);
  }
  byId("reader-back").addEventListener("click", () => {
    views.pop();
    show(views[views.length - 1]);
  });
  byId("reader-close").addEventListener("click", () => reader.close());
  reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
  reader.addEventListener("close", () => { if (opener) opener.focus(); });

  function placeInContext(place) {
    const [left, middle, right] = context(place);
    const { unit, id, year } = docs[place.doc];
    return el("li", {}, el("button", { type: "button", onclick: () => openText(place) },
      el("span", { class: "where" }, unit || id, year ? ` ${year}` : ""),
      el("span", { class: "left" }, left), el("mark", {}, middle), el("span", {}, right)));
  }

  /** Places in context; `above` may make something that comes before them. */
  function openPlaces(title, places, total = places.length, above = null) {
    openReader({
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

  /** Full text: what is left out struck through, headings bold, the place marked. */
  function openText({ doc, start = -1, end = -1 }) {
    openReader({
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

  return { openReader, openPlaces, openText, layers };
});
