// The messages of a conversation or a thread, in order, kept up to date without drawing all of it again.

import { deed, look } from "./api.js";
import { sandboxNow } from "./clock.js";
import { announce, arrange, el, settled } from "./dom.js";
import { icon } from "./icons.js";
import { messageNode, spoken } from "./message.js";
import { collect, cursorIn, putCursor } from "./state.js";
import { dayKey, prettyDay } from "./times.js";
import { workspace } from "./workspace.js";

const PAGE = 100;
const TOGETHER = 300;
const NEAR_THE_END = 80;
const READ_AFTER = 250;

export class Timeline {
  /** `threadTs` makes it a thread; `unread` is how many messages came while this person was away. */
  constructor({ channel, threadTs, openThread, mayAct, unread = 0, intro }) {
    Object.assign(this, { channel, threadTs, openThread, mayAct, unread, intro });
    this.shown = new Map();
    this.days = new Map();
    this.told = new Set();
    this.hasMore = false;
    this.list = el("ol", { class: "messages" });
    this.earlier = el("button", { type: "button", class: "plain earlier", on: { click: () => this.more() } }, "Show earlier messages");
    this.jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd() } }, "New messages", icon("down"));
    this.scroller = el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": threadTs ? "Messages in this thread" : "Messages" }, this.list);
    this.root = el("div", { class: "timeline", data: { timeline: threadTs ? "thread" : "channel", channel } }, this.scroller, this.jump);
    this.newLine = el("li", { class: "new-line" }, el("span", {}, "New"));
    this.atEnd = true;
    this.scroller.addEventListener("scroll", () => this.#scrolled());
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroller);
    this.markRead = settled(() => this.#read(), READ_AFTER);
  }

  /**
   * Fetch the newest messages and show exactly those (and earlier ones already here). What the
   * stream told while we waited for the answer is newer than the answer, and stays.
   */
  async load() {
    const told = (this.told = new Set());
    const { messages, has_more: hasMore } = await this.#page();
    const oldest = messages[0]?.ts ?? "";
    const fresh = new Set([...told, ...messages.map((message) => message.ts)]);
    if (![...this.shown.keys()].some((ts) => ts < oldest)) this.hasMore = hasMore;
    for (const ts of [...this.shown.keys()]) if (ts >= oldest && !fresh.has(ts)) this.shown.delete(ts);
    messages.filter((message) => !told.has(message.ts)).forEach((message) => this.#keep(message));
    this.newFrom ??= this.#firstUnread(messages);
    this.#draw();
    this.markRead();
  }

  async more() {
    const height = this.scroller.scrollHeight;
    const { messages, has_more: hasMore } = await this.#page([...this.shown.keys()].sort()[0]);
    this.hasMore = hasMore;
    messages.forEach((message) => this.#keep(message));
    this.#draw();
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
  }

  /** A message that is new or has changed; others than those of this timeline are left alone. */
  take(message, kind) {
    if (!this.#belongs(message)) return;
    this.told.add(message.ts);
    const isNew = !this.shown.has(message.ts);
    if (isNew && kind === "changed") return;
    this.#keep(message);
    this.#draw();
    if (isNew) this.#arrived(message);
  }

  drop(ts) {
    this.told.add(ts);
    if (this.shown.delete(ts)) this.#draw();
  }

  /** Draw every message anew: names have changed, or what this person may do here. */
  redraw(mayAct = this.mayAct) {
    this.mayAct = mayAct;
    for (const entry of this.shown.values()) entry.as = "";
    for (const { message } of [...this.shown.values()]) this.#keep(message);
    this.#draw();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
  }

  #page(before) {
    return look("messages", { channel: this.channel, thread_ts: this.threadTs, before, limit: PAGE });
  }

  #belongs(message) {
    const isReply = message.thread_ts && message.thread_ts !== message.ts;
    if (this.threadTs) return message.ts === this.threadTs || message.thread_ts === this.threadTs;
    return !isReply || message.subtype === "thread_broadcast" || this.shown.has(message.ts);
  }

  #keep(message) {
    const as = JSON.stringify(message);
    const before = this.shown.get(message.ts);
    if (before?.as === as) return;
    const cursor = before && cursorIn(before.node);
    const node = messageNode(message, {
      channel: this.channel,
      openThread: this.openThread,
      mayAct: this.mayAct,
      kept: before && collect(before.node),
    });
    before?.node.replaceWith(node);
    putCursor(node, cursor);
    this.shown.set(message.ts, { message, node, as });
  }

  #draw() {
    const children = [];
    let above = null;
    if (this.hasMore) children.push((this.earlierRow ??= el("li", { class: "earlier-row" }, this.earlier)));
    else if (this.intro) children.push((this.introRow ??= el("li", { class: "intro" }, this.intro)));
    for (const ts of [...this.shown.keys()].sort()) {
      const { message, node } = this.shown.get(ts);
      if (!above || dayKey(above.ts) !== dayKey(ts)) children.push(this.#day(ts));
      if (ts === this.newFrom) children.push(this.newLine);
      node.classList.toggle("row-follows", this.#follows(above, message));
      children.push(node);
      above = message;
    }
    arrange(this.list, children);
    if (this.atEnd) this.toEnd();
  }

  #follows(above, message) {
    if (!above || message.ts === this.newFrom || above.user !== message.user) return false;
    if (above.ephemeral || message.ephemeral || above.subtype === "tombstone") return false;
    return message.ts - above.ts < TOGETHER && dayKey(above.ts) === dayKey(message.ts) && above.ts !== this.threadTs;
  }

  #day(ts) {
    const key = dayKey(ts);
    if (!this.days.has(key)) this.days.set(key, el("li", { class: "day" }, el("span", {})));
    this.days.get(key).firstChild.textContent = prettyDay(ts, sandboxNow());
    return this.days.get(key);
  }

  #arrived(message) {
    const mine = message.user === workspace.me.id;
    if (mine || this.atEnd) this.toEnd();
    else this.jump.hidden = false;
    if (!mine) announce(spoken(message));
    this.markRead();
  }

  #firstUnread(messages) {
    const theirs = messages.filter((message) => message.user !== workspace.me.id);
    return this.unread ? (theirs.at(-this.unread)?.ts ?? messages[0]?.ts ?? "") : "";
  }

  #read() {
    const newest = [...this.shown.values()].filter(({ message }) => !message.ephemeral).map(({ message }) => message.ts).sort().at(-1);
    if (this.threadTs || !newest || document.hidden || !this.root.isConnected || newest === this.readUpTo) return;
    this.readUpTo = newest;
    deed("read", { channel: this.channel, ts: newest });
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.atEnd) this.jump.hidden = true;
  }
}
