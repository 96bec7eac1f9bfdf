/** Shared wording: pairs side by side, families, shares, and where along a document it stands. */
const pairsOf = () => (DATA.reuse ? DATA.reuse.pairs : []);
const isPassage = (pair) => pair[9] === 0;
const sideText = (pair, side) => (pair.length > 11 ? pair[11 + side] : slice(pair[3 * side], pair[3 * side + 1], pair[3 * side + 2]));
const place = (pair, side) => [pair[3 * side], pair[3 * side + 1], pair[3 * side + 2]];
/** Unit and year of a document, and its name where that is not enough to tell it from others. */
const unitAndYear = (doc) => `${doc.group}${doc.year && doc.group !== doc.id ? ` ${doc.year}` : ""}`;
const sameLabel = new Map();
for (const doc of DATA.docs) sameLabel.set(unitAndYear(doc), (sameLabel.get(unitAndYear(doc)) || 0) + 1);
const docLabel = (doc) => unitAndYear(DATA.docs[doc]) + (sameLabel.get(unitAndYear(DATA.docs[doc])) > 1 ? ` ${DATA.docs[doc].id}` : "");

/** Two wordings as pieces [equal, text of a, text of b]. Width, case and the kind of comma are no difference. */
function collate(a, b) {
  const same = (text) => Array.from(text.normalize("NFC")).map((char) => {
    const wide = char.normalize("NFKC").toLowerCase();
    return /[，,､﹑﹐]/.test(char) ? "、" : wide.length === char.length ? wide : char;
  });
  const left = Array.from(a.normalize("NFC"));
  const right = Array.from(b.normalize("NFC"));
  const [x, y] = [same(a), same(b)];
  let head = 0;
  while (head < x.length && head < y.length && x[head] === y[head]) head += 1;
  let tail = 0;
  while (tail < x.length - head && tail < y.length - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail += 1;
  const [n, m] = [x.length - head - tail, y.length - head - tail];
  const steps = []; // 0 equal, 1 only in a, 2 only in b
  if (n * m <= 9e6) {
    const length = new Uint16Array((n + 1) * (m + 1));
    for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) {
      const at = i * (m + 1) + j;
      length[at] = x[head + i] === y[head + j] ? length[at + m + 2] + 1 : Math.max(length[at + m + 1], length[at + 1]);
    }
    for (let i = 0, j = 0; i < n || j < m;) {
      if (i < n && j < m && x[head + i] === y[head + j]) { steps.push(0); i += 1; j += 1; }
      else if (j >= m || (i < n && length[(i + 1) * (m + 1) + j] >= length[i * (m + 1) + j + 1])) { steps.push(1); i += 1; }
      else { steps.push(2); j += 1; }
    }
  } else steps.push(...Array(n).fill(1), ...Array(m).fill(2));
  // A lone agreeing character between two edits is part of the edit.
  const all = [...Array(head).fill(0), ...steps, ...Array(tail).fill(0)];
  const lone = all.map((step, k) => step === 0 && k > 0 && k + 1 < all.length && all[k - 1] !== 0 && all[k + 1] !== 0);
  const pieces = [];
  let [i, j] = [0, 0];
  all.forEach((step, k) => {
    const equal = step === 0 && !lone[k];
    if (!pieces.length || pieces[pieces.length - 1][0] !== equal) pieces.push([equal, "", ""]);
    const last = pieces[pieces.length - 1];
    if (step !== 2) { last[1] += left[i]; i += 1; }
    if (step !== 1) { last[2] += right[j]; j += 1; }
  });
  return pieces;
}

const MOST_ENTRIES = 300;

/** A shared passage side by side: what one side alone has is marked on that side. */
function openShared(pair) {
  openReader({
    title: () => document.createTextNode(`${docLabel(pair[0])} · ${docLabel(pair[3])}`),
    body: () => {
      const pieces = collate(sideText(pair, 0), sideText(pair, 1));
      const sides = [0, 1].map((side) => {
        const text = el("p", { class: "wording", lang: "zh-CN" });
        for (const piece of pieces) {
          const part = piece[1 + side];
          if (part) text.append(piece[0] ? document.createTextNode(part) : el(side ? "ins" : "del", {}, part));
        }
        const open = el("button", { type: "button", class: "link", onclick: () => openText(...place(pair, side)) }, docName(pair[3 * side]));
        return el("section", {}, el("h3", {}, open), text);
      });
      const kind = DATA.values[isPassage(pair) ? "reuse.passage" : "reuse.formula"];
      return el("div", {}, el("p", { class: "note" }, pairOf(...kind), " · ", both("pair_numbers", { n: pair[6], similarity: pair[7].toFixed(2), bits: pair[8] }),
        " · ", el("button", { type: "button", class: "link", onclick: () => openFamily(pair[10]) }, both("family_of"), ` ${pair[10]}`)),
      el("div", { class: "sides" }, ...sides), el("p", { class: "note" }, both("edits_hint")));
    },
  });
}

/** The table of shared passages lists the first of the pairs in the same order. */
function openSharedLike(row) {
  const pair = pairsOf()[DATA.tables.reuse.rows.indexOf(row)];
  if (pair) openShared(pair);
}

function openPairs(title, pairs) {
  openReader({
    title: () => el("span", {}, `${title} · ${some(Math.min(MOST_ENTRIES, pairs.length), pairs.length)} `, both("places")),
    body: () => {
      const list = el("ol", { class: "plain" });
      for (const pair of pairs.slice(0, MOST_ENTRIES)) {
        list.append(el("li", {}, el("button", { type: "button", class: "link", onclick: () => openShared(pair) }, shortened(oneLine(sideText(pair, 0)), 160)),
          el("span", { class: "note" }, ` ${docLabel(pair[0])} · ${docLabel(pair[3])} · `, pairOf(...DATA.values[isPassage(pair) ? "reuse.passage" : "reuse.formula"]))));
      }
      return pairs.length ? list : el("p", {}, both("not_listed"));
    },
  });
}

