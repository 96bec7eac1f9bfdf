/** What was left out: a click shows where it stands. */
Report.section("excluded", ({ docIndex, openText }) => ({
  links: {
    "excluded.text": (text, { doc_id, start, end }) => () => openText({ doc: docIndex(doc_id), start, end }),
  },
}));
