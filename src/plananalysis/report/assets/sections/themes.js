/** Themes: heatmap by group, and the passages behind each cell. */
Report.section("themes", (report, data) => {
  const { el, byId, both, records, groupOf, heatmap, percent, docName, openReader, openText } = report;
  const LEAST_SHOWN = 0.005;
  const PALEST = 0.01;
  const passages = records(data && data.passages);

  function draw() {
    const { themes, groups, share, difference } = data;
    const signed = (x) => `${x >= 0 ? "+" : ""}${(100 * x).toFixed(1)}`;
    byId("theme-heatmap").append(heatmap("themes", "h-themes", groups, themes, (i, j) => share[i][j], {
      high: Math.max(PALEST, ...share.flat()),
      form: (x) => (x >= LEAST_SHOWN ? String(Math.round(100 * x)) : ""),
      label: (i, j, x) => `${groups[i]} · ${themes[j]}: ${percent(x, 1)} (${signed(difference[i][j])})`,
      open: (i, j) => openTheme(themes[j], groups[i]),
    }));
  }

  /** The passages of a theme in a group, those that speak of it most first. */
  function passagesOf(theme, group) {
    const at = data.themes.indexOf(theme);
    return passages.filter((passage) => passage.theme === at && groupOf(passage) === group);
  }

  function passageRow({ doc, start, end, weight, heading, terms }) {
    const open = el("button", { type: "button", class: "link", onclick: () => openText({ doc, start, end }) },
      heading || docName(doc));
    return el("li", {}, open, el("span", { class: "note" }, ` ${percent(weight)} · ${terms}`));
  }

  function openTheme(theme, group) {
    const found = passagesOf(theme, group);
    openReader({
      address: { theme, group },
      title: () => el("span", {}, `${theme} · ${group} · ${found.length} `, both("passages")),
      body: () => (found.length
        ? el("div", {}, el("p", { class: "hint" }, both("theme_passages_hint")),
          el("ol", { class: "plain" }, ...found.map(passageRow)))
        : el("p", {}, both("no_hits"))),
    });
  }

  const links = { "emphasis.theme": (theme, { group }) => () => openTheme(theme, group) };
  const addresses = {
    theme({ theme, group }) {
      const known = data && data.themes.includes(theme) && data.groups.includes(group);
      if (known) openTheme(theme, group);
      return Boolean(known);
    },
  };
  return { draw, links, addresses, openTheme, passagesOf };
});