function openFamily(family) {
  const seen = new Map();
  for (const pair of pairsOf()) {
    if (pair[10] !== family) continue;
    for (const side of [0, 1]) {
      const spot = place(pair, side);
      const text = oneLine(sideText(pair, side));
      seen.set(spot.join(), pair.length > 11 ? [...spot, "", text, ""] : spot);
    }
  }
  openReader({
    title: () => el("span", {}, both("family_of"), ` ${family} · ${some(Math.min(MOST_ENTRIES, seen.size), seen.size)} `, both("places")),
    body: () => {
      const list = el("ol", { class: "plain placed" });
      for (const spot of [...seen.values()].sort((a, b) => (DATA.docs[a[0]].year || 9999) - (DATA.docs[b[0]].year || 9999) || a[0] - b[0] || a[1] - b[1]).slice(0, MOST_ENTRIES)) {
        const text = spot.length > 3 ? spot[4] : oneLine(slice(...spot));
        list.append(el("li", {}, el("span", { class: "note" }, `${docLabel(spot[0])} `),
          el("button", { type: "button", class: "link", onclick: () => openText(spot[0], spot[1], spot[2]) }, text)));
      }
      return seen.size ? list : el("p", {}, both("not_listed"));
    },
  });
}

/** One row per document: its shares, and a map of where shared wording stands in it. */
function reuseShares(box) {
  const legend = el("p", { class: "note legend" }, ...["formula", "passage", "own"].map((kind) =>
    el("span", {}, el("i", { class: `part-${kind}`, "aria-hidden": "true" }), both(`part_${kind}`))));
  const list = el("ol", { class: "sharelist" });
  for (const [doc, formula, passage, own, unit, letters] of DATA.shares) {
    const ofDoc = () => openPairs(docName(doc), pairsOf().filter((pair) => pair[0] === doc || pair[3] === doc));
    const words = `${percent(formula)} / ${percent(passage)} / ${percent(own)}`;
    const bar = el("span", { class: "stack", "aria-hidden": "true", title: words },
      ...[["formula", formula], ["passage", passage], ["own", own]].map(([kind, share]) => el("i", { class: `part-${kind}`, style: `width:${(100 * share).toFixed(2)}%` })));
    const from = unit ? el("span", { class: "note" }, both("shared_most", { unit, n: letters })) : null;
    list.append(el("li", {}, el("button", { type: "button", class: "link", onclick: ofDoc }, docLabel(doc)), bar, el("span", { class: "n" }, words), strip(doc), from));
  }
  const rows = () => [["doc_id", "formula", "passage", "own", "most_with", "letters"],
    ...DATA.shares.map(([doc, ...values]) => [DATA.docs[doc].id, ...values.map((value) => String(value ?? ""))])];
  box.append(legend, el("div", { class: "scroll tall plainbox", tabindex: "0", role: "region", "aria-labelledby": "h-reuse_shares" }, list),
    el("div", { class: "tools-row small" }, ...exports("reuse_shares", rows)));
}

/** Where shared wording stands along a document: one stop of the keyboard, arrows from mark to mark. */
function strip(doc) {
  const length = Math.max(1, DATA.docs[doc].length);
  const spans = DATA.maps[doc] || [];
  const at = (position) => 100 * position / length;
  const kindOf = (formula) => DATA.values[formula ? "reuse.formula" : "reuse.passage"];
  const open = ([start, end]) => openPairs(docName(doc), pairsOf().filter((pair) =>
    [0, 1].some((side) => pair[3 * side] === doc && pair[3 * side + 1] < end && pair[3 * side + 2] > start)));
  const marks = spans.map((span, i) => {
    const [start, end, formula] = span;
    const [from, to] = [at(start).toFixed(1), at(end).toFixed(1)];
    const said_ = [0, 1].map((side) => fill(DATA.words.mark_at[side], { kind: kindOf(formula)[side], from, to }));
    const mark = el("button", { type: "button", tabindex: i ? "-1" : "0", class: formula ? "part-formula" : "part-passage",
      style: `left:${at(start).toFixed(2)}%;width:max(2px,${at(end - start).toFixed(2)}%)`, onclick: (event) => { event.stopPropagation(); open(span); } });
    return said(mark, "aria-label", ...said_);
  });
  const box = said(el("span", { class: "strip", role: "toolbar" }, ...marks), "aria-label", ...DATA.words.reuse_map.map((text) => fill(text, { name: docLabel(doc) })));
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
    const far = ([start, end]) => Math.max(start - x, x - end, 0);
    open(spans.reduce((best, span) => (far(span) < far(best) ? span : best)));
  });
  return box;
}

function borrowingHeatmap(box) {
  const { units, counts } = DATA.borrowing;
  const between = (i, j) => pairsOf().filter((pair) => {
    const [a, b] = [DATA.docs[pair[0]].group, DATA.docs[pair[3]].group];
    return (a === units[i] && b === units[j]) || (a === units[j] && b === units[i]);
  });
  box.append(heatmap("borrowing", "h-borrowing", units, units, (i, j) => (i === j ? null : counts[i][j]), { high: Math.max(1, ...counts.flat()), form: (x) => (x ? String(x) : ""),
    label: (i, j, x) => `${units[i]} ← ${units[j]}: ${x}`, open: (i, j) => openPairs(`${units[i]} · ${units[j]}`, between(i, j)) }));
}
