// The selects of Block Kit: one of a known list is the browser's own select, all others are a searchable list.

import { look } from "./api.js";
import { clicked } from "./clicking.js";
import { el, settled } from "./dom.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { firstValue, remember, stateField } from "./state.js";
import { conversationName, isDirect, peopleInOrder, personName, titled, workspace } from "./workspace.js";

const TYPING = 250;

/** What a list of people, channels or options holds: [{value, face, more, group, option}]. */
function optionsOf(element) {
  if (element.type.includes("users")) return peopleInOrder().map((person) => ({ value: person.id, face: person.real_name, more: `@${person.name}` }));
  if (element.type.includes("conversations")) return conversations(element).map((found) => ({ value: found.id, face: titled(found) }));
  if (element.type.includes("channels")) return conversations({ filter: { include: ["public"] } }).map((found) => ({ value: found.id, face: titled(found) }));
  return fromSlack(element);
}

function fromSlack({ options, option_groups: groups }) {
  const one = (option, group) => ({ value: option.value, face: option.text.text, more: option.description?.text, group, option });
  if (groups) return groups.flatMap((group) => group.options.map((option) => one(option, group.label.text)));
  return (options ?? []).map((option) => one(option));
}

const KINDS = { channel: "public", private: "private", im: "im", mpim: "mpim" };

function conversations({ filter }) {
  const wanted = filter?.include ?? Object.values(KINDS);
  return [...workspace.conversations.values()]
    .filter((found) => wanted.includes(KINDS[found.kind]) && !found.archived)
    .filter((found) => found.is_member || !isDirect(found))
    .sort((a, b) => conversationName(a).localeCompare(conversationName(b)));
}

const keyOf = (value) => (value && typeof value === "object" ? value.value : value);

/** What Slack sends for a choice: the option itself, or the id. */
const sent = (choice) => choice.option ?? choice.value;

/** One of a list. */
export function select(element, where) {
  const list = optionsOf(element);
  const first = keyOf(firstValue(element, where) ?? preset(element, where));
  const placeholder = el("option", { value: "" }, element.placeholder?.text ?? "Choose…");
  const label = where.id ? undefined : element.placeholder?.text ?? "Choose";
  const node = el("select", { id: where.id, class: "block-select", autofocus: element.focus_on_load, "aria-label": label }, placeholder, grouped(list));
  node.value = list.some((choice) => choice.value === first) ? first : "";
  remember(node, element, where, () => chosen() ?? null);
  const chosen = () => list.filter((choice) => choice.value === node.value).map(sent)[0];
  let before = node.value;
  const act = async () => {
    if (!(await clicked(node, element, where, { [stateField(element.type)]: chosen() }))) node.value = before;
    before = node.value;
  };
  if (where.acts) node.addEventListener("change", () => node.value && act());
  return node;
}

/** A conversations select may begin with the conversation the person is in. */
const preset = (element, where) => (element.default_to_current_conversation ? (where.place.channel ?? workspace.here) : undefined);

function grouped(list) {
  const option = (choice) => el("option", { value: choice.value, title: choice.more }, choice.face);
  if (!list.some((choice) => choice.group)) return list.map(option);
  const names = [...new Set(list.map((choice) => choice.group))];
  return names.map((name) => el("optgroup", { label: name }, list.filter((choice) => choice.group === name).map(option)));
}

/** Several of a list, or one of a list that the app is asked for. */
export function multiSelect(element, where) {
  const picker = new Picker(element, where);
  return picker.node;
}

class Picker {
  constructor(element, where) {
    this.element = element;
    this.where = where;
    this.many = element.type.startsWith("multi_");
    this.asks = element.type.includes("external");
    this.known = new Map((this.asks ? [] : optionsOf(element)).map((choice) => [choice.value, choice]));
    this.chosen = [firstValue(element, where) ?? []].flat().map((value) => this.#choice(value));
    this.face = el("span", { class: "picked" });
    this.node = menu({
      label: element.placeholder?.text ?? "Choose",
      face: [this.face, icon("down")],
      className: "picker",
      panelClass: "picker-panel",
      build: (close) => this.#panel(close),
      closed: () => this.#closed(),
    });
    remember(this.node, element, where, () => this.#value());
    this.sentBefore = JSON.stringify(this.#value());
    this.#show();
  }

  #choice(value) {
    if (typeof value !== "object") return this.known.get(value) ?? { value, face: personName(value) };
    return { value: value.value, face: value.text.text, option: value };
  }

  #value() {
    const values = this.chosen.map(sent);
    return this.many ? values : (values[0] ?? null);
  }

  #show() {
    const chips = this.chosen.map((choice) => el("span", { class: "chip" }, choice.face));
    this.face.replaceChildren(...(chips.length ? chips : [this.element.placeholder?.text ?? "Choose…"]));
    this.face.classList.toggle("empty", !chips.length);
  }

  #panel(close) {
    const rows = el("div", { class: "entries", role: "listbox", "aria-multiselectable": String(this.many) });
    const search = el("input", { type: "search", placeholder: "Search", "aria-label": "Search", autocomplete: "off" });
    const ask = settled(() => this.#fill(rows, search.value, close), this.asks ? TYPING : 0);
    search.addEventListener("input", ask);
    this.#fill(rows, "", close);
    return [search, rows];
  }

  async #fill(rows, typed, close) {
    const found = await this.#found(typed);
    rows.replaceChildren(...found.map((choice) => this.#row(choice, close)));
    if (!found.length) rows.append(el("p", { class: "nothing" }, this.#tooShort(typed) ? "Type to search" : "Nothing found"));
  }

  #tooShort = (typed) => this.asks && typed.length < (this.element.min_query_length ?? 3);

  async #found(typed) {
    if (this.#tooShort(typed)) return [];
    if (this.asks) {
      const { blockId, place } = this.where;
      return fromSlack(await look("options", { ...place, block_id: blockId, action_id: this.element.action_id, value: typed }));
    }
    const wanted = typed.toLowerCase();
    return [...this.known.values()].filter((choice) => `${choice.face} ${choice.more ?? ""}`.toLowerCase().includes(wanted));
  }

  #row(choice, close) {
    const isChosen = () => this.chosen.some((other) => other.value === choice.value);
    const row = entry([el("span", {}, choice.face), choice.more && el("small", {}, choice.more)], () => {
      this.#toggle(choice, isChosen());
      row.setAttribute("aria-selected", String(isChosen()));
      if (!this.many) close();
    });
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(isChosen()));
    row.dataset.value = choice.value;
    return row;
  }

  #toggle(choice, wasChosen) {
    const most = this.element.max_selected_items ?? Infinity;
    if (!this.many) this.chosen = [choice];
    else if (wasChosen) this.chosen = this.chosen.filter((other) => other.value !== choice.value);
    else if (this.chosen.length < most) this.chosen = [...this.chosen, choice];
    this.#show();
  }

  #closed() {
    const now = JSON.stringify(this.#value());
    if (!this.where.acts || now === this.sentBefore) return;
    this.sentBefore = now;
    clicked(this.node, this.element, this.where, { [stateField(this.element.type)]: this.#value() });
  }
}
