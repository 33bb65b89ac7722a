"""What Slack refuses in a message or form, and what our manners refuse; independent of the kit."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

_OURS = re.compile(
    r"<@[UW][A-Z0-9]+>|<#[CDG][A-Z0-9]+>|<https?://[^\s<>|]+>"
    r"|<!subteam\^S0OWNERS>"  # who accepted to answer is called; no words of a person are
    r"|<!date\^\d{10}\^(?:\{date_short_pretty\} at )?\{time\}"
    r"\|\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d UTC>"
)
_RICH = {"text", "user", "channel", "link", "emoji"}
_TEXTS = {  # where a text object stands: its limit
    "header": 150,
    "section": 3000,
    "context": 3000,
    "button": 75,
    "option": 75,
    "label": 2000,
    "hint": 2000,
    "placeholder": 150,
    "title": 24,
    "submit": 24,
    "close": 24,
}


def problems_of_message(message: Json) -> list[str]:
    return [
        *_in_mrkdwn("text", message["text"]),
        *_too_long("text", message["text"], 4000),
        *(["no text of its own"] if not message["text"].strip() else []),
        *_blocks(message["blocks"], most=50),
    ]


def problems_of_modal(view: Json) -> list[str]:
    found = list(_blocks(view["blocks"], most=100))
    for name in ("title", "submit", "close"):
        if name in view:
            found.extend(_text(name, view[name]))
    if any(block["type"] == "input" for block in view["blocks"]) and "submit" not in view:
        found.append("inputs without submit")
    found.extend(_too_long("private_metadata", view["private_metadata"], 3000))
    return [*found, *_too_long("callback_id", view["callback_id"], 255)]


def _blocks(blocks: list[Json], *, most: int) -> Iterator[str]:
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks"
    for block in blocks:
        yield from _CHECKS[block["type"]](block)
    yield from _twice("block_id", [block["block_id"] for block in blocks if "block_id" in block])
    elements = [one for block in blocks for one in _interactive(block)]
    yield from _twice("action_id", [one["action_id"] for one in elements])
    for element in elements:
        yield from _element(element)


def _interactive(block: Json) -> list[Json]:
    alone = [block[name] for name in ("accessory", "element") if name in block]
    return [*(block["elements"] if block["type"] == "actions" else []), *alone]


def _section(block: Json) -> Iterator[str]:
    yield from _text("section", block["text"])


def _context(block: Json) -> Iterator[str]:
    yield from _count("context", block["elements"], 10)
    for element in block["elements"]:
        yield from _text("context", element)


def _actions(block: Json) -> Iterator[str]:
    yield from _count("actions", block["elements"], 25)


def _input(block: Json) -> Iterator[str]:
    yield from _text("label", block["label"])
    if "hint" in block:
        yield from _text("hint", block["hint"])


def _rich_text(block: Json) -> Iterator[str]:
    yield from _count("rich_text", block["elements"], 10_000)
    for part in block["elements"]:
        sections = part["elements"] if part["type"] == "rich_text_list" else [part]
        for section in sections:
            yield from _count("rich_text_section", section["elements"], 10_000)
            for element in section["elements"]:
                yield from _rich_element(element)


def _rich_element(element: Json) -> Iterator[str]:
    if element["type"] not in _RICH:
        yield f"rich text calls a crowd or more: {element}"
    if element["type"] == "text" and not element["text"]:
        yield "an empty rich text"
    if element["type"] == "link" and ("text" in element or not element["url"].startswith("http")):
        yield f"a link that hides its target: {element}"


def _divider(block: Json) -> Iterator[str]:
    yield from _too_long("divider", "".join(block.keys() - {"type"}), 0)


def _header(block: Json) -> Iterator[str]:
    yield from _text("header", block["text"])


_CHECKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "section": _section,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "rich_text": _rich_text,
    "header": _header,
    "divider": _divider,
}


def _element(element: Json) -> Iterator[str]:
    yield from _too_long("action_id", element["action_id"], 255)
    yield from _too_long("value", element.get("value", ""), 2000)
    yield from _too_long("accessibility_label", element.get("accessibility_label", ""), 75)
    if element["type"] == "button":
        yield from _text("button", element["text"])
    if "placeholder" in element:
        yield from _text("placeholder", element["placeholder"])
    if "options" in element:
        yield from _options(element)
    most = min(element.get("max_length", 3000), 3000)
    yield from _too_long("initial_value", element.get("initial_value", ""), most)


def _options(element: Json) -> Iterator[str]:
    options = element["options"]
    yield from _count("options", options, 10 if element["type"] == "radio_buttons" else 100)
    yield from _twice("option", [option["value"] for option in options])
    for option in options:
        yield from _text("option", option["text"])
        yield from _too_long("option value", option["value"], 150)
    if element.get("initial_option") not in (None, *options):
        yield "the initial option is none of the options"


def _text(where: str, text: Json) -> Iterator[str]:
    if not text["text"]:
        yield f"{where} is empty"
    yield from _too_long(where, text["text"], _TEXTS[where])
    if text["type"] == "mrkdwn":
        yield from _in_mrkdwn(where, text["text"])
        if text.get("verbatim") is not True:
            yield f"{where} lets Slack find links and names in it"


def _in_mrkdwn(where: str, text: str) -> Iterator[str]:
    """Whatever stands between angle brackets is one of the few things that we write ourselves."""
    rest = _OURS.sub("", text)
    if "<" in rest or ">" in rest:
        yield f"{where} holds a mention, broadcast, group or masked link: {rest!r}"
    if re.search(r"@(channel|here|everyone)\b", rest, re.IGNORECASE):
        yield f"{where} could call everybody: {rest!r}"
    if re.search(r"&(?!(amp|lt|gt);)", rest):
        yield f"{where} holds half an entity: {rest!r}"


def _too_long(where: str, text: str, limit: int) -> Iterator[str]:
    if len(text) > limit:
        yield f"{where} has {len(text)} characters of {limit}"


def _count(where: str, found: list[Any], most: int) -> Iterator[str]:
    if not 1 <= len(found) <= most:
        yield f"{where} has {len(found)} elements of 1 to {most}"


def _twice(where: str, ids: list[str]) -> Iterator[str]:
    yield from (f"{where} {one} is used {n} times" for one, n in Counter(ids).items() if n > 1)
