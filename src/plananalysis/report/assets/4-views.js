/** Views that several sections use: slogans, heatmaps, bars, terms, outlines. */
const docIds = new Map(DATA.docs.map((doc, i) => [doc.id, i]));
const docIndex = (id) => docIds.get(id);
const sloganPlaces = new Map((DATA.slogans || []).map((entry) => [entry.slogan, entry]));

function openSlogan(slogan, unit = null, n = 0) {
  const entry = sloganPlaces.get(slogan);
  if (!entry) return openPlaces(slogan, [], 0);
  const places = unit === null ? entry.places : entry.places.filter((place) => DATA.docs[place[0]].group === unit);
  return openPlaces(unit === null ? `“${slogan}”` : `“${slogan}” · ${unit}`, places, unit === null ? entry.n : Math.max(n, places.length));
}

/** A matrix as a table of buttons, the darker the higher; a tree may stand beside the rows. */
function heatmap(name, heading, rows, columns, value, { low = 0, high, form, label, open, tree = [] }) {
  const head = el("tr", {}, el("td", {}), ...columns.map((column) => el("th", { scope: "col" }, el("span", { title: column }, column))), tree.length ? el("td", {}) : null);
  const body = rows.map((row, i) => el("tr", {}, el("th", { scope: "row" }, row), ...columns.map((column, j) => {
    const x = value(i, j);
    if (x === null) return el("td", { class: "self" });
    const share = high > low ? (x - low) / (high - low) : 0;
    const cell_ = el("td", { style: `background: rgba(var(--heat), ${(share * 0.92).toFixed(2)})` });
    if (x !== 0 || form(x)) {
      cell_.append(el("button", { type: "button", tabindex: "-1", class: share > 0.86 ? "dark" : "", "aria-label": label(i, j, x), title: label(i, j, x),
        onclick: () => open(i, j) }, form(x)));
    }
    return cell_;
  }), i === 0 && tree.length ? el("td", { class: "tree", rowspan: rows.length }, treeOf(tree, rows.length)) : null));
  const table = el("table", { role: "grid", "aria-labelledby": heading, class: columns.length > 24 ? "heat dense" : "heat" }, el("thead", {}, head), el("tbody", {}, ...body));
  arrows(table);
  const cells = () => [["", ...columns], ...rows.map((row, i) => [row, ...columns.map((_, j) => String(value(i, j) ?? ""))])];
  return el("div", {}, el("div", { class: "scroll tall fit", tabindex: "0", role: "region", "aria-labelledby": heading }, table),
  el("div", { class: "tools-row small" }, ...exports(name, cells)));
}

/** A grid is one stop of the keyboard; arrows lead to the next cell that holds anything. */
function arrows(table) {
  const first = table.querySelector("tbody button");
  if (first) first.tabIndex = 0;
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  table.addEventListener("keydown", (event) => {
    const cell_ = event.target.closest("td");
    if (!cell_ || !(event.key in steps)) return;
    event.preventDefault();
    const [down, right] = steps[event.key];
    const rows = table.tBodies[0].rows;
    for (let i = cell_.parentNode.sectionRowIndex + down, j = cell_.cellIndex + right; rows[i] && rows[i].cells[j]; i += down, j += right) {
      const next = rows[i].cells[j].querySelector("button");
      if (next) return goTo(event.target, next);
    }
  });
}

