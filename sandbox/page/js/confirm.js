// The question an element may ask before it acts.

import { el } from "./dom.js";
import { plain, textObject } from "./mrkdwn.js";

/** Ask; resolves to whether the person said yes. */
export function confirmed(question) {
  return new Promise((resolve) => {
    const answer = (yes) => () => {
      dialog.close();
      dialog.remove();
      resolve(yes);
    };
    const look = question.style === "danger" ? "danger filled" : "primary";
    const dialog = el(
      "dialog",
      { class: "dialog confirm", "aria-label": question.title?.text, on: { cancel: answer(false) } },
      el("h2", {}, plain(question.title?.text ?? "Are you sure?")),
      el("div", { class: "confirm-text" }, textObject(question.text)),
      el(
        "div",
        { class: "dialog-buttons" },
        el("button", { type: "button", class: "plain", data: { confirm: "deny" }, on: { click: answer(false) } }, plain(question.deny?.text ?? "Cancel")),
        el("button", { type: "button", class: look, data: { confirm: "yes" }, on: { click: answer(true) } }, plain(question.confirm?.text ?? "Yes")),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
