// Where a person writes: messages and slash commands, several lines, completed as they type.

import { deed } from "./api.js";
import { attachButton } from "./attaching.js";
import { Completing } from "./completing.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { failed, toast } from "./toast.js";
import { handle, peopleInOrder, titled, workspace } from "./workspace.js";

const drafts = new Map();
const TALLEST = 240;
const PREPARED_USED = "prepared line used";
let lastSent = "";

export class Composer {
  /** `threadTs` makes it answer in a thread, where commands mean nothing. */
  constructor({ conversation, threadTs }) {
    Object.assign(this, { conversation, threadTs });
    this.key = `${conversation.id} ${threadTs ?? ""}`;
    const label = threadTs ? "Reply in this thread" : `Message ${titled(conversation)}`;
    const id = threadTs ? "thread-text" : "composer-text";
    this.box = el("textarea", { id, rows: 1, placeholder: label, "aria-label": label, autocomplete: "off", spellcheck: "true" });
    this.completing = new Completing(this.box, { commands: !threadTs });
    this.box.addEventListener("input", () => this.#typed());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    const send = el("button", { class: "send", "aria-label": "Send message", title: "Send (Enter)" }, icon("send"));
    const submit = (event) => {
      event.preventDefault();
      this.send();
    };
    this.root = el("form", { class: "composer", data: { composer: threadTs ? "thread" : "channel" }, on: { submit } },
      this.completing.list,
      this.completing.usage,
      el("div", { class: "composer-box" }, globalShortcuts(threadTs), this.box, threadTs ? null : attachButton((name, content) => this.#share(name, content)), send),
      el("p", { class: "composer-help", "aria-hidden": "true" }, el("kbd", {}, "Enter"), " sends  ", el("kbd", {}, "Shift"), "+", el("kbd", {}, "Enter"), " new line", threadTs ? "" : ["  ", el("kbd", {}, "/"), " commands"]),
      threadTs ? null : this.#tries(),
    );
    this.#write(drafts.get(this.key) ?? this.#prepared());
  }

  focus() {
    this.box.focus({ preventScroll: true });
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  async send() {
    const text = this.box.value.trim();
    if (!text) return;
    this.#write("");
    this.completing.close();
    lastSent = text;
    if (text === workspace.prepared) sessionStorage.setItem(PREPARED_USED, text);
    const answer = await this.#deliver(text);
    if (answer.ok) return;
    failed(answer.error);
    if (!this.box.value) this.#write(text);
  }

  #deliver(text) {
    const own = this.threadTs ? null : OWN[text.split(/\s/)[0].toLowerCase()];
    if (own) return own(this.conversation, text);
    return deed("say", { channel: this.conversation.id, text, thread_ts: this.threadTs });
  }

  async #share(name, content) {
    const text = this.box.value.trim();
    const answer = await deed("share", { channel: this.conversation.id, name, content, text });
    if (answer.ok) this.#write("");
    else failed(answer.error);
  }

  /** The line that waits for a person who is here for the first time. */
  #prepared() {
    const { prepared, first, me } = workspace;
    const used = sessionStorage.getItem(PREPARED_USED) === prepared;
    const isTheirs = !this.threadTs && me.id === first && this.conversation.id === workspace.start;
    return prepared && isTheirs && !used ? prepared : "";
  }

  /** Lines that a person who is here for the first time may like to see at work. */
  #tries() {
    const known = new Set(workspace.commands.map((one) => one.command));
    const lines = workspace.tries.filter((line) => known.has(line.split(" ")[0]));
    if (!lines.length || this.conversation.id !== workspace.start) return null;
    const offered = (line) => {
      const click = () => (this.#write(line), this.focus());
      return el("button", { type: "button", class: "try", title: line, "aria-label": `Type ${line}`, on: { click } }, line);
    };
    return el("p", { class: "tries" }, el("span", {}, "Try"), lines.map(offered));
  }

  #write(text) {
    this.box.value = text;
    this.#typed();
    this.completing.hint();
  }

  #typed() {
    drafts.set(this.key, this.box.value);
    this.box.style.height = "auto";
    if (this.box.isConnected) this.box.style.height = `${Math.min(this.box.scrollHeight, TALLEST)}px`;
    this.root?.classList.toggle("has-text", Boolean(this.box.value.trim()));
  }

  /** Once it stands on the page, its height can be measured. */
  placed() {
    this.#typed();
    return this;
  }

  #key(event) {
    if (event.isComposing || this.completing.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" && !this.box.value && lastSent) {
      event.preventDefault();
      this.#write(lastSent);
    }
  }
}

function globalShortcuts(threadTs) {
  const known = workspace.shortcuts.filter((shortcut) => shortcut.type === "global");
  if (threadTs || !known.length) return null;
  const use = async (shortcut) => {
    const answer = await deed("shortcut", { callback_id: shortcut.callback_id });
    if (!answer.ok) failed(answer.error);
  };
  const build = (close) => known.map((shortcut) => entry([icon("bolt"), shortcut.name], () => (close(), use(shortcut)), { data: { shortcut: shortcut.callback_id } }));
  return menu({ label: "Shortcuts", face: icon("bolt"), build });
}

// What the workspace itself answers, without the app.
const OWN = { "/invite": invite, "/leave": leave };

async function invite(conversation, text) {
  const wanted = [...text.matchAll(/@([\p{L}\p{N}._-]+)/gu)].map((found) => found[1].toLowerCase());
  const people = peopleInOrder().filter((person) => wanted.includes(person.name.toLowerCase()) || wanted.includes(person.real_name.toLowerCase()));
  if (!people.length) {
    toast("Whom? Type /invite and an @name.", "warn");
    return { ok: true };
  }
  const answers = await Promise.all(people.map((person) => deed("invite", { channel: conversation.id, user: person.id })));
  return answers.find((answer) => !answer.ok) ?? said(`${people.map((person) => `@${handle(person.id)}`).join(", ")} can read ${titled(conversation)} now.`);
}

async function leave(conversation) {
  const answer = await deed("leave", { channel: conversation.id });
  return answer.ok ? said(`You left ${titled(conversation)}.`) : answer;
}

function said(text) {
  toast(text);
  return { ok: true };
}
