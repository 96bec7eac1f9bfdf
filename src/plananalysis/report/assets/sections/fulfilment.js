/** Promise and account: how much of each earlier plan its look-back speaks of; a click opens either sentence. */
Report.section("fulfilment", (report, data) => {
  const { el, byId, records, codeWords, pairOf, asCells, exports, openText, openReader, stack, legend } = report;
  const accounts = records(data && data.accounts);
  const pairs = records(data && data.pairs);
  const nameOf = (account) => pairOf(...codeWords("fulfilment", account));

  /** How many promises of a pair of years there are, and the share of each account. */
  function sharesOf(pair) {
    const n = accounts.reduce((sum, { account }) => sum + pair[account], 0);
    const share = (account) => (n ? pair[account] / n : 0);
    return { n, shares: accounts.map(({ account, colour }) => ({ account, colour, share: share(account) })) };
  }

  /** The accounts of a pair of years with their numbers. */
  function openPair(pair) {
    const row = ({ account }) => el("li", {}, nameOf(account), el("span", { class: "n" }, ` ${pair[account]}`));
    openReader({
      title: () => document.createTextNode(pair.label),
      body: () => el("ul", { class: "plain" }, ...accounts.map(row)),
    });
  }

  function draw() {
    const place = byId("fulfilment-bars");
    if (!place) return;
    const row = (pair) => {
      const { n, shares } = sharesOf(pair);
      const spoken = n - pair.not_mentioned;
      return el("li", {},
        el("button", { type: "button", class: "link", onclick: () => openPair(pair) }, pair.label),
        stack(shares),
        el("span", { class: "n" }, `${spoken}/${n}`));
    };
    const cells = () => asCells(["label", ...accounts.map(({ account }) => account)], pairs);
    place.append(legend(accounts, ({ account }) => nameOf(account)),
      el("div", { class: "scroll tall plainbox", tabindex: "0", role: "region", "aria-labelledby": "h-fulfilment" },
        el("ol", { class: "sharelist partlist" }, ...pairs.map(row))),
      el("div", { class: "tools-row small" }, ...exports("fulfilment_counts", cells)));
  }

  return {
    draw, sharesOf,
    links: {
      "fulfilment.text_a": (text, { doc, start_a: start, end_a: end }) => () => openText({ doc, start, end }),
      "fulfilment.text_b": (text, { other: doc, start_b: start, end_b: end }) =>
        (text ? () => openText({ doc, start, end }) : null),
    },
  };
});
