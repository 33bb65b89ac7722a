// The app's Home tab, as the app last published it for this person.

import { look } from "./api.js";
import { blocks } from "./blocks.js";
import { el, fill } from "./dom.js";
import { collect, cursorIn, putCursor } from "./state.js";
import { workspace } from "./workspace.js";

/** The Home tab's node and how it is brought up to date. */
export class Home {
  constructor() {
    this.root = el("div", { class: "home", role: "tabpanel", "aria-label": `${workspace.app.name}, Home`, tabindex: "0", data: { surface: "home" } });
  }

  /** Fetch what is published; what the stream brings meanwhile is newer and stays. */
  async load() {
    const shownBefore = this.shown;
    const { view } = await look("home");
    if (this.shown === shownBefore) this.show(view);
  }

  show(view) {
    this.shown = (this.shown ?? 0) + 1;
    const cursor = cursorIn(this.root);
    const kept = this.root.firstChild ? collect(this.root) : undefined;
    const inside = view
      ? blocks(view.blocks, { place: { view_id: view.id }, kept })
      : el("p", { class: "quiet-page" }, `${workspace.app.name} has published nothing here yet.`);
    fill(this.root, el("div", { class: "home-inside" }, inside));
    putCursor(this.root, cursor);
  }
}
