/** Documents: a click on one opens its text. */
Report.section("documents", ({ docs, docIndex, openText }) => {
  /** What opens a document, or null where the page does not hold its text. */
  function opening(id) {
    const doc = docIndex(id);
    return docs[doc].text === null ? null : () => openText({ doc });
  }

  return { links: { "documents.doc_id": opening, "left_out.doc_id": opening }, opening };
});
