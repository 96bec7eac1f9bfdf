/** Copy rows as cells, save them as csv that Excel opens, save drawings. */
Report.add(({ el, byId, both, word, hiddenName }) => {
  const TOLD_FOR = 3000;
  const FREED_AFTER = 5000;
  const PIXELS_PER_INCH = 96;
  const PRINT_RESOLUTION = 200;

  function save(name, blob) {
    const link = el("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), FREED_AFTER);
  }

  /** Text that a spreadsheet would take for a formula gets an apostrophe, which read_table takes off; numbers none. */
  const guarded = (value) =>
    /^'*[=+\-@\t\r\n]/.test(value) && !/^[+-]?\d[\d,.]*(e[+-]?\d+)?%?$/i.test(value) ? `'${value}` : value;
  const quoted = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const asCsv = (rows) => rows.map((row) => row.map((value) => quoted(guarded(value))).join(",")).join("\r\n");
  const asTabbed = (rows) =>
    rows.map((row) => row.map((value) => guarded(value).replace(/\s+/g, " ")).join("\t")).join("\n");

  /** Buttons that copy what `rows()` gives, and save it under this name. */
  function exports(name, rows) {
    const label = el("span", {}, both("copy"));
    const live = byId("live");
    async function copy() {
      try {
        await navigator.clipboard.writeText(asTabbed(rows()));
      } catch {
        return;
      }
      label.replaceChildren(both("copied"));
      live.textContent = word("copied");
      setTimeout(() => {
        label.replaceChildren(both("copy"));
        live.textContent = "";
      }, TOLD_FOR);
    }
    const csv = () => save(`${name}.csv`, new Blob(["\ufeff", asCsv(rows())], { type: "text/csv;charset=utf-8" }));
    return [
      el("button", { type: "button", onclick: copy }, label, hiddenName(name)),
      el("button", { type: "button", onclick: csv }, both("csv"), hiddenName(name)),
    ];
  }

  async function savePng(name, source, width, height) {
    const scale = PRINT_RESOLUTION / PIXELS_PER_INCH;
    const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    const copy = new Image();
    copy.src = source;
    await copy.decode();
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(copy, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${name}.png`, blob));
  }

  return { save, asCsv, asTabbed, exports, savePng };
});
