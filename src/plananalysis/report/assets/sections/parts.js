/** Parts of the plans: a bar for each document, and where its parts stand. */
Report.section("parts", (report, data) => {
  const { el, byId, records, groupedBy, percent, pairOf, codeWords, asCells } = report;
  const { docs, docIndex, docName, docLabel, exports, openReader, openText, stack, legend } = report;

  const spans = groupedBy(records(data && data.spans), (span) => span.doc);
  const nameOf = (part) => pairOf(...codeWords("parts", part));

  /** The share of each part in a document; a part that it takes up twice is added up. */
  function sharesOf(doc) {
    const shares = new Map();
    for (const { part, share } of spans.get(doc) || []) shares.set(part, (shares.get(part) || 0) + share);
    return shares;
  }

  function openParts(doc) {
    const row = (span) => el("li", {},
      el("button", { type: "button", class: "link", onclick: () => openText(span) }, nameOf(span.part)),
      el("span", { class: "note" }, ` ${percent(span.share, 1)}`));
    openReader({
      title: () => document.createTextNode(docName(doc)),
      body: () => el("ol", { class: "plain" }, ...(spans.get(doc) || []).map(row)),
    });
  }

  function draw() {
    const parts = records(data.parts);
    const row = (doc) => {
      const shares = sharesOf(doc);
      const bar = stack(parts.map(({ part, colour }) => ({ share: shares.get(part) || 0, colour })));
      const back = el("span", { class: "n" }, nameOf("lookback"), ` ${percent(shares.get("lookback") || 0)}`);
      return el("li", {}, el("button", { type: "button", class: "link", onclick: () => openParts(doc) }, docLabel(doc)),
        bar, back);
    };
    const cells = () => asCells(["doc_id", ...parts.map(({ part }) => part)],
      data.documents.map((doc) => ({ doc_id: docs[doc].id, ...Object.fromEntries(sharesOf(doc)) })));
    byId("parts-bars").append(legend(parts, ({ part }) => nameOf(part)),
      el("div", { class: "scroll tall plainbox", tabindex: "0", role: "region", "aria-labelledby": "h-parts" },
        el("ol", { class: "sharelist partlist" }, ...data.documents.map(row))),
      el("div", { class: "tools-row small" }, ...exports("parts", cells)));
  }

  /** What opens the parts of a document. */
  function opening(id) {
    const doc = docIndex(id);
    return () => openParts(doc);
  }

  return { draw, sharesOf, links: { "parts.doc_id": opening } };
});
