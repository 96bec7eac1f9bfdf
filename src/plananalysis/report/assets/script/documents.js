/** Documents: their texts by code points, as the offsets count; names; colours of groups; folding. */
Report.add(({ data, records, groupedBy, oneLine }) => {
  const docs = records(data.docs);
  const outOf = groupedBy(records(data.excluded), (span) => span.doc);
  const headingsOf = groupedBy(records(data.headings), (heading) => heading.doc);
  const numbers = new Map(docs.map((doc, i) => [doc.id, i]));
  const colours = new Map(records(data.groups).map(({ group, colour }) => [group, colour]));
  const groups = [...colours.keys()];

  const docIndex = (id) => numbers.get(id);
  const excludedOf = (doc) => outOf.get(doc) || [];
  const headings = (doc) => headingsOf.get(doc) || [];
  const groupOf = (place) => docs[place.doc].group;

  /** The colour of a group, the same everywhere on the page and in the figures. */
  const colourOf = (group) => colours.get(group) || "var(--accent)";

  const SURROGATES = /[\ud800-\udfff]/;
  const kept = new Map();
  /** A text as something that is sliced by code points: itself, or an array where units of UTF-16 are not enough. */
  const points = (text) => (SURROGATES.test(text) ? Array.from(text) : text);
  function cut(characters, start, end) {
    const part = characters.slice(Math.max(0, start), Math.max(0, end));
    return typeof part === "string" ? part : part.join("");
  }
  function characters(doc) {
    if (!kept.has(doc)) kept.set(doc, points(docs[doc].text));
    return kept.get(doc);
  }
  const slice = (doc, start, end) => cut(characters(doc), start, end);
  const sliceText = (text, start, end) => cut(points(text), start, end);

  /** The title of a document, with the unit before it where the title does not name it. */
  function docName(doc) {
    const { title, id, unit } = docs[doc];
    if (!title) return id;
    return title.includes(unit.slice(0, 2)) ? title : `${unit} · ${title}`;
  }

  /** Unit and year of a document, and its name where that is not enough to tell it from others. */
  const told = ({ group, id, year }) => !year || group === id || group === String(year);
  const unitAndYear = (doc) => (told(doc) ? doc.group : `${doc.group} ${doc.year}`);
  const alike = groupedBy(docs, unitAndYear);
  function docLabel(doc) {
    const label = unitAndYear(docs[doc]);
    return alike.get(label).length > 1 ? `${label} ${docs[doc].id}` : label;
  }

  const CONTEXT = 28;
  /** What stands before, at and after a place; the place brings it along where the page holds no texts. */
  function context(place) {
    if (place.middle !== undefined) return [place.left, place.middle, place.right];
    const { doc, start, end } = place;
    return [slice(doc, start - CONTEXT, start), slice(doc, start, end), slice(doc, end, end + CONTEXT)].map(oneLine);
  }

  const DROPPED = 0xffff;
  /** What every unit of UTF-16 folds to: the table that Python folds by. */
  const foldTable = Uint16Array.from({ length: 0x10000 }, (_, i) => i);
  for (let i = 0; i < data.folding.from.length; i++) {
    foldTable[data.folding.from.charCodeAt(i)] = data.folding.to.charCodeAt(i);
  }
  for (let i = 0; i < data.folding.dropped.length; i++) foldTable[data.folding.dropped.charCodeAt(i)] = DROPPED;

  /** A text folded for matching, and the unit that each folded one came from. */
  function foldWithOrigin(text) {
    const folded = new Uint16Array(text.length);
    const origin = new Uint32Array(text.length);
    let n = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = foldTable[text.charCodeAt(i)];
      if (unit === DROPPED) continue;
      folded[n] = unit;
      origin[n] = i;
      n += 1;
    }
    return { text: unitsToText(folded.subarray(0, n)), origin };
  }
  function unitsToText(units) {
    const STEP = 8192; // more arguments than this overflow the stack of some browsers
    let text = "";
    for (let i = 0; i < units.length; i += STEP) text += String.fromCharCode(...units.subarray(i, i + STEP));
    return text;
  }
  const fold = (text) => foldWithOrigin(text).text;

  return {
    docs, groups, docIndex, excludedOf, headings, groupOf, colourOf, characters, slice, sliceText, docName, docLabel,
    context, fold, foldWithOrigin,
  };
});
