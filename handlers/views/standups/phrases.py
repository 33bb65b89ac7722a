"""The short phrases of standups: days, places, how an item of a plan went."""

from collections.abc import Iterable
from datetime import date

from handlers.views import kit, words
from handlers.views.kit import Block

_LONGEST_NAME = 80
_LONGEST_ITEM = 200
HOWS = {
    "done": "Done",
    "not_live": "Done, not live",
    "moved_on": "Moved on",
    "not_yet": "Not yet",
}
_MARKS = {"done": "✓", "not_live": "◐", "moved_on": "→", "not_yet": "…"}


def day(found: date) -> str:
    return f"{found:%A} {found.day} {found:%B}"


def weekday(found: date) -> str:
    return f"{found:%A}"


def place(name: str, channel: str) -> str:
    """For eyes that may see it: a person in the team."""
    if name:
        return "#" + words.line(name, _LONGEST_NAME, mentions=False)
    return f"<#{channel}>"


def place_on_button(name: str) -> str:
    return "#" + words.one_line(name, 40) if name else "the channel"


def people(ids: Iterable[str]) -> str:
    return ", ".join(f"<@{one}>" for one in ids)


def called(person: str, name: str) -> str:
    """By their name, which calls nobody; who is not known yet can only be mentioned."""
    return words.line(name, _LONGEST_NAME, mentions=False) if name else f"<@{person}>"


def item(text: str) -> str:
    return words.line(text, _LONGEST_ITEM)


def ticked(how: str, text: str) -> str:
    """✓ the schema · ◐ the model (done, not live): the mark alone says nothing aloud."""
    said = "" if how == "done" else f" ({HOWS.get(how, how).lower()})"
    return f"{_MARKS.get(how, '•')} {item(text)}{said}"


def listed(found: Iterable[str]) -> list[Block]:
    """A section of lines, when there are any."""
    lines = "\n".join(found)
    return [kit.section(lines)] if lines else []
