// Sends what a person did with an element to the app, after asking when the app wants that asked.

import { deed } from "./api.js";
import { confirmed } from "./confirm.js";
import { collect } from "./state.js";
import { failed } from "./toast.js";

/**
 * Report one act; `chosen` holds the element's value as Slack names it. Resolves to false when the
 * person said no to the question that the element asks first.
 */
export async function clicked(node, element, where, chosen = {}) {
  if (node.getAttribute("aria-busy") === "true") return true;
  if (element.confirm && !(await confirmed(element.confirm))) return false;
  node.setAttribute("aria-busy", "true");
  const surface = node.closest("[data-surface]");
  const answer = await deed("click", {
    ...where.place,
    block_id: where.blockId,
    action_id: element.action_id,
    ...chosen,
    state_values: surface ? collect(surface) : {},
  });
  node.removeAttribute("aria-busy");
  if (!answer.ok) failed(answer.error);
  return true;
}
