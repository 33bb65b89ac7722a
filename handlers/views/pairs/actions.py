"""The buttons of pairs: their ids, and the small value that each of them carries."""

from handlers.views import kit
from handlers.views.kit import Element

MET = "pairs.met"  # value: pairing
NOT_YET = "pairs.not_yet"  # the same
WILL_NOT = "pairs.will_not"  # the same
DROP_OUT = "pairs.drop_out"  # the same
NOW = "pairs.now"
CALENDAR = "pairs.calendar"  # leads to a page
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
