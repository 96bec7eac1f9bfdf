/** Start: fill the sections and wire the header. */
const byId = (id) => document.getElementById(id);
for (const box of document.querySelectorAll("[data-table]")) box.append(makeTable(box.dataset.table, box.dataset.label));
if (DATA.heat) whenNear(byId("slogan-heatmap"), DATA.heat.slogans.length * DATA.heat.units.length, () => sloganHeatmap(byId("slogan-heatmap")));
if (DATA.frames && byId("frames")) framesView(byId("frames"));
if (DATA.themes) themeHeatmap(byId("theme-heatmap"));
if (DATA.keywords || DATA.keyness_by) termsView(byId("terms"));
if (DATA.similarity && byId("similarity-heatmap")) {
  const box = byId("similarity-heatmap");
  whenNear(box, DATA.similarity.labels.length ** 2, () => similarityHeatmap(box));
  if (byId("similarity-map")) similarityMap(byId("similarity-map"));
}
if (DATA.reuse) {
  reuseShares(byId("reuse-shares"));
  const box = byId("borrowing-heatmap");
  whenNear(box, DATA.borrowing.units.length ** 2, () => borrowingHeatmap(box));
}
if (byId("compare")) compareView();
if (DATA.citations) citationHeatmap(byId("citation-heatmap"));
if (DATA.tables.commitments) commitmentBars(byId("commitment-bars"));
outlines(byId("outlines"));

byId("language").addEventListener("click", () => {
  const root = document.documentElement;
  root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
  root.lang = root.dataset.lang === "zh" ? "zh-CN" : "en";
  document.title = word("title");
  for (const node of document.querySelectorAll("[data-said]")) node.setAttribute(node.dataset.said, node.dataset[root.dataset.lang]);
});
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
byId("print").addEventListener("click", () => print());

byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = byId("query").value.trim();
  if (!query) return;
  const lower = (text) => (text.toLowerCase().length === text.length ? text.toLowerCase() : text);
  const needle = lower(query);
  const places = [];
  let total = 0;
  DATA.docs.forEach((doc, i) => {
    if (doc.text === null) return;
    const text = lower(doc.text);
    for (let here = text.indexOf(needle); here >= 0; here = text.indexOf(needle, here + needle.length)) {
      total += 1;
      if (places.length >= 500) continue;
      const start = typeof characters(i) === "string" ? here : Array.from(doc.text.slice(0, here)).length;
      places.push([i, start, start + Array.from(query).length]);
    }
  });
  const slogans = [...sloganPlaces.values()].filter((entry) => lower(entry.slogan).includes(needle));
  if (!total && !DATA.docs.some((doc) => doc.text !== null)) {
    for (const entry of slogans) {
      total += entry.n;
      places.push(...entry.places.slice(0, 500 - places.length));
    }
  }
  const above = () => el("ul", { class: "chips found" }, ...slogans.slice(0, 8).map((entry) => el("li", {}, el("button", { type: "button", onclick: () => openSlogan(entry.slogan) },
    `“${entry.slogan}”`, el("span", { class: "n" }, ` ${entry.n}`)))));
  openPlaces(query, places, total, slogans.length ? above : null);
});

for (const button of document.querySelectorAll("[data-download]")) {
  button.addEventListener("click", () => {
    const image = document.querySelector(`#figure-${button.dataset.name} img`);
    if (button.dataset.download === "png") savePng(button.dataset.name, image.src, image.getAttribute("width"), image.getAttribute("height"));
    else {
      const text = new TextDecoder().decode(Uint8Array.from(atob(image.src.split(",")[1]), (char) => char.charCodeAt(0)));
      save(`${button.dataset.name}.svg`, new Blob([text], { type: "image/svg+xml" }));
    }
  });
}
for (const button of document.querySelectorAll("[data-enlarge]")) {
  button.addEventListener("click", () => {
    const figure = document.querySelector(`#figure-${button.dataset.enlarge}`);
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
  for (const box of [...waiting.keys()]) drawNow(box);
});
addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
