/** Tables that sort, filter, copy and save. A cell's look depends on its column's kind. */
const FIRST_ROWS = 25;

function makeTable(name) {
  const table = DATA.tables[name];
  const state = { sort: -1, down: true, filter: "", all: table.rows.length <= FIRST_ROWS };
  const box = el("div", {});
  const filter = el("input", { type: "search", id: `filter-${name}`, autocomplete: "off",
    "data-hint-zh": DATA.words.filter[0], "data-hint-en": DATA.words.filter[1] });
  const count = el("span", { class: "count", role: "status" });
  const body = el("tbody", {});
  const heads = table.columns.map((column, i) => {
    const head = el("th", { scope: "col", class: column.number ? "num" : "", title: `${column.zh} / ${column.en}` },
      el("button", { type: "button", onclick: () => { sortBy(i); } }, pairOf(column.zh_short, column.name)));
    return head;
  });
  const more = el("button", { type: "button", onclick: () => { state.all = true; draw(); } }, both("more"));
  const header = table.columns.map((column) => column.name);
  const plain = () => chosen().map((row) => row.slice(0, header.length).map((value) => (value === null ? "" : String(value))));
  const copy = el("button", { type: "button", onclick: async () => {
    const text = [header, ...plain()].map((row) => row.map(oneLine).join("\t")).join("\n");
    try { await navigator.clipboard.writeText(text); } catch { return; }
    count.replaceChildren(both("copied"));
  } }, both("copy"), el("span", { class: "hidden" }, ` ${name}`));
  const csv = el("button", { type: "button", onclick: () => {
    const quote = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const text = [header, ...plain()].map((row) => row.map(quote).join(",")).join("\r\n");
    save(`${name}.csv`, new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  } }, both("csv"), el("span", { class: "hidden" }, ` ${name}`));

  function chosen() {
    const needle = state.filter.trim().toLowerCase();
    let rows = table.rows;
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
    body.replaceChildren(...shown.map((row) => el("tr", {}, ...table.columns.map((column, i) => cell(name, column, row[i], row)))));
    count.replaceChildren(`${rows.length === table.total ? "" : `${rows.length} / `}${table.total} `, both("rows"));
    more.hidden = shown.length === rows.length;
  }
  filter.addEventListener("input", () => { state.filter = filter.value; draw(); });
  box.append(el("div", { class: "tools-row" }, count, el("label", { class: "hidden", for: filter.id }, both("filter"), ` ${name}`), filter, copy, csv),
    el("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": name },
      el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body)),
    el("div", { class: "tools-row" }, more), notes(table.columns));
  draw();
  return box;
}

function notes(columns) {
  const list = el("dl", {});
  for (const column of columns) list.append(el("dt", {}, column.name), el("dd", {}, pairOf(column.zh, column.en)));
  return el("details", { class: "note" }, el("summary", {}, both("columns")), list);
}

const CODED = new Set(["kind", "status", "reason", "format", "comparison", "caution"]);

/** What a cell says, with the words for a code, so that a filter finds either. */
function spoken(name, column, value) {
  if (value === null || value === undefined) return "";
  if (!CODED.has(column.name)) return String(value);
  return [value, ...pairOfCodes(name, value)].join(" ");
}

/** The words for a code, or for several joined by ｜, in both languages. */
function pairOfCodes(name, value) {
  const words = String(value).split("｜").map((code) => DATA.values[`${name}.${code}`] || DATA.values[code] || [code, code]);
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
  "reuse.text": (value, row) => openSharedLike(row),
  "reuse.family": (value) => openFamily(value),
  "families.family": (value) => openFamily(value),
  "families.text": (value, row) => openFamily(row[0]),
};
function cell(name, column, value, row) {
  if (value === null || value === "") return el("td", {});
  const link = LINKS[`${name}.${column.name}`];
  if (column.number && link) {
    return el("td", { class: "num" }, el("button", { type: "button", class: "link", onclick: () => link(value, row) }, number(value)));
  }
  if (column.number) return el("td", { class: "num" }, number(value));
  const text = String(value);
  if (CODED.has(column.name)) return el("td", { class: text.includes("｜") ? "" : "short" }, pairOf(...pairOfCodes(name, text)));
  const inside = link ? el("button", { type: "button", class: "link", onclick: () => link(value, row) }, text) : text;
  return el("td", { class: text.length > 18 ? "wide" : text.length < 8 ? "short" : "" }, inside);
}
