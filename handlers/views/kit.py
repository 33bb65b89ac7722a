"""The parts that messages and forms are made of, as Slack's Block Kit writes them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict
from unicodedata import category

Block = dict[str, Any]
Element = dict[str, Any]
View = dict[str, Any]

MOST_TEXT = 3_500  # characters of top-level text: an edit of more than 4,000 is refused
MOST_SECTION = 3_000
MOST_BUTTON = 75
MOST_HEADER = 150
MOST_TITLE = 24
MOST_OPTION = 75
MOST_INPUT = 3_000
MOST_PLACEHOLDER = 150

# What must not be cut in two: an escaped character, a mention or link, an emoji by its name.
_WHOLE = re.compile(r"&(?:amp|lt|gt);|<[^<>]*>|:[\w'+-]+:(?::skin-tone-[2-6]:)?")
_BOLD = re.compile(r"(?<![^\W_])\*([^*\n]+)\*(?![^\W_])")
_IN_SHORT = json.JSONEncoder(separators=(",", ":"))
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


class Answer(TypedDict):
    """What is said: to the one who asked, or in a letter."""

    text: str  # stands alone, for screen readers and notifications
    blocks: list[Block]


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, never ending inside an entity, a mention, a link or an emoji."""
    if len(text) <= limit:
        return text
    cut = max(limit - 1, 0)
    for whole in reversed([found.span() for found in _WHOLE.finditer(text)]):
        cut = _before_one(text, cut)
        if whole[0] < cut < whole[1]:
            cut = whole[0]
    return text[: _before_one(text, cut)].rstrip() + "…" if limit else ""


def _before_one(text: str, cut: int) -> int:
    """The nearest border at or before this one that people see as one."""
    while cut > 0 and _is_one(text[cut - 1], text[cut]):
        cut -= 1
    return cut


def _is_one(left: str, right: str) -> bool:
    """Whether people see these two as one character: accents, joined emoji, skin tones."""
    if _JOINER in (left, right) or ord(right) in _SKIN_TONES:
        return True
    return category(right).startswith("M")


def plain(text: str, limit: int = MOST_SECTION) -> Element:
    return {"type": "plain_text", "text": clip(text, limit) or " ", "emoji": True}


def mrkdwn(text: str, limit: int = MOST_SECTION) -> Element:
    """Verbatim always: Slack shall not find links and names that we did not write."""
    return {"type": "mrkdwn", "text": clip(text, limit) or " ", "verbatim": True}


def answer(text: str, blocks: Iterable[Block]) -> Answer:
    """The text loses our bold marks, which would be read aloud; people's words have none left."""
    return {"text": clip(_BOLD.sub(r"\1", text), MOST_TEXT), "blocks": list(blocks)}


def section(text: str) -> Block:
    return {"type": "section", "text": mrkdwn(text), "expand": True}


def context(*texts: str) -> Block:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts[:10]]}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, MOST_HEADER)}


def divider() -> Block:
    return {"type": "divider"}


def actions(*buttons: Element) -> Block:
    return {"type": "actions", "elements": list(buttons[:25])}


def button(
    text: str,
    action: str,
    *,
    value: str,
    style: str | None = None,
    label: str | None = None,
) -> Element:
    """`label` is what a screen reader says where several buttons bear the same text."""
    made: Element = {
        "type": "button",
        "text": plain(text, MOST_BUTTON),
        "action_id": action,
        "value": value,
    }
    if style is not None:
        made["style"] = style
    if label is not None:
        made["accessibility_label"] = clip(label, MOST_BUTTON)
    return made


def nth(action: str, part: object) -> str:
    """An action id of its own where the same action stands in a message several times."""
    return f"{action}:{part}"


def verb_of(action_id: str) -> str:
    """What to do, without the part that only keeps ids apart."""
    return action_id.partition(":")[0]


def part_of(action_id: str) -> str:
    """What keeps ids apart; of a choice, which has no value of its own, what it is about."""
    return action_id.partition(":")[2]


def value(facts: Mapping[str, object]) -> str:
    """What a button carries, or a form's private_metadata: ids, and a few small facts."""
    return _IN_SHORT.encode(facts)


def read_value(text: str | None) -> dict[str, Any]:
    """The same, read; {} for what is none of ours."""
    try:
        facts = json.loads(text or "")
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def chosen_in(action: Mapping[str, Any]) -> str:
    """The person or the option of a choice that is an act; "" for a button."""
    option = action.get("selected_option") or {}
    return str(action.get("selected_user") or option.get("value") or "")


def input_(
    name: str, label: str, element: Element, *, hint: str | None = None, optional: bool = False
) -> Block:
    """A field of a form; `name` is the id of both its block and its element."""
    made: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2_000),
        "element": {**element, "action_id": name},
    }
    if hint is not None:
        made["hint"] = plain(hint, 2_000)
    if optional:
        made["optional"] = True
    return made


def text_input(initial: str | None, *, most: int = MOST_INPUT, lines: bool = False) -> Element:
    made: Element = {"type": "plain_text_input", "max_length": most}
    if lines:
        made["multiline"] = True
    if initial:
        made["initial_value"] = initial[:most]
    return made


def options(choices: Mapping[str, str]) -> list[Element]:
    """`choices`: id to text."""
    return [
        {"text": plain(text, MOST_OPTION), "value": key}
        for key, text in list(choices.items())[:100]
    ]


def chooser(
    kind: str, action: str, *, hint: str, options: Sequence[Element] | None = None
) -> Element:
    """A select beside buttons, where a choice is an act: static_select, users_select."""
    made: Element = {
        "type": kind,
        "action_id": action,
        "placeholder": plain(hint, MOST_PLACEHOLDER),
    }
    if options is not None:
        made["options"] = list(options)
    return made


def select(
    kind: str, choices: Mapping[str, str], *, chosen: str | None = None, hint: str | None = None
) -> Element:
    """`kind`: static_select (at most 100 choices) or radio_buttons (10); `choices`: id to text."""
    most = 10 if kind == "radio_buttons" else 100
    options = {
        key: {"text": plain(text, MOST_OPTION), "value": key}
        for key, text in list(choices.items())[:most]
    }
    made: Element = {"type": kind, "options": list(options.values())}
    if hint is not None:
        made["placeholder"] = plain(hint, MOST_PLACEHOLDER)
    if chosen in options:
        made["initial_option"] = options[chosen]
    return made


def field(state: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """What a form's field holds, of view.state.values; total, whatever comes."""
    block = state.get(name)
    held = block.get(name) if isinstance(block, Mapping) else None
    return held if isinstance(held, Mapping) else {}


def rich_text(*parts: Element) -> Block:
    return {"type": "rich_text", "elements": list(parts)}


def rich_section(elements: Sequence[Element]) -> Element:
    return {"type": "rich_text_section", "elements": list(elements)}


def rich_list(items: Iterable[Sequence[Element]]) -> Element:
    sections = [rich_section(item) for item in items]
    return {"type": "rich_text_list", "style": "bullet", "elements": sections}


def modal(
    title: str,
    blocks: Iterable[Block],
    *,
    callback: str,
    metadata: str = "",
    submit: str | None = None,
    close: str = "Cancel",
) -> View:
    """`metadata` holds ids only."""
    made: dict[str, Any] = {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, MOST_TITLE),
        "close": plain(close, MOST_TITLE),
        "private_metadata": metadata,
        "blocks": list(blocks),
    }
    if submit is not None:
        made["submit"] = plain(submit, MOST_TITLE)
    return made
