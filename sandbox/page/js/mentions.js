// What stands in angle brackets in Slack's text: people, channels, groups, dates, links.

import { sandboxNow } from "./clock.js";
import { el } from "./dom.js";
import { templated } from "./times.js";
import { handle, personName, workspace } from "./workspace.js";

const BROADCASTS = new Set(["here", "channel", "everyone"]);
const SAFE = /^(https?:|mailto:|tel:)/i;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Slack escapes exactly three characters in its texts. */
export const unescaped = (text) => text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]);

/** The element for the inside of <…>, or null when it is nothing that Slack knows. */
export function bracketed(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(inside.slice(bar + 1));
  if (/^@[UWB]/.test(target)) return person(target.slice(1), label);
  if (/^#[CGD]/.test(target)) return channel(target.slice(1), label);
  if (target.startsWith("!")) return special(target.slice(1), label);
  if (SAFE.test(target)) return link(unescaped(target), label);
  return null;
}

export function person(id, label = "") {
  const known = workspace.people.has(id);
  const kind = id === workspace.me.id ? "mention mention-me" : "mention";
  const name = known ? handle(id) : label || id;
  return el("span", { class: kind, data: { user: id }, title: known ? personName(id) : undefined }, `@${name}`);
}

export function channel(id, label = "") {
  const known = workspace.conversations.get(id);
  if (!known) return el("span", { class: "mention" }, label ? `#${label}` : "a private channel");
  return el("a", { class: "mention", href: `#${id}` }, `#${known.name}`);
}

export function group(id, label = "") {
  const known = workspace.groups.get(id);
  const name = known ? `@${known.handle}` : label || `@${id}`;
  return el("span", { class: "mention" }, name.startsWith("@") ? name : `@${name}`);
}

export function broadcast(range) {
  return el("span", { class: "mention mention-me" }, `@${range}`);
}

export function date(epoch, template, url, fallback) {
  const words = Number.isFinite(Number(epoch)) ? templated(template, Number(epoch), sandboxNow()) : fallback;
  const face = el("time", { title: fallback }, words);
  return url && SAFE.test(url) ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, face) : face;
}

/** A link that shows where it leads when it is pointed at; anything but web and mail stays text. */
export function link(url, label = "", wrap = (node) => node) {
  const face = wrap(document.createTextNode(label || url.replace(/^mailto:/i, "")));
  if (!SAFE.test(url)) return face;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, face);
}

function special(target, label) {
  const [kind, ...rest] = target.split("^");
  if (kind === "subteam") return group(rest[0], label);
  if (kind === "date") return date(rest[0], rest[1] ?? "{date}", rest[2], label);
  if (BROADCASTS.has(kind)) return broadcast(kind);
  return label ? document.createTextNode(label) : null;
}
