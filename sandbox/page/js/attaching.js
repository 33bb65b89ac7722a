// A button that takes a file along with what is written, and the files that a message holds.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { workspace } from "./workspace.js";

const CHUNK = 0x8000;

/** `attached(name, content)` is called with the file's bytes in base64. */
export function attachButton(attached) {
  const label = "Attach a file";
  const input = el("input", { type: "file", hidden: true, "aria-label": label });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file) attached(file.name, base64(new Uint8Array(await file.arrayBuffer())));
  });
  const button = el("button", { type: "button", class: "attach", "aria-label": label, title: label, on: { click: () => input.click() } }, icon("clip"));
  return [input, button];
}

/** A message's files, by name, to be taken from there. */
export function fileList(files) {
  if (!files?.length) return null;
  return el("ul", { class: "files", "aria-label": "Files" }, files.map((file) => el("li", { class: "file" }, icon("clip"), link(file))));
}

function link(file) {
  const asked = new URLSearchParams({ as: workspace.me.id, id: file.id });
  return el("a", { href: `/ui/file?${asked}`, download: file.name }, file.name);
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
