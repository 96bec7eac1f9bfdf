/** Themes, verbs before slogans, cited documents, commitments. */
function themeHeatmap(box) {
  const { themes, groups, share, difference } = DATA.themes;
  const high = Math.max(0.01, ...share.flat());
  box.append(heatmap("themes", "h-themes", groups, themes, (i, j) => share[i][j], { high, form: (x) => (x >= 0.005 ? String(Math.round(100 * x)) : ""),
    label: (i, j, x) => `${groups[i]} · ${themes[j]}: ${percent(x, 1)} (${difference[i][j] >= 0 ? "+" : ""}${(100 * difference[i][j]).toFixed(1)})`,
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
          el("span", { class: "note" }, ` ${percent(weight)} · ${terms}`)));
      }
      return rows.length ? el("div", {}, el("p", { class: "hint" }, both("theme_passages_hint")), list) : el("p", {}, both("no_hits"));
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
    place.replaceChildren(heatmap("frames", "h-frames", frames, groups, (i, j) => counts[i][j], { high: Math.max(3, ...counts.flat()), form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${frames[i]} “${slogan}” · ${groups[j]}: ${x}`, open }));
  }
  box.append(el("p", {}, label), place);
  draw();
}

function citationHeatmap(box) {
  const { titles, groups, counts, places } = DATA.citations;
  const inGroup = (i, j) => places[i].filter((place) => DATA.docs[place[0]].group === groups[j]);
  box.append(heatmap("citations", "h-citations", titles.map((title) => `《${title}》`), groups, (i, j) => counts[i][j], { high: Math.max(3, ...counts.flat()),
    form: (x) => (x ? String(x) : ""), label: (i, j, x) => `《${titles[i]}》 · ${groups[j]}: ${x}`,
    open: (i, j) => openPlaces(`《${titles[i]}》 · ${groups[j]}`, inGroup(i, j), counts[i][j]) }));
}

function commitmentBars(box) {
  const table = DATA.tables.commitments;
  const unit = table.columns.findIndex((column) => column.name === "unit");
  const high = Math.max(0.01, ...DATA.commitments.map((row) => row[3]));
  const places = (group) => table.rows.filter((row) => row[unit] === group).map((row) => row[row.length - 1]);
  box.append(el("ol", { class: "barlist" }, ...DATA.commitments.map(([group, n, of, share]) => barRow(group,
    () => openSentences(group, places(group), n), [[share / high, colourOf(group)]], `${percent(share)} (${n}/${of})`))),
  el("div", { class: "tools-row small" }, ...exports("commitment_shares", () => [["group", "n_binding", "n_sentences", "share"], ...DATA.commitments.map((row) => row.map(String))])));
}

/** Whole sentences, each leading to its place. */
function openSentences(title, places, total) {
  openReader({
    title: () => el("span", {}, `${title} · ${some(places.length, total)} `, both("sentences")),
    body: () => {
      const list = el("ol", { class: "plain placed" }, ...places.map((spot) => el("li", {}, el("span", { class: "note" }, `${docLabel(spot[0])} `),
        el("button", { type: "button", class: "link", onclick: () => openText(...spot) }, DATA.docs[spot[0]].text === null ? sentenceAt(spot) : oneLine(slice(...spot))))));
      return places.length ? list : el("p", {}, both("no_hits"));
    },
  });
}

/** The sentence as the table has it, where the page holds no texts. */
function sentenceAt(spot) {
  const { columns, rows } = DATA.tables.commitments;
  const at = columns.findIndex((column) => column.name === "text");
  const row = rows.find((one) => one[one.length - 1] === spot);
  return row ? row[at] : "";
}

/** The colour of a unit, the same everywhere on the page and in the figures. */
const groupColours = new Map(DATA.groups.map((group, i) => [group, DATA.colours[i]]));
const colourOf = (group) => groupColours.get(group) || "var(--accent)";
