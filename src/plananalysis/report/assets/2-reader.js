/** The reader: places in context, and from each to the full text with the place marked. */
const reader = document.getElementById("reader");
const history_ = [];
let opener = null;

function show(view) {
  const body = document.getElementById("reader-body");
  document.getElementById("reader-title").replaceChildren(view.title());
  body.replaceChildren(view.body());
  document.getElementById("reader-back").hidden = history_.length < 2;
  if (!reader.open) reader.showModal();
  const here = body.querySelector("mark.here");
  if (here) here.scrollIntoView({ block: "center" });
  else body.scrollTop = 0;
  (here ? body : document.getElementById("reader-title")).focus({ preventScroll: true });
}
function openReader(view) {
  if (!reader.open) { history_.length = 0; opener = document.activeElement; }
  history_.push(view);
  show(view);
}
document.getElementById("reader-back").addEventListener("click", () => { history_.pop(); show(history_[history_.length - 1]); });
document.getElementById("reader-close").addEventListener("click", () => reader.close());
reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
reader.addEventListener("close", () => { if (opener) opener.focus(); });

/** The title of a document, with the unit before it where the title does not name it. */
function docName(doc) {
  const { title, id, unit } = DATA.docs[doc];
  return !title ? id : title.includes(unit.slice(0, 2)) ? title : `${unit} · ${title}`;
}
/** How many of how many, where not all are listed. */
const some = (shown, total) => (shown < total ? `${shown} / ${total}` : String(total));
const oneLine = (text) => text.replace(/\s+/g, " ");
const shortened = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** A place is [doc, start, end], and [.., left, middle, right] where the page holds no texts. */
function context(place) {
  if (place.length > 3) return place.slice(3);
  const [doc, start, end] = place;
  return [slice(doc, start - 28, start), slice(doc, start, end), slice(doc, end, end + 28)].map(oneLine);
}

/** Places in context; `above` may make something that comes before them. */
function openPlaces(title, places, total = places.length, above = null) {
  openReader({
    title: () => {
      return el("span", {}, `${title} · ${some(places.length, total)} `, both("places"));
    },
    body: () => {
      const list = el("ol", { class: "kwic" });
      for (const place of places) {
        const [left, middle, right] = context(place);
        list.append(el("li", {}, el("button", { type: "button", onclick: () => openText(place[0], place[1], place[2]) },
          el("span", { class: "where" }, DATA.docs[place[0]].unit || DATA.docs[place[0]].id,
            DATA.docs[place[0]].year ? ` ${DATA.docs[place[0]].year}` : ""),
          el("span", { class: "left" }, left), el("mark", {}, middle), el("span", {}, right))));
      }
      const found = places.length ? list : el("p", {}, both(total ? "not_listed" : "no_hits"));
      return above ? el("div", {}, above(), found) : found;
    },
  });
}

/** Full text: what is left out struck through, headings bold, the place marked. */
function openText(doc, start = -1, end = -1) {
  openReader({
    title: () => document.createTextNode(docName(doc)),
    body: () => {
      if (DATA.docs[doc].text === null) return el("p", {}, both("no_text", { id: DATA.docs[doc].id }));
      const length = characters(doc).length;
      const spans = [];
      for (const [from, to] of DATA.docs[doc].out) spans.push([from, to, "out"]);
      for (const [, , from, to] of DATA.docs[doc].headings) spans.push([from, to, "heading"]);
      if (end > start) spans.push([start, end, "here"]);
      const cuts = [...new Set([0, length, ...spans.flatMap(([a, b]) => [a, b])])].filter((c) => c >= 0 && c <= length)
        .sort((a, b) => a - b);
      const box = el("div", { class: "fulltext", lang: "zh-CN" });
      for (let i = 0; i + 1 < cuts.length; i++) {
        const kinds = spans.filter(([a, b]) => a <= cuts[i] && cuts[i + 1] <= b).map((span) => span[2]);
        let node = document.createTextNode(slice(doc, cuts[i], cuts[i + 1]));
        if (kinds.includes("heading")) node = el("b", {}, node);
        if (kinds.includes("out")) node = el("span", { class: "out" }, node);
        if (kinds.includes("here")) node = el("mark", { class: "here" }, node);
        box.append(node);
      }
      return box;
    },
  });
}
