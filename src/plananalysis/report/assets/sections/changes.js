/** From year to year: a click on a term opens its places, a click on an item its text. */
Report.section("changes", (report) => {
  const { search, openPlaces, openText } = report;

  function opening(term) {
    return () => {
      const places = search(term);
      openPlaces(`“${term}”`, places, places.length);
    };
  }

  const item = (side) => (heading, row) => {
    if (!heading || row[`doc_${side}`] === null || row[`start_${side}`] === null) return null;
    return () => openText({ doc: row[`doc_${side}`], start: row[`start_${side}`], end: row[`end_${side}`] });
  };

  return { links: {
    "changes.term": opening, "year_comparisons.heading_a": item("a"), "year_comparisons.heading_b": item("b"),
  } };
});
