// Builds elements from plain values; text always becomes text nodes, so nothing typed is ever markup.

const PROPERTIES = new Set(["value", "checked", "selected", "disabled", "hidden", "htmlFor", "multiple", "required"]);

/** An element; `on` holds listeners, `data` the data- attributes, `style` CSS properties. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter(isPresent));
  return node;
}

const isPresent = (child) => child !== undefined && child !== null && child !== false && child !== "";

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "on") {
    for (const [kind, listener] of Object.entries(value)) node.addEventListener(kind, listener);
  } else if (name === "data") {
    for (const [key, entry] of Object.entries(value)) if (isPresent(entry)) node.dataset[key] = entry;
  } else if (name === "style") {
    for (const [key, entry] of Object.entries(value)) node.style.setProperty(key, entry);
  } else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** Put these in the place of everything in the node. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isPresent));
  return node;
}

/** Bring the children of a list to this order without touching those already in place. */
export function arrange(list, wanted) {
  let here = list.firstChild;
  for (const node of wanted) {
    if (node === here) here = here.nextSibling;
    else list.insertBefore(node, here);
  }
  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
}

let lastId = 0;

/** An id not used on the page so far. */
export const freshId = (word) => `${word}-${++lastId}`;

/** Run `deed` once, `wait` milliseconds after the last call. */
export function settled(deed, wait) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(deed, wait);
  };
}

/** Say something to screen readers only. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
