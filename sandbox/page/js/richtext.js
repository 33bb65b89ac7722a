// Slack's rich_text blocks as elements.

import { el } from "./dom.js";
import { emoji } from "./emoji.js";
import { broadcast, channel, date, group, link, person } from "./mentions.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };
const BULLETS = ["disc", "circle", "square"];
const NUMBERS = ["decimal", "lower-alpha", "lower-roman"];

const INLINE = {
  text: (piece) => styled(document.createTextNode(piece.text), piece.style),
  link: (piece) => link(piece.url, piece.text, (face) => styled(face, piece.style)),
  user: (piece) => styled(person(piece.user_id), piece.style),
  usergroup: (piece) => group(piece.usergroup_id),
  channel: (piece) => channel(piece.channel_id),
  broadcast: (piece) => broadcast(piece.range),
  emoji: (piece) => emoji(piece.name),
  date: (piece) => date(piece.timestamp, piece.format ?? "{date}", piece.url, piece.fallback ?? ""),
  color: (piece) => el("code", {}, piece.value),
};

const PARTS = {
  rich_text_section: (part) => el("div", { class: "rich-line" }, pieces(part.elements)),
  rich_text_preformatted: (part) => el("pre", { class: "code-block" }, el("code", {}, pieces(part.elements))),
  rich_text_quote: (part) => el("blockquote", {}, pieces(part.elements)),
  rich_text_list: (part) => list(part),
};

export const richText = (block) => el("div", { class: "rich-text" }, (block.elements ?? []).map((part) => PARTS[part.type]?.(part)));

const pieces = (elements) => (elements ?? []).map((piece) => INLINE[piece.type]?.(piece));

function styled(node, style = {}) {
  return Object.entries(STYLES).reduce((inner, [name, tag]) => (style[name] ? el(tag, {}, inner) : inner), node);
}

function list(part) {
  const ordered = part.style === "ordered";
  const depth = part.indent ?? 0;
  const start = ordered && part.offset ? part.offset + 1 : undefined;
  const kind = (ordered ? NUMBERS : BULLETS)[depth % 3];
  const look = { "list-style-type": kind, "margin-inline-start": `${depth * 1.5}em` };
  return el(ordered ? "ol" : "ul", { start, style: look }, part.elements.map((row) => el("li", {}, pieces(row.elements))));
}
