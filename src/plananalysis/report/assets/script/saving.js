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

  /** Copy a text; what the button says turns into "copied" for a while. */
  async function copyText(button, text) {
    const label = button.firstElementChild;
    const live = byId("live");
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    const before = [...label.childNodes];
    label.replaceChildren(both("copied"));
    live.textContent = word("copied");
    setTimeout(() => {
      label.replaceChildren(...before);
      live.textContent = "";
    }, TOLD_FOR);
  }

  /** Buttons that copy what `rows()` gives, and save it under this name. */
  function exports(name, rows) {
    const label = el("span", {}, both("copy"));
    const copy = el("button", { type: "button" }, label, hiddenName(name));
    copy.addEventListener("click", () => copyText(copy, asTabbed(rows())));
    const csv = () => save(`${name}.csv`, new Blob(["\ufeff", asCsv(rows())], { type: "text/csv;charset=utf-8" }));
    return [copy, el("button", { type: "button", onclick: csv }, both("csv"), hiddenName(name))];
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

  return { save, asCsv, asTabbed, copyText, exports, savePng };
});
