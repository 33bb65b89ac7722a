// What a person has entered into the elements of one surface: a message, a form, the Home tab.

const readers = new WeakMap();

// How Slack names an element's state, and which field of the element holds its first value.
const FIELDS = {
  plain_text_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
};

export const stateField = (type) => FIELDS[type]?.[0];

/** What the element shows at first: what was entered before, else the app's own first value. */
export function firstValue(element, where) {
  const [field, initial] = FIELDS[element.type];
  const entered = where.kept?.[where.blockId]?.[element.action_id];
  return entered && entered.type === element.type ? entered[field] : element[initial];
}

/** Let the surface know how to read this element; `read` gives its value as Slack names it. */
export function remember(node, element, where, read) {
  node.dataset.reads = element.type;
  name(node, element, where);
  readers.set(node, () => ({ type: element.type, [stateField(element.type)]: read() }));
  return node;
}

/** The hooks by which an element is found again. */
export function name(node, element, where) {
  node.dataset.actionId = element.action_id ?? "";
  node.dataset.blockId = where.blockId ?? "";
  return node;
}

/** {block_id: {action_id: state}} of everything below the node. */
export function collect(root) {
  const values = {};
  for (const node of root.querySelectorAll("[data-reads]")) {
    const { blockId, actionId } = node.dataset;
    (values[blockId] ??= {})[actionId] = readers.get(node)();
  }
  return values;
}

/** Where the cursor is below the node, so that it can be put back after drawing anew. */
export function cursorIn(root) {
  const node = root.contains(document.activeElement) ? document.activeElement.closest("[data-action-id]") : null;
  if (!node) return null;
  const { selectionStart: start, selectionEnd: end } = document.activeElement;
  return { actionId: node.dataset.actionId, blockId: node.dataset.blockId, start, end };
}

export function putCursor(root, cursor) {
  if (!cursor) return;
  const nodes = [...root.querySelectorAll("[data-action-id]")];
  const found = nodes.find((node) => node.dataset.actionId === cursor.actionId && node.dataset.blockId === cursor.blockId);
  const target = found?.matches("input, textarea, select, button, a") ? found : found?.querySelector("input, textarea, button");
  target?.focus({ preventScroll: true });
  if (typeof cursor.start === "number" && target?.setSelectionRange) {
    try {
      target.setSelectionRange(cursor.start, cursor.end);
    } catch {
      // Inputs of dates and numbers have no selection.
    }
  }
}
