/** Outlines: a document opens its headings, a heading its place in the text. */
Report.section("outline", ({ el, byId, docs, docName, headings, saidWord, openText }) => {
  const INDENT = 1.4;

  function headingRow({ doc, line, level, start, end, text }) {
    const open = el("button", { type: "button", class: "link", style: `padding-left:${(level - 1) * INDENT}rem`,
      onclick: () => openText({ doc, start, end }) }, text);
    return el("li", {}, saidWord(el("span", {}, String(line)), "title", "line"), open);
  }

  function draw() {
    docs.forEach((_, doc) => {
      const rows = headings(doc);
      if (!rows.length) return;
      const summary = el("summary", {}, `${docName(doc)} `, el("span", { class: "note" }, `(${rows.length})`));
      const details = el("details", {}, summary);
      details.addEventListener("toggle", () => {
        if (details.open && !details.querySelector("ol")) details.append(el("ol", {}, ...rows.map(headingRow)));
      });
      byId("outlines").append(details);
    });
  }

  return { draw };
});
