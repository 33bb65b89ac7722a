// Forms that the app opens: stacked, redrawn without losing what was entered, errors at their fields.

import { deed } from "./api.js";
import { blocks } from "./blocks.js";
import { el, fill, freshId } from "./dom.js";
import { icon } from "./icons.js";
import { plain } from "./mrkdwn.js";
import { collect, cursorIn, putCursor } from "./state.js";
import { wordsFor } from "./toast.js";

const entered = new Map();
let stack = [];
let dialog = null;
let drawn = null;
let changes = 0;

/** Grows with every change that the stream or this person made. */
export const viewChanges = () => changes;

/** Show a new or changed view where it belongs in the stack. */
export function showView(view) {
  changes += 1;
  const at = stack.findIndex((one) => one.id === view.id);
  const below = stack.findIndex((one) => one.id === view.previous_view_id);
  if (at >= 0) stack[at] = view;
  else stack = [...stack.slice(0, below + 1), view];
  draw();
}

/** Take one view away, with what lies on it. */
export function dropView(id) {
  changes += 1;
  const at = stack.findIndex((one) => one.id === id);
  if (at < 0) return;
  stack.slice(at).forEach((view) => entered.delete(view.id));
  stack = stack.slice(0, at);
  draw();
}

/** The whole stack as the server knows it. */
export function showViews(views) {
  if (JSON.stringify(views) === JSON.stringify(stack)) return;
  stack = views;
  draw();
}

function draw() {
  if (drawn && stack.some((one) => one.id === drawn.id)) keep();
  const view = stack.at(-1);
  if (!view) return shut();
  dialog ??= opened();
  const cursor = drawn?.id === view.id ? cursorIn(dialog) : null;
  const scrolled = drawn?.id === view.id ? dialog.querySelector(".modal-body").scrollTop : 0;
  drawn = view;
  dialog.dataset.viewId = view.id;
  dialog.dataset.callbackId = view.callback_id ?? "";
  fill(dialog, form(view));
  dialog.querySelector(".modal-body").scrollTop = scrolled;
  return cursor ? putCursor(dialog, cursor) : focusFirst();
}

const keep = () => entered.set(drawn.id, collect(dialog));

function opened() {
  const node = el("dialog", { class: "dialog modal", "aria-labelledby": "modal-title", data: { surface: "modal" } });
  node.addEventListener("cancel", (event) => {
    if (event.target !== node) return;
    event.preventDefault();
    close(false);
  });
  document.body.append(node);
  node.showModal();
  return node;
}

function shut() {
  dialog?.close();
  dialog?.remove();
  dialog = drawn = null;
}

function focusFirst() {
  const asked = dialog.querySelector("[autofocus]");
  const field = dialog.querySelector(".field :is(input, textarea, select, .picker)");
  const first = dialog.querySelector(".modal-body :is(input, select, button)");
  (asked ?? field ?? first ?? dialog.querySelector(".dialog-buttons button"))?.focus();
}

function form(view) {
  const submit = (event) => {
    event.preventDefault();
    send(view);
  };
  return el(
    "form",
    { class: "modal-form", novalidate: true, on: { submit } },
    el(
      "header",
      { class: "modal-head" },
      stack.length > 1 && el("button", { type: "button", class: "ghost", "aria-label": "Back", title: "Back", on: { click: () => close(false) } }, icon("back")),
      el("h2", { id: "modal-title" }, plain(view.title?.text ?? "")),
      el("button", { type: "button", class: "ghost", "aria-label": "Close", title: "Close", on: { click: () => close(true) } }, icon("close")),
    ),
    el("div", { class: "modal-body" }, blocks(view.blocks, { place: { view_id: view.id }, kept: entered.get(view.id) })),
    el("p", { class: "modal-error", role: "alert", hidden: true }),
    el(
      "footer",
      { class: "dialog-buttons" },
      el("button", { type: "button", class: "plain", data: { view: "close" }, on: { click: () => close(false) } }, plain(view.close?.text ?? (view.submit ? "Cancel" : "Close"))),
      view.submit && el("button", { class: "primary", data: { view: "submit" } }, plain(view.submit.text)),
    ),
  );
}

async function send(view) {
  const button = dialog.querySelector("[data-view=submit]");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  forgetErrors();
  button.setAttribute("aria-busy", "true");
  const answer = await deed("submit", { view_id: view.id, values: collect(dialog) });
  button.removeAttribute("aria-busy");
  if (answer.ok || drawn?.id !== view.id) return;
  if (answer.errors) showErrors(answer.errors);
  else say(`${wordsFor(answer.error)} What you entered is still here: try again.`);
}

function forgetErrors() {
  dialog.querySelector(".modal-error").hidden = true;
  dialog.querySelectorAll(".field-error").forEach((node) => node.remove());
  dialog.querySelectorAll("[aria-invalid]").forEach((node) => node.removeAttribute("aria-invalid"));
}

function showErrors(errors) {
  const fields = Object.entries(errors).map(([id, text]) => [dialog.querySelector(`[data-block="${CSS.escape(id)}"]`), text]);
  for (const [field, text] of fields) if (field) showError(field, text);
  const lost = fields.filter(([field]) => !field).map(([, text]) => text);
  if (lost.length) say(lost.join(" "));
  dialog.querySelector("[aria-invalid]")?.focus();
}

function showError(field, text) {
  const id = freshId("error");
  field.append(el("p", { class: "field-error", id, role: "alert" }, icon("alert"), plain(text)));
  const control = field.querySelector("input, textarea, select, button");
  control?.setAttribute("aria-invalid", "true");
  control?.setAttribute("aria-describedby", id);
}

function say(text) {
  const box = dialog.querySelector(".modal-error");
  box.textContent = text;
  box.hidden = false;
}

/** Close the view on top, or all of them; the server is told and tells the other pages. */
function close(all) {
  const gone = all ? stack[0] : stack.at(-1);
  const top = stack.at(-1);
  if (!gone) return;
  deed("close", { view_id: top.id, all: all && stack.length > 1 });
  dropView(gone.id);
}
