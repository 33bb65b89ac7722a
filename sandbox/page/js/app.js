// Puts the page together: who looks, which conversation is open, and what to do when something happens.

import { get, look } from "./api.js";
import { Channel } from "./channel.js";
import { setClock, startClock } from "./clock.js";
import { el, fill, settled } from "./dom.js";
import { dropView, showView, showViews, viewChanges } from "./modal.js";
import { drawSidebar } from "./sidebar.js";
import { listen } from "./stream.js";
import { Thread } from "./thread.js";
import { notice } from "./toast.js";
import { isDirect, learn, titled, workspace } from "./workspace.js";

const QUIET_LOOK = 15_000;
let channel = null;
let thread = null;

async function start() {
  const people = await get("/ui/people");
  const living = people.filter((person) => !person.deleted && !person.is_bot);
  const first = living.find((person) => !person.is_guest && !person.is_outsider) ?? living[0];
  const asked = new URLSearchParams(location.search).get("as");
  workspace.first = first.id;
  workspace.me = living.find((person) => person.id === asked || person.name === asked) ?? first;
  startClock(catchUp);
  await refresh();
  await openFromAddress();
  listen({ heard, missed: catchUp });
  window.addEventListener("hashchange", openFromAddress);
  closeSidebarOutside();
  setInterval(() => document.hidden && refresh(), QUIET_LOOK);
  setInterval(() => drawSidebar(channel?.id), 10_000);
}

/** Learn the state of the workspace again and draw what depends on it. */
async function refresh() {
  const before = viewChanges();
  const state = await look("state");
  learn(state);
  setClock(state.clock);
  if (before === viewChanges()) showViews(state.views ?? []);
  workspace.start ??= startingPoint()?.id;
  drawSidebar(channel?.id);
  channel?.refresh();
  if (channel && !workspace.conversations.has(channel.id)) location.hash = `#${workspace.start}`;
  entitle();
}

const refreshSoon = settled(() => refresh().catch(() => undefined), 120);

/** After a gap: everything that is open, once more. */
async function catchUp() {
  try {
    await refresh();
    await Promise.all([channel?.load(), thread?.load()]);
  } catch {
    // The stream opens again by itself and then this runs again.
  }
}

/** The channel that opens first: one that the app is in, else any of mine. */
function startingPoint() {
  const mine = [...workspace.conversations.values()].filter((found) => found.is_member && !found.archived);
  const channels = mine.filter((found) => found.kind === "channel");
  const withApp = (found) => found.members.includes(workspace.app.user_id);
  return channels.find(withApp) ?? mine.find((found) => !isDirect(found) && withApp(found)) ?? channels[0] ?? mine[0];
}

async function openFromAddress() {
  let wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted && !workspace.conversations.has(wanted)) await refresh();
  if (!workspace.conversations.has(wanted)) wanted = workspace.start;
  document.body.classList.remove("sidebar-open");
  if (!wanted) return fill(document.getElementById("middle"), el("p", { class: "quiet-page" }, "No conversations here yet."));
  return wanted === channel?.id ? channel.focus() : open(wanted);
}

async function open(id) {
  thread?.close();
  workspace.here = id;
  channel = new Channel(id, { openThread: (ts) => openThread(id, ts) });
  drawSidebar(id);
  entitle();
  await channel.load();
  channel.focus();
}

async function openThread(id, ts) {
  if (thread?.ts === ts) return thread.composer?.focus();
  thread = new Thread({ channel: id, ts, closed: () => (thread = null) });
  return thread.load();
}

/** On small screens the sidebar lies over the conversation; anything beside it puts it away. */
function closeSidebarOutside() {
  const away = () => document.body.classList.remove("sidebar-open");
  document.addEventListener("click", (event) => event.target.closest("#sidebar, .to-sidebar") || away());
  document.addEventListener("keydown", (event) => event.key === "Escape" && away());
}

function entitle() {
  const others = [...workspace.conversations.values()].filter((found) => found.id !== channel?.id || document.hidden);
  const waiting = others.reduce((sum, found) => sum + (found.mentions ?? 0), 0);
  const where = channel ? titled(workspace.conversations.get(channel.id) ?? channel.conversation) : workspace.name;
  document.title = `${waiting ? `(${waiting}) ` : ""}${workspace.me.real_name} · ${where}`;
}

const HEARD = {
  message: takeMessage,
  changed: takeMessage,
  ephemeral: takeMessage,
  deleted: (event) => ours(event) && timelines().forEach((timeline) => timeline.drop(event.ts)),
  view: (event) => showView(event.view),
  view_closed: (event) => dropView(event.view_id),
  home: (event) => channel?.tab === "home" && channel.home.show(event.view),
  clock: takeClock,
  conversations: refreshSoon,
  person: () => takePerson().catch(() => undefined),
  notice: (event) => notice(event.text),
};

const heard = (event) => HEARD[event.type]?.(event);

const ours = (event) => event.channel === channel?.id;

const timelines = () => [channel?.timeline, thread?.timeline].filter(Boolean);

function takeMessage(event) {
  if (ours(event)) timelines().forEach((timeline) => timeline.take(event.message, event.type));
  if (event.type !== "changed" && (!ours(event) || document.hidden)) refreshSoon();
}

/** The time stands in the sidebar too. */
function takeClock(event) {
  setClock(event);
  drawSidebar(channel?.id);
}

/** Somebody's name may have changed, and it stands in many places. */
async function takePerson() {
  await refresh();
  timelines().forEach((timeline) => timeline.redraw());
}

function broken(error) {
  console.error(error);
  const again = el("button", { type: "button", class: "primary", on: { click: () => location.reload() } }, "Try again");
  fill(document.getElementById("middle"), el("div", { class: "quiet-page" }, el("p", {}, "The sandbox does not answer. Is it still running?"), again));
}

start().catch(broken);
