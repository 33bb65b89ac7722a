// How people look: avatar, name, and the small badges of apps, guests and outsiders.

import { sandboxNow } from "./clock.js";
import { el } from "./dom.js";
import { handle, personName, workspace } from "./workspace.js";

export function avatar(id, size = "") {
  const person = workspace.people.get(id);
  const letter = person?.avatar?.letter ?? personName(id).slice(0, 1).toUpperCase();
  const kind = person?.is_bot ? "avatar avatar-app" : "avatar";
  return el("span", { class: `${kind} ${size}`, "aria-hidden": "true", style: { "--colour": person?.avatar?.colour ?? "#667072" } }, letter);
}

/** "APP", "guest", "outsider" as a badge, or nothing. */
export function badge(id) {
  const person = workspace.people.get(id);
  if (person?.is_bot) return el("span", { class: "badge" }, "APP");
  if (person?.is_outsider) return el("span", { class: "badge" }, "outsider");
  if (person?.is_guest) return el("span", { class: "badge" }, "guest");
  return null;
}

/** The time on this person's own wall, as "Mon 09:12". */
export function localTime(id) {
  const timeZone = workspace.people.get(id)?.tz || "UTC";
  const options = { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(sandboxNow() * 1000)).replace(",", "");
}

/** "Berlin" of "Europe/Berlin". */
export const city = (id) => (workspace.people.get(id)?.tz ?? "").split("/").at(-1).replaceAll("_", " ");

/** A person as a row: avatar, name, handle, what they do and where, local time. */
export function personRow(id) {
  const person = workspace.people.get(id);
  const more = [person?.title, person?.is_bot ? "" : city(id)].filter(Boolean).join(" · ");
  return [
    avatar(id, "avatar-small"),
    el("span", { class: "row-words" },
      el("span", { class: "row-name" }, personName(id), " ", el("span", { class: "row-handle" }, `@${handle(id)}`), " ", badge(id)),
      el("span", { class: "row-more" }, more),
    ),
    person?.is_bot ? null : el("span", { class: "row-time" }, localTime(id)),
  ];
}
