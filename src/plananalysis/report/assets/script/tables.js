/** Tables that sort, filter, copy and save. A cell's look depends on its column. */
Report.add((report) => {
  const { data, el, wordsFor, pairOf, both, said, codeWords, number, percent, exports, fold, records } = report;
  const FIRST_ROWS = 25;
  const STACKED_FROM = 5;
  const SMALLEST_P = 0.0005;
  const [WIDE, SHORT, WIDE_CODE] = [18, 8, 20];
  const takers = new Map();

  /** The words for a code, or for several joined by ｜, in both languages. */
  function pairOfCodes(table, value) {
    const pairs = String(value).split("｜").map((code) => codeWords(table, code));
    return [pairs.map((pair) => pair[0]).join("、"), pairs.map((pair) => pair[1]).join(", ")];
  }

  /** What a cell says, with the words for a code, so that a filter finds either. */
  function spoken(table, column, value) {
    if (value === null || value === undefined) return "";
    return column.look === "code" ? pairOfCodes(table, value).join(" ") : String(value);
  }

  /** What a click on a cell opens, or null; sections say so by "table.column". */
  function actionOf(table, column, value, record) {
    const key = `${table}.${column.name}`;
    const section = Object.values(report.sections).find((one) => one.links && Object.hasOwn(one.links, key));
    return section && !column.own ? section.links[key](value, record) : null;
  }

  function numberText(column, value) {
    if (column.own) return String(value);
    if (column.look === "share") return percent(value, 1);
    if (column.look === "percent") return percent(value);
    return column.look === "chance" && value < SMALLEST_P ? "<0.001" : number(value);
  }

  function widthOf(text) {
    if (text.length > WIDE) return "wide";
    return text.length < SHORT || /^[\x20-\x7e]{8,18}$/.test(text) ? "short" : "name";
  }

  function cell(table, column, value, record) {
    const attributes = { role: "cell", "data-zh": column.head[0], "data-en": column.head[1] };
    if (value === null || value === "") return el("td", { ...attributes, class: "empty" });
    const action = actionOf(table, column, value, record);
    const linked = (text) => (action ? el("button", { type: "button", class: "link", onclick: action }, text) : text);
    if (column.number) return el("td", { ...attributes, class: "num" }, linked(numberText(column, value)));
    const text = String(value);
    if (column.look === "code") {
      const look = text.includes("｜") ? "name" : text.length > WIDE_CODE ? "wide" : "short";
      return el("td", { ...attributes, class: look }, pairOf(...pairOfCodes(table, text)));
    }
    return el("td", { ...attributes, class: widthOf(text) }, linked(text));
  }

  /** Compare two values of a column: numbers as numbers, all else as Chinese is sorted. */
  function compareValues(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a ?? "").localeCompare(String(b ?? ""), "zh-CN");
  }

  function notes(columns) {
    const list = el("dl", {});
    for (const column of columns) {
      list.append(el("dt", {}, pairOf(...column.head), " ", el("code", {}, column.name)),
        el("dd", {}, pairOf(column.zh, column.en)));
    }
    return el("details", { class: "note columns" }, el("summary", {}, both("columns")), list);
  }

  /** One button per code that occurs; a second click takes the filter back. `state.press` shows which is chosen. */
  function quickFilters(name, rows, state, draw) {
    const found = data.tables[name].quick
      .map((one) => ({ ...one, n: rows.filter((record) => record[one.column] === one.code).length }))
      .filter((one) => one.n);
    if (found.length < 2) return "";
    const buttons = found.map((one) => el("button", { type: "button", "aria-pressed": "false", onclick: () => {
      state.quick = isChosen(one) ? null : one;
      state.press();
      draw();
      state.mark();
    } }, pairOf(...codeWords(name, one.code)), el("span", { class: "n" }, ` ${one.n}`)));
    const keyOf = (one) => one && `${one.column}:${one.code}`;
    const isChosen = (one) => keyOf(one) === keyOf(state.quick);
    state.press = () => buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(isChosen(found[i]))));
    state.quick = found.find((one) => one.first) || null;
    state.press();
    return el("div", { class: "tools-row quick", id: `quick-${name}` }, ...buttons);
  }

  /** The records that filter and button leave, in the order chosen. */
  function chosenRows(rows, state, foldedRow) {
    const needle = fold(state.filter);
    let found = rows;
    if (state.quick) found = found.filter((record) => record[state.quick.column] === state.quick.code);
    if (needle) found = found.filter((record) => foldedRow(record).some((text) => text.includes(needle)));
    if (!state.sort) return found;
    const sign = state.down ? -1 : 1;
    const order = new Map(found.map((record, i) => [record, i]));
    return [...found].sort((a, b) =>
      sign * compareValues(a[state.sort], b[state.sort]) || order.get(a) - order.get(b));
  }

  /** A table with its tools; `heading` is the id of what names it. */
  function makeTable(name, heading) {
    const table = data.tables[name];
    const columns = table.columns.filter((column) => !column.hidden);
    const rows = records(table);
    const names = columns.map((column) => column.name);
    const state = { sort: null, down: true, filter: "", quick: null, all: rows.length <= FIRST_ROWS,
      press: () => {}, mark: () => report.mark({ table: name, ...addressOfState(state) }) };
    const folded = new Map();
    const foldedRow = (record) => {
      if (!folded.has(record)) {
        folded.set(record, columns.map((column) => fold(spoken(name, column, record[column.name]))));
      }
      return folded.get(record);
    };
    const chosen = () => chosenRows(rows, state, foldedRow);
    const search = el("input", { type: "search", id: `filter-${name}`, autocomplete: "off" });
    const filter = said(search, "placeholder", ...wordsFor("filter"));
    const count = el("span", { class: "count", role: "status" });
    const body = el("tbody", { role: "rowgroup" });
    const heads = columns.map((column) => {
      const look = column.number ? "num" : "";
      const attributes = { scope: "col", role: "columnheader", class: look, "data-column": column.name };
      const onclick = () => { sortBy(column); state.mark(); };
      const button = el("button", { type: "button", onclick }, pairOf(...column.head));
      return said(el("th", attributes, button), "title", column.zh, column.en);
    });
    const showAll = () => { state.all = true; draw(); };
    const more = el("button", { type: "button", onclick: showAll }, both("more"));
    const plain = () => [names, ...chosen().map((record) => names.map((one) => String(record[one] ?? "")))];

    function sortBy(column, down = state.sort === column.name ? !state.down : column.number) {
      state.down = down;
      state.sort = column.name;
      heads.forEach((head, i) => {
        if (columns[i] === column) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      draw();
    }
    function draw() {
      const left = chosen();
      const shown = state.all ? left : left.slice(0, FIRST_ROWS);
      body.replaceChildren(...shown.map((record) => el("tr", { role: "row" },
        ...columns.map((column) => cell(name, column, record[column.name], record)))));
      count.replaceChildren(`${left.length === table.total ? "" : `${left.length} / `}${table.total} `, both("rows"));
      more.hidden = shown.length === left.length;
    }
    filter.addEventListener("input", () => { state.filter = filter.value; draw(); });
    filter.addEventListener("change", state.mark);
    const label = el("label", { class: "hidden", for: filter.id }, both("filter"), " ", both(name));
    const box = el("div", {}, quickFilters(name, rows, state, draw),
      el("div", { class: "tools-row" }, count, label, filter, ...exports(name, plain)),
      el("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-labelledby": heading },
        el("table", { role: "table", class: columns.length >= STACKED_FROM ? "stacked" : "" },
          el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), body)),
      el("div", { class: "tools-row" }, more), notes(columns));
    draw();
    takers.set(name, (wanted) => {
      const column = columns.find((one) => one.name === wanted.sort);
      state.filter = filter.value = wanted.filter || "";
      const isChosen = (one) => `${one.column}:${one.code}` === wanted.only;
      state.quick = data.tables[name].quick.find(isChosen) || null;
      state.press();
      if (column) sortBy(column, wanted.down === "1");
      else draw();
      for (let at = box; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      box.scrollIntoView();
    });
    return box;
  }

  /** What an address says of a table: its filter, the button that is pressed, its order. */
  function addressOfState({ filter, quick, sort, down }) {
    return { ...(filter ? { filter } : {}), ...(quick ? { only: `${quick.column}:${quick.code}` } : {}),
      ...(sort ? { sort, down: down ? "1" : "0" } : {}) };
  }

  /** Show a table as an address says; false where the page has no such table. */
  function openTable(name, wanted) {
    if (takers.has(name)) takers.get(name)(wanted);
    return takers.has(name);
  }

  return { openTable, makeTable, compareValues, chosenRows, spoken };
});
