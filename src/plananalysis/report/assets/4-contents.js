/** Themes, verbs before slogans, the register, cited documents, commitments. */
function themeHeatmap(box) {
  const { themes, groups, share, difference } = DATA.themes;
  const high = Math.max(0.01, ...share.flat());
  box.append(heatmap(groups, themes, (i, j) => share[i][j], { high, form: (x) => (x >= 0.005 ? String(Math.round(100 * x)) : ""),
    label: (i, j, x) => `${groups[i]} · ${themes[j]}: ${(100 * x).toFixed(1)} % (${difference[i][j] >= 0 ? "+" : ""}${(100 * difference[i][j]).toFixed(1)})`,
    open: (i, j) => openTheme(themes[j], groups[i]) }));
}

/** The passages of a theme in a group, those that speak of it most first. */
function openTheme(theme, group) {
  const at = DATA.themes.themes.indexOf(theme);
  const rows = DATA.themes.passages.filter((row) => row[0] === at && DATA.docs[row[1]].group === group);
  openReader({
    title: () => el("span", {}, `${theme} · ${group} · ${rows.length} `, both("passages")),
    body: () => {
      const list = el("ol", { class: "plain" });
      for (const [, doc, start, end, weight, heading, terms] of rows) {
        list.append(el("li", {}, el("button", { type: "button", class: "link", onclick: () => openText(doc, start, end) }, heading || docName(doc)),
          el("span", { class: "note" }, ` ${Math.round(100 * weight)} % · ${terms}`)));
      }
      return rows.length ? list : el("p", {}, both("no_hits"));
    },
  });
}

/** A labelled list of choices. */
function choice(id, key, options, chosen, onchange) {
  const select = el("select", { id }, ...options.map((name, i) => el("option", { value: String(i), selected: i === chosen }, name)));
  select.addEventListener("change", onchange);
  return { select, label: el("label", { for: id }, both(key), " ", select) };
}

function framesView(box) {
  const place = el("div", {});
  const { select, label } = choice("frames-slogan", "slogan", DATA.frames.map((entry) => entry.slogan), 0, draw);
  function draw() {
    const { slogan, frames, groups, counts } = DATA.frames[Number(select.value)];
    const entry = sloganPlaces.get(slogan);
    const open = (i, j) => {
      const places = entry.places.filter((spot, k) => entry.frames[k] === i && DATA.docs[spot[0]].group === groups[j]);
      openPlaces(`${frames[i]} “${slogan}” · ${groups[j]}`, places, counts[i][j]);
    };
    place.replaceChildren(heatmap(frames, groups, (i, j) => counts[i][j], { high: Math.max(1, ...counts.flat()), form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${frames[i]} “${slogan}” · ${groups[j]}: ${x}`, open }));
  }
  box.append(el("p", {}, label), place);
  draw();
}

/** How many slogans the register knows; a click filters the table. */
function registerView(box) {
  const table = DATA.tables.slogans;
  const at = table.columns.findIndex((column) => column.name === "status");
  const kind = table.columns.findIndex((column) => column.name === "kind");
  if (at < 0) return;
  const counts = new Map();
  for (const row of table.rows) {
    if (row[at]) counts.set(row[at], (counts.get(row[at]) || 0) + 1);
    if (row[kind] === "numeric") counts.set("numeric", (counts.get("numeric") || 0) + 1);
  }
  for (const [status, n] of counts) {
    box.append(el("button", { type: "button", onclick: () => {
      const filter = document.getElementById("filter-slogans");
      filter.value = filter.value === status ? "" : status;
      filter.dispatchEvent(new Event("input"));
    } }, pairOf(...(DATA.values[status] || [status, status])), ` ${n}`));
  }
}

function citationHeatmap(box) {
  const { titles, groups, counts, places } = DATA.citations;
  const inGroup = (i, j) => places[i].filter((place) => DATA.docs[place[0]].group === groups[j]);
  box.append(heatmap(titles.map((title) => `《${title}》`), groups, (i, j) => counts[i][j], { high: Math.max(1, ...counts.flat()),
    form: (x) => (x ? String(x) : ""), label: (i, j, x) => `《${titles[i]}》 · ${groups[j]}: ${x}`,
    open: (i, j) => openPlaces(`《${titles[i]}》 · ${groups[j]}`, inGroup(i, j), counts[i][j]) }));
}

function commitmentBars(box) {
  const table = DATA.tables.commitments;
  const unit = table.columns.findIndex((column) => column.name === "unit");
  const high = Math.max(0.01, ...DATA.commitments.map((row) => row[3]));
  const places = (group) => table.rows.filter((row) => row[unit] === group).map((row) => row[row.length - 1]);
  box.append(el("ol", { class: "barlist" }, ...DATA.commitments.map(([group, n, of, share]) => barRow(group,
    () => openPlaces(group, places(group), n), [[share / high, colourOf(group)]], `${Math.round(100 * share)} % (${n}/${of})`))));
}

const colourOf = (group) => ((DATA.keywords || []).find((card) => card.group === group) || { colour: "var(--accent)" }).colour;
