/** Start: fill the sections and wire the header. */
Report.add((report) => {
  const { el, byId, word, openReader, save, savePng, makeTable, drawAllWaiting } = report;

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

  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = byId("query").value.trim();
    if (query) report.openSearch(query);
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

  return {};
});
Report.openFirst();
