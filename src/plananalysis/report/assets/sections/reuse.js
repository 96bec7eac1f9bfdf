/** Shared wording: pairs side by side, families, shares, and where along a document it stands. */
Report.section("reuse", (report, data) => {
  const { el, byId, fill, wordsFor, pairOf, both, said, codeWords, percent, some, oneLine, shortened } = report;
  const { records, groupedBy, asCells, docs, slice, sliceText, docName, docLabel } = report;
  const { heatmap, whenNear, moved, goTo, exports, openReader, openText, citationOf } = report;
  const MOST_ENTRIES = 300;
  const EXCERPT = 160;
  const NO_YEAR = 9999;

  const editsOf = groupedBy(records(data && data.edits), (edit) => edit.pair);
  const pairs = records(data && data.pairs).map((pair, i) => ({
    ...pair,
    edits: editsOf.get(i) || [],
    a: { doc: pair.doc_a, start: pair.start_a, end: pair.end_a },
    b: { doc: pair.doc_b, start: pair.start_b, end: pair.end_b },
  }));
  const strips = groupedBy(records(data && data.strips), (span) => span.doc);

  const wording = (pair, side) => pair[`text_${side}`] ?? slice(pair[side].doc, pair[side].start, pair[side].end);
  const kindOf = (pair) => pairOf(...codeWords("reuse", pair.kind));
  const groupsOf = (pair) => [docs[pair.doc_a].group, docs[pair.doc_b].group];

  const placeIn = ({ start, end }) => `${start}-${end}`;

  /** The pairs between two groups. */
  function pairsBetween(a, b) {
    return pairs.filter((pair) => {
      const [one, other] = groupsOf(pair);
      return (one === a && other === b) || (one === b && other === a);
    });
  }

  /** A wording in pieces {text, edited}, by the spans that differ from the other side. */
  function pieces(text, spans) {
    const found = [];
    let at = 0;
    for (const { start, end } of spans) {
      found.push({ text: sliceText(text, at, start), edited: false });
      found.push({ text: sliceText(text, start, end), edited: true });
      at = end;
    }
    found.push({ text: sliceText(text, at, Infinity), edited: false });
    return found.filter((piece) => piece.text);
  }

  /** One side of a pair: what it alone has is marked. */
  function sideOf(pair, side, mark) {
    const spans = pair.edits.map((edit) => ({ start: edit[`start_${side}`], end: edit[`end_${side}`] }));
    const text = el("p", { class: "wording", lang: "zh-CN" });
    for (const piece of pieces(wording(pair, side), spans)) {
      text.append(piece.edited ? el(mark, {}, piece.text) : document.createTextNode(piece.text));
    }
    const open = el("button", { type: "button", class: "link", onclick: () => openText(pair[side]) },
      docName(pair[side].doc));
    return el("section", {}, el("h3", {}, open), text);
  }

  const addressOfPair = ({ doc_a: a, doc_b: b, ...pair }) =>
    ({ pair: docs[a].id, at: placeIn(pair.a), with: docs[b].id, and: placeIn(pair.b) });

  /** A shared passage side by side. */
  function openShared(pair) {
    const numbers = { n: pair.n_letters, similarity: pair.similarity.toFixed(2), bits: pair.distinctiveness };
    openReader({
      address: addressOfPair(pair),
      cite: () => [pair.a, pair.b].map(citationOf).join("\n"),
      title: () => document.createTextNode(`${docLabel(pair.doc_a)} · ${docLabel(pair.doc_b)}`),
      body: () => el("div", {},
        el("p", { class: "note" }, kindOf(pair), " · ", both("pair_numbers", numbers), " · ",
          el("button", { type: "button", class: "link", onclick: () => openFamily(pair.family) },
            both("family_of"), ` ${pair.family}`)),
        el("div", { class: "sides" }, sideOf(pair, "a", "del"), sideOf(pair, "b", "ins")),
        el("p", { class: "note" }, both("edits_hint"))),
    });
  }

  function entryOf(pair) {
    const open = el("button", { type: "button", class: "link", onclick: () => openShared(pair) },
      shortened(oneLine(wording(pair, "a")), EXCERPT));
    const where = ` ${docLabel(pair.doc_a)} · ${docLabel(pair.doc_b)} · `;
    return el("li", {}, open, el("span", { class: "note" }, where, kindOf(pair)));
  }

  function openPairs(title, found) {
    const shown = found.slice(0, MOST_ENTRIES);
    openReader({
      title: () => el("span", {}, `${title} · ${some(shown.length, found.length)} `, both("places")),
      body: () => (found.length
        ? el("ol", { class: "plain" }, ...shown.map(entryOf)) : el("p", {}, both("not_listed"))),
    });
  }

  /** All places of a family, the earliest first, each once. */
  function placesOf(family) {
    const found = new Map();
    for (const pair of pairs.filter((one) => one.family === family)) {
      for (const side of ["a", "b"]) {
        const { doc, start, end } = pair[side];
        found.set([doc, start, end].join(), { ...pair[side], text: oneLine(wording(pair, side)) });
      }
    }
    const year = (place) => docs[place.doc].year || NO_YEAR;
    return [...found.values()].sort((x, y) => year(x) - year(y) || x.doc - y.doc || x.start - y.start);
  }

  function openFamily(family) {
    const places = placesOf(family);
    const shown = places.slice(0, MOST_ENTRIES);
    const row = (place) => el("li", {}, el("span", { class: "note" }, `${docLabel(place.doc)} `),
      el("button", { type: "button", class: "link", onclick: () => openText(place) }, place.text));
    const count = some(shown.length, places.length);
    openReader({
      address: { family },
      title: () => el("span", {}, both("family_of"), ` ${family} · ${count} `, both("places")),
      body: () => (places.length
        ? el("ol", { class: "plain placed" }, ...shown.map(row)) : el("p", {}, both("not_listed"))),
    });
  }

  const KINDS = ["formula", "passage", "own"];
  /** What a document is made of, and where along it shared wording stands. */
  function shareRow(share) {
    const { doc, from_unit: unit, from_letters: n } = share;
    const ofDoc = () => openPairs(docName(doc), pairs.filter((pair) => pair.doc_a === doc || pair.doc_b === doc));
    const words = KINDS.map((kind) => percent(share[kind])).join(" / ");
    const part = (kind) => el("i", { class: `part-${kind}`, style: `width:${(100 * share[kind]).toFixed(2)}%` });
    const stack = el("span", { class: "stack", "aria-hidden": "true", title: words }, ...KINDS.map(part));
    const from = unit ? el("span", { class: "note" }, both("shared_most", { unit, n })) : null;
    return el("li", {}, el("button", { type: "button", class: "link", onclick: ofDoc }, docLabel(doc)), stack,
      el("span", { class: "n" }, words), strip(doc), from);
  }

  function drawShares(box) {
    const legend = el("p", { class: "note legend" }, ...KINDS.map((kind) =>
      el("span", {}, el("i", { class: `part-${kind}`, "aria-hidden": "true" }), both(`part_${kind}`))));
    const shares = records(data.shares);
    const named = shares.map((share) => ({ ...share, doc_id: docs[share.doc].id }));
    const cells = () => asCells(["doc_id", "formula", "passage", "own", "from_unit", "from_letters"], named);
    box.append(legend,
      el("div", { class: "scroll tall plainbox", tabindex: "0", role: "region", "aria-labelledby": "h-reuse_shares" },
        el("ol", { class: "sharelist" }, ...shares.map(shareRow))),
      el("div", { class: "tools-row small" }, ...exports("reuse_shares", cells)));
  }

  /** How far a position is from a span. */
  const distance = (span, at) => Math.max(span.start - at, at - span.end, 0);

  /** Where shared wording stands along a document: one stop of the keyboard, arrows from mark to mark. */
  function strip(doc) {
    const length = Math.max(1, docs[doc].length);
    const spans = strips.get(doc) || [];
    const at = (position) => 100 * position / length;
    const touches = (place, span) => place.doc === doc && place.start < span.end && place.end > span.start;
    const open = (span) =>
      openPairs(docName(doc), pairs.filter((pair) => touches(pair.a, span) || touches(pair.b, span)));
    const marks = spans.map((span, i) => {
      const [from, to] = [at(span.start).toFixed(1), at(span.end).toFixed(1)];
      const names = wordsFor("mark_at").map((text, side) =>
        fill(text, { kind: codeWords("reuse", span.kind)[side], from, to }));
      const style = `left:${at(span.start).toFixed(2)}%;width:max(2px,${at(span.end - span.start).toFixed(2)}%)`;
      const onclick = (event) => {
        event.stopPropagation();
        open(span);
      };
      const look = { type: "button", tabindex: i ? "-1" : "0", class: `part-${span.kind}`, style, onclick };
      return said(el("button", look), "aria-label", ...names);
    });
    const names = wordsFor("reuse_map").map((text) => fill(text, { name: docLabel(doc) }));
    const box = said(el("span", { class: "strip", role: "toolbar" }, ...marks), "aria-label", ...names);
    box.addEventListener("keydown", (event) => {
      const here = marks.indexOf(document.activeElement);
      const next = moved(event.key, here, marks.length);
      if (next === null) return;
      event.preventDefault();
      goTo(marks[here], marks[next]);
    });
    // A mark may be two pixels wide, so a click beside it means the nearest.
    box.addEventListener("click", (event) => {
      if (!spans.length || event.target !== box) return;
      const frame = box.getBoundingClientRect();
      const x = length * (event.clientX - frame.left) / frame.width;
      open(spans.reduce((best, span) => (distance(span, x) < distance(best, x) ? span : best)));
    });
    return box;
  }

  function drawBorrowing(box) {
    const { units, counts } = data.borrowing;
    box.append(heatmap("borrowing", "h-borrowing", units, units, (i, j) => (i === j ? null : counts[i][j]), {
      high: Math.max(1, ...counts.flat()),
      form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${units[i]} ← ${units[j]}: ${x}`,
      open: (i, j) => openPairs(`${units[i]} · ${units[j]}`, pairsBetween(units[i], units[j])),
    }));
  }

  function draw() {
    drawShares(byId("reuse-shares"));
    const box = byId("borrowing-heatmap");
    whenNear(box, data.borrowing.units.length ** 2, () => drawBorrowing(box));
  }

  const family = (value) => () => openFamily(value);
  const links = {
    "reuse.text": (text, { pair }) => (pairs[pair] ? () => openShared(pairs[pair]) : null),
    "reuse.family": family,
    "families.family": family,
    "families.text": (text, record) => family(record.family),
    "families.earliest": (id) => report.sections.documents.opening(id),
  };
  const addresses = {
    pair({ pair: a, at, with: b, and }) {
      const isMeant = (one) => docs[one.doc_a].id === a && docs[one.doc_b].id === b
        && placeIn(one.a) === at && placeIn(one.b) === and;
      const found = pairs.find(isMeant);
      if (found) openShared(found);
      return Boolean(found);
    },
    family({ family: text }) {
      const known = pairs.some((pair) => String(pair.family) === text);
      if (known) openFamily(Number(text));
      return known;
    },
  };
  /** The shared passages of a document, formulae aside, for the reader to mark; each opens its pair. */
  function marksOf(doc) {
    return pairs.filter((pair) => pair.kind === "passage").flatMap((pair) =>
      [pair.a, pair.b].filter((side) => side.doc === doc).map(({ start, end }) =>
        ({ start, end, kind: "passage", address: addressOfPair(pair), open: () => openShared(pair) })));
  }

  const marks = { word: "mark_shared", of: marksOf };
  return {
    draw, links, marks, addresses, pairs, pairsBetween, pieces, wording, kindOf, openShared, openPairs, placesOf,
    distance,
  };
});
