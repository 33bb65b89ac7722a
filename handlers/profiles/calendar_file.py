"""Calendar files at the door: read, shown to whoever sent them, and kept after a tap."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo

from bot import calendar_file as rules
from bot import days, me
from bot.calendar_file import TooMuchInIt
from bot.errors import CalendarTooFull, NotACalendar
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.files import SentFile, file_of_link, is_file_link, text_of
from handlers.knock import Knock
from handlers.taps import Act, Lands, Tap, does, looks
from handlers.views import calendar_file as views

Verb = Callable[[Work], Told]

READING_SECONDS = 1.0
_ABOUT_ME = "me"  # the word after which any file is meant to be a calendar


def are_meant(text: str, files: Sequence[SentFile]) -> bool:
    """Whether a message is about a file: a calendar, or nothing else was said."""
    if not files:
        return False
    words = text.lower().split()
    return not words or words[0].lstrip("/") == _ABOUT_ME or any(one.is_calendar for one in files)


async def meant(door: Door, knock: Knock, files: Sequence[SentFile]) -> Verb:
    """Raises Refusal, in words that help: not a calendar, too large, not to be read."""
    file = next((one for one in files if one.is_calendar), files[0])
    if not file.is_calendar:
        raise NotACalendar
    return await _found_in(door, knock, await text_of(door.client, file))


async def linked(door: Door, knock: Knock, text: str) -> Verb | None:
    """Of a line that names a file by its link in Slack; None where it names none."""
    if not is_file_link(text):
        return None
    file = await file_of_link(door.client, text, of=knock.person)
    return await _found_in(door, knock, await text_of(door.client, file))


async def as_days(door: Door, knock: Knock, text: str) -> str:
    """What was pasted as the days that it means; other words as they are. Raises Refusal."""
    if not rules.is_calendar(text):
        return text
    return days.in_text(await _read(door, knock, text))


async def _found_in(door: Door, knock: Knock, text: str) -> Verb:
    found = await _read(door, knock, text)
    return lambda work: me.found_off(work, found, by=knock.person)


async def _read(door: Door, knock: Knock, text: str) -> tuple[days.Stretch, ...]:
    """Beside the event loop: others type meanwhile."""
    today, zone = await door.look(knock, lambda work: me.clock_of(work, knock.person))
    try:
        found = await asyncio.to_thread(_days_off, text, today, zone)
    except TooMuchInIt:
        raise CalendarTooFull from None
    if found is None:
        raise NotACalendar
    return found


def _days_off(text: str, today: date, zone: tzinfo) -> tuple[days.Stretch, ...] | None:
    until = time.monotonic() + READING_SECONDS
    return rules.days_off(
        text, today=today, zone=zone, is_too_late=lambda: time.monotonic() > until
    )


def _take(work: Work, tap: Tap) -> Told:
    return me.say(work, {"more_off": str(tap.value.get("off") or "")}, by=tap.by)


def _leave(work: Work, tap: Tap) -> Told:
    return Told("calendar.left")


TAPS: Mapping[str, Act] = {
    views.TAKE: does(_take, Lands.SETTLES),
    views.LEAVE: looks(_leave, Lands.SETTLES),
}
