/** The reader: places in context, and from each to the full text with the place marked. */
Report.add((report) => {
  const { el, byId, both, word, fill, some, oneLine, shortened, said, saidWord, codeWords } = report;
  const { docs, characters, slice, docName, context, headings, excludedOf } = report;
  const CITED = 300;
  const INDENT = 0.9;
  const NARROW = "(max-width: 760px)";
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
  /** Say where what is open stands now, without a step back: another order, the next place. */
  function readdress(values) {
    shown.address = values;
    history.replaceState(history.state, "", `#${addressOf(values)}`);
  }
  /** Show something else in the place of what is open, without a step back. */
  function renew(view) {
    Object.assign(shown, view);
    readdress(view.address);
    show(shown);
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

  /** A place with what stands around it; `among` are the places that it is listed with. */
  function placeInContext(place, { context: around = context, ...found } = {}) {
    const [left, middle, right] = around(place).map(oneLine);
    const { unit, id, year } = docs[place.doc];
    return el("li", {}, el("button", { type: "button", onclick: () => openText(place, found) },
      el("span", { class: "where" }, unit || id, year ? ` ${year}` : ""),
      el("span", { class: "left" }, left), el("mark", {}, middle), el("span", {}, right)));
  }

  /** Places in context; `above` may make something that comes before them, `address` what leads back to them. */
  function openPlaces(title, places, total = places.length, { above = null, address = null } = {}) {
    openReader({
      address,
      title: () => el("span", {}, `${title} · ${some(places.length, total)} `, both("places")),
      body: () => {
        const rows = places.map((place) => placeInContext(place, { among: places }));
        const found = places.length ? el("ol", { class: "kwic" }, ...rows)
          : el("p", {}, both(total ? "not_listed" : "no_hits"));
        return above ? el("div", {}, above(), found) : found;
      },
    });
  }

  /** A text in pieces, each with the spans that cover it and their kinds. */
  function layers(length, spans) {
    const ends = [0, length, ...spans.flatMap(({ start, end }) => [start, end])];
    const cuts = [...new Set(ends)].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
    const waiting = spans.map((span, rank) => ({ span, rank })).sort((a, b) => a.span.start - b.span.start);
    let next = 0;
    let open = [];
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i];
      while (next < waiting.length && waiting[next].span.start <= start) open.push(waiting[next++]);
      open = open.filter(({ span }) => end <= span.end).sort((a, b) => a.rank - b.rank);
      const covering = open.map(({ span }) => span);
      return { start, end, kinds: covering.map((span) => span.kind), spans: covering };
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

  const marked = new Set();
  /** What sections can mark in a text, {name, word, of(doc)}; each mark knows what it opens, and by which address. */
  const markers = () => Object.entries(report.sections)
    .filter(([name, section]) => section.marks && report.data.sections[name])
    .map(([name, section]) => ({ name, ...section.marks }));

  /** A piece of a text as it looks: left out, a heading, found, the place itself, what a section marks. */
  function pieceOf(doc, { start, end, kinds, spans }) {
    let node = document.createTextNode(slice(doc, start, end));
    const mine = spans.find((span) => span.open);
    if (mine) {
      node = el("a", { class: `marked mark-${mine.kind}`, href: `#${addressOf(mine.address)}`,
        onclick: (event) => { event.preventDefault(); mine.open(); } }, node);
    }
    if (kinds.includes("heading")) {
      node = el("b", { "data-start": spans.find((span) => span.kind === "heading").start }, node);
    }
    if (kinds.includes("out")) {
      const out = spans.find((span) => span.kind === "out");
      node = el("span", { class: out.start === start ? "out first" : "out" }, node);
      said(node, "title", ...codeWords("reason", out.reason));
    }
    if (kinds.includes("here")) return el("mark", { class: "here" }, node);
    return kinds.includes("hit") ? el("mark", { class: "hit" }, node) : node;
  }

  /** The text of a document, its place and those it is listed with marked. */
  function fullText({ doc, start, end }, { among = [], others = [] }) {
    const hits = [...among, ...others].filter((place) => place.doc === doc);
    const spans = [
      ...excludedOf(doc).map((span) => ({ ...span, kind: "out" })),
      ...headings(doc).map((span) => ({ ...span, kind: "heading" })),
      ...hits.map((span) => ({ start: span.start, end: span.end, kind: "hit" })),
      ...(end > start ? [{ start, end, kind: "here" }] : []),
      ...markers().filter(({ name }) => marked.has(name)).flatMap((one) => one.of(doc)),
    ];
    const box = el("div", { class: "fulltext", lang: "zh-CN" });
    box.append(...layers(characters(doc).length, spans).map((piece) => pieceOf(doc, piece)));
    return box;
  }

  /** The headings beside a text; each leads to its place. */
  function outlineBeside(doc, text) {
    const rows = headings(doc);
    if (!rows.length) return null;
    const go = (start) => text().querySelector(`[data-start="${start}"]`).scrollIntoView({ block: "start" });
    const row = ({ level, start, text: said_ }) => el("li", {}, el("button", { type: "button", class: "link",
      style: `padding-left:${(level - 1) * INDENT}rem`, onclick: () => go(start) }, said_));
    const details = el("details", { open: !matchMedia(NARROW).matches },
      el("summary", {}, both("headings_beside"), el("span", { class: "note" }, ` ${rows.length}`)),
      el("ol", { class: "plainlist" }, ...rows.map(row)));
    return saidWord(el("nav", { class: "beside" }, details), "aria-label", "headings_beside");
  }

  /** Buttons to the place before and behind among those found; the first follows the last. */
  function steps(place, found) {
    const among = found.among || [];
    const at = among.findIndex((one) => one.doc === place.doc && one.start === place.start && one.end === place.end);
    if (at < 0 || among.length < 2) return [];
    const to = (by) => {
      renew(viewOfText(among[(at + by + among.length) % among.length], found));
      byId("reader-body").querySelector(`[data-step="${by}"]`).focus({ preventScroll: true });
    };
    const button = (by, key) => el("button", { type: "button", "data-step": by, onclick: () => to(by) }, both(key));
    return [button(-1, "place_before"), el("span", { class: "count", role: "status" }, `${at + 1} / ${among.length}`),
      button(1, "place_behind")];
  }

  /** Full text with its headings beside it: what is left out struck through, headings bold, the place marked. */
  function viewOfText({ doc, start = -1, end = -1 }, found = {}) {
    const place = { doc, start, end };
    return {
      address: { doc: docs[doc].id, ...(end > start ? { at: `${start}-${end}` } : {}), ...(found.asked || {}) },
      cite: () => citationOf(place),
      title: () => document.createTextNode(docName(doc)),
      body: () => {
        if (docs[doc].text === null) return el("p", {}, both("no_text", { id: docs[doc].id }));
        let text = fullText(place, found);
        const toggle = ({ name, word: key }) => {
          const button = el("button", { type: "button", "aria-pressed": String(marked.has(name)), onclick: () => {
            if (!marked.delete(name)) marked.add(name);
            button.setAttribute("aria-pressed", String(marked.has(name)));
            const drawn = fullText(place, found);
            text.replaceWith(drawn);
            text = drawn;
          } }, both(key));
          return button;
        };
        const bar = el("div", { class: "tools-row reading-tools" }, ...steps(place, found), ...markers().map(toggle));
        return el("div", { class: "reading" }, bar, outlineBeside(doc, () => text), text);
      },
    };
  }
  function openText(place, found = {}) {
    openReader(viewOfText(place, found));
  }

  return {
    openReader, openPlaces, placeInContext, openText, citationOf, addressOf, readdress, arrive, shownView, layers,
  };
});
