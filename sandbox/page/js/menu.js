// Panels that open at a button: menus, pickers, small forms; light to dismiss, never cut off.

import { el, freshId } from "./dom.js";

const GAP = 6;

/** A button with its panel; `build` fills the panel each time it opens and gets a function to close it. */
export function menu({ label, face, className = "ghost", panelClass = "", data, build, closed }) {
  const id = freshId("panel");
  const panel = el("div", { id, class: `panel ${panelClass}`, popover: "auto", role: "group", "aria-labelledby": `${id}-opener` });
  const opener = { id: `${id}-opener`, type: "button", class: className, "aria-label": label, title: label, "aria-haspopup": "true", "aria-expanded": "false", data };
  const button = el("button", opener, face);
  button.popoverTargetElement = panel;
  const shut = () => panel.matches(":popover-open") && panel.hidePopover();
  panel.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open") panel.replaceChildren(...[build(shut)].flat());
  });
  panel.addEventListener("toggle", (event) => toggled(event.newState === "open", { button, panel, closed }));
  panel.addEventListener("keydown", (event) => walk(event, panel));
  return el("span", { class: "menu" }, button, panel);
}

/** One entry of a menu. */
export function entry(face, act, attributes = {}) {
  return el("button", { type: "button", class: "entry", ...attributes, on: { click: act } }, face);
}

function toggled(open, { button, panel, closed }) {
  button.setAttribute("aria-expanded", String(open));
  if (!open) return closed?.();
  place(panel, button.getBoundingClientRect());
  panel.querySelector("[autofocus], input:not([type=hidden]), .entry")?.focus();
  return undefined;
}

/** Below the button, or above where there is more room, and always inside the window. */
function place(panel, at) {
  const { innerWidth: width, innerHeight: height } = window;
  const below = height - at.bottom - GAP * 2;
  const above = at.top - GAP * 2;
  const upwards = panel.scrollHeight > below && above > below;
  panel.style.maxHeight = `${Math.max(upwards ? above : below, 120)}px`;
  panel.style.insetInlineStart = `${Math.max(GAP, Math.min(at.left, width - panel.offsetWidth - GAP))}px`;
  panel.style.top = upwards ? "auto" : `${at.bottom + GAP}px`;
  panel.style.bottom = upwards ? `${height - at.top + GAP}px` : "auto";
}

function walk(event, panel) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const entries = [...panel.querySelectorAll(".entry:not([hidden])")];
  if (!entries.length) return;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  entries[(at + step + entries.length) % entries.length].focus();
}
