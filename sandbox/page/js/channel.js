// The middle: one conversation with its head, its messages, and the box to write in; the app also has its Home tab.

import { deed } from "./api.js";
import { Composer } from "./composer.js";
import { el, fill } from "./dom.js";
import { Home } from "./home.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { avatar, badge, city, localTime, personRow } from "./people.js";
import { Timeline } from "./timeline.js";
import { failed } from "./toast.js";
import { companions, conversationName, isApp, isDirect, peopleInOrder, titled, workspace } from "./workspace.js";

const middle = document.getElementById("middle");

export class Channel {
  /** Shows the conversation at once; its messages come with `load`. */
  constructor(id, { openThread }) {
    this.id = id;
    this.openThread = openThread;
    this.tab = "messages";
    this.conversation = workspace.conversations.get(id);
    this.timeline = new Timeline({
      channel: id,
      openThread,
      mayAct: this.conversation.is_member && !this.conversation.archived,
      unread: this.conversation.unread,
      intro: intro(this.conversation),
    });
    this.home = new Home();
    this.head = el("header", { class: "channel-head" });
    this.main = el("div", { class: "channel-main" });
    this.root = el("section", { class: "channel", data: { channel: id }, "aria-label": titled(this.conversation) }, this.head, this.main);
    fill(middle, this.root);
    this.refresh();
  }

  get hasHome() {
    return this.conversation.kind === "im" && companions(this.conversation).some(isApp) && workspace.app.home_tab !== false;
  }

  async load() {
    await (this.tab === "home" ? this.home.load() : this.timeline.load());
  }

  /** Draw head and foot again after the state of the workspace changed. */
  refresh() {
    const found = workspace.conversations.get(this.id);
    if (!found) return;
    const { unread, mentions, ...rest } = found;
    const as = JSON.stringify([rest, this.tab, localTime(companions(found)[0] ?? workspace.me.id)]);
    if (as === this.drawnAs || this.head.querySelector(":popover-open")) return;
    this.drawnAs = as;
    this.conversation = found;
    this.#head();
    this.#main();
  }

  async show(tab) {
    this.tab = tab;
    this.refresh();
    deed("home", { tab });
    await this.load();
    this.head.querySelector('[aria-selected="true"]')?.focus();
  }

  /** Put the cursor into the box to write in. */
  focus() {
    this.composer?.focus();
  }

  #head() {
    const found = this.conversation;
    fill(this.head,
      el("button", { type: "button", class: "ghost to-sidebar", "aria-label": "Conversations", on: { click: () => document.body.classList.toggle("sidebar-open") } }, icon("menu")),
      el("div", { class: "channel-title" }, el("h1", {}, title(found)), el("p", { class: "topic" }, topic(found))),
      this.hasHome && this.#tabs(),
      !isDirect(found) && members(found),
    );
  }

  #tabs() {
    const tab = (name, face) =>
      el("button", { type: "button", role: "tab", class: "tab", "aria-selected": String(this.tab === name), data: { tab: name }, on: { click: () => this.show(name) } }, face);
    return el("div", { class: "tabs", role: "tablist", "aria-label": workspace.app.name }, tab("home", "Home"), tab("messages", "Messages"));
  }

  #main() {
    const found = this.conversation;
    if (this.tab === "home") return fill(this.main, this.home.root);
    if (this.composer && this.main.contains(this.composer.root) && found.is_member && !found.archived) return undefined;
    const mayAct = found.is_member && !found.archived;
    if (mayAct !== this.timeline.mayAct) this.timeline.redraw(mayAct);
    this.composer = mayAct ? new Composer({ conversation: found }) : null;
    fill(this.main, this.timeline.root, this.composer?.root ?? closedFoot(found));
    return this.composer?.placed();
  }
}

const title = (found) => [
  isDirect(found) ? avatar(companions(found)[0] ?? workspace.me.id, "avatar-small") : icon(found.kind === "private" ? "lock" : "hash"),
  el("span", {}, conversationName(found)),
  found.kind === "im" && badge(companions(found)[0]),
];

function topic(found) {
  const other = found.kind === "im" && companions(found)[0];
  if (!other) return found.topic;
  const person = workspace.people.get(other);
  return person?.is_bot ? "" : [person?.title, `${city(other)}, ${localTime(other)}`].filter(Boolean).join(" · ");
}

function intro(found) {
  const words = isDirect(found)
    ? `This is the beginning of what you and ${conversationName(found)} write to each other.`
    : `This is the beginning of ${titled(found)}.`;
  return el("p", {}, words);
}

function members(found) {
  const build = (close) => {
    const others = peopleInOrder().filter((person) => !found.members.includes(person.id));
    const add = (person) => act("invite", { channel: found.id, user: person.id });
    return [
      el("p", { class: "panel-head" }, "In this channel"),
      ...found.members.map((id) => el("div", { class: "entry-like", data: { member: id } }, personRow(id))),
      ...(found.is_member && others.length ? [el("p", { class: "panel-head" }, "Add somebody")] : []),
      ...(found.is_member ? others.map((person) => entry(personRow(person.id), () => (close(), add(person)), { data: { invite: person.name } })) : []),
      ...(found.is_member ? [entry("Leave this channel", () => (close(), act("leave", { channel: found.id })), { class: "entry entry-leave" })] : []),
    ];
  };
  const label = `${found.members.length} in ${titled(found)}`;
  return menu({ label, face: [icon("people"), String(found.members.length)], className: "ghost members", panelClass: "people-panel", build });
}

async function act(name, body) {
  const answer = await deed(name, body);
  if (!answer.ok) failed(answer.error);
}

function closedFoot(found) {
  if (found.archived) return el("div", { class: "foot" }, el("p", {}, `${titled(found)} is archived. You can read it, nobody can write in it.`));
  return el("div", { class: "foot" },
    el("p", {}, `You can read ${titled(found)}. Join it to write here.`),
    el("button", { type: "button", class: "primary", data: { join: found.id }, on: { click: () => act("join", { channel: found.id }) } }, "Join"),
  );
}
