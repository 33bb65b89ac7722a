// The sandbox's clock at the top of the page: what time it is there, and turning it.

import { get, post } from "./api.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { menu } from "./menu.js";
import { epochToWall, secondsOf, shortDayOf, zone } from "./times.js";
import { failed, toast } from "./toast.js";

// What stands on the button, the same on small screens, what the server is asked, what it means.
const TURNS = [
  ["Now", "Now", "now", "Back to the real time"],
  ["+1 h", "+1 h", "+1h", "One hour on"],
  ["Tomorrow 9:00", "Tomorrow", "tomorrow 9:00", "Tomorrow at nine, your time"],
  ["Next Monday 9:00", "Monday", "next monday 9:00", "Next Monday at nine, your time"],
];
const LOOKS_WHILE_TURNING = 400;

let anchor = { now: Date.now() / 1000, since: performance.now(), running: true, version: 0 };
let turning = false;
const parts = {};

/** Epoch seconds by the sandbox's clock. */
export const sandboxNow = () => anchor.now + (anchor.running ? (performance.now() - anchor.since) / 1000 : 0);

/** Take over what the server says about its clock. */
export function setClock({ now, running, version }) {
  anchor = { now, running, version, since: performance.now() };
  show();
}

/** Build the bar once; `turned` runs after each turn. */
export function startClock(turned) {
  const buttons = TURNS.map(([face, short, to, title]) =>
    el("button", { type: "button", class: "turn", title, "aria-label": face, data: { turn: to }, on: { click: () => turn(to, turned) } }, faces(face, short)),
  );
  parts.day = el("span", { class: "clock-day" });
  parts.time = el("time", { class: "clock-time" });
  parts.state = el("span", { class: "clock-state", role: "status" });
  parts.turns = el("div", { class: "turns", role: "group", "aria-label": "Turn the clock" }, buttons, anyMoment(turned));
  fill(
    document.getElementById("clock"),
    el("div", { class: "clock-face", title: "The time in this workspace; the app follows it" }, parts.day, parts.time, parts.state),
    parts.turns,
  );
  setInterval(show, 1000);
}

const faces = (long, short) => [el("span", { class: "turn-long" }, long), el("span", { class: "turn-short" }, short)];

function anyMoment(turned) {
  return menu({
    label: "Any moment",
    face: [faces("Any moment", "Any"), icon("down")],
    className: "turn",
    build: (close) => {
      const value = epochToWall(sandboxNow()).slice(0, 16);
      const input = el("input", { type: "datetime-local", value, required: true, autofocus: true });
      const go = (event) => {
        event.preventDefault();
        if (!input.value) return;
        close();
        turn(input.value, turned);
      };
      const label = el("label", { class: "stacked" }, `Turn the clock to (time in ${zone().split("/").at(-1).replaceAll("_", " ")})`, input);
      return el("form", { class: "any-moment", on: { submit: go } }, label, el("button", { class: "primary" }, "Turn"));
    },
  });
}

function show() {
  const now = sandboxNow();
  parts.day.textContent = shortDayOf(now);
  parts.time.textContent = secondsOf(now);
  parts.time.dateTime = new Date(now * 1000).toISOString();
  parts.state.textContent = turning ? "turning…" : anchor.running ? "" : "standing still";
}

async function turn(to, turned) {
  if (turning) return;
  busy(true);
  const looking = setInterval(look, LOOKS_WHILE_TURNING);
  const answer = await post("/clock/turn", { to, zone: zone() });
  clearInterval(looking);
  busy(false);
  if (answer.error) return failed(answer.error);
  await look();
  const stops = answer.stops?.length ?? 0;
  if (stops) toast(`Turned; something was due at ${stops} ${stops === 1 ? "moment" : "moments"} on the way.`);
  return turned();
}

async function look() {
  try {
    setClock(await get("/clock"));
  } catch {
    // The next look, or the stream, tells it again.
  }
}

function busy(on) {
  turning = on;
  parts.turns.inert = on;
  document.getElementById("clock").classList.toggle("is-turning", on);
  document.getElementById("clock").dataset.turning = String(on);
  show();
}
