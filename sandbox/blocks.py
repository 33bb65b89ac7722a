"""What Slack refuses in blocks and views: unknown types, missing parts, texts over their limits."""

from collections.abc import Callable, Iterator
from typing import Any

from sandbox.elements import elements_of
from sandbox.ids import Ids
from sandbox.wire import Json, SlackError

MOST_IN_MESSAGE = 50
MOST_IN_VIEW = 100
MESSAGE_ONLY = {"card", "carousel", "container", "context_actions", "plan", "task_card", "table"}
CHARTS = {"data_table", "data_visualization"}
PLAIN = {"section", "actions", "context", "divider", "header", "image", "input", "rich_text"}
KNOWN = frozenset(PLAIN | MESSAGE_ONLY | CHARTS | {"markdown", "video", "file", "alert"})
Problems = Iterator[str]


def checked_blocks(blocks: Any, ids: Ids, *, most: int = MOST_IN_MESSAGE) -> list[Json]:
    """The blocks with a block_id each, as Slack keeps them; raises SlackError("invalid_blocks")."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SlackError("invalid_blocks_format")
    problems = _all_problems(blocks, most=most)
    if problems:
        raise SlackError("invalid_blocks", response_metadata={"messages": problems})
    return [
        block if block.get("block_id") else {**block, "block_id": ids.new("b")} for block in blocks
    ]


def checked_view(view: Any, ids: Ids, *, kind: str) -> Json:
    """A modal's or home's body with block ids; raises SlackError("invalid_arguments")."""
    if not isinstance(view, dict) or view.get("type") != kind:
        raise SlackError("invalid_arguments", response_metadata={"messages": [f"not a {kind}"]})
    blocks = view.get("blocks")
    if not isinstance(blocks, list):
        raise SlackError("invalid_arguments", response_metadata={"messages": ["blocks missing"]})
    problems = [*_problems_of_view(view, kind), *_all_problems(blocks, most=MOST_IN_VIEW)]
    if problems:
        raise SlackError("invalid_arguments", response_metadata={"messages": problems})
    return {**view, "blocks": checked_blocks(blocks, ids, most=MOST_IN_VIEW)}


def _all_problems(blocks: list[Json], *, most: int) -> list[str]:
    """What is shaped so wrongly that no rule can even look at it is one problem too."""
    try:
        return list(problems_in(blocks, most=most))
    except (AttributeError, KeyError, TypeError):
        return ["[ERROR] a block of an unknown shape"]


def problems_in(blocks: list[Json], *, most: int) -> Problems:
    if len(blocks) > most:
        yield f"[ERROR] no more than {most} items allowed [json-pointer:/blocks]"
    seen: set[str] = set()
    for at, block in enumerate(blocks):
        for problem in _problems_of_block(block):
            yield f"[ERROR] {problem} [json-pointer:/blocks/{at}]"
        block_id = block.get("block_id")
        if block_id in seen:
            yield f"[ERROR] block_id {block_id} is used twice [json-pointer:/blocks/{at}]"
        seen.add(block_id or f"#{at}")


def _problems_of_view(view: Json, kind: str) -> Problems:
    yield from _too_long(view.get("private_metadata"), 3000, "private_metadata")
    yield from _too_long(view.get("callback_id"), 255, "callback_id")
    if kind != "modal":
        return
    if not view.get("title"):
        yield "[ERROR] missing required field: title"
    for name in ("title", "submit", "close"):
        yield from _plain(view.get(name), 24, name)
    has_input = any(b.get("type") == "input" for b in view["blocks"] if isinstance(b, dict))
    if has_input and not view.get("submit"):
        yield "[ERROR] submit is required when an input block is used"


def _problems_of_block(block: Json) -> Problems:
    kind = block.get("type")
    if kind not in KNOWN:
        yield f"unsupported type: {kind}"
        return
    yield from _too_long(block.get("block_id"), 255, "block_id")
    check = _CHECKS.get(str(kind))
    if check is not None:
        yield from check(block)
    yield from _problems_of_elements(block)


def _section(block: Json) -> Problems:
    if not block.get("text") and not block.get("fields"):
        yield "section needs text or fields"
    if block.get("text"):
        yield from _text(block["text"], 3000, "text")
    fields = block.get("fields") or []
    if len(fields) > 10:
        yield "no more than 10 fields allowed"
    for field in fields:
        yield from _text(field, 2000, "fields")


def _header(block: Json) -> Problems:
    yield from _plain(block.get("text") or {}, 150, "text")


def _context(block: Json) -> Problems:
    elements = block.get("elements")
    if not elements or len(elements) > 10:
        yield "context holds 1 to 10 elements"
        return
    for element in elements:
        if element.get("type") in {"mrkdwn", "plain_text"}:
            yield from _text(element, 3000, "elements")
        elif element.get("type") != "image":
            yield f"unsupported type in context: {element.get('type')}"


def _actions(block: Json) -> Problems:
    elements = block.get("elements")
    if not elements or len(elements) > 25:
        yield "actions holds 1 to 25 elements"


def _input(block: Json) -> Problems:
    yield from _plain(block.get("label") or {}, 2000, "label")
    if block.get("hint"):
        yield from _plain(block["hint"], 2000, "hint")
    if not isinstance(block.get("element"), dict):
        yield "missing required field: element"


def _image(block: Json) -> Problems:
    if not block.get("alt_text"):
        yield "missing required field: alt_text"


def _markdown(block: Json) -> Problems:
    yield from _too_long(block.get("text"), 12_000, "text")


_CHECKS: dict[str, Callable[[Json], Problems]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "markdown": _markdown,
}


def _problems_of_elements(block: Json) -> Problems:
    try:
        elements = list(elements_of(block))
    except (KeyError, TypeError, AttributeError):
        yield "an element without a type"
        return
    names = [element.get("action_id") for element in elements]
    if len(set(names)) < len(names):
        yield "action_id is used twice in a block"
    for element in elements:
        yield from _problems_of_element(element)


def _problems_of_element(element: Json) -> Problems:
    if not element.get("action_id"):
        yield "missing required field: action_id"
    yield from _too_long(element.get("action_id"), 255, "action_id")
    if element["type"] == "button":
        yield from _plain(element.get("text") or {}, 75, "text")
        yield from _too_long(element.get("value"), 2000, "value")
    yield from _plain(element.get("placeholder"), 150, "placeholder")
    yield from _problems_of_options(element)


def _problems_of_options(element: Json) -> Problems:
    most = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}.get(element["type"], 100)
    options = element.get("options")
    if options is None:
        return
    if not 1 <= len(options) <= most:
        yield f"options holds 1 to {most} entries"
    for option in options:
        yield from _text(option.get("text") or {}, 75, "option text")
        yield from _too_long(option.get("value"), 150, "option value")


def _text(text: Any, most: int, where: str) -> Problems:
    if not isinstance(text, dict) or text.get("type") not in {"mrkdwn", "plain_text"}:
        yield f"{where} must be a text object"
        return
    if not text.get("text"):
        yield f"{where} must be more than 0 characters"
    yield from _too_long(text.get("text"), most, where)


def _plain(text: Any, most: int, where: str) -> Problems:
    if text is None:
        return
    if isinstance(text, dict) and text.get("type") == "mrkdwn":
        yield f"{where} must be plain_text"
    yield from _text(text, most, where)


def _too_long(value: Any, most: int, where: str) -> Problems:
    if value is not None and len(str(value)) > most:
        yield f"must be less than {most + 1} characters: {where}"
