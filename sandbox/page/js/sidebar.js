// The left side: who I am, the channels, the private ones, the DMs and the app.

import { deed } from "./api.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { avatar, badge, city, localTime, personRow } from "./people.js";
import { failed } from "./toast.js";
import { appConversation, companions, conversationName, isApp, isDirect, peopleInOrder, personName, workspace } from "./workspace.js";

const root = document.getElementById("sidebar");
let drawnAs = "";

/** Draw the sidebar again when anything in it differs; `here` is the open conversation's id. */
export function drawSidebar(here) {
  const minute = localTime(workspace.me.id);
  const as = JSON.stringify([here, minute, workspace.me.id, [...workspace.people.values()].map((p) => [p.name, p.real_name, p.deleted]), [...workspace.conversations.values()]]);
  if (as === drawnAs || root.querySelector(":popover-open")) return;
  drawnAs = as;
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.channel : null;
  const scrolled = root.querySelector(".conversations")?.scrollTop ?? 0;
  fill(root, top(), el("div", { class: "conversations" }, sections(here)));
  root.querySelector(".conversations").scrollTop = scrolled;
  if (focused) root.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
}

function top() {
  return el("div", { class: "sidebar-top" }, el("p", { class: "workspace-name" }, workspace.name), whoAmI());
}

function whoAmI() {
  const { me } = workspace;
  const face = [
    avatar(me.id, "avatar-small"),
    el("span", { class: "row-words" }, el("span", { class: "row-name" }, el("span", { class: "i-am" }, "I am "), me.real_name), el("span", { class: "row-more" }, badge(me.id), ` ${city(me.id)}, ${localTime(me.id)}`)),
    icon("down"),
  ];
  const build = () => [
    el("p", { class: "panel-head" }, "Be somebody else: in this tab, or in one of its own"),
    peopleInOrder().filter((person) => !person.is_bot).map(other),
  ].flat();
  return menu({ label: `I am ${me.real_name}: be somebody else`, face, className: "who", panelClass: "people-panel", data: { who: me.id }, build });
}

function other(person) {
  const href = `?as=${encodeURIComponent(person.name)}${location.hash}`;
  return el("div", { class: "person-row" },
    el("a", { class: "entry", href, data: { person: person.name }, "aria-current": person.id === workspace.me.id ? "true" : undefined }, personRow(person.id)),
    el("a", { class: "ghost new-tab", href, target: "_blank", "aria-label": `Open ${person.real_name} in a new tab`, title: "In a new tab" }, icon("out")),
  );
}

function sections(here) {
  const all = [...workspace.conversations.values()].filter((found) => !found.archived || found.id === here);
  const sorted = (list) => list.sort((a, b) => conversationName(a).localeCompare(conversationName(b)));
  const withApp = appConversation();
  const direct = all.filter((found) => isDirect(found) && found !== withApp);
  return [
    section("Channels", sorted(all.filter((found) => found.kind === "channel")), here),
    section("Private channels", sorted(all.filter((found) => found.kind === "private")), here),
    section("Direct messages", sorted(direct), here, newMessage()),
    section("Apps", withApp ? [withApp] : [], here, withApp ? null : openApp()),
  ];
}

function section(title, list, here, extra) {
  if (!list.length && !extra) return null;
  return el("section", { class: "section" },
    el("div", { class: "section-head" }, el("h2", {}, title), extra),
    el("ul", {}, list.map((found) => el("li", {}, row(found, here)))),
  );
}

function row(found, here) {
  const isHere = found.id === here;
  const unread = isHere ? 0 : found.unread;
  const count = isHere ? 0 : found.mentions;
  const names = ["conversation", unread && "has-unread", !found.is_member && "not-member", found.archived && "is-archived"];
  return el("a", { class: names.filter(Boolean).join(" "), href: `#${found.id}`, data: { channel: found.id, name: conversationName(found) }, "aria-current": isHere ? "page" : undefined },
    sign(found),
    el("span", { class: "conversation-name" }, conversationName(found)),
    companions(found).some(isApp) && isDirect(found) ? badge(workspace.app.user_id) : null,
    count ? el("span", { class: "count" }, String(count), el("span", { class: "unseen" }, " for you")) : unread ? el("span", { class: "dot" }, el("span", { class: "unseen" }, `${unread} unread`)) : null,
  );
}

function sign(found) {
  if (found.kind === "channel") return icon("hash");
  if (found.kind === "private") return icon("lock");
  if (found.kind === "mpim") return icon("people");
  return avatar(companions(found)[0] ?? workspace.me.id, "avatar-tiny");
}

function newMessage() {
  const chosen = new Set();
  const build = (close) => {
    const go = el("button", { type: "button", class: "primary", disabled: true, on: { click: () => (close(), openDirect([...chosen])) } }, "Open");
    const rows = peopleInOrder().filter((person) => person.id !== workspace.me.id).map((person) => {
      const node = entry(personRow(person.id), () => {
        if (!chosen.delete(person.id)) chosen.add(person.id);
        node.setAttribute("aria-pressed", String(chosen.has(person.id)));
        go.disabled = !chosen.size;
      }, { "aria-pressed": "false", data: { person: person.name } });
      return node;
    });
    chosen.clear();
    return [el("p", { class: "panel-head" }, "Write to one person, or to several"), ...rows, el("div", { class: "panel-foot" }, go)];
  };
  return menu({ label: "New direct message", face: icon("plus"), className: "ghost small", panelClass: "people-panel", build });
}

const openApp = () =>
  el("button", { type: "button", class: "ghost small", "aria-label": `Write to ${personName(workspace.app.user_id)}`, on: { click: () => openDirect([workspace.app.user_id]) } }, icon("plus"));

async function openDirect(users) {
  const answer = await deed("open_dm", { users });
  if (!answer.channel) return failed(answer.error);
  location.hash = `#${answer.channel}`;
  return undefined;
}
