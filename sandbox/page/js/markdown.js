// The markdown block: ordinary Markdown (headings, lists, quotes, code, tables) as elements.

import { el } from "./dom.js";
import { emoji, isEmoji } from "./emoji.js";
import { bracketed, link } from "./mentions.js";

const FENCE = /^```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const ITEM = /^\s*([-*+]|\d+[.)])\s+(.*)$/;
const QUOTE = /^>\s?/;
const ROW = /^\s*\|.*\|\s*$/;
const STARTS = [FENCE, HEADING, RULE, ITEM, QUOTE, ROW];

/** The nodes of a Markdown text. */
export function markdown(text) {
  const rows = String(text ?? "").split("\n");
  const nodes = [];
  while (rows.length) {
    const node = next(rows);
    if (node) nodes.push(node);
  }
  return nodes;
}

function next(rows) {
  const row = rows.shift();
  if (!row.trim()) return null;
  if (FENCE.test(row)) return fence(rows);
  const heading = HEADING.exec(row);
  if (heading) return el("p", { class: "heading", role: "heading", "aria-level": heading[1].length + 2 }, inline(heading[2]));
  if (RULE.test(row)) return el("hr");
  if (QUOTE.test(row)) return el("blockquote", {}, markdown(run(row, rows, QUOTE).map((line) => line.replace(QUOTE, "")).join("\n")));
  if (ITEM.test(row)) return list(run(row, rows, ITEM));
  if (ROW.test(row)) return table(run(row, rows, ROW));
  return el("p", {}, inline(paragraph(row, rows)));
}

function fence(rows) {
  const held = [];
  while (rows.length && !FENCE.test(rows[0])) held.push(rows.shift());
  rows.shift();
  return el("pre", { class: "code-block" }, el("code", {}, held.join("\n")));
}

function run(first, rows, pattern) {
  const held = [first];
  while (rows.length && pattern.test(rows[0])) held.push(rows.shift());
  return held;
}

function paragraph(first, rows) {
  const held = [first];
  while (rows.length && rows[0].trim() && !STARTS.some((start) => start.test(rows[0]))) held.push(rows.shift());
  return held.join("\n");
}

function list(rows) {
  const ordered = /^\s*\d/.test(rows[0]);
  const items = rows.map((row) => el("li", {}, inline(ITEM.exec(row)[2])));
  return el(ordered ? "ol" : "ul", {}, items);
}

function table(rows) {
  const cells = (row) => row.trim().slice(1, -1).split("|").map((cell) => cell.trim());
  const isLine = (row) => /^[\s|:-]+$/.test(row);
  const [head, ...body] = rows.filter((row) => !isLine(row)).map(cells);
  return el(
    "table",
    { class: "table" },
    el("thead", {}, el("tr", {}, (head ?? []).map((cell) => el("th", {}, inline(cell))))),
    el("tbody", {}, body.map((row) => el("tr", {}, row.map((cell) => el("td", {}, inline(cell)))))),
  );
}

// One pattern for each thing inside a line, tried in this order at each place.
const INLINE = [
  [/`([^`]+)`/y, (found) => el("code", {}, found[1])],
  [/<([^<>\s][^<>\n]*)>/y, (found) => bracketed(found[1])],
  [/!?\[([^\]\n]*)\]\(([^\s)]+)\)/y, (found) => link(found[2], found[1])],
  [/(?<bare>https?:\/\/[^\s<>)\]]+[^\s<>)\].,;:!?])/y, (found) => link(found[1])],
  [/\*\*(?=\S)(.+?\S?)\*\*/y, (found) => el("strong", {}, inline(found[1]))],
  [/~~(?=\S)(.+?)~~/y, (found) => el("s", {}, inline(found[1]))],
  [/\*(?=[^\s*])(.+?)\*/y, (found) => el("em", {}, inline(found[1]))],
  [/(?<![\p{L}\p{N}])_(?=\S)(.+?)_(?![\p{L}\p{N}])/uy, (found) => el("em", {}, inline(found[1]))],
  [/:([a-z0-9_+-]+):/y, (found) => (isEmoji(found[1]) ? emoji(found[1]) : null)],
  [/\n/y, () => el("br")],
];

function inline(text) {
  const nodes = [];
  let held = "";
  for (let at = 0; at < text.length; ) {
    const found = matched(text, at);
    if (found) {
      nodes.push(held, found.node);
      held = "";
      at = found.end;
    } else {
      held += text[at];
      at += 1;
    }
  }
  return [...nodes, held];
}

function matched(text, at) {
  for (const [pattern, build] of INLINE) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const node = found && build(found);
    if (node) return { node, end: at + found[0].length };
  }
  return null;
}
