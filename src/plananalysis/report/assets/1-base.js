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

/** An attribute in both languages; it is set again when the language changes. */
function said(node, name, zh, en) {
  Object.assign(node.dataset, { said: name, zh, en });
  node.setAttribute(name, language() === "zh" ? zh : en);
  return node;
}
const saidWord = (node, name, key, values = {}) => said(node, name, ...DATA.words[key].map((text) => fill(text, values)));

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
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}

const regionName = (key) => ({ "aria-label": word(key), "data-said": "aria-label", "data-zh": DATA.words[key][0], "data-en": DATA.words[key][1] });

const percent = (share, digits = 0) => `${(100 * share).toFixed(digits)}%`;

/** What a button is about, for those who hear it: the title of a table or figure. */
const hiddenName = (key) => el("span", { class: "hidden" }, " ", both(key));

/** Buttons that copy rows as cells, and save them as csv that Excel opens. */
function exports(name, rows) {
  const label = el("span", {}, both("copy"));
  const copy = el("button", { type: "button", onclick: async () => {
    const text = rows().map((row) => row.map((value) => value.replace(/\s+/g, " ")).join("\t")).join("\n");
    try { await navigator.clipboard.writeText(text); } catch { return; }
    label.replaceChildren(both("copied"));
    document.getElementById("live").textContent = word("copied");
    setTimeout(() => { label.replaceChildren(both("copy")); document.getElementById("live").textContent = ""; }, 3000);
  } }, label, hiddenName(name));
  const quote = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const csv = el("button", { type: "button", onclick: () => {
    const text = rows().map((row) => row.map(quote).join(",")).join("\r\n");
    save(`${name}.csv`, new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  } }, both("csv"), hiddenName(name));
  return [copy, csv];
}

async function savePng(name, source, width, height) {
  const scale = 200 / 96;
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

function save(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}
