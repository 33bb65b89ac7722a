// Slack's mrkdwn as elements: *bold* _italic_ ~strike~ `code` ```blocks``` > quotes, lists, mentions, links, emoji.

import { el } from "./dom.js";
import { emoji, isEmoji } from "./emoji.js";
import { bracketed, link, unescaped } from "./mentions.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };
const WORD = /[\p{L}\p{N}_]/u;
const SPECIAL = /[<`*_~:h]/;
const BARE_URL = /https?:\/\/[^\s<>|*`]*[^\s<>|*`.,;:!?)\]}'"]/y;
const BRACKET = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-z0-9_+-]{1,60}):/y;

/** The nodes of a mrkdwn text; `verbatim` leaves bare addresses alone. */
export function mrkdwn(text, { verbatim = false } = {}) {
  const pieces = String(text ?? "").split(/```(?:\n)?([\s\S]*?)(?:\n)?```/);
  return pieces.flatMap((piece, at) => (at % 2 ? codeBlock(piece) : lines(piece, verbatim)));
}

/** A plain text: nothing in it means anything but emoji names. */
export function plain(text, { emoji: named = true } = {}) {
  const shown = unescaped(String(text ?? ""));
  if (!named) return [document.createTextNode(shown)];
  return shown.split(/:([a-z0-9_+-]{1,60}):/).map((piece, at) => {
    if (at % 2 === 0) return document.createTextNode(piece);
    return isEmoji(piece) ? emoji(piece) : document.createTextNode(`:${piece}:`);
  });
}

/** A text object of Block Kit. */
export function textObject(text) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text, text) : plain(text.text, text);
}

/** mrkdwn as one line of plain words, for screen readers and previews. */
export function words(text) {
  return el("p", {}, mrkdwn(text)).textContent.replace(/\s+/g, " ").trim();
}

const codeBlock = (piece) => el("pre", { class: "code-block" }, el("code", {}, bare(piece)));

/** Inside code, brackets show what they stand for and nothing else is special. */
function bare(piece) {
  return piece.split(/<([^<>\n]+)>/).map((part, at) => {
    if (at % 2 === 0) return unescaped(part);
    return bracketed(part)?.textContent ?? `<${part}>`;
  });
}

function lines(piece, verbatim) {
  const nodes = [];
  for (const { kind, rows } of runs(piece.replace(/^\n|\n$/g, "").split("\n"))) nodes.push(...RUNS[kind](rows, verbatim));
  return nodes;
}

/** Neighbouring lines of one kind belong together. */
function runs(rows) {
  const found = [];
  for (const row of rows) {
    const kind = /^(&gt;|>)/.test(row) ? "quote" : /^\s*[•◦▪-] /.test(row) ? "list" : "text";
    if (found.at(-1)?.kind === kind) found.at(-1).rows.push(row);
    else found.push({ kind, rows: [row] });
  }
  return found;
}

const RUNS = {
  text: (rows, verbatim) => joined(rows, verbatim),
  quote: (rows, verbatim) => [el("blockquote", {}, joined(rows.map((row) => row.replace(/^(&gt;|>)\s?/, "")), verbatim))],
  list: (rows, verbatim) => [
    el("ul", {}, rows.map((row) => el("li", {}, inline(row.replace(/^\s*[•◦▪-] /, ""), { verbatim })))),
  ],
};

function joined(rows, verbatim) {
  return rows.flatMap((row, at) => [...(at ? [el("br")] : []), ...inline(row, { verbatim })]);
}

/** The nodes of one line. */
export function inline(text, rules) {
  const nodes = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const found = SPECIAL.test(text[at]) ? special(text, at, rules) : null;
    if (!found) {
      at += 1;
      continue;
    }
    if (at > plainFrom) nodes.push(document.createTextNode(unescaped(text.slice(plainFrom, at))));
    nodes.push(found.node);
    at = plainFrom = found.end;
  }
  if (plainFrom < text.length) nodes.push(document.createTextNode(unescaped(text.slice(plainFrom))));
  return nodes;
}

function matched(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function special(text, at, rules) {
  const sign = text[at];
  if (sign === "<") return ofBracket(text, at);
  if (sign === "`") return ofCode(text, at);
  if (sign === ":") return ofEmoji(text, at);
  if (sign === "h") return rules.verbatim ? null : ofAddress(text, at);
  return ofMark(text, at, rules);
}

function ofBracket(text, at) {
  const found = matched(BRACKET, text, at);
  const node = found && bracketed(found[1]);
  return node && { node, end: at + found[0].length };
}

function ofCode(text, at) {
  const found = matched(CODE, text, at);
  return found && { node: el("code", {}, bare(found[1])), end: at + found[0].length };
}

function ofEmoji(text, at) {
  const found = matched(EMOJI, text, at);
  return found && isEmoji(found[1]) ? { node: emoji(found[1]), end: at + found[0].length } : null;
}

function ofAddress(text, at) {
  if (at > 0 && WORD.test(text[at - 1])) return null;
  const found = matched(BARE_URL, text, at);
  return found && { node: link(unescaped(found[0])), end: at + found[0].length };
}

function ofMark(text, at, rules) {
  const sign = text[at];
  const opens = (at === 0 || !(WORD.test(text[at - 1]) || text[at - 1] === sign)) && /[^\s]/.test(text[at + 1] ?? " ");
  if (!opens || text[at + 1] === sign) return null;
  const close = closing(text, at + 1, sign);
  if (close < 0) return null;
  return { node: el(MARKS[sign], {}, inline(text.slice(at + 1, close), rules)), end: close + 1 };
}

/** Where the mark ends again, jumping over brackets and code; -1 when it does not. */
function closing(text, from, sign) {
  for (let at = from; at < text.length; at += 1) {
    const skip = (text[at] === "<" && matched(BRACKET, text, at)) || (text[at] === "`" && matched(CODE, text, at));
    if (skip) at += skip[0].length - 1;
    else if (text[at] === sign && !/\s/.test(text[at - 1]) && !WORD.test(text[at + 1] ?? " ")) return at;
  }
  return -1;
}
