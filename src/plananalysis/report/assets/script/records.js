/** Records travel as {columns, rows}; here they become objects, so that every value is read by its name. */
Report.add(() => {
  const nameOf = (column) => (typeof column === "string" ? column : column.name);

  /** The rows of a table as objects, in order; none of a table that is not there. */
  function records(table) {
    if (!table) return [];
    const names = table.columns.map(nameOf);
    return table.rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
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
