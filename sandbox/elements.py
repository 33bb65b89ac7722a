"""The interactive elements inside blocks: finding one, its state, and what acting on it sends."""

from collections.abc import Iterator
from typing import Any

from sandbox.wire import Json, SlackError

# What an element's state is called in Slack's payloads, and which field holds its first value.
VALUE_OF = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}
STATELESS = frozenset({"button", "overflow"})
_WITH_OPTIONS = frozenset(
    {"static_select", "radio_buttons", "overflow", "multi_static_select", "checkboxes"}
)


def elements_of(block: Json) -> Iterator[Json]:
    """The interactive elements that stand in a block."""
    if block["type"] == "actions":
        yield from block.get("elements", [])
    for name in ("accessory", "element"):
        element = block.get(name)
        if element and (element["type"] in VALUE_OF or element["type"] in STATELESS):
            yield element


def find_element(blocks: list[Json], *, block_id: str, action_id: str) -> Json:
    """Raises SlackError("no_such_element")."""
    for block in blocks:
        if block.get("block_id") != block_id:
            continue
        for element in elements_of(block):
            if element.get("action_id") == action_id:
                return element
    raise SlackError("no_such_element")


def state_of(blocks: list[Json], values: Json) -> Json:
    """`state.values`: what was entered, else each element's first value."""
    state: Json = {}
    for block in blocks:
        held = {
            element["action_id"]: _element_state(element, _entered(values, block, element))
            for element in elements_of(block)
            if element["type"] in VALUE_OF and element.get("action_id")
        }
        if held:
            state[block["block_id"]] = held
    return state


def _entered(values: Json, block: Json, element: Json) -> Json | None:
    found = values.get(block.get("block_id", ""), {}).get(element.get("action_id"))
    return found if isinstance(found, dict) else None


def _element_state(element: Json, entered: Json | None) -> Json:
    field, initial = VALUE_OF[element["type"]]
    if entered is not None:
        return {"type": element["type"], field: entered.get(field)}
    first = element.get(initial)
    if first is None and field.endswith("s") and field.startswith("selected_"):
        first = []
    return {"type": element["type"], field: first}


def with_action(values: Json, action: Json) -> Json:
    """The entered values with what was just chosen, as the payload's state shows it."""
    block_id, action_id = action["block_id"], action["action_id"]
    return {**values, block_id: {**values.get(block_id, {}), action_id: action}}


def missing_inputs(blocks: list[Json], state: Json) -> Json:
    """{block_id: sentence} for each required input that is empty, as Slack's client refuses it."""
    errors: Json = {}
    for block in blocks:
        if block["type"] != "input" or block.get("optional"):
            continue
        held = state.get(block["block_id"], {}).get(block["element"].get("action_id"), {})
        value = held.get(VALUE_OF.get(block["element"]["type"], ("value", ""))[0])
        if value is None or value == "" or value == []:
            errors[block["block_id"]] = "Please complete this required field."
    return errors


def wrong_inputs(blocks: list[Json], state: Json) -> Json:
    """{block_id: sentence} for each text that is shorter or longer than its input allows."""
    errors: Json = {}
    for block in blocks:
        if block["type"] != "input" or block["element"]["type"] != "plain_text_input":
            continue
        element = block["element"]
        text = state.get(block["block_id"], {}).get(element.get("action_id"), {}).get("value") or ""
        most, least = element.get("max_length", 3000), element.get("min_length", 0)
        if len(text) > most:
            errors[block["block_id"]] = f"Must be at most {most} characters long."
        elif text and len(text) < least:
            errors[block["block_id"]] = f"Must be at least {least} characters long."
    return errors


def action_on(element: Json, *, block_id: str, chosen: Json, ts: str) -> Json:
    """One entry of a payload's `actions`; `chosen` is what the page sent. Raises SlackError."""
    kind = element["type"]
    action: Json = {"type": kind, "action_id": element["action_id"], "block_id": block_id}
    action["action_ts"] = ts
    if kind == "button":
        action["text"] = element["text"]
        return action | ({"value": element["value"]} if "value" in element else {})
    field = "selected_option" if kind == "overflow" else VALUE_OF[kind][0]
    return action | {field: _chosen(element, field, chosen)}


def _chosen(element: Json, field: str, chosen: Json) -> Any:
    """Options are Slack's own objects: a bare value is looked up among them."""
    value = chosen.get(field, chosen.get("value"))
    if element["type"] not in _WITH_OPTIONS or value is None:
        return value
    if isinstance(value, list):
        return [_option(element, entry) for entry in value]
    return _option(element, value)


def _option(element: Json, wanted: Any) -> Json:
    value = wanted.get("value") if isinstance(wanted, dict) else wanted
    groups = element.get("option_groups") or [{"options": element.get("options", [])}]
    for option in (option for group in groups for option in group["options"]):
        if option.get("value") == value:
            found: Json = option
            return found
    raise SlackError("no_such_option")
