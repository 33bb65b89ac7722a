// The panel at the right: one message and its replies.

import { Composer } from "./composer.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { Timeline } from "./timeline.js";
import { titled, workspace } from "./workspace.js";

const panel = document.getElementById("thread");

export class Thread {
  constructor({ channel, ts, closed }) {
    Object.assign(this, { channel, ts, closed });
    const conversation = workspace.conversations.get(channel);
    const mayAct = conversation.is_member && !conversation.archived;
    this.timeline = new Timeline({ channel, threadTs: ts, mayAct });
    this.composer = mayAct ? new Composer({ conversation, threadTs: ts }) : null;
    const close = { type: "button", class: "ghost", "aria-label": "Close the thread", title: "Close (Esc)", on: { click: () => this.close() } };
    fill(panel,
      el("header", { class: "channel-head" }, el("div", { class: "channel-title" }, el("h1", {}, "Thread"), el("p", { class: "topic" }, titled(conversation))), el("button", close, icon("close"))),
      el("div", { class: "channel-main" }, this.timeline.root, this.composer?.root),
    );
    panel.onkeydown = (event) => event.key === "Escape" && !event.defaultPrevented && this.close();
    panel.hidden = false;
    document.body.classList.add("thread-open");
    this.composer?.placed().focus();
  }

  load() {
    return this.timeline.load();
  }

  close() {
    panel.hidden = true;
    panel.replaceChildren();
    document.body.classList.remove("thread-open");
    this.closed();
  }
}