/** Move the one stop of a group from one member to another. */
function goTo(here, next) {
  here.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** A drawing of very many cells waits until it is nearly in view, so that the page opens fast. */
const waiting = new Map();
const seen = new IntersectionObserver((entries) => { for (const entry of entries) if (entry.isIntersecting) drawNow(entry.target); }, { rootMargin: "1200px" });
function drawNow(box) {
  const draw = waiting.get(box);
  waiting.delete(box);
  seen.unobserve(box);
  if (draw) draw();
}
function whenNear(box, n, draw) {
  if (n < MANY_CELLS) return draw();
  waiting.set(box, () => { box.replaceChildren(); draw(); });
  box.append(el("div", { class: "later" }));
  seen.observe(box);
}
const MANY_CELLS = 5000;

const SVG = "http://www.w3.org/2000/svg";
function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** The merges of the clustering, level with the rows of the heatmap. */
function treeOf(lines, leaves) {
  const path = lines.map(([y1, x1, x, y2, x2]) => `M${100 * x1} ${y1}H${100 * x}V${y2}H${100 * x2}`).join("");
  return svg("svg", { viewBox: `0 0 100 ${leaves}`, preserveAspectRatio: "none", "aria-hidden": "true" }, svg("path", { d: path }));
}

function sloganHeatmap(box) {
  const { slogans, units, counts } = DATA.heat;
  const high = Math.max(1, ...counts.flat());
  box.append(heatmap("slogan_heatmap", "h-slogan_heatmap", slogans, units, (i, j) => counts[i][j], { high, form: (x) => (x ? String(x) : ""),
    label: (i, j, x) => `${slogans[i]} · ${units[j]}: ${x}`, open: (i, j) => openSlogan(slogans[i], units[j], counts[i][j]) }));
}

/** A bar with its label and number; a click opens what is behind it. */
function barRow(label, open, parts, text, title = "") {
  const bars = parts.map(([share, colour]) => el("span", { class: "bar", style: `width:${(100 * share).toFixed(1)}%;background:${colour}` }));
  return el("li", {}, el("button", { type: "button", class: "link", title: title || label, onclick: open }, label),
    el("span", { class: "bars", "aria-hidden": "true" }, ...bars), el("span", { class: "n" }, text));
}

/** The terms of every unit by two measures, of which one is shown. */
function termsView(box) {
  const measures = [["keyness_by", "tab_keyness", "keyness_hint", "z"], ["keywords", "tab_tfidf", "tfidf_hint", "TF-IDF"]].filter(([name]) => DATA[name]);
  const panels = measures.map(([name, title, note, measure]) => el("div", { id: `panel-${name}`, role: measures.length > 1 ? "tabpanel" : null, "aria-labelledby": measures.length > 1 ? `tab-${name}` : null },
    el("h3", { class: measures.length > 1 ? "printed" : "hidden" }, both(title)), el("p", { class: "hint" }, both(note)), termCards(name, measure)));
  if (measures.length > 1) box.append(tabs(measures.map(([name, title]) => [name, title]), panels));
  const all = el("button", { type: "button", "aria-expanded": "false", onclick: () => {
    const open = box.classList.toggle("all");
    all.setAttribute("aria-expanded", String(open));
    all.replaceChildren(both(open ? "fewer" : "all_terms"));
  } }, both("all_terms"));
  box.append(...panels, el("div", { class: "tools-row" }, all));
}

/** Tabs by the usual keys: one stop, arrows to move. */
function tabs(entries, panels) {
  const buttons = entries.map(([name, title], i) => el("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => choose(i) }, both(title)));
  function choose(at, focus = false) {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === at));
      button.tabIndex = i === at ? 0 : -1;
      panels[i].hidden = i !== at;
    });
    if (focus) buttons[at].focus();
  }
  const list = el("div", { class: "tabs", role: "tablist" }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const at = moved(event.key, buttons.indexOf(document.activeElement), buttons.length);
    if (at === null) return;
    event.preventDefault();
    choose(at, true);
  });
  choose(0);
  return list;
}

/** Where an arrow key, Home or End leads to in a row of things; null for any other key. */
function moved(key, at, length) {
  const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: length - 1 };
  return key in steps && at >= 0 ? Math.min(length - 1, Math.max(0, steps[key])) : null;
}

function termCards(name, measure) {
  const longest = Math.max(...DATA[name].flatMap((card) => card.terms.map((term) => term.value)), 1e-9);
  const heading = DATA.keyness_by && DATA.keywords ? `tab-${name}` : "h-keywords";
  return el("div", { class: "cards tall", tabindex: "0", role: "region", "aria-labelledby": heading, id: `${name === "keywords" ? "keyword" : "keyness"}-cards` }, ...DATA[name].map((card) => {
    const rows = card.terms.map((term) => barRow(term.term, () => openPlaces(`${term.term} · ${card.group}`, term.places, term.n),
      [[Math.max(0, term.value) / longest, card.colour]], String(term.n), `${term.term}: ${measure} ${number(term.value)}`));
    return el("div", { class: "card" }, el("h4", {}, el("i", { style: `background:${card.colour}`, "aria-hidden": "true" }), card.group), el("ol", {}, ...rows));
  }));
}

function openTerm(name, group, term) {
  const card = (DATA[name] || []).find((one) => one.group === group);
  const found = card && card.terms.find((one) => one.term === term);
  openPlaces(`${term} · ${group}`, found ? found.places : [], found ? found.n : 0);
}

function outlines(box) {
  DATA.docs.forEach((doc, i) => {
    if (!doc.headings.length) return;
    const details = el("details", {}, el("summary", {}, `${docName(i)} `, el("span", { class: "note" }, `(${doc.headings.length})`)));
    details.addEventListener("toggle", () => {
      if (!details.open || details.querySelector("ol")) return;
      const list = el("ol", {});
      for (const [line, level, start, end, text] of doc.headings) {
        list.append(el("li", {}, saidWord(el("span", {}, String(line)), "title", "line"), el("button", { type: "button", class: "link",
          style: `padding-left:${(level - 1) * 1.4}rem`, onclick: () => openText(i, start, end) }, text)));
      }
      details.append(list);
    });
    box.append(details);
  });
}
