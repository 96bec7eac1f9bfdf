/** How alike the units are: heatmap with tree, map, any pair, and the nearest of each. */
function similarityHeatmap(box) {
  const { labels, cosine, tree } = DATA.similarity;
  const others = cosine.flatMap((row, i) => row.filter((_, j) => i !== j));
  const low = Math.min(...others);
  const high = Math.max(...others);
  box.append(heatmap("similarity", "h-similarity", labels, labels, (i, j) => (i === j ? null : cosine[i][j]), { low, high, tree, form: (x) => x.toFixed(high - low < 0.05 ? 3 : 2).replace(/^0/, ""),
    label: (i, j, x) => `${labels[i]} · ${labels[j]}: ${x.toFixed(3)}`, open: (i, j) => openPair(labels[i], labels[j]) }));
}

function openPair(a, b) {
  openReader({ title: () => document.createTextNode(`${a} · ${b}`), body: () => comparison(a, b) });
}

/** The others from the nearest on; each leads to the comparison of the two. */
function openNeighbours(i) {
  const { labels, cosine } = DATA.similarity;
  const order = labels.map((_, j) => j).filter((j) => j !== i).sort((j, k) => cosine[i][k] - cosine[i][j]);
  const high = Math.max(1e-9, ...order.map((j) => cosine[i][j]));
  openReader({
    title: () => both("neighbours_of", { name: labels[i] }),
    body: () => el("ol", { class: "barlist" }, ...order.map((j) => barRow(labels[j], () => openPair(labels[i], labels[j]),
      [[cosine[i][j] / high, colourOf(labels[j])]], cosine[i][j].toFixed(3)))),
  });
}

const LETTER = 13;
/** Width of a label: Han fill a square, other characters about half of one. */
const widthOf = (text) => [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? LETTER : 0.58 * LETTER), 0);

/** Where each label goes without covering another or a point; null where there is no room. */
function placedLabels(points, labels, width, height) {
  const taken = points.map(([x, y]) => [x - 6, y - 6, x + 6, y + 6]);
  return points.map(([x, y], i) => {
    const w = widthOf(labels[i]);
    const near = [[x + 9, y + 4.5], [x - 9 - w, y + 4.5], [x - w / 2, y - 10], [x - w / 2, y + 20], [x + 7, y - 7], [x - 7 - w, y - 7], [x + 7, y + 16], [x - 7 - w, y + 16]];
    const far = [26, 40].flatMap((r) => [[x + r, y + 4.5], [x - r - w, y + 4.5], [x + r * 0.7, y - r * 0.7], [x - r * 0.7 - w, y - r * 0.7], [x + r * 0.7, y + r * 0.7 + 9], [x - r * 0.7 - w, y + r * 0.7 + 9]]);
    for (const [k, [left, base]] of [...near, ...far].entries()) {
      const box = [left - 2, base - LETTER + 1, left + w + 2, base + 4];
      const outside = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
      if (outside || taken.some((other, j) => j !== i && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      return [left, base, k >= near.length ? [left > x ? left - 1 : left + w + 1, base - 4.5] : null];
    }
    return null;
  });
}

function similarityMap(box) {
  const { labels, cosine, map } = DATA.similarity;
  const width = Math.max(320, Math.min(860, box.clientWidth || 860));
  const [side, edge] = [Math.min(90, width / 6), 30];
  const span = map.map((point) => point[1]);
  const [top, bottom] = [Math.min(...span), Math.max(...span)];
  const scale = Math.min(width - 2 * side, 520 / Math.max(bottom - top, 1e-9));
  const height = Math.max(160, Math.round((bottom - top) * scale + 2 * edge));
  const points = map.map(([x, y]) => [side + x * scale, (height - (bottom - top) * scale) / 2 + (y - top) * scale]);
  const nearest = cosine.map((row, i) => row.reduce((best, x, j) => (j !== i && (best < 0 || x > row[best]) ? j : best), -1));
  const lines = nearest.map((j, i) => (j < 0 ? "" : `M${points[i].map(Math.round)}L${points[j].map(Math.round)}`)).join("");
  const spots = placedLabels(points, labels, width, height);
  const marks = points.map(([x, y], i) => {
    const named = svg("title", {});
    named.textContent = labels[i];
    const mark = svg("g", { role: "button", tabindex: i ? "-1" : "0", "aria-label": labels[i] }, named, svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 5.5, fill: colourOf(labels[i]) }));
    if (spots[i]) {
      const text = svg("text", { x: spots[i][0].toFixed(1), y: spots[i][1].toFixed(1) });
      text.textContent = labels[i];
      mark.append(text);
      // A label that had to stand apart is tied to its point.
      if (spots[i][2]) mark.append(svg("path", { d: `M${x.toFixed(1)} ${y.toFixed(1)}L${spots[i][2].map((n) => n.toFixed(1))}`, stroke: "currentColor", "stroke-width": 0.7 }));
    }
    mark.addEventListener("click", () => openNeighbours(i));
    mark.addEventListener("keydown", (event) => {
      const next = moved(event.key, i, marks.length);
      if (next === null && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (next === null) openNeighbours(i);
      else goTo(mark, marks[next]);
    });
    return mark;
  });
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "toolbar", "aria-labelledby": "h-similarity_map", "font-size": LETTER,
    "font-family": getComputedStyle(document.body).fontFamily, fill: "currentColor" }, svg("path", { d: lines, stroke: "#8a96a3", "stroke-width": 0.8, "stroke-opacity": 0.7, fill: "none" }), ...marks);
  const source = () => {
    const copy = drawing.cloneNode(true);
    copy.setAttribute("color", "#1f2933");
    return new XMLSerializer().serializeToString(copy);
  };
  box.append(el("div", { class: "map" }, drawing), el("div", { class: "tools-row small downloads" },
    el("button", { type: "button", onclick: () => savePng("similarity_map", `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source())}`, width, height) }, both("download_png"), hiddenName("similarity_map")),
    el("button", { type: "button", onclick: () => save("similarity_map.svg", new Blob([source()], { type: "image/svg+xml" })) }, both("download_svg"), hiddenName("similarity_map"))));
}
