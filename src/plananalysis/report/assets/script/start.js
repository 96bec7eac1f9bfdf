/** Start: fill the sections and wire the header. */
Report.add((report) => {
  const { el, byId, word, fold, search, openPlaces, openReader, save, savePng, makeTable, drawAllWaiting } = report;
  const MOST_HITS = 500;
  const MOST_FOUND = 8;

  for (const box of document.querySelectorAll("[data-table]")) {
    box.append(makeTable(box.dataset.table, box.dataset.label));
  }
  for (const [name, section] of Object.entries(report.sections)) {
    if (report.data.sections[name] && section.draw) section.draw();
  }

  byId("language").addEventListener("click", () => {
    const root = document.documentElement;
    root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
    root.lang = root.dataset.lang === "zh" ? "zh-CN" : "en";
    document.title = word("title");
    for (const node of document.querySelectorAll("[data-said]")) {
      node.setAttribute(node.dataset.said, node.dataset[root.dataset.lang]);
    }
  });
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : system;
    root.dataset.theme = dark ? "light" : "dark";
  });
  byId("print").addEventListener("click", () => print());

  /**
   * Search the texts, and what sections find by name ({label, n, places, open}); a page without texts shows the places
   * of these.
   */
  function openSearch(query) {
    const needle = fold(query);
    const named = needle ? Object.values(report.sections).flatMap((one) => (one.find ? one.find(needle) : [])) : [];
    const hasTexts = report.docs.some((doc) => doc.text !== null);
    const places = hasTexts ? search(query) : named.flatMap((one) => one.places);
    const total = hasTexts ? places.length : named.reduce((sum, one) => sum + one.n, 0);
    const chip = ({ label, n, open }) => el("li", {}, el("button", { type: "button", onclick: open },
      label, el("span", { class: "n" }, ` ${n}`)));
    const above = () => el("ul", { class: "chips found" }, ...named.slice(0, MOST_FOUND).map(chip));
    const address = { q: query };
    openPlaces(query, places.slice(0, MOST_HITS), total, { above: named.length ? above : null, address });
  }
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = byId("query").value.trim();
    if (query) openSearch(query);
  });

  function saveFigure(name, kind) {
    const image = document.querySelector(`#figure-${name} img`);
    if (kind === "png") return savePng(name, image.src, image.getAttribute("width"), image.getAttribute("height"));
    const bytes = Uint8Array.from(atob(image.src.split(",")[1]), (char) => char.charCodeAt(0));
    return save(`${name}.svg`, new Blob([new TextDecoder().decode(bytes)], { type: "image/svg+xml" }));
  }
  for (const button of document.querySelectorAll("[data-download]")) {
    button.addEventListener("click", () => saveFigure(button.dataset.name, button.dataset.download));
  }
  for (const button of document.querySelectorAll("[data-enlarge]")) {
    button.addEventListener("click", () => {
      const figure = byId(`figure-${button.dataset.enlarge}`);
      openReader({
        title: () => el("span", {}, ...figure.querySelector("figcaption").cloneNode(true).childNodes),
        body: () => el("div", { class: "large" }, figure.querySelector("img").cloneNode()),
      });
    });
  }

  /** On paper everything that is folded stands open. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.fold:not([open])")];
    for (const details of opened) details.open = true;
    drawAllWaiting();
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });

  return { openSearch };
});
Report.openFirst();
