/** How alike the groups are: heatmap with tree, map, and the nearest of each. */
Report.section("similarity", (report, data) => {
  const { el, svg, byId, both, records, colourOf, heatmap, whenNear, moved, goTo, barRow } = report;
  const { openReader, save, savePng, hiddenName } = report;
  const there = data !== null && data.labels !== undefined;
  const CLOSE = 0.05;
  const SMALLEST = 1e-9;

  /** How alike two groups are by a measure, cosine or jaccard; null where the page does not say. */
  function likeness(a, b, measure = "cosine") {
    if (!there) return null;
    const [i, j] = [data.labels.indexOf(a), data.labels.indexOf(b)];
    return i < 0 || j < 0 ? null : data[measure][i][j];
  }

  /** The two groups that are most alike; null where the page holds no matrix. */
  function nearestPair() {
    if (!there || data.labels.length < 2) return null;
    let best = [0, 1];
    data.cosine.forEach((row, i) => row.forEach((x, j) => {
      if (i < j && x > data.cosine[best[0]][best[1]]) best = [i, j];
    }));
    return best.map((i) => data.labels[i]);
  }

  function openPair(a, b) {
    const body = () => report.sections.compare.comparison(a, b);
    openReader({ title: () => document.createTextNode(`${a} · ${b}`), body });
  }

  function drawHeatmap(box) {
    const { labels, cosine } = data;
    const others = cosine.flatMap((row, i) => row.filter((_, j) => i !== j));
    const [low, high] = [Math.min(...others), Math.max(...others)];
    const digits = high - low < CLOSE ? 3 : 2;
    box.append(heatmap("similarity", "h-similarity", labels, labels, (i, j) => (i === j ? null : cosine[i][j]), {
      low, high, tree: records(data.tree),
      form: (x) => x.toFixed(digits).replace(/^0/, ""),
      label: (i, j, x) => `${labels[i]} · ${labels[j]}: ${x.toFixed(3)}`,
      open: (i, j) => openPair(labels[i], labels[j]),
    }));
  }

  /** The others from the nearest on; each leads to the comparison of the two. */
  function openNeighbours(i) {
    const { labels, cosine } = data;
    const order = labels.map((_, j) => j).filter((j) => j !== i).sort((j, k) => cosine[i][k] - cosine[i][j]);
    const high = Math.max(SMALLEST, ...order.map((j) => cosine[i][j]));
    const row = (j) => barRow(labels[j], () => openPair(labels[i], labels[j]),
      [{ share: cosine[i][j] / high, colour: colourOf(labels[j]) }], cosine[i][j].toFixed(3));
    openReader({
      title: () => both("neighbours_of", { name: labels[i] }),
      body: () => el("ol", { class: "barlist" }, ...order.map(row)),
    });
  }

  const LETTER = 13;
  const LATIN_WIDTH = 0.58;
  const POINT = 6;
  const FIRST_HAN = "\u2e7f";
  /** Width of a label: Han fill a square, other characters about half of one. */
  const widthOf = (text) =>
    [...text].reduce((sum, char) => sum + (char > FIRST_HAN ? LETTER : LATIN_WIDTH * LETTER), 0);

  /** Where a label of this width may stand by a point, the best first: left end and base line. */
  function spotsNear(x, y, w) {
    return [[x + 9, y + 4.5], [x - 9 - w, y + 4.5], [x - w / 2, y - 10], [x - w / 2, y + 20],
      [x + 7, y - 7], [x - 7 - w, y - 7], [x + 7, y + 16], [x - 7 - w, y + 16]];
  }
  /** Where it may stand apart from the point, on circles of two sizes, tied to it by a line. */
  function spotsApart(x, y, w) {
    const DIAGONAL = 0.7;
    return [26, 40].flatMap((r) => {
      const d = r * DIAGONAL;
      return [[x + r, y + 4.5], [x - r - w, y + 4.5], [x + d, y - d], [x - d - w, y - d],
        [x + d, y + d + 9], [x - d - w, y + d + 9]];
    });
  }
  const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

  /**
   * Where each label goes without covering another or a point: {left, base, tie}, `tie` being the end of the line to
   * the point; null where there is no room.
   */
  function placedLabels(points, labels, width, height) {
    const taken = points.map(({ x, y }) => [x - POINT, y - POINT, x + POINT, y + POINT]);
    return points.map(({ x, y }, i) => {
      const w = widthOf(labels[i]);
      const near = spotsNear(x, y, w);
      for (const [k, [left, base]] of [...near, ...spotsApart(x, y, w)].entries()) {
        const box = [left - 2, base - LETTER + 1, left + w + 2, base + 4];
        const outside = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
        if (outside || taken.some((other, j) => j !== i && overlap(box, other))) continue;
        taken.push(box);
        const tie = k < near.length ? null : { x: left > x ? left - 1 : left + w + 1, y: base - 4.5 };
        return { left, base, tie };
      }
      return null;
    });
  }

  const [NARROWEST, WIDEST, TALLEST, LOWEST] = [320, 860, 520, 160];
  const [EDGE, WIDEST_SIDE, SIDE_PART] = [30, 90, 6];
  /** The points of the map in pixels for a box of this width, and how high the drawing is. */
  function scaledPoints(map, width) {
    const ys = map.map((point) => point.y);
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const side = Math.min(WIDEST_SIDE, width / SIDE_PART);
    const scale = Math.min(width - 2 * side, TALLEST / Math.max(bottom - top, SMALLEST));
    const height = Math.max(LOWEST, Math.round((bottom - top) * scale + 2 * EDGE));
    const above = (height - (bottom - top) * scale) / 2;
    return { height, points: map.map(({ x, y }) => ({ x: side + x * scale, y: above + (y - top) * scale })) };
  }

  /** A point with its label; `marks` are all of them, to move between by the keyboard. */
  function markOf(i, { x, y }, spot, marks) {
    const label = data.labels[i];
    const named = svg("title", {});
    named.textContent = label;
    const point = svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 5.5, fill: colourOf(label) });
    const mark = svg("g", { role: "button", tabindex: i ? "-1" : "0", "aria-label": label }, named, point);
    if (spot) {
      const text = svg("text", { x: spot.left.toFixed(1), y: spot.base.toFixed(1) });
      text.textContent = label;
      mark.append(text);
    }
    if (spot && spot.tie) {
      const d = `M${x.toFixed(1)} ${y.toFixed(1)}L${spot.tie.x.toFixed(1)},${spot.tie.y.toFixed(1)}`;
      mark.append(svg("path", { d, stroke: "currentColor", "stroke-width": 0.7 }));
    }
    mark.addEventListener("click", () => openNeighbours(i));
    mark.addEventListener("keydown", (event) => {
      const next = moved(event.key, i, data.labels.length);
      if (next === null && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (next === null) openNeighbours(i);
      else goTo(mark, marks[next]);
    });
    return mark;
  }

  /** Thin lines from each point to that of its nearest. */
  function linesBetween(points) {
    const nearest = data.cosine.map((row, i) =>
      row.reduce((best, x, j) => (j !== i && (best < 0 || x > row[best]) ? j : best), -1));
    const at = ({ x, y }) => `${Math.round(x)},${Math.round(y)}`;
    const d = nearest.map((j, i) => (j < 0 ? "" : `M${at(points[i])}L${at(points[j])}`)).join("");
    return svg("path", { d, stroke: "#8a96a3", "stroke-width": 0.8, "stroke-opacity": 0.7, fill: "none" });
  }

  function drawMap(box) {
    const width = Math.max(NARROWEST, Math.min(WIDEST, box.clientWidth || WIDEST));
    const { height, points } = scaledPoints(records(data.map), width);
    const spots = placedLabels(points, data.labels, width, height);
    const marks = [];
    points.forEach((point, i) => marks.push(markOf(i, point, spots[i], marks)));
    const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "toolbar",
      "aria-labelledby": "h-similarity_map", "font-size": LETTER, fill: "currentColor",
      "font-family": getComputedStyle(document.body).fontFamily }, linesBetween(points), ...marks);
    const source = () => {
      const copy = drawing.cloneNode(true);
      copy.setAttribute("color", "#1f2933");
      return new XMLSerializer().serializeToString(copy);
    };
    const png = () => {
      const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source())}`;
      savePng("similarity_map", address, width, height);
    };
    const vector = () => save("similarity_map.svg", new Blob([source()], { type: "image/svg+xml" }));
    const button = (key, onclick) =>
      el("button", { type: "button", onclick }, both(key), hiddenName("similarity_map"));
    box.append(el("div", { class: "map" }, drawing), el("div", { class: "tools-row small downloads" },
      button("download_png", png), button("download_svg", vector)));
  }

  function draw() {
    if (!there) return;
    const box = byId("similarity-heatmap");
    whenNear(box, data.labels.length ** 2, () => drawHeatmap(box));
    if (byId("similarity-map")) drawMap(byId("similarity-map"));
  }

  const links = { "nearest.neighbour": (neighbour, { label }) => () => openPair(label, neighbour) };
  return { draw, links, likeness, nearestPair, placedLabels, scaledPoints };
});
