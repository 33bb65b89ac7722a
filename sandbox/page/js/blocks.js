// Block Kit's blocks as elements.

import { el, freshId } from "./dom.js";
import { interactive, isGroup } from "./elements.js";
import { markdown } from "./markdown.js";
import { plain, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";

/**
 * The nodes of a list of blocks. `place` is {channel, ts} or {view_id}; `kept` what a person entered
 * into these elements before they are drawn anew.
 */
export function blocks(list, { place, kept }) {
  return (list ?? []).map((block) => {
    const node = (BUILDERS[block.type] ?? unknown)(block, { place, kept, blockId: block.block_id });
    node.classList.add("block", `block-${block.type}`);
    node.dataset.block = block.block_id ?? "";
    return node;
  });
}

const unknown = (block) => el("p", { class: "not-shown" }, `(a “${block.type}” block is not shown here)`);

function section(block, where) {
  const text = el("div", { class: "section-words" },
    block.text && el("div", { class: "section-text" }, textObject(block.text)),
    block.fields && el("div", { class: "fields" }, block.fields.map((field) => el("div", {}, textObject(field)))),
  );
  if (!block.accessory) return el("div", {}, text);
  const isImage = block.accessory.type === "image";
  const accessory = isImage ? picture(block.accessory, "accessory-image") : interactive(block.accessory, { ...where, acts: true });
  return el("div", {}, text, el("div", { class: "accessory" }, accessory));
}

const actions = (block, where) =>
  el("div", { role: "group" }, block.elements.map((element) => interactive(element, { ...where, acts: true })));

const context = (block) =>
  el("div", {}, block.elements.map((part) => (part.type === "image" ? picture(part, "context-image") : el("span", {}, textObject(part)))));

const header = (block) => el("p", { role: "heading", "aria-level": "3" }, plain(block.text.text, block.text));

function picture(part, className) {
  const source = part.image_url ?? part.slack_file?.url ?? "";
  const safe = /^https?:/i.test(source) || source.startsWith("data:image/");
  return el("img", { class: className, src: safe ? source : undefined, alt: part.alt_text ?? "", title: part.alt_text, loading: "lazy", referrerpolicy: "no-referrer" });
}

const image = (block) =>
  el("figure", {}, block.title && el("figcaption", {}, plain(block.title.text, block.title)), picture(block, "block-picture"));

function input(block, where) {
  const id = freshId("input");
  const hintId = block.hint ? `${id}-hint` : undefined;
  const group = isGroup(block.element.type);
  const name = [plain(block.label.text, block.label), block.optional && el("span", { class: "optional" }, " (optional)")];
  const control = interactive(block.element, { ...where, id: group ? undefined : id, acts: Boolean(block.dispatch_action) });
  if (hintId) control.setAttribute("aria-describedby", hintId);
  return el(group ? "fieldset" : "div", { class: "field" },
    group ? el("legend", {}, name) : el("label", { htmlFor: id }, name),
    control,
    hintId && el("p", { class: "hint", id: hintId }, plain(block.hint.text, block.hint)),
  );
}

const CELLS = {
  raw_text: (cell) => cell.text,
  raw_number: (cell) => String(cell.value ?? cell.text ?? ""),
  rich_text: (cell) => richText(cell),
};

function table(block) {
  const cell = (tag) => (found) => el(tag, {}, CELLS[found.type]?.(found));
  const [head, ...body] = block.rows ?? [];
  return el("div", { class: "wide" },
    el("table", { class: "table" },
      el("thead", {}, el("tr", {}, (head ?? []).map(cell("th")))),
      el("tbody", {}, body.map((row) => el("tr", {}, row.map(cell("td"))))),
    ),
  );
}

const BUILDERS = {
  section,
  actions,
  context,
  header,
  image,
  input,
  table,
  divider: () => el("hr"),
  rich_text: richText,
  markdown: (block) => el("div", {}, markdown(block.text)),
  alert: (block) => el("div", { role: "note", data: { level: block.level } }, textObject(block.text)),
};
