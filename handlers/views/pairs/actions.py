"""The buttons of pairs: their ids, and the small value that each of them carries."""

from datetime import datetime

from handlers.views import kit
from handlers.views.kit import Element

MET = "pairs.met"  # value: pairing
NOT_YET = "pairs.not_yet"  # the same
WILL_NOT = "pairs.will_not"  # the same
DROP_OUT = "pairs.drop_out"  # the same
NOW = "pairs.now"
CALENDAR = "pairs.calendar"  # leads to a page
FILE = "pairs.file"  # value: pairing, at
RESUME = "pairs.resume"


def act(text: str, action: str, pairing: str, *, style: str | None = None) -> Element:
    """About one pair; the same action may stand in a message for several."""
    value = kit.value({"pairing": pairing})
    return kit.button(text, kit.nth(action, pairing), value=value, style=style)


def plain(text: str, action: str, *, style: str | None = None) -> Element:
    return kit.button(text, action, value=kit.value({}), style=style)


def calendar(number: int, pairing: str, page: str) -> Element:
    """Slack opens the page, and tells us too."""
    part = f"{pairing}.{number}"
    value = kit.value({"pairing": pairing})
    made = kit.button(f"Add {number} to calendar", kit.nth(CALENDAR, part), value=value)
    return {**made, "url": page}


def calendar_file(number: int, pairing: str, at: datetime) -> Element:
    value = kit.value({"pairing": pairing, "at": at.isoformat()})
    return kit.button(f"Calendar file {number}", kit.nth(FILE, f"{pairing}.{number}"), value=value)


def to_calendar(page: str) -> Element:
    """The same page, where a file could not be had."""
    made = kit.button("Add to calendar", CALENDAR, value=kit.value({}))
    return {**made, "url": page}
