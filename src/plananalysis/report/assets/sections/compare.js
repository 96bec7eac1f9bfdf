/** Any two groups side by side: likeness, themes, slogans, terms, shared passages, and their aligned items. */
Report.section("compare", (report, data) => {
  const { el, byId, pairOf, both, wordsFor, percent, oneLine, shortened, records, groupedBy, asCells } = report;
  const { docs, groups, groupOf, colourOf, docLabel, choice, exports, openPlaces, openText, sections } = report;
  const [FIRST_CHIPS, MORE_CHIPS, FIRST_PASSAGES, FIRST_TERMS, EXCERPT] = [14, 40, 5, 10, 80];
  const PALEST = 0.01;
  const rows = groupedBy(records(data && data.rows), (row) => row.plans);
  const aligned = records(data && data.plans).map((plans, i) => ({ ...plans, rows: rows.get(i) || [] }));

  function draw() {
    const two = data.first.length ? data.first : sections.similarity.nearestPair() || groups;
    const [first, second] = two.map((group) => groups.indexOf(group));
    const a = choice("compare-a", "compare_a", groups, first, choose);
    const b = choice("compare-b", "compare_b", groups, second, choose);
    byId("compare-choice").append(a.label, b.label);
    const chosen = () => [a, b].map(({ select }) => groups[Number(select.value)]);
    function choose() {
      const [compare, other] = chosen();
      report.mark({ compare, with: other });
      fillBody();
    }
    function fillBody() {
      const [x, y] = chosen();
      byId("compare-body").replaceChildren(x === y ? el("p", {}, both("compare_same")) : comparison(x, y));
    }
    fillBody();
    showPair = (compare, other) => {
      a.select.value = groups.indexOf(compare);
      b.select.value = groups.indexOf(other);
      fillBody();
      byId("compare").scrollIntoView();
    };
  }
  let showPair = null;
  const addresses = {
    compare({ compare, with: other }) {
      const known = showPair !== null && groups.includes(compare) && groups.includes(other);
      if (known) showPair(compare, other);
      return known;
    },
  };

  /** Everything that the page can say of two groups. */
  function comparison(a, b) {
    const parts = [likenessOf, themesOf, slogansOf, termsOf, passagesOf, itemsOf].map((part) => part(a, b));
    return el("div", { class: "comparison" }, ...parts);
  }

  function likenessOf(a, b) {
    const [cosine, jaccard] = ["cosine", "jaccard"].map((measure) => sections.similarity.likeness(a, b, measure));
    if (cosine === null) return null;
    return el("p", {}, both("compare_alike", { x: cosine.toFixed(3), y: jaccard.toFixed(3) }));
  }

  function themesOf(a, b) {
    const found = report.data.sections.themes;
    if (!found) return null;
    const [i, j] = [found.groups.indexOf(a), found.groups.indexOf(b)];
    if (i < 0 || j < 0) return null;
    const [ours, theirs] = [found.share[i], found.share[j]];
    const difference = (k) => ours[k] - theirs[k];
    const order = found.themes.map((_, k) => k).sort((k, l) => difference(l) - difference(k));
    const high = Math.max(PALEST, ...ours, ...theirs);
    const bar = (theme, group, share, side) => {
      const open = () => sections.themes.openTheme(theme, group);
      const name = `${group} · ${theme}: ${percent(share, 1)}`;
      const style = `width:${(100 * share / high).toFixed(1)}%;background:${colourOf(group)}`;
      return el("button", { type: "button", class: `facing side-${side}`, "aria-label": name, onclick: open },
        el("i", { style }), el("span", {}, percent(share)));
    };
    const row = (k) => el("li", {}, bar(found.themes[k], a, ours[k], 0),
      el("span", { class: "between" }, found.themes[k]), bar(found.themes[k], b, theirs[k], 1));
    const head = el("li", { class: "note" }, el("span", {}, a), el("span", {}), el("span", {}, b));
    return el("section", {}, el("h3", {}, both("themes")), el("ol", { class: "facinglist" }, head, ...order.map(row)));
  }

  /** The slogans of a alone, of both, and of b alone, each with its places in either. */
  function sharedOut(listed, a, b) {
    const found = { a: [], both: [], b: [] };
    for (const entry of listed) {
      const count = (group) => entry.places.filter((place) => groupOf(place) === group).length;
      const [n_a, n_b] = [count(a), count(b)];
      const where = n_a && n_b ? "both" : n_a ? "a" : n_b ? "b" : null;
      if (where) found[where].push({ ...entry, n_a, n_b });
    }
    return found;
  }

  function slogansOf(a, b) {
    const { listed } = sections.slogans;
    if (!listed.length) return null;
    const here = (entry) => entry.places.filter((place) => [a, b].includes(groupOf(place)));
    const chip = (entry) => {
      const { slogan, n_a, n_b } = entry;
      const n = n_a && n_b ? `${n_a}:${n_b}` : `${n_a + n_b}`;
      const open = () => openPlaces(`“${slogan}”`, here(entry), n_a + n_b);
      return el("li", {}, el("button", { type: "button", onclick: open }, slogan, el("span", { class: "n" }, ` ${n}`)));
    };
    const found = sharedOut(listed, a, b);
    const column = (title, entries) => el("div", { class: "card" },
      el("h4", {}, title, el("span", { class: "n" }, ` ${entries.length}`)), ...chipsOf(entries, chip));
    return el("section", {}, el("h3", {}, both("slogans")), el("div", { class: "cards three" },
      column(both("only", { name: a }), found.a), column(both("compare_both"), found.both),
      column(both("only", { name: b }), found.b)));
  }

  /** The first chips, and a button for more where there are more. */
  function chipsOf(entries, chip) {
    if (!entries.length) return [el("p", { class: "note" }, both("none"))];
    const chips = el("ul", { class: "chips" }, ...entries.slice(0, FIRST_CHIPS).map(chip));
    if (entries.length <= FIRST_CHIPS) return [chips];
    const more = el("button", { type: "button", class: "more", onclick: () => {
      const next = chips.childElementCount;
      chips.append(...entries.slice(next, next + MORE_CHIPS).map(chip));
      chips.children[next].firstChild.focus();
      more.hidden = chips.childElementCount >= entries.length;
    } }, both("more_slogans"));
    return [chips, more];
  }

  function termsOf(a, b) {
    const terms = [a, b].map((group) => sections.keywords.termsOf(group));
    if (!terms.flat().length) return null;
    const longest = sections.keywords.highest(terms.flat());
    const card = (own) => el("div", { class: "card" }, el("h4", {}, own[0].group),
      el("ol", {}, ...own.slice(0, FIRST_TERMS).map((term) => sections.keywords.termRow(term, longest))));
    return el("section", {}, el("h3", {}, both(sections.keywords.shownTitle())),
      el("div", { class: "cards two" }, ...terms.filter((own) => own.length).map(card)));
  }

  function passagesOf(a, b) {
    const { pairsBetween, kindOf, wording, openShared, openPairs } = sections.reuse;
    const pairs = a === b ? [] : pairsBetween(a, b);
    if (!pairs.length) return null;
    const isPassage = (pair) => Number(pair.kind === "passage");
    pairs.sort((p, q) => isPassage(q) - isPassage(p)); // what only they share comes first
    const entry = (pair) => el("li", {},
      el("button", { type: "button", class: "link", onclick: () => openShared(pair) },
        shortened(oneLine(wording(pair, "a")), EXCERPT)),
      el("span", { class: "note" }, " ", kindOf(pair), " · ", both("similarity"), ` ${pair.similarity.toFixed(2)}`));
    const all = () => openPairs(`${a} · ${b}`, pairs);
    const more = pairs.length > FIRST_PASSAGES
      ? el("button", { type: "button", class: "more", onclick: all }, both("more"), ` (${pairs.length})`) : null;
    return el("section", {}, el("h3", {}, both("reuse")),
      el("ol", { class: "plain" }, ...pairs.slice(0, FIRST_PASSAGES).map(entry)), more);
  }

  /** The aligned items of two groups, seen from the first; null where they were not aligned beforehand. */
  function alignedItems(a, b) {
    const found = aligned.find(({ a: x, b: y }) => {
      const two = [docs[x].group, docs[y].group];
      return two.includes(a) && two.includes(b);
    });
    if (!found) return null;
    const turned = docs[found.a].group !== a;
    const [left, right] = turned ? ["b", "a"] : ["a", "b"];
    const sideOf = (row, side) => ({ heading: row[`heading_${side}`], doc: found[side], start: row[`start_${side}`],
      end: row[`end_${side}`], gap: row.relation === `only_${side === "a" ? "b" : "a"}` });
    const items = found.rows.map((row) => ({
      section: row.element === "section", gap: row.relation.startsWith("only_"), similarity: row.similarity,
      common_run: row.common_run, shared_slogans: row.shared_slogans,
      left: sideOf(row, left), right: sideOf(row, right),
    }));
    return { docs: [found[left], found[right]], items };
  }

  function itemCell(side, attributes) {
    if (side.gap) return el("td", { ...attributes, class: "gap" }, both("compare_gap"));
    const open = () => openText(side);
    const said = side.start === null ? side.heading
      : el("button", { type: "button", class: "link", onclick: open }, side.heading);
    return el("td", { ...attributes, class: "wide" }, said);
  }

  /** Items that answer each other, and gaps; only for the pairs that were aligned beforehand. */
  function itemsOf(a, b) {
    const found = alignedItems(a, b);
    if (!found) return el("p", { class: "note" }, both("compare_not_aligned"));
    const names = found.docs.map(docLabel);
    const shown = ["similarity", "compare_run", "compare_shared"].map(wordsFor);
    const heads = [...names.map((name) => [name, name]), ...shown];
    const labels = heads.map(([zh, en]) => ({ role: "cell", "data-zh": zh, "data-en": en }));
    const row = ({ section, gap, similarity, common_run: run, shared_slogans: shared, left, right }) => el("tr",
      { role: "row", class: section ? "section" : "" }, itemCell(left, labels[0]), itemCell(right, labels[1]),
      el("td", { ...labels[2], class: gap ? "empty" : "num" }, gap ? "" : similarity.toFixed(2)),
      el("td", { ...labels[3], class: run ? "" : "empty" }, run),
      el("td", { ...labels[4], class: shared ? "name" : "empty" }, shared.split("｜").join("、")));
    const head = el("tr", { role: "row" },
      ...heads.map(([zh, en]) => el("th", { scope: "col", role: "columnheader" }, zh === en ? zh : pairOf(zh, en))));
    const cells = () => {
      const plain = found.items.map((item) => ({ left: item.left.heading, right: item.right.heading,
        similarity: item.gap ? "" : item.similarity, common_run: item.common_run,
        shared_slogans: item.shared_slogans }));
      const [, ...rest] = asCells(["left", "right", "similarity", "common_run", "shared_slogans"], plain);
      return [[...names, "similarity", "common_run", "shared_slogans"], ...rest];
    };
    const table = el("table", { role: "table", class: "aligned stacked" },
      el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, ...found.items.map(row)));
    const region = report.said(el("div", { class: "scroll tall", tabindex: "0", role: "region" }, table),
      "aria-label", ...wordsFor("compare_items"));
    return el("section", {}, el("h3", {}, both("compare_items")), region,
      el("div", { class: "tools-row small" }, ...exports("compare_items", cells)));
  }

  return { draw, addresses, comparison, sharedOut, alignedItems };
});
