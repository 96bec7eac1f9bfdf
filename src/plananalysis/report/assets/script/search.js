/** The search: places of words, phrases and patterns in what is counted of the texts, and how many a group has. */
Report.add((report) => {
  const { data, docs, groups, records, groupedBy, excludedOf, foldWithOrigin, readQuery, slice } = report;
  const LINE_END = /[\n\r\v\f\x85\u2028\u2029]/;
  const LOW_SURROGATE = /[\udc00-\udfff]/g;
  const PER = 10000;
  const AROUND = 28;
  const startsOf = groupedBy(records(data.passages), (passage) => passage.doc);
  const sentenceEnds = new Set(data.sentence_ends);
  const made = new Map();

  /** The number of members of an ascending list that are not above a value. */
  function countUpTo(list, value) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
  /** What the search needs of a document, made once: its text folded, and where passages, lines and sentences part. */
  function prepared(doc) {
    if (made.has(doc)) return made.get(doc);
    const { text } = docs[doc];
    const lows = [...text.matchAll(LOW_SURROGATE)].map((found) => found.index);
    const toPoints = (unit) => (lows.length ? unit - countUpTo(lows, unit - 1) : unit);
    const out = excludedOf(doc);
    const passages = (startsOf.get(doc) || []).map((passage) => passage.start);
    const all = { text, folded: foldWithOrigin(text), toPoints, passages, outStarts: out.map((span) => span.start),
      outEnds: out.map((span) => span.end), cuts: ascending([...passages, ...out.map((span) => span.start)]) };
    made.set(doc, all);
    return all;
  }

  /** Whether a span lies in one passage, and touches nothing that takes part in no count. */
  function isCounted({ cuts, outStarts, outEnds }, start, end) {
    const before = countUpTo(outStarts, end - 1);
    if (before && outEnds[before - 1] > start) return false;
    return countUpTo(cuts, start) === countUpTo(cuts, end - 1);
  }

  /** Spans of a folded needle in units of UTF-16, never across a line end. */
  function* spansOfNeedle({ text, folded }, needle) {
    let at = folded.text.indexOf(needle);
    while (at >= 0) {
      const [from, to] = [folded.origin[at], folded.origin[at + needle.length - 1] + 1];
      const within = !LINE_END.test(text.slice(from, to));
      if (within) yield [from, to];
      at = folded.text.indexOf(needle, at + (within ? needle.length : 1));
    }
  }
  function* spansOfPattern({ text }, look) {
    for (const found of text.matchAll(look)) if (found[0]) yield [found.index, found.index + found[0].length];
  }

  /** Where a term stands in a document, in what is counted. */
  function placesOf(doc, term) {
    const here = prepared(doc);
    const spans = term.look ? spansOfPattern(here, term.look) : spansOfNeedle(here, term.needle);
    const found = [];
    for (const [from, to] of spans) {
      const [start, end] = [here.toPoints(from), here.toPoints(to)];
      if (isCounted(here, start, end)) found.push({ doc, start, end });
    }
    return found;
  }

  /** Where sentences end, found once several terms are asked for. */
  function stopsOf(here) {
    if (!here.stops) {
      here.stops = [];
      for (let i = 0; i < here.text.length; i++) if (sentenceEnds.has(here.text[i])) here.stops.push(here.toPoints(i));
    }
    return here.stops;
  }

  /** The sentence or passage that a place begins in, as a number within its document. */
  function contextOf({ doc, start }, within) {
    const here = prepared(doc);
    const passage = countUpTo(here.cuts, start);
    return within === "passage" ? String(passage) : `${passage}.${countUpTo(stopsOf(here), start - 1)}`;
  }

  /** Places of the first term in sentences or passages that hold all terms; `others` are the places of the rest. */
  function findIn(doc, terms, within) {
    const [first, ...rest] = terms.map((term) => placesOf(doc, term));
    if (!rest.length) return { places: first, n_contexts: 0, others: [] };
    const keyOf = (place) => contextOf(place, within);
    const keys = rest.map((places) => new Set(places.map(keyOf)));
    const together = first.filter((place) => keys.every((one) => one.has(keyOf(place))));
    const held = new Set(together.map(keyOf));
    return { places: together, n_contexts: held.size,
      others: rest.flat().filter((place) => held.has(keyOf(place))) };
  }

  /** Search the texts of the page for what a query was read as: {places, others, n_contexts}. */
  function findPlaces(terms, within = "sentence") {
    const found = { places: [], others: [], n_contexts: 0 };
    if (!terms.length) return found;
    docs.forEach((doc, i) => {
      if (doc.text === null) return;
      const here = findIn(i, terms, within);
      found.places.push(...here.places);
      found.others.push(...here.others);
      found.n_contexts += here.n_contexts;
    });
    return found;
  }

  /** Every place of a query in the texts of the page, as the command kwic finds them. */
  const search = (query, within = "sentence") => findPlaces(readQuery(query).terms, within).places;

  /** What stands before, at and after a place, at most so many characters, never beyond what is left out. */
  function around({ doc, start, end }, width = AROUND) {
    const { outStarts, outEnds } = prepared(doc);
    const before = countUpTo(outEnds, start);
    const behind = countUpTo(outStarts, end - 1);
    const floor = before ? outEnds[before - 1] : 0;
    const ceiling = behind < outStarts.length ? outStarts[behind] : Infinity;
    return [slice(doc, Math.max(start - width, floor), start), slice(doc, start, end),
      slice(doc, end, Math.min(end + width, ceiling))];
  }

  const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  /** Places in the order of the text, or by what stands before them, read backwards, or by what stands behind. */
  function sortPlaces(places, sort) {
    if (!["left", "right"].includes(sort)) return places;
    const keyOf = (place) => (sort === "left" ? Array.from(around(place)[0]).reverse().join("") : around(place)[2]);
    const keyed = places.map((place) => [keyOf(place), place]);
    return keyed.sort((a, b) => compared(a[0], b[0])).map(([, place]) => place);
  }

  const GROUPINGS = {
    group: (doc) => doc.group,
    unit: (doc) => doc.unit,
    year: (doc) => (doc.year === null ? "" : String(doc.year)),
    doc_id: (doc) => doc.id,
  };
  const labelsBy = (by) => [...new Set(docs.map(GROUPINGS[by]))];
  /** By what places can be counted: what the report compares, and units, years, documents where there are several. */
  const groupings = ["group", ...["unit", "year", "doc_id"].filter((by) =>
    by !== data.by && labelsBy(by).length > 1 && (by !== "doc_id" || docs.length > labelsBy("group").length))];

  /** The groups in the order of the page, others in that of the documents, numbers ascending, what has no name last. */
  function orderedLabels(by) {
    const labels = by === "group" ? groups : labelsBy(by);
    const named = labels.filter((label) => label !== "");
    if (named.every((label) => /^\d+$/.test(label))) named.sort((a, b) => a - b);
    return labels.includes("") ? [...named, ""] : named;
  }

  const rateOf = (n, chars) => (chars ? PER * n / chars : 0);
  /** How often each group has a place: n, n_docs, the characters that are counted, n per 10,000 of them. */
  function countsBy(places, by) {
    const rows = new Map(orderedLabels(by).map((group) => [group, { group, n: 0, n_docs: 0, n_chars: 0 }]));
    for (const doc of docs) rows.get(GROUPINGS[by](doc)).n_chars += doc.counted;
    for (const [doc, here] of groupedBy(places, (place) => place.doc)) {
      const row = rows.get(GROUPINGS[by](docs[doc]));
      row.n += here.length;
      row.n_docs += 1;
    }
    return [...rows.values()].map((row) => ({ ...row, rate: rateOf(row.n, row.n_chars) }));
  }
  const isOf = (place, by, group) => GROUPINGS[by](docs[place.doc]) === group;

  return { search, findPlaces, around, sortPlaces, groupings, countsBy, isOf, rateOf };
});
