/** Tables that sort, filter, copy and save. A cell's look depends on its column's kind. */
const FIRST_ROWS = 25;

/** Codes that a button filters by, per table; the one with a star is chosen at the start. */
const QUICK = {
  slogans: ["status.known", "status.unknown", "status.local", "kind.numeric", "kind.quoted"],
  reuse: ["*kind.passage", "kind.formula"],
  excluded: ["reason.advert", "reason.disclaimer", "reason.watermark", "reason.furniture", "reason.glossary", "reason.mojibake", "reason.table"],
};

function makeTable(name, heading) {
  const table = DATA.tables[name];
  const state = { sort: -1, down: true, filter: "", quick: null, all: table.rows.length <= FIRST_ROWS };
  const box = el("div", {});
  const filter = said(el("input", { type: "search", id: `filter-${name}`, autocomplete: "off" }), "placeholder", ...DATA.words.filter);
  const count = el("span", { class: "count", role: "status" });
  const body = el("tbody", { role: "rowgroup" });
  const heads = table.columns.map((column, i) => said(el("th", { scope: "col", role: "columnheader", class: column.number ? "num" : "", "data-column": column.name },
    el("button", { type: "button", onclick: () => { sortBy(i); } }, pairOf(...column.head))), "title", column.zh, column.en));
  const more = el("button", { type: "button", onclick: () => { state.all = true; draw(); } }, both("more"));
  const header = table.columns.map((column) => column.name);
  const plain = () => [header, ...chosen().map((row) => row.slice(0, header.length).map((value) => (value === null ? "" : String(value))))];

  function chosen() {
    const needle = state.filter.trim().toLowerCase();
    let rows = table.rows;
    if (state.quick) rows = rows.filter((row) => row[state.quick.at] === state.quick.code);
    if (needle) rows = rows.filter((row) => table.columns.some((column, i) => spoken(name, column, row[i]).toLowerCase().includes(needle)));
    if (state.sort >= 0) {
      const at = state.sort;
      const sign = state.down ? -1 : 1;
      const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""), "zh-CN"));
      rows = rows.map((row, i) => [row, i]).sort(([a, i], [b, j]) => sign * compare(a[at], b[at]) || i - j).map(([row]) => row);
    }
    return rows;
  }
  function sortBy(i) {
    state.down = state.sort === i ? !state.down : table.columns[i].number;
    state.sort = i;
    heads.forEach((head, j) => (j === i ? head.setAttribute("aria-sort", state.down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    draw();
  }
  function draw() {
    const rows = chosen();
    const shown = state.all ? rows : rows.slice(0, FIRST_ROWS);
    body.replaceChildren(...shown.map((row) => el("tr", { role: "row" }, ...table.columns.map((column, i) => cell(name, column, row[i], row)))));
    count.replaceChildren(`${rows.length === table.total ? "" : `${rows.length} / `}${table.total} `, both("rows"));
    more.hidden = shown.length === rows.length;
  }
  filter.addEventListener("input", () => { state.filter = filter.value; draw(); });
  box.append(quickFilters(name, table, state, draw),
    el("div", { class: "tools-row" }, count, el("label", { class: "hidden", for: filter.id }, both("filter"), " ", both(name)), filter, ...exports(name, plain)),
    el("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-labelledby": heading },
      el("table", { role: "table", class: table.columns.length > 4 ? "stacked" : "" },
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), body)),
    el("div", { class: "tools-row" }, more), notes(table.columns));
  draw();
  return box;
}

/** One button per code that occurs; a second click takes the filter back. */
function quickFilters(name, table, state, draw) {
  const found = (QUICK[name] || []).map((entry) => {
    const first = entry.startsWith("*");
    const [column, code] = entry.replace("*", "").split(".");
    const at = table.columns.findIndex((one) => one.name === column);
    return { first, at, code, n: table.rows.filter((row) => row[at] === code).length };
  }).filter((one) => one.at >= 0 && one.n);
  if (found.length < 2) return "";
  const buttons = found.map((one) => el("button", { type: "button", "aria-pressed": "false", onclick: () => {
    state.quick = state.quick === one ? null : one;
    press();
    draw();
  } }, pairOf(...wordsOf(name, one.code)), el("span", { class: "n" }, ` ${one.n}`)));
  const press = () => buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(found[i] === state.quick)));
  state.quick = found.find((one) => one.first) || null;
  press();
  return el("div", { class: "tools-row quick", id: `quick-${name}` }, ...buttons);
}

