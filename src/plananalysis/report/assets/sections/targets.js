/** Targets: one indicator in all plans, chosen by the reader; a click opens the sentence. */
Report.section("targets", (report, data) => {
  const { el, byId, records, choice, barRow, openText } = report;

  /** The plans with a target for an indicator, as long as their values say. */
  function plansOf(indicator) {
    const plans = records(data.plans).filter((plan) => plan.indicator === indicator);
    const high = Math.max(1e-9, ...plans.map((plan) => Math.abs(plan.value)));
    return plans.map((plan) => ({ ...plan, share: Math.abs(plan.value) / high }));
  }

  function bars(indicator) {
    return el("ol", { class: "barlist" }, ...plansOf(indicator).map(({ label, share, quantity, doc, start, end }) =>
      barRow(label, () => openText({ doc, start, end }), [{ share, colour: "var(--accent)" }], quantity)));
  }

  function draw() {
    const place = byId("target-bars");
    if (!place) return;
    const list = el("div", {});
    const show = () => list.replaceChildren(bars(Number(select.value)));
    const { select, label } = choice("target-indicator", "targets_indicator", data.indicators, 0, show);
    place.append(el("p", { class: "tools-row" }, label), list);
    show();
  }

  return {
    draw, plansOf,
    links: { "targets.text": (text, { doc, start, end }) => (text ? () => openText({ doc, start, end }) : null) },
  };
});
