/** Sentences that bind: their share in every group, and the sentences. */
Report.section("commitments", (report, data) => {
  const { el, byId, both, records, asCells, percent, some, oneLine, colourOf, docs, groupOf, slice, docLabel } = report;
  const { barRow, exports, openReader, openText } = report;
  const PALEST = 0.01;

  /** Whole sentences, each leading to its place. */
  function openSentences(title, sentences, total) {
    const said = ({ doc, start, end, text }) => (docs[doc].text === null ? text : oneLine(slice(doc, start, end)));
    const row = (sentence) => el("li", {}, el("span", { class: "note" }, `${docLabel(sentence.doc)} `),
      el("button", { type: "button", class: "link", onclick: () => openText(sentence) }, said(sentence)));
    openReader({
      title: () => el("span", {}, `${title} · ${some(sentences.length, total)} `, both("sentences")),
      body: () => (sentences.length
        ? el("ol", { class: "plain placed" }, ...sentences.map(row)) : el("p", {}, both("no_hits"))),
    });
  }

  function draw() {
    const targets = records(report.data.tables.commitments);
    // several targets may stand in one sentence
    const isNew = (one, i) => !i || one.doc !== targets[i - 1].doc || one.start !== targets[i - 1].start;
    const sentences = targets.filter(isNew);
    const shares = records(data.shares);
    const high = Math.max(PALEST, ...shares.map((one) => one.share));
    const row = ({ group, n_binding: n, n_sentences: of, share }) => {
      const open = () => openSentences(group, sentences.filter((one) => groupOf(one) === group), n);
      return barRow(group, open, [{ share: share / high, colour: colourOf(group) }], `${percent(share)} (${n}/${of})`);
    };
    const cells = () => asCells(data.shares.columns, shares);
    byId("commitment-bars").append(el("ol", { class: "barlist" }, ...shares.map(row)),
      el("div", { class: "tools-row small" }, ...exports("commitment_shares", cells)));
  }

  return { draw, links: { "commitments.text": (text, { doc, start, end }) => () => openText({ doc, start, end }) } };
});
