/** Any two units side by side: likeness, themes, slogans, terms, shared passages, and their aligned items. */
function compareView() {
  const first = DATA.similarity ? nearestPair() : [0, 1];
  const a = choice("compare-a", "compare_a", DATA.groups, first[0], draw);
  const b = choice("compare-b", "compare_b", DATA.groups, first[1], draw);
  document.getElementById("compare-choice").append(a.label, b.label);
  function draw() {
    const [x, y] = [DATA.groups[Number(a.select.value)], DATA.groups[Number(b.select.value)]];
    document.getElementById("compare-body").replaceChildren(x === y ? el("p", {}, both("compare_same")) : comparison(x, y));
  }
  draw();
}

const FIRST_CHIPS = 14;
const MORE_CHIPS = 40;
const FIRST_PASSAGES = 5;

function nearestPair() {
  const { cosine, labels } = DATA.similarity;
  let best = [0, 1];
  cosine.forEach((row, i) => row.forEach((x, j) => { if (i < j && x > cosine[best[0]][best[1]]) best = [i, j]; }));
  return best.map((i) => DATA.groups.indexOf(labels[i]));
}

function comparison(a, b) {
  const box = el("div", { class: "comparison" });
  if (DATA.similarity) {
    const [i, j] = [DATA.similarity.labels.indexOf(a), DATA.similarity.labels.indexOf(b)];
    if (i >= 0 && j >= 0) box.append(el("p", {}, both("compare_alike", { x: DATA.similarity.cosine[i][j].toFixed(3), y: DATA.similarity.jaccard[i][j].toFixed(3) })));
  }
  box.append(comparedThemes(a, b), comparedSlogans(a, b), comparedTerms(a, b), comparedPassages(a, b), comparedItems(a, b));
  return box;
}

function comparedThemes(a, b) {
  if (!DATA.themes) return "";
  const { themes, groups, share } = DATA.themes;
  const [i, j] = [groups.indexOf(a), groups.indexOf(b)];
  if (i < 0 || j < 0) return "";
  const order = themes.map((_, k) => k).sort((k, l) => (share[i][l] - share[j][l]) - (share[i][k] - share[j][k]));
  const high = Math.max(0.01, ...share[i], ...share[j]);
  const rows = order.map((k) => {
    const bar = (x, group, n) => el("button", { type: "button", class: `facing side-${n}`, "aria-label": `${group} · ${themes[k]}: ${percent(x, 1)}`,
      onclick: () => openTheme(themes[k], group) }, el("i", { style: `width:${(100 * x / high).toFixed(1)}%;background:${colourOf(group)}` }), el("span", {}, percent(x)));
    return el("li", {}, bar(share[i][k], a, 0), el("span", { class: "between" }, themes[k]), bar(share[j][k], b, 1));
  });
  return el("section", {}, el("h3", {}, both("themes")), el("ol", { class: "facinglist" }, el("li", { class: "note" }, el("span", {}, a), el("span", {}), el("span", {}, b)), ...rows));
}

function comparedSlogans(a, b) {
  if (!DATA.slogans) return "";
  const lists = [[], [], []];
  for (const entry of DATA.slogans) {
    const n = [a, b].map((group) => entry.places.filter((place) => DATA.docs[place[0]].group === group).length);
    const at = n[0] && n[1] ? 1 : n[0] ? 0 : n[1] ? 2 : -1;
    if (at >= 0) lists[at].push([entry, n]);
  }
  const titles = [both("only", { name: a }), both("compare_both"), both("only", { name: b })];
  const chip = ([entry, n], at) => el("li", {}, el("button", { type: "button", onclick: () => openPlaces(`“${entry.slogan}”`, entry.places.filter((place) => [a, b].includes(DATA.docs[place[0]].group)), n[0] + n[1]) },
    entry.slogan, el("span", { class: "n" }, at === 1 ? ` ${n[0]}:${n[1]}` : ` ${n[0] + n[1]}`)));
  const column = (list, at) => {
    const chips = el("ul", { class: "chips" }, ...list.slice(0, FIRST_CHIPS).map((one) => chip(one, at)));
    const more = list.length > FIRST_CHIPS ? el("button", { type: "button", class: "more", onclick: () => {
      const next = chips.childElementCount;
      chips.append(...list.slice(next, next + MORE_CHIPS).map((one) => chip(one, at)));
      chips.children[next].firstChild.focus();
      more.hidden = chips.childElementCount >= list.length;
    } }, both("more_slogans")) : "";
    return el("div", { class: "card" }, el("h4", {}, titles[at], el("span", { class: "n" }, ` ${list.length}`)), list.length ? chips : el("p", { class: "note" }, both("none")), more);
  };
  return el("section", {}, el("h3", {}, both("slogans")), el("div", { class: "cards three" }, ...lists.map(column)));
}

