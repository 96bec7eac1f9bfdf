"use strict";
/**
 * The one global. It holds the data of the page and all that the script can do:
 * files of the frame add what they offer, sections register themselves, and start.js draws them.
 */
const Report = {
  data: JSON.parse(document.getElementById("data").textContent),
  sections: {},

  /** Add what a file of the frame offers to the others. */
  add(make) {
    Object.assign(this, make(this));
  },

  /**
   * Register a section. `make(report, data)` returns `draw()`, which fills the boxes of the section,
   * `links`, what a click on a cell of a table opens by "table.column", `find(needle)`, what the search finds by name,
   * and what other sections may call.
   * `data` is null where the page does not have the section.
   */
  section(name, make) {
    this.sections[name] = make(this, this.data.sections[name] || null);
  },
};

/** Elements, words in both languages, numbers. */
Report.add(({ data }) => {
  /** Make an element; text is always text, never markup. */
  function el(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "class") node.className = value;
      else if (key === "style") node.style.cssText = value; // as an attribute the page's policy forbids it
      else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(key, value === true ? "" : value);
      }
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }

  function svg(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  const byId = (id) => document.getElementById(id);

  /** Fill {names} in a text. */
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, key) => (Object.hasOwn(values, key) ? values[key] : all));

  const wordsFor = (key) => (Object.hasOwn(data.words, key) ? data.words[key] : [key, key]);
  const language = () => document.documentElement.dataset.lang;
  const word = (key) => wordsFor(key)[language() === "zh" ? 0 : 1];

  /** Words in both languages; the style sheet shows one. */
  function pairOf(zh, en) {
    return el("span", {}, el("span", { class: "zh", lang: "zh-CN" }, zh), el("span", { class: "en", lang: "en" }, en));
  }
  function both(key, values = {}) {
    return pairOf(...wordsFor(key).map((text) => fill(text, values)));
  }

  /** An attribute in both languages; it is set again when the language changes. */
  function said(node, name, zh, en) {
    Object.assign(node.dataset, { said: name, zh, en });
    node.setAttribute(name, language() === "zh" ? zh : en);
    return node;
  }
  const saidWord = (node, name, key, values = {}) =>
    said(node, name, ...wordsFor(key).map((text) => fill(text, values)));

  /** What a button is about, for those who hear it: the title of a table or figure. */
  const hiddenName = (key) => el("span", { class: "hidden" }, " ", both(key));

  /** The words for a code, of this table or of any. */
  function codeWords(table, code) {
    const key = [`${table}.${code}`, code].find((one) => Object.hasOwn(data.codes, one));
    return key === undefined ? [code, code] : data.codes[key];
  }

  function number(value) {
    if (typeof value !== "number" || Number.isInteger(value)) return String(value);
    return value.toFixed(Math.abs(value) < 10 ? 3 : 1);
  }
  const percent = (share, digits = 0) => `${(100 * share).toFixed(digits)}%`;

  /** How many of how many, where not all are listed. */
  const some = (shown, total) => (shown < total ? `${shown} / ${total}` : String(total));
  const oneLine = (text) => text.replace(/\s+/g, " ");
  const shortened = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);

  return {
    el, svg, byId, fill, wordsFor, language, word, pairOf, both, said, saidWord, hiddenName, codeWords,
    number, percent, some, oneLine, shortened,
  };
});
