// One message: who, when, what it says, its buttons, its replies and reactions.

import { deed } from "./api.js";
import { fileList } from "./attaching.js";
import { blocks } from "./blocks.js";
import { sandboxNow } from "./clock.js";
import { el } from "./dom.js";
import { emoji, reactionNames } from "./emoji.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { mrkdwn, words } from "./mrkdwn.js";
import { avatar, badge } from "./people.js";
import { fullOf, prettyDay, shortDayOf, timeOf } from "./times.js";
import { failed } from "./toast.js";
import { personName, workspace } from "./workspace.js";

/**
 * The message as a list item. `channel` is its conversation's id, `openThread(ts)` shows its thread
 * (left out inside a thread), `mayAct` whether this person may react and reply here, `kept` what
 * was entered into its elements.
 */
export function messageNode(message, { channel, openThread, mayAct, kept }) {
  const mine = { channel, ts: message.ts };
  return el(
    "li",
    { class: classes(message), data: { ...mine, user: message.user, surface: "message" } },
    message.ephemeral && el("p", { class: "only-you" }, icon("eye"), "Only visible to you"),
    el(
      "article",
      { class: "message", "aria-label": `${personName(message.user)}, ${timeOf(message.ts)}` },
      el("div", { class: "message-side" }, avatar(message.user), el("time", { class: "side-time", "aria-hidden": "true" }, timeOf(message.ts))),
      el("div", { class: "message-main" }, head(message), body(message, mine, kept), reactions(message, mine, mayAct), replies(message, openThread)),
    ),
    mayAct && !message.ephemeral && message.subtype !== "tombstone" && toolbar(message, mine, openThread),
  );
}

/** What a screen reader is told when the message arrives. */
export const spoken = (message) => `${personName(message.user)}: ${words(message.text)}`;

function classes(message) {
  const names = ["row"];
  if (message.ephemeral) names.push("row-ephemeral");
  if (message.subtype === "tombstone") names.push("row-gone");
  if (!message.bot_id && message.text?.includes(`<@${workspace.me.id}>`)) names.push("row-to-me");
  return names.join(" ");
}

const head = (message) =>
  el(
    "header",
    { class: "message-head" },
    el("strong", { class: "message-name" }, personName(message.user)),
    badge(message.user),
    el("time", { class: "message-time", title: fullOf(message.ts), datetime: new Date(message.ts * 1000).toISOString() }, timeOf(message.ts)),
  );

function body(message, place, kept) {
  const said = message.blocks?.length
    ? blocks(message.blocks, { place, kept })
    : message.text && el("div", { class: "message-text" }, mrkdwn(message.text), message.edited && edited(message));
  return el("div", { class: "message-body" }, said, fileList(message.files), (message.attachments ?? []).map((part) => attachment(part, place, kept)));
}

const edited = (message) => el("span", { class: "edited", title: fullOf(message.edited.ts ?? message.ts) }, " (edited)");

function attachment(part, place, kept) {
  const colour = /^#?[0-9a-f]{6}$/i.test(part.color ?? "") ? `#${part.color.replace("#", "")}` : "var(--line)";
  const said = part.blocks ? blocks(part.blocks, { place, kept }) : [part.title && el("strong", {}, part.title), mrkdwn(part.text ?? part.fallback ?? "")];
  return el("div", { class: "attachment", style: { "--colour": colour } }, said);
}

function replies(message, openThread) {
  if (!message.reply_count || !openThread) return null;
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return el(
    "button",
    { type: "button", class: "replies", data: { replies: message.reply_count }, on: { click: () => openThread(message.ts) } },
    (message.reply_users ?? []).map((user) => avatar(user, "avatar-tiny")),
    el("span", { class: "replies-count" }, count),
    message.latest_reply && el("span", { class: "replies-last" }, `${prettyDay(message.latest_reply, sandboxNow(), shortDayOf)}, ${timeOf(message.latest_reply)}`),
  );
}

function reactions(message, place, mayAct) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions", role: "group", "aria-label": "Reactions" }, message.reactions.map((one) => reaction(one, place, mayAct)));
}

function reaction({ name, users, count }, place, mayAct) {
  const mine = users.includes(workspace.me.id);
  const label = `${name.replaceAll("_", " ")}, ${count}: ${users.map(personName).join(", ")}`;
  const attributes = { type: "button", class: "reaction", "aria-pressed": String(mine), "aria-label": label, title: users.map(personName).join(", "), disabled: !mayAct };
  return el("button", { ...attributes, data: { reaction: name }, on: { click: () => react(place, name, !mine) } }, emoji(name), el("span", {}, String(count)));
}

async function react(place, name, on) {
  const answer = await deed("react", { ...place, name, on });
  if (!answer.ok) failed(answer.error);
}

function toolbar(message, place, openThread) {
  const reply = { type: "button", class: "ghost", "aria-label": "Reply in thread", title: "Reply in thread", on: { click: () => openThread(message.ts) } };
  return el("div", { class: "toolbar", role: "group", "aria-label": "With this message" },
    menu({ label: "React", face: icon("smile"), panelClass: "emoji-panel", build: (close) => offers(message, place, close) }),
    openThread && el("button", reply, icon("reply")),
    shortcuts(place),
  );
}

function offers(message, place, close) {
  return reactionNames().map((name) => {
    const mine = message.reactions?.find((one) => one.name === name)?.users.includes(workspace.me.id) ?? false;
    return entry(emoji(name), () => (close(), react(place, name, !mine)), { "aria-label": name.replaceAll("_", " "), "aria-pressed": String(mine) });
  });
}

function shortcuts(place) {
  const known = workspace.shortcuts.filter((shortcut) => shortcut.type === "message");
  if (!known.length) return null;
  const use = async (shortcut) => {
    const answer = await deed("shortcut", { ...place, callback_id: shortcut.callback_id });
    if (!answer.ok) failed(answer.error);
  };
  const build = (close) => known.map((shortcut) => entry([icon("bolt"), shortcut.name], () => (close(), use(shortcut)), { data: { shortcut: shortcut.callback_id } }));
  return menu({ label: "More with this message", face: icon("dots"), build });
}
