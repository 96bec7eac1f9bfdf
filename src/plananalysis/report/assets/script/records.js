/** Records travel packed, {columns, rows, spans, words}; here they become objects, whose values are read by name. */
Report.add(() => {
  const nameOf = (column) => (typeof column === "string" ? column : column.name);

  /** What gives a row back as it was before it was packed: ends from lengths, strings from their numbers. */
  function unpacking({ spans = [], words = {} }) {
    const lists = Object.entries(words);
    return (row) => {
      const cells = [...row];
      for (const [start, end] of spans) cells[end] += cells[start];
      for (const [i, list] of lists) if (cells[i] !== null) cells[i] = list[cells[i]];
      return cells;
    };
  }

  /** The rows of a table as objects, in order; none of a table that is not there. */
  function records(table) {
    if (!table) return [];
    const names = table.columns.map(nameOf);
    const unpacked = unpacking(table);
    return table.rows.map(unpacked).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  }

  /** Things by what a function says of them, in order. */
  function groupedBy(things, keyOf) {
    const found = new Map();
    for (const thing of things) {
      const key = keyOf(thing);
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(thing);
    }
    return found;
  }

  /** Records as rows of cells for copying and saving, names first. */
  const asCells = (names, things) => [names, ...things.map((one) => names.map((name) => String(one[name] ?? "")))];

  return { records, groupedBy, asCells };
});
