// Block Kit's interactive elements: buttons, text inputs, dates, radios, checkboxes; the selects are in selects.js.

import { clicked } from "./clicking.js";
import { el, freshId } from "./dom.js";
import { icon } from "./icons.js";
import { entry, menu } from "./menu.js";
import { plain, textObject } from "./mrkdwn.js";
import { multiSelect, select } from "./selects.js";
import { firstValue, name, remember } from "./state.js";
import { epochToWall, wallToEpoch } from "./times.js";

const SAFE = /^(https?:|mailto:)/i;
const ON_CHANGE = "change";

/**
 * The element as a node. `where` tells its surroundings: {place: {channel, ts} or {view_id}, blockId,
 * kept: what was entered before, acts: whether using it is sent to the app at once, id: for its label}.
 */
export function interactive(element, where) {
  const build = BUILDERS[element.type];
  if (build) return build(element, where);
  return el("span", { class: "not-shown" }, `(a “${element.type}” is not shown here)`);
}

/** Elements made of several inputs, which need a legend instead of a label. */
export const isGroup = (type) => type === "checkboxes" || type === "radio_buttons" || type.startsWith("multi_") || type === "external_select";

function button(element, where) {
  const look = { primary: "primary", danger: "danger" }[element.style] ?? "plain";
  const act = () => clicked(node, element, where, { value: element.value });
  const attributes = { class: `block-button ${look}`, "aria-label": element.accessibility_label, on: { click: act } };
  const isLink = element.url && SAFE.test(element.url);
  const node = isLink
    ? el("a", { ...attributes, href: element.url, target: "_blank", rel: "noopener noreferrer", title: element.url }, plain(element.text.text, element.text), icon("out"))
    : el("button", { ...attributes, type: "button", data: { value: element.value } }, plain(element.text.text, element.text));
  return name(node, element, where);
}

function overflow(element, where) {
  const choose = (option) => clicked(node, element, where, { selected_option: option });
  const node = menu({
    label: "More",
    face: icon("dots"),
    className: "block-button plain overflow",
    build: (close) => element.options.map((option) => overflowEntry(option, () => (close(), choose(option)))),
  });
  return name(node, element, where);
}

function overflowEntry(option, act) {
  const faces = [el("span", {}, plain(option.text.text, option.text)), option.description && el("small", {}, plain(option.description.text))];
  if (!option.url || !SAFE.test(option.url)) return entry(faces, act, { data: { value: option.value } });
  return el("a", { class: "entry", href: option.url, target: "_blank", rel: "noopener noreferrer", on: { click: act } }, faces, icon("out"));
}

function textInput(element, where) {
  const type = { email_text_input: "email", url_text_input: "url", number_input: "number" }[element.type] ?? "text";
  const attributes = {
    id: where.id,
    placeholder: element.placeholder?.text,
    value: firstValue(element, where) ?? "",
    autofocus: element.focus_on_load,
    maxlength: element.max_length,
    autocomplete: "off",
  };
  const node = element.multiline
    ? el("textarea", { ...attributes, rows: 4 })
    : el("input", { ...attributes, type, step: element.is_decimal_allowed ? "any" : undefined });
  remember(node, element, where, () => node.value || null);
  return where.acts ? speaking(node, element, where) : node;
}

/** Text is sent at Enter or at each character, as its element asks. */
function speaking(node, element, where) {
  const wanted = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const say = () => clicked(node, element, where, { value: node.value || null });
  if (wanted.includes("on_character_entered")) node.addEventListener("input", say);
  if (wanted.includes("on_enter_pressed")) {
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      say();
    });
  }
  return node;
}

const DATES = {
  datepicker: { type: "date", field: "selected_date", shown: (value) => value, read: (value) => value },
  timepicker: { type: "time", field: "selected_time", shown: (value) => value, read: (value) => value.slice(0, 5) },
  datetimepicker: {
    type: "datetime-local",
    field: "selected_date_time",
    shown: (value) => epochToWall(value).slice(0, 16),
    read: wallToEpoch,
  },
};

function dateInput(element, where) {
  const { type, field, shown, read } = DATES[element.type];
  const first = firstValue(element, where);
  const label = where.id ? undefined : element.placeholder?.text ?? "Date or time";
  const node = el("input", { id: where.id, type, value: first ? shown(first) : "", autofocus: element.focus_on_load, "aria-label": label });
  remember(node, element, where, () => (node.value ? read(node.value) : null));
  if (where.acts) node.addEventListener(ON_CHANGE, () => clicked(node, element, where, { [field]: node.value ? read(node.value) : null }));
  return node;
}

function choices(element, where) {
  const type = element.type === "checkboxes" ? "checkbox" : "radio";
  const group = freshId("choice");
  const first = [firstValue(element, where) ?? []].flat().map((option) => option.value);
  const inputs = element.options.map((option) => el("input", { type, name: group, value: option.value, checked: first.includes(option.value) }));
  const rows = element.options.map((option, at) =>
    el(
      "label",
      { class: "choice" },
      inputs[at],
      el("span", {}, textObject(option.text), option.description && el("small", {}, textObject(option.description))),
    ),
  );
  const chosen = () => element.options.filter((_, at) => inputs[at].checked);
  const read = () => (type === "radio" ? (chosen()[0] ?? null) : chosen());
  const node = remember(el("div", { class: "choices", role: type === "radio" ? "radiogroup" : "group" }, rows), element, where, read);
  const field = type === "radio" ? "selected_option" : "selected_options";
  if (where.acts) node.addEventListener(ON_CHANGE, () => clicked(node, element, where, { [field]: read() }));
  return node;
}

const BUILDERS = {
  button,
  overflow,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  datepicker: dateInput,
  timepicker: dateInput,
  datetimepicker: dateInput,
  checkboxes: choices,
  radio_buttons: choices,
  static_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  external_select: multiSelect,
  multi_static_select: multiSelect,
  multi_external_select: multiSelect,
  multi_users_select: multiSelect,
  multi_conversations_select: multiSelect,
  multi_channels_select: multiSelect,
};
