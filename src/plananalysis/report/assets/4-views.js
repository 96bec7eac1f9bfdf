/** The views of each section. */
const docIds = new Map(DATA.docs.map((doc, i) => [doc.id, i]));
const docIndex = (id) => docIds.get(id);
const sloganPlaces = new Map((DATA.slogans || []).map((entry) => [entry.slogan, entry]));

function openSlogan(slogan, unit = null) {
  const entry = sloganPlaces.get(slogan);
  if (!entry) return openPlaces(slogan, [], 0);
  const places = unit === null ? entry.places : entry.places.filter((place) => DATA.docs[place[0]].group === unit);
  return openPlaces(unit === null ? `“${slogan}”` : `“${slogan}” · ${unit}`, places, unit === null ? entry.n : places.length);
}

/** A matrix as a table of buttons, the darker the higher. */
function heatmap(rows, columns, value, { low = 0, high, form, label, open }) {
  const head = el("tr", {}, el("td", {}), ...columns.map((name) => el("th", { scope: "col" }, el("span", { title: name }, name))));
  const body = rows.map((row, i) => el("tr", {}, el("th", { scope: "row" }, row), ...columns.map((column, j) => {
    const x = value(i, j);
    if (x === null) return el("td", { class: "self" });
    const share = high > low ? (x - low) / (high - low) : 0;
    const cell_ = el("td", { style: `background: rgba(var(--heat), ${(share * 0.92).toFixed(2)})` });
    if (x !== 0 || form(x)) {
      cell_.append(el("button", { type: "button", class: share > 0.86 ? "dark" : "", "aria-label": label(i, j, x), title: label(i, j, x),
        onclick: () => open(i, j) }, form(x)));
    }
    return cell_;
  })));
  return el("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": "heatmap" },
    el("table", { class: columns.length > 24 ? "heat dense" : "heat" }, el("thead", {}, head), el("tbody", {}, ...body)));
}

function sloganHeatmap(box) {
  const { slogans, units, counts } = DATA.heat;
  const high = Math.max(1, ...counts.flat());
  box.append(heatmap(slogans, units, (i, j) => counts[i][j], { high, form: (x) => (x ? String(x) : ""),
    label: (i, j, x) => `${slogans[i]} · ${units[j]}: ${x}`, open: (i, j) => openSlogan(slogans[i], units[j]) }));
}

function similarityHeatmap(box) {
  if (!DATA.similarity) return;
  const { labels, cosine } = DATA.similarity;
  const others = cosine.flatMap((row, i) => row.filter((_, j) => i !== j));
  const low = Math.min(...others);
  const high = Math.max(...others);
  box.append(heatmap(labels, labels, (i, j) => (i === j ? null : cosine[i][j]), { low, high, form: (x) => x.toFixed(2).replace(/^0/, ""),
    label: (i, j, x) => `${labels[i]} · ${labels[j]}: ${x.toFixed(3)}`, open: (i, j) => openPair(i, j) }));
}

function openPair(i, j) {
  const { labels } = DATA.similarity;
  openReader({ title: () => document.createTextNode(`${labels[i]} · ${labels[j]}`), body: () => comparison(labels[i], labels[j]) });
}

/** A bar with its label and number; a click opens what is behind it. */
function barRow(label, open, parts, text, title = "") {
  const bars = parts.map(([share, colour]) => el("span", { class: "bar", style: `width:${(100 * share).toFixed(1)}%;background:${colour}` }));
  return el("li", {}, el("button", { type: "button", class: "link", title: title || label, onclick: open }, label),
    el("span", { class: "bars", "aria-hidden": "true" }, ...bars), el("span", { class: "n" }, text));
}

function termCards(box, name, measure) {
  const longest = Math.max(...DATA[name].flatMap((card) => card.terms.map((term) => term.value)), 1e-9);
  for (const card of DATA[name]) {
    const rows = card.terms.map((term) => barRow(term.term, () => openPlaces(`${term.term} · ${card.group}`, term.places, term.n),
      [[Math.max(0, term.value) / longest, card.colour]], String(term.n), `${term.term}: ${measure} ${number(term.value)}`));
    box.append(el("div", { class: "card" }, el("h3", {}, el("i", { style: `background:${card.colour}`, "aria-hidden": "true" }), card.group), el("ol", {}, ...rows)));
  }
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
        list.append(el("li", {}, el("span", { title: word("line") }, String(line)), el("button", { type: "button", class: "link",
          style: `padding-left:${(level - 1) * 1.4}rem`, onclick: () => openText(i, start, end) }, text)));
      }
      details.append(list);
    });
    box.append(details);
  });
}
