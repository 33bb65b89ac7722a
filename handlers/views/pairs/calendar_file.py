"""A time of a pair as a calendar file, which any calendar takes in."""

import re
from datetime import UTC, datetime

from bot.pairs import Shown
from handlers.views import words
from handlers.views.blockers import phrases as waits
from handlers.views.pairs import phrases

_TITLES = {"programming": "Pair programming", "review": "Code review"}
_LONGEST = 500  # characters of a line of the agenda
_NUMBER = re.compile(r"\*(#\d+)\*")


def name(at: datetime) -> str:
    return f"pair-{at.astimezone(UTC):%Y-%m-%d-%H%M}.ics"


def title(pair: Shown) -> str:
    """By names: no address of anybody stands in it, so it invites nobody."""
    *others, last = [pair.names[one] or "somebody" for one in pair.people]
    return f"{_TITLES.get(pair.kind, 'Pairing')}: {', '.join(others)} and {last}"


def comment(at: datetime) -> str:
    """What stands above it in the conversation."""
    return f"For your calendars: {waits.moment(at)}. Open the file to take it in."


def written(pair: Shown, at: datetime, *, now: datetime) -> bytes:
    """The same time of the same pair is the same event, however often it is taken in.

    It is private: what the two could look at is shown to them, not to whoever reads a calendar.
    """
    import icalendar  # noqa: PLC0415 - only who wants a file waits for it to load

    event = icalendar.Event()
    starts = at.astimezone(UTC)
    event.add("uid", f"{pair.pairing.id}-{starts:%Y%m%dT%H%M%SZ}@pinwheel")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", starts)
    event.add("dtend", starts + phrases.LENGTH)
    event.add("summary", title(pair))
    event.add("description", "\n".join(f"- {one}" for one in _agenda(pair)))
    event.add("class", "PRIVATE")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Pinwheel//Pairs//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _agenda(pair: Shown) -> list[str]:
    lines = (_NUMBER.sub(r"\1", one) for one in phrases.agenda(pair))
    names = {str(who): called for who, called in pair.names.items()}
    return [words.one_line(one, _LONGEST, names=names) for one in lines]
