/** Addresses: every view has one, by which a link leads back to it. */
Report.add((report) => {
  const { byId, both, el, docIndex, addressOf, copyText, openReader, openText, shownView } = report;
  const PLACE = /^(\d+)-(\d+)$/;

  /** `{start, end}` of "1146-1180"; null for anything else. */
  function placeOf(text) {
    const found = PLACE.exec(text || "");
    return found && { start: Number(found[1]), end: Number(found[2]) };
  }

  /** What opens a view, by the first name of its address; each says whether what it names is in this page. */
  const FRAME = {
    doc({ doc: id, at, ...asked }) {
      const doc = docIndex(id);
      if (doc === undefined) return false;
      openText({ doc, ...placeOf(at) }, asked.q ? report.foundBy(asked.q, asked) : {});
      return true;
    },
    q({ q, ...options }) {
      report.openSearch(q, options);
      return true;
    },
    table: ({ table, ...state }) => report.openTable(table, state),
  };

  /** The values of the page's address, or null where it leads to a section. */
  function valuesHere() {
    const text = location.hash.slice(1);
    return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : null;
  }

  /** Open what the address of the page names. */
  function openAddress() {
    const values = valuesHere();
    if (!values) return;
    const offered = [FRAME, ...Object.values(report.sections).map((section) => section.addresses || {})];
    const [name] = Object.keys(values);
    const kind = offered.find((kinds) => Object.hasOwn(kinds, name));
    if (kind && kind[name](values)) return;
    openReader({ title: () => both("no_address"), body: () => el("p", {}, both("no_address_hint")) });
  }

  /** Open what the page was called with; the step back leads to the page itself. */
  function openFirst() {
    if (!valuesHere() || history.state) return openAddress();
    const { hash } = location;
    history.replaceState(null, "", linkTo({}).slice(0, -1));
    history.pushState(null, "", hash);
    report.arrive(openAddress);
  }

  /** Say where the page stands now, without a step back: a chosen pair, a sorted table. */
  function mark(values) {
    if (!shownView()) history.replaceState(history.state, "", `#${addressOf(values)}`);
  }
  const linkTo = (values) => `${location.href.split("#")[0]}#${addressOf(values)}`;

  byId("reader-link").addEventListener("click", () => copyText(byId("reader-link"), linkTo(shownView().address)));
  byId("reader-cite").addEventListener("click", () => copyText(byId("reader-cite"), shownView().cite()));

  return { openAddress, openFirst, placeOf, mark };
});
