"use strict";
const DATA = JSON.parse(document.getElementById("data").textContent);

/** Make an element; text is always text, never markup. */
function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));

/** The words for a key in both languages; the style sheet shows one. */
function both(key, values = {}) {
  const pair = DATA.words[key] || [key, key];
  return pairOf(fill(pair[0], values), fill(pair[1], values));
}

function pairOf(zh, en) {
  const span = el("span", {});
  span.append(el("span", { class: "zh", lang: "zh-CN" }, zh), el("span", { class: "en", lang: "en" }, en));
  return span;
}

const language = () => document.documentElement.dataset.lang;
const word = (key) => (DATA.words[key] || [key, key])[language() === "zh" ? 0 : 1];

/** Slice by code points, as the offsets count. */
const pieces = new Map();
function characters(doc) {
  if (!pieces.has(doc)) {
    const text = DATA.docs[doc].text;
    pieces.set(doc, /[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
  }
  return pieces.get(doc);
}
function slice(doc, start, end) {
  const text = characters(doc);
  const part = text.slice(Math.max(0, start), Math.max(0, end));
  return typeof part === "string" ? part : part.join("");
}

function number(value) {
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  if (value > 0 && value < 0.0005) return "<0.001";
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}

function save(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}
