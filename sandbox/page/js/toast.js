// Short notices at the edge of the page, and words for what went wrong.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_FOR = 7000;
const WORDS = {
  unreachable: "The sandbox does not answer. Is it still running?",
  operation_timeout: "The app took longer than three seconds to answer (operation_timeout).",
  not_in_channel: "You are not in this channel yet.",
  is_archived: "This channel is archived: nobody can write in it.",
  msg_too_long: "That is more text than one message holds.",
  message_not_found: "That message is no longer there.",
  view_not_found: "That form is no longer open.",
  no_such_element: "That button is no longer there.",
  already_in_channel: "They are in this channel already.",
  invalid_moment: "That is not a moment the clock understands.",
};

const shown = new Map();
let lastNotice = 0;

export const wordsFor = (error) => WORDS[error] ?? `That did not work (${error}).`;

/** Show a notice for a few seconds; one that differs only in its figures takes the place of the last. */
export function toast(text, kind = "plain") {
  const key = text.replace(/\d+/g, "#");
  shown.get(key)?.();
  const away = () => {
    box.remove();
    clearTimeout(timer);
    if (shown.get(key) === away) shown.delete(key);
  };
  const close = el("button", { type: "button", class: "ghost small", "aria-label": "Dismiss", on: { click: away } }, icon("close"));
  const box = el("div", { class: `toast toast-${kind}` }, el("span", {}, text), close);
  const timer = setTimeout(away, SHOWN_FOR);
  document.getElementById("toasts").append(box);
  shown.set(key, away);
}

/** What the server itself tells this person. */
export function notice(text) {
  lastNotice = performance.now();
  toast(text, /fail|not/i.test(text) ? "warn" : "plain");
}

/** Say that a deed failed, unless the server says it in its own words. */
export function failed(error) {
  const since = performance.now() - 1000;
  setTimeout(() => {
    if (lastNotice < since) toast(wordsFor(error), "warn");
  }, 350);
}
