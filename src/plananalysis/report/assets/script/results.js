/** What a search found: how many places each group has, the places in the order asked for, and all of them as csv. */
Report.add((report) => {
  const { el, byId, both, saidWord, shortened } = report;
  const { docs, readQuery, findPlaces, around, sortPlaces } = report;
  const { groupings, countsBy, isOf, rateOf, asCells, exports } = report;
  const { barRow, openReader, openPlaces, placeInContext, readdress } = report;
  const STEP = 500;
  const MOST_BARS = 60;
  const MOST_FOUND = 8;
  const DIGITS = 2;
  const ASKED = 60;
  const COLUMNS = ["doc_id", "unit", "year", "start", "end", "left", "node", "right"];
  /** What a reader can choose, the first unless an address says otherwise. */
  const CHOICES = {
    within: ["sentence", "passage"], by: groupings, per: ["n", "rate"], sort: ["text", "left", "right"],
  };

  const hasTexts = docs.some((doc) => doc.text !== null);

  /** Options as an address has them, what is not known aside. */
  function stateOf(wanted) {
    const chosen = Object.entries(CHOICES).map(([name, values]) =>
      [name, values.includes(wanted[name]) ? wanted[name] : values[0]]);
    return { ...Object.fromEntries(chosen), only: wanted.only ?? null };
  }
  /** The address of a search: its words, and what is not as it is at first. */
  function addressOfSearch(query, state) {
    const changed = Object.entries(CHOICES).filter(([name, values]) => state[name] !== values[0]);
    return { q: query, ...Object.fromEntries(changed.map(([name]) => [name, state[name]])),
      ...(state.only === null ? {} : { only: state.only }) };
  }

  /** Buttons of which one is pressed. */
  function switches(name, chosen, onchange) {
    const press = (value) =>
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(CHOICES[name][i] === value)));
    const buttons = CHOICES[name].map((value) => el("button", { type: "button", onclick: () => {
      press(value);
      onchange(value);
    } }, both(`${name}_${value}`)));
    press(chosen);
    return saidWord(el("span", { role: "group", class: "switches" }, ...buttons), "aria-label", `choose_${name}`);
  }

  /** The field in which a search is asked again, with what it understands. */
  function askedAgain(query, state) {
    const field = el("input", { id: "query-again", type: "search", autocomplete: "off", value: query });
    const form = el("form", { class: "tools-row asked", role: "search", onsubmit: (event) => {
      event.preventDefault();
      if (field.value.trim()) openSearch(field.value.trim(), { ...state, only: null });
    } }, el("label", { class: "hidden", for: "query-again" }, both("search")), field,
    el("button", { type: "submit" }, both("search_button")));
    const help = el("details", { class: "note" }, el("summary", {}, both("search_how")),
      el("p", {}, both("search_help")));
    return [saidWord(form, "aria-label", "search"), help];
  }

  const nameOf = (group) => (group === "" ? both("no_group") : group);
  const numbersOf = (row) => `${row.n} · ${row.rate.toFixed(DIGITS)}`;

  /** A bar for each group; a click lists its places alone, another all again. */
  function bars(rows, state, choose) {
    const shown = rows.length > MOST_BARS
      ? [...rows].sort((a, b) => b[state.per] - a[state.per]).slice(0, MOST_BARS) : rows;
    const high = Math.max(...rows.map((row) => row[state.per])) || 1;
    const bar = (row) => {
      const parts = [{ share: row[state.per] / high, colour: "var(--accent)" }];
      const open = () => choose(row.group === state.only ? null : row.group);
      const item = barRow(nameOf(row.group), open, parts, numbersOf(row), row.group || " ");
      item.querySelector("button").setAttribute("aria-pressed", String(row.group === state.only));
      return item;
    };
    const left = shown.length < rows.length
      ? el("p", { class: "note" }, both("bars_left", { shown: shown.length, total: rows.length })) : null;
    return el("div", {}, el("p", { class: "note" }, both("bars_hint")),
      el("ol", { class: "barlist counts" }, ...shown.map(bar)), left);
  }

  /** A place as a row of the csv, with its source. */
  function exported(place) {
    const [left, node, right] = around(place);
    const { id, unit, year } = docs[place.doc];
    return { doc_id: id, unit, year, start: place.start, end: place.end, left, node, right };
  }

  /** The first places of a list, and a button for more of them. */
  function listOf(places, options) {
    if (!places.length) return el("p", {}, both("no_hits"));
    const list = el("ol", { class: "kwic" });
    const note = el("p", { class: "note", role: "status" });
    const more = el("button", { type: "button", onclick: () => add() });
    function add() {
      const from = list.children.length;
      list.append(...places.slice(from, from + STEP).map((place) => placeInContext(place, options)));
      const [shown, total] = [list.children.length, places.length];
      note.replaceChildren(...(shown < total ? [both("places_listed", { shown, total })] : []));
      more.replaceChildren(both("more_places", { n: Math.min(STEP, total - shown) }));
      more.hidden = shown >= total;
    }
    add();
    return el("div", {}, note, list, more);
  }

  /** What was found in words: places, documents, rate; of several terms the sentences or passages that hold all. */
  function summary(terms, found, state) {
    const n = found.places.length;
    const n_docs = new Set(found.places.map((place) => place.doc)).size;
    const chars = docs.reduce((sum, doc) => sum + doc.counted, 0);
    const values = { n, docs: n_docs, total: docs.length, rate: rateOf(n, chars).toFixed(DIGITS),
      first: shortened(terms[0].text, ASKED), contexts: found.n_contexts };
    const key = terms.length > 1 ? `found_${state.within}` : "found_places";
    return el("p", { class: "said", role: "status" }, both(key, values));
  }

  /** What sections find by name, {label, n, places, open}, where one word is asked for. */
  function namedBy(terms) {
    if (terms.length !== 1 || !terms[0].needle) return [];
    return Object.values(report.sections).flatMap((one) => (one.find ? one.find(terms[0].needle) : []));
  }
  function chips(named) {
    if (!named.length) return null;
    const chip = ({ label, n, open }) => el("li", {}, el("button", { type: "button", onclick: open },
      label, el("span", { class: "n" }, ` ${n}`)));
    return el("ul", { class: "chips found" }, ...named.slice(0, MOST_FOUND).map(chip));
  }

  /** One line that says why a query cannot be searched. */
  function openFault(query, state, { reason, pattern }) {
    const values = { pattern: shortened(pattern, ASKED) };
    openReader({ address: addressOfSearch(query, state), title: () => document.createTextNode(shortened(query, ASKED)),
      body: () => el("div", {}, ...askedAgain(query, state),
        el("p", { class: "fault", role: "alert" }, both(reason, values))) });
  }

  /** A page without texts knows only the places of what sections find by name. */
  function openNamed(query, state, terms) {
    const named = namedBy(terms);
    const places = named.flatMap((one) => one.places);
    const total = named.reduce((sum, one) => sum + one.n, 0);
    const above = () => el("div", {}, el("p", { class: "note" }, both("search_without_texts")), chips(named));
    openPlaces(query, places.slice(0, STEP), total, { above, address: addressOfSearch(query, state) });
  }

  /** Search the texts for words, "phrases" and /patterns/; `wanted` holds options as an address has them. */
  function openSearch(query, wanted = {}) {
    const state = stateOf(wanted);
    const { terms, fault } = readQuery(query);
    if (fault) return openFault(query, state, fault);
    if (!hasTexts) return openNamed(query, state, terms);
    let found = findPlaces(terms, state.within);
    let listed = found.places;
    const here = () => addressOfSearch(query, state);
    const title = () => el("span", {}, `${shortened(query, ASKED)} · ${found.places.length} `, both("places"));
    const rows = () => asCells(COLUMNS, listed.map(exported));

    function body() {
      const parts = { summary: el("div", {}), bars: el("div", {}), places: el("div", {}) };
      function drawPlaces() {
        const kept = state.only === null ? found.places
          : found.places.filter((place) => isOf(place, state.by, state.only));
        listed = sortPlaces(kept, state.sort);
        const options = { context: around, among: listed, others: found.others, asked: here() };
        parts.places.replaceChildren(listOf(listed, options));
      }
      function drawBars() {
        parts.bars.replaceChildren(bars(countsBy(found.places, state.by), state, (group) => choose({ only: group })));
      }
      function drawAll() {
        parts.summary.replaceChildren(summary(terms, found, state));
        drawBars();
        drawPlaces();
      }
      /** Take a choice, draw what it changes, and say so in the address. */
      function choose(change) {
        const focused = document.activeElement.closest("ol.counts li");
        const at = focused ? [...focused.parentNode.children].indexOf(focused) : -1;
        Object.assign(state, "by" in change || "within" in change ? { only: null } : {}, change);
        if ("within" in change) {
          found = findPlaces(terms, state.within);
          byId("reader-title").replaceChildren(title());
        }
        if ("within" in change) drawAll();
        else if ("sort" in change) drawPlaces();
        else if ("per" in change) drawBars();
        else { drawBars(); drawPlaces(); }
        if (at >= 0) parts.bars.querySelectorAll("ol.counts button")[at].focus();
        readdress(here());
      }
      drawAll();
      const tools = (...names) => el("div", { class: "tools-row" }, ...names.filter((name) => CHOICES[name].length > 1)
        .map((name) => switches(name, state[name], (value) => choose({ [name]: value }))));
      return el("div", { class: "results" }, ...askedAgain(query, state), terms.length > 1 ? tools("within") : null,
        parts.summary, chips(namedBy(terms)), tools("by", "per"), parts.bars,
        el("div", { class: "tools-row" }, ...tools("sort").childNodes, ...exports("search", rows)), parts.places);
    }
    openReader({ address: here(), title, body });
  }

  /** The places that an address's search lists, as the text opened from it knows them. */
  function foundBy(query, wanted) {
    const state = stateOf(wanted);
    const { places, others } = findPlaces(readQuery(query).terms, state.within);
    const kept = state.only === null ? places : places.filter((place) => isOf(place, state.by, state.only));
    return { among: sortPlaces(kept, state.sort), others, asked: addressOfSearch(query, state) };
  }

  return { openSearch, foundBy };
});
