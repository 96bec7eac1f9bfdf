/** Slogans: heatmap by unit, the verbs before them, every place. */
Report.section("slogans", (report, data) => {
  const { el, byId, records, groupedBy, groupOf, heatmap, whenNear, choice, openPlaces, fold } = report;
  const places = groupedBy(records(data && data.places), (place) => place.slogan);
  const listed = records(data && data.slogans).map((entry, i) => ({ ...entry, places: places.get(i) || [] }));
  const bySlogan = new Map(listed.map((entry) => [entry.slogan, entry]));
  const PALEST = 3;

  /** The places of a slogan, of one group or of all; `n` is how many there are where not all are listed. */
  function openSlogan(slogan, group = null, n = 0) {
    const entry = bySlogan.get(slogan);
    if (!entry) return openPlaces(slogan, [], 0);
    if (group === null) return openPlaces(`“${slogan}”`, entry.places, entry.n, { address: { slogan } });
    const here = entry.places.filter((place) => groupOf(place) === group);
    return openPlaces(`“${slogan}” · ${group}`, here, Math.max(n, here.length), { address: { slogan, group } });
  }

  function drawHeatmap(box) {
    const { slogans, units, counts } = data.heat;
    box.append(heatmap("slogan_heatmap", "h-slogan_heatmap", slogans, units, (i, j) => counts[i][j], {
      high: Math.max(1, ...counts.flat()),
      form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${slogans[i]} · ${units[j]}: ${x}`,
      open: (i, j) => openSlogan(slogans[i], units[j], counts[i][j]),
    }));
  }

  function verbsOf({ slogan, verbs, groups, counts }) {
    const name = (i, j) => `${verbs[i]} “${slogan}” · ${groups[j]}`;
    return heatmap("frames", "h-frames", verbs, groups, (i, j) => counts[i][j], {
      high: Math.max(PALEST, ...counts.flat()),
      form: (x) => (x ? String(x) : ""),
      label: (i, j, x) => `${name(i, j)}: ${x}`,
      open: (i, j) => {
        const here = bySlogan.get(slogan).places;
        const chosen = here.filter((place) => place.verb === verbs[i] && groupOf(place) === groups[j]);
        openPlaces(name(i, j), chosen, counts[i][j]);
      },
    });
  }

  function drawVerbs(box) {
    const place = el("div", {});
    const names = data.frames.map((entry) => entry.slogan);
    const { select, label } = choice("frames-slogan", "slogan", names, 0, draw);
    function draw() {
      place.replaceChildren(verbsOf(data.frames[Number(select.value)]));
    }
    box.append(el("p", {}, label), place);
    draw();
  }

  function draw() {
    const { slogans, units } = data.heat;
    const box = byId("slogan-heatmap");
    whenNear(box, slogans.length * units.length, () => drawHeatmap(box));
    if (data.frames.length) drawVerbs(byId("frames"));
  }

  /** The slogans that hold a folded text, for the search. */
  function find(needle) {
    return listed.filter((entry) => fold(entry.slogan).includes(needle)).map((entry) => ({
      label: `“${entry.slogan}”`, n: entry.n, places: entry.places, open: () => openSlogan(entry.slogan),
    }));
  }

  const addresses = {
    slogan({ slogan, group = null }) {
      const known = bySlogan.has(slogan) && (group === null || report.groups.includes(group));
      if (known) openSlogan(slogan, group);
      return known;
    },
  };
  const links = { "slogans.slogan": (slogan) => () => openSlogan(slogan) };
  /** The places of a slogan that is listed; null for any other. */
  const placesOf = (slogan) => (bySlogan.has(slogan) ? bySlogan.get(slogan).places : null);

  const slogansIn = new Map();
  /** The slogans of strong evidence in a document, for the reader to mark. */
  function marksOf(doc) {
    if (!slogansIn.size) {
      for (const { slogan, places: here } of listed.filter((entry) => entry.strong)) {
        const open = () => openSlogan(slogan);
        for (const { doc: there, start, end } of here) {
          if (!slogansIn.has(there)) slogansIn.set(there, []);
          slogansIn.get(there).push({ start, end, kind: "slogan", address: { slogan }, open });
        }
      }
    }
    return slogansIn.get(doc) || [];
  }

  const marks = { word: "mark_slogans", of: marksOf };
  return { draw, find, marks, addresses, links, listed, openSlogan, placesOf };
});