function notes(columns) {
  const list = el("dl", {});
  for (const column of columns) list.append(el("dt", {}, pairOf(...column.head), " ", el("code", {}, column.name)), el("dd", {}, pairOf(column.zh, column.en)));
  return el("details", { class: "note columns" }, el("summary", {}, both("columns")), list);
}

const CODED = new Set(["kind", "status", "reason", "warning", "comparison", "caution"]);
/** A column that the corpus brought may be named like one of ours; what stands in it is not ours. */
const isCoded = (column) => !column.own && CODED.has(column.name);
const SHARES = new Set(["share", "share_low", "share_high", "mean_share", "difference", "quoted_share"]);

const CHANCES = new Set(["p", "p_adjusted"]);

/** What a cell says, with the words for a code, so that a filter finds either. */
function spoken(name, column, value) {
  if (value === null || value === undefined) return "";
  if (!isCoded(column)) return String(value);
  return pairOfCodes(name, value).join(" ");
}

const wordsOf = (name, code) => [`${name}.${code}`, code].filter((key) => Object.hasOwn(DATA.values, key)).map((key) => DATA.values[key])[0] || [code, code];

/** The words for a code, or for several joined by ｜, in both languages. */
function pairOfCodes(name, value) {
  const words = String(value).split("｜").map((code) => wordsOf(name, code));
  return [words.map((pair) => pair[0]).join("、"), words.map((pair) => pair[1]).join(", ")];
}

/** What a click on a cell opens, by table and column. */
const LINKS = {
  "slogans.slogan": (value) => openSlogan(value),
  "documents.doc_id": (value) => openText(docIndex(value)),
  "excluded.text": (value, row) => openText(docIndex(row[0]), row[1], row[2]),
  "commitments.text": (value, row) => openText(...row[row.length - 1]),
  "emphasis.theme": (value, row) => openTheme(value, row[0]),
  "keyness_by.term": (value, row) => openTerm("keyness_by", row[0], value),
  "nearest.neighbour": (value, row) => openPair(row[0], value),
  "reuse.text": (value, row) => openSharedLike(row),
  "reuse.family": (value) => openFamily(value),
  "families.family": (value) => openFamily(value),
  "families.earliest": (value) => openText(docIndex(value)),
  "families.text": (value, row) => openFamily(row[0]),
};
/** Whether a cell names a document whose text is not in the page. */
const textless = (name, column, value) => ["documents.doc_id", "families.earliest"].includes(`${name}.${column.name}`) && DATA.docs[docIndex(value)].text === null;
function cell(name, column, value, row) {
  const attributes = { role: "cell", "data-zh": column.head[0], "data-en": column.head[1] };
  if (value === null || value === "") return el("td", { ...attributes, class: "empty" });
  const link = textless(name, column, value) ? null : LINKS[`${name}.${column.name}`];
  const linked = (text) => (link ? el("button", { type: "button", class: "link", onclick: () => link(value, row) }, text) : text);
  if (column.number) {
    const text = column.own ? String(value) : SHARES.has(column.name) ? percent(value, column.name === "quoted_share" ? 0 : 1)
      : CHANCES.has(column.name) && value < 0.0005 ? "<0.001" : number(value);
    return el("td", { ...attributes, class: "num" }, linked(text));
  }
  const text = String(value);
  if (isCoded(column)) return el("td", { ...attributes, class: text.includes("｜") ? "name" : text.length > 20 ? "wide" : "short" }, pairOf(...pairOfCodes(name, text)));
  return el("td", { ...attributes, class: text.length > 18 ? "wide" : text.length < 8 || /^[\x20-\x7e]{8,18}$/.test(text) ? "short" : "name" }, linked(text));
}