function comparedTerms(a, b) {
  const name = DATA.keyness_by ? "keyness_by" : "keywords";
  if (!DATA[name]) return "";
  const cards = [a, b].map((group) => DATA[name].find((card) => card.group === group)).filter(Boolean);
  const longest = Math.max(...cards.flatMap((card) => card.terms.map((term) => term.value)), 1e-9);
  return el("section", {}, el("h3", {}, both(name === "keywords" ? "tab_tfidf" : "keyness")), el("div", { class: "cards two" }, ...cards.map((card) =>
    el("div", { class: "card" }, el("h4", {}, card.group), el("ol", {}, ...card.terms.slice(0, 10).map((term) => barRow(term.term,
      () => openPlaces(`${term.term} · ${card.group}`, term.places, term.n), [[Math.max(0, term.value) / longest, card.colour]], String(term.n))))))));
}

function comparedPassages(a, b) {
  const pairs = pairsOf().filter((pair) => {
    const groups = [DATA.docs[pair[0]].group, DATA.docs[pair[3]].group];
    return groups[0] !== groups[1] && groups.includes(a) && groups.includes(b);
  });
  if (!pairs.length) return "";
  pairs.sort((p, q) => Number(isPassage(q)) - Number(isPassage(p))); // what only they share comes first
  const title = `${a} · ${b}`;
  const list = el("ol", { class: "plain" }, ...pairs.slice(0, FIRST_PASSAGES).map((pair) => el("li", {},
    el("button", { type: "button", class: "link", onclick: () => openShared(pair) }, shortened(oneLine(sideText(pair, 0)), 80)),
    el("span", { class: "note" }, " ", pairOf(...DATA.values[isPassage(pair) ? "reuse.passage" : "reuse.formula"]), " · ", both("similarity"), ` ${pair[7].toFixed(2)}`))));
  const more = pairs.length > FIRST_PASSAGES ? el("button", { type: "button", class: "more", onclick: () => openPairs(title, pairs) }, both("more"), ` (${pairs.length})`) : "";
  return el("section", {}, el("h3", {}, both("reuse")), list, more);
}

/** Items that answer each other, and gaps; only for the pairs that were aligned beforehand. */
function comparedItems(a, b) {
  const found = (DATA.comparisons || []).find((one) => [DATA.docs[one.a].group, DATA.docs[one.b].group].includes(a)
    && [DATA.docs[one.a].group, DATA.docs[one.b].group].includes(b));
  if (!found) return el("p", { class: "note" }, both("compare_not_aligned"));
  const turned = DATA.docs[found.a].group !== a;
  const docs = turned ? [found.b, found.a] : [found.a, found.b];
  const labels = [...docs.map((doc) => [docLabel(doc), docLabel(doc)]), DATA.words.similarity, DATA.words.compare_shared].map(([zh, en]) => ({ role: "cell", "data-zh": zh, "data-en": en }));
  const rows = found.rows.map(([section, relation, headA, spanA, headB, spanB, similar, shared]) => {
    const sides = [[headA, spanA], [headB, spanB]];
    if (turned) sides.reverse();
    const gap = relation === "only_a" ? (turned ? 1 : 0) : relation === "only_b" ? (turned ? 0 : 1) : -1;
    const cells = sides.map(([heading, span], side) => {
      if (gap >= 0 && side !== gap) return el("td", { ...labels[side], class: "gap" }, both("compare_gap"));
      return el("td", { ...labels[side], class: "wide" }, span.length ? el("button", { type: "button", class: "link", onclick: () => openText(docs[side], ...span) }, heading) : heading);
    });
    return el("tr", { role: "row", class: section ? "section" : "" }, ...cells, el("td", { ...labels[2], class: gap >= 0 ? "empty" : "num" }, gap >= 0 ? "" : similar.toFixed(2)),
      el("td", { ...labels[3], class: shared ? "name" : "empty" }, shared.split("｜").join("、")));
  });
  const head = el("tr", { role: "row" }, ...docs.map((doc) => el("th", { scope: "col", role: "columnheader" }, docLabel(doc))), ...["similarity", "compare_shared"].map((key) => el("th", { scope: "col", role: "columnheader" }, both(key))));
  const plain = () => [[...docs.map(docLabel), "similarity", "shared_slogans"], ...found.rows.map(([, relation, headA, , headB, , similar, shared]) => [
    ...(turned ? [headB, headA] : [headA, headB]), relation.startsWith("only") ? "" : String(similar), shared])];
  return el("section", {}, el("h3", {}, both("compare_items")), el("div", { class: "scroll tall", tabindex: "0", role: "region", ...regionName("compare_items") },
    el("table", { role: "table", class: "aligned stacked" }, el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, ...rows))),
  el("div", { class: "tools-row small" }, ...exports("compare_items", plain)));
}
