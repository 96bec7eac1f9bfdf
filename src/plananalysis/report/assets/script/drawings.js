/** Heatmaps, bars, tabs and choices that several sections use; each is one stop of the keyboard. */
Report.add(({ el, svg, both, exports }) => {
  const MANY_CELLS = 5000;
  const DENSE_FROM = 25;
  // Letters stand out by 4.5 to 1 everywhere: from this depth on in the other colour, on the light page and the dark.
  const [FULL, DARK] = [0.92, 0.8];

  /** The merges of the clustering, level with the rows of the heatmap. */
  function treeOf(merges, leaves) {
    const bracket = ({ y1, x1, x, y2, x2 }) => `M${100 * x1} ${y1}H${100 * x}V${y2}H${100 * x2}`;
    const box = { viewBox: `0 0 100 ${leaves}`, preserveAspectRatio: "none", "aria-hidden": "true" };
    return svg("svg", box, svg("path", { d: merges.map(bracket).join("") }));
  }

  /**
   * A matrix as a table of buttons, the darker the higher; a tree may stand beside the rows.
   * `value(i, j)` is null where there is no cell; `form(x, i, j)` writes a value, `label` says it in full.
   */
  function heatmap(name, heading, rows, columns, value, { low = 0, high, form, label, open, tree = [] }) {
    function cellAt(i, j) {
      const x = value(i, j);
      if (x === null) return el("td", { class: "self" });
      const share = high > low ? (x - low) / (high - low) : 0;
      const depth = (share * FULL).toFixed(2);
      const cell = el("td", { style: `background: rgba(var(--heat), ${depth})` });
      const written = form(x, i, j);
      if (x !== 0 || written) {
        const attributes = { type: "button", tabindex: "-1", class: depth >= DARK ? "dark" : "",
          "aria-label": label(i, j, x), title: label(i, j, x), onclick: () => open(i, j) };
        cell.append(el("button", attributes, written));
      }
      return cell;
    }
    const heads = columns.map((column) => el("th", { scope: "col" }, el("span", { title: column }, column)));
    const head = el("tr", {}, el("td", {}), ...heads, tree.length ? el("td", {}) : null);
    const beside = tree.length ? el("td", { class: "tree", rowspan: rows.length }, treeOf(tree, rows.length)) : null;
    const body = rows.map((row, i) => el("tr", {}, el("th", { scope: "row" }, row),
      ...columns.map((_, j) => cellAt(i, j)), i === 0 ? beside : null));
    const look = columns.length >= DENSE_FROM ? "heat dense" : "heat";
    const table = el("table", { role: "grid", "aria-labelledby": heading, class: look },
      el("thead", {}, head), el("tbody", {}, ...body));
    arrows(table);
    const cells = () => [["", ...columns],
      ...rows.map((row, i) => [row, ...columns.map((_, j) => String(value(i, j) ?? ""))])];
    return el("div", {},
      el("div", { class: "scroll tall fit", tabindex: "0", role: "region", "aria-labelledby": heading }, table),
      el("div", { class: "tools-row small" }, ...exports(name, cells)));
  }

  /** A grid is one stop of the keyboard; arrows lead to the next cell that holds anything. */
  function arrows(table) {
    const first = table.querySelector("tbody button");
    if (first) first.tabIndex = 0;
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    table.addEventListener("keydown", (event) => {
      const cell = event.target.closest("td");
      if (!cell || !(event.key in steps)) return;
      event.preventDefault();
      const [down, right] = steps[event.key];
      const rows = table.tBodies[0].rows;
      let [i, j] = [cell.parentNode.sectionRowIndex + down, cell.cellIndex + right];
      while (rows[i] && rows[i].cells[j]) {
        const next = rows[i].cells[j].querySelector("button");
        if (next) return goTo(event.target, next);
        [i, j] = [i + down, j + right];
      }
    });
  }

  /** Move the one stop of a group from one member to another. */
  function goTo(here, next) {
    here.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  /** Where an arrow key, Home or End leads to in a row of things; null for any other key. */
  function moved(key, at, length) {
    const [next, before] = [at + 1, at - 1];
    const steps = { ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before, Home: 0, End: length - 1 };
    return key in steps && at >= 0 ? Math.min(length - 1, Math.max(0, steps[key])) : null;
  }

  const waiting = new Map();
  const nearing = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) drawNow(entry.target);
  }, { rootMargin: "1200px" });
  function drawNow(box) {
    const draw = waiting.get(box);
    waiting.delete(box);
    nearing.unobserve(box);
    if (draw) draw();
  }
  /** A drawing of very many cells waits until it is nearly in view, so that the page opens fast. */
  function whenNear(box, cells, draw) {
    if (cells < MANY_CELLS) return draw();
    waiting.set(box, () => { box.replaceChildren(); draw(); });
    box.append(el("div", { class: "later" }));
    nearing.observe(box);
  }
  const drawAllWaiting = () => [...waiting.keys()].forEach(drawNow);

  /** A bar of parts, {share, colour}, with its label and number; a click opens what is behind it. */
  function barRow(label, open, parts, text, title = "") {
    const bars = parts.map(({ share, colour }) =>
      el("span", { class: "bar", style: `width:${(100 * share).toFixed(1)}%;background:${colour}` }));
    return el("li", {}, el("button", { type: "button", class: "link", title: title || label, onclick: open }, label),
      el("span", { class: "bars", "aria-hidden": "true" }, ...bars), el("span", { class: "n" }, text));
  }

  /** What a whole falls into, {share, colour}, as one bar; `legend` names the colours. */
  const stack = (parts) => el("span", { class: "stack", "aria-hidden": "true" }, ...parts.map(({ share, colour }) =>
    el("i", { style: `width:${(100 * share).toFixed(2)}%;background:${colour}` })));
  const legend = (parts, nameOf) => el("p", { class: "note legend" }, ...parts.map((part) =>
    el("span", {}, el("i", { style: `background:${part.colour}`, "aria-hidden": "true" }), nameOf(part))));

  /** Tabs by the usual keys: one stop, arrows to move. Entries are {name, title}, panels in the same order. */
  function tabs(entries, panels) {
    const buttons = entries.map(({ name, title }, i) => el("button", { type: "button", role: "tab", id: `tab-${name}`,
      "aria-controls": `panel-${name}`, onclick: () => choose(i) }, both(title)));
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

  /** A labelled list of choices. */
  function choice(id, key, options, chosen, onchange) {
    const select = el("select", { id },
      ...options.map((name, i) => el("option", { value: String(i), selected: i === chosen }, name)));
    select.addEventListener("change", onchange);
    return { select, label: el("label", { for: id }, both(key), " ", select) };
  }

  return { heatmap, goTo, moved, whenNear, drawAllWaiting, barRow, stack, legend, tabs, choice };
});
