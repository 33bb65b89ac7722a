// Completes what is being typed: commands after "/", people after "@", channels after "#".

import { el, freshId } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { isDirect, peopleInOrder, workspace } from "./workspace.js";

const MOST = 8;
const NAME_AT_CARET = /(^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u;

/** Commands of the workspace itself, beside the app's. */
const OWN_COMMANDS = [
  { command: "/invite", description: "Bring somebody into this channel", usage_hint: "@someone" },
  { command: "/leave", description: "Leave this channel", usage_hint: "" },
];

export const allCommands = () => [...workspace.commands, ...OWN_COMMANDS];

/** The list over a text box; `commands` says whether "/" means anything in it. */
export class Completing {
  constructor(box, { commands }) {
    this.box = box;
    this.commands = commands;
    this.list = el("ul", { class: "completions", role: "listbox", id: freshId("completions"), "aria-label": "Suggestions", hidden: true });
    this.usage = el("p", { class: "usage", hidden: true });
    this.found = [];
    this.at = 0;
    for (const [name, value] of Object.entries({ "aria-autocomplete": "list", "aria-controls": this.list.id })) box.setAttribute(name, value);
    box.addEventListener("input", () => this.look());
    box.addEventListener("blur", () => this.close());
  }

  get open() {
    return !this.list.hidden;
  }

  /** Look at what stands before the caret and offer what may follow. */
  look() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    this.found = this.#offers(before).slice(0, MOST);
    this.at = 0;
    this.#show();
    this.hint();
  }

  /** The usage of the command that has been typed. */
  hint() {
    const [word, more] = this.box.value.split(/\s(.*)/s);
    const command = this.commands && more !== undefined && allCommands().find((one) => one.command === word.toLowerCase());
    this.usage.hidden = !command;
    if (command) this.usage.replaceChildren(el("code", {}, `${command.command} ${command.usage_hint ?? ""}`.trim()), ` ${command.description ?? ""}`);
  }

  close() {
    this.found = [];
    this.#show();
  }

  /** True when the key belonged to the list. */
  key(event) {
    if (!this.open) return false;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp") this.#move(-1);
    else if (event.key === "Tab" || (event.key === "Enter" && !this.#isWritten())) this.#take(this.found[this.at]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Written out in full, Enter sends instead of completing. */
  #isWritten() {
    const before = this.box.value.slice(0, this.box.selectionStart).toLowerCase();
    return this.found.some((offer) => offer.text.trim().toLowerCase() === before.slice(offer.from));
  }

  #offers(before) {
    if (this.commands && /^\/\S*$/.test(before)) return this.#commandOffers(before.toLowerCase());
    const name = NAME_AT_CARET.exec(before);
    if (!name) return [];
    const typed = name[3].toLowerCase();
    const from = before.length - name[3].length - 1;
    return name[2] === "@" ? peopleOffers(typed, from) : channelOffers(typed, from);
  }

  #commandOffers(typed) {
    return allCommands()
      .filter((one) => one.command.startsWith(typed))
      .map((one) => ({ from: 0, text: `${one.command} `, face: [el("strong", {}, one.command), el("span", { class: "usage-hint" }, one.usage_hint), el("small", {}, one.description)] }));
  }

  #show() {
    this.list.hidden = !this.found.length;
    this.list.replaceChildren(...this.found.map((offer, at) => this.#row(offer, at)));
    if (this.open) this.box.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
    else this.box.removeAttribute("aria-activedescendant");
  }

  #row(offer, at) {
    const take = (event) => {
      event.preventDefault();
      this.#take(offer);
    };
    const attributes = { id: `${this.list.id}-${at}`, role: "option", class: "completion", "aria-selected": String(at === this.at) };
    return el("li", { ...attributes, data: { completion: offer.text.trim() }, on: { mousedown: take } }, offer.face);
  }

  #move(step) {
    this.at = (this.at + step + this.found.length) % this.found.length;
    this.#show();
  }

  #take(offer) {
    const { value, selectionStart: caret } = this.box;
    this.box.value = value.slice(0, offer.from) + offer.text + value.slice(caret).replace(/^ /, "");
    const after = offer.from + offer.text.length;
    this.box.setSelectionRange(after, after);
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
  }
}

function peopleOffers(typed, from) {
  const people = peopleInOrder()
    .filter((person) => person.name.toLowerCase().startsWith(typed) || person.real_name.toLowerCase().split(/\s+/).some((word) => word.startsWith(typed)))
    .map((person) => ({ from, text: `@${person.name} `, face: [avatar(person.id, "avatar-small"), el("strong", {}, person.real_name), el("small", {}, `@${person.name}`)] }));
  const groups = [...workspace.groups.values()]
    .filter((group) => group.handle.toLowerCase().startsWith(typed))
    .map((group) => ({ from, text: `@${group.handle} `, face: [icon("people"), el("strong", {}, `@${group.handle}`), el("small", {}, group.name)] }));
  return [...people, ...groups];
}

function channelOffers(typed, from) {
  return [...workspace.conversations.values()]
    .filter((found) => !isDirect(found) && found.name.startsWith(typed))
    .map((found) => ({ from, text: `#${found.name} `, face: [icon(found.kind === "private" ? "lock" : "hash"), el("strong", {}, found.name), el("small", {}, found.topic)] }));
}
