/** Start: fill the sections and wire the header. */
function fillHints() {
  for (const input of document.querySelectorAll("input[data-hint-zh]")) {
    input.placeholder = language() === "zh" ? input.dataset.hintZh : input.dataset.hintEn;
  }
}

for (const box of document.querySelectorAll("[data-table]")) box.append(makeTable(box.dataset.table));
if (DATA.heat) sloganHeatmap(document.getElementById("slogan-heatmap"));
if (DATA.frames && document.getElementById("frames")) framesView(document.getElementById("frames"));
if (DATA.tables.slogans) registerView(document.getElementById("register"));
if (DATA.themes) themeHeatmap(document.getElementById("theme-heatmap"));
if (DATA.keywords) termCards(document.getElementById("keyword-cards"), "keywords", "TF-IDF");
if (DATA.keyness_by) termCards(document.getElementById("keyness-cards"), "keyness_by", "z");
if (DATA.similarity) similarityHeatmap(document.getElementById("similarity-heatmap"));
if (DATA.reuse) {
  reuseShares(document.getElementById("reuse-shares"));
  borrowingHeatmap(document.getElementById("borrowing-heatmap"));
}
if (document.getElementById("compare")) compareView();
if (DATA.citations) citationHeatmap(document.getElementById("citation-heatmap"));
if (DATA.tables.commitments) commitmentBars(document.getElementById("commitment-bars"));
outlines(document.getElementById("outlines"));
fillHints();

document.getElementById("language").addEventListener("click", () => {
  const root = document.documentElement;
  root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
  root.lang = root.dataset.lang === "zh" ? "zh-CN" : "en";
  fillHints();
});
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
document.getElementById("print").addEventListener("click", () => print());

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = document.getElementById("query").value.trim();
  if (!query) return;
  const places = [];
  let total = 0;
  DATA.docs.forEach((doc, i) => {
    if (doc.text === null) return;
    const text = doc.text;
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      total += 1;
      if (places.length >= 500) continue;
      const start = typeof characters(i) === "string" ? at : Array.from(text.slice(0, at)).length;
      places.push([i, start, start + Array.from(query).length]);
    }
  });
  if (!total) {
    for (const [slogan, entry] of sloganPlaces) {
      if (!slogan.includes(query)) continue;
      total += entry.n;
      places.push(...entry.places.slice(0, 500 - places.length));
    }
  }
  openPlaces(query, places, total);
});

for (const button of document.querySelectorAll("[data-download]")) {
  button.addEventListener("click", async () => {
    const image = document.querySelector(`#figure-${button.dataset.name} img`);
    if (button.dataset.download === "svg") {
      const text = new TextDecoder().decode(Uint8Array.from(atob(image.src.split(",")[1]), (char) => char.charCodeAt(0)));
      save(`${button.dataset.name}.svg`, new Blob([text], { type: "image/svg+xml" }));
      return;
    }
    const scale = 200 / 96;
    const canvas = el("canvas", { width: Math.round(image.getAttribute("width") * scale), height: Math.round(image.getAttribute("height") * scale) });
    const copy = new Image();
    copy.src = image.src;
    await copy.decode();
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(copy, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${button.dataset.name}.png`, blob));
  });
}
