"""What follows `/pair`: a word of its own, with a person, a function or a day after it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.days import coming
from storage.types import PersonId


class Action(StrEnum):
    MINE = "mine"
    ON = "on"
    OFF = "off"
    SKIP = "skip"
    PAUSE = "pause"
    RESUME = "resume"
    NOW = "now"
    NEVER = "never"
    HISTORY = "history"
    TEACH = "teach"
    LEARN = "learn"
    ACROSS = "across"
    LEAVING = "leaving"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Line:
    action: Action
    words: str = ""  # a function
    person: PersonId | None = None
    day: date | None = None
    yes: bool = True  # off: what was said is taken back


_ALONE = {
    "": Action.MINE,
    "mine": Action.MINE,
    "on": Action.ON,
    "off": Action.OFF,
    "skip": Action.SKIP,
    "resume": Action.RESUME,
    "back": Action.RESUME,
    "now": Action.NOW,
    "history": Action.HISTORY,
}
_MENTION = r"<@(?P<person>[UW][A-Z0-9]+)(?:\|[^>]*)?>"
_NEVER = re.compile(rf"never\s+{_MENTION}", re.IGNORECASE)
_PAUSE = re.compile(r"(?:pause|off)\s+(?:until\s+)?(?P<day>.+)", re.IGNORECASE)
_FUNCTION = re.compile(r"(?P<word>teach|learn)\s+(?P<what>.+)", re.IGNORECASE)
_ACROSS = re.compile(r"across(?:\s+(?P<how>on|off))?", re.IGNORECASE)
_LEAVING = re.compile(
    rf"leaving\s+(?:(?:{_MENTION}|@?me)\s*)?(?:on\s+)?(?P<day>\S.*)", re.IGNORECASE
)
_STAYING = re.compile(rf"staying(?:\s+(?:{_MENTION}|@?me))?", re.IGNORECASE)


def parse(text: str, *, today: date, by: PersonId) -> Line:
    """Help for whatever we cannot read: nothing is done by mistake."""
    said = " ".join(text.split()).rstrip(".!")
    if said.casefold() in _ALONE:
        return Line(_ALONE[said.casefold()])
    if found := _NEVER.fullmatch(said):
        return Line(Action.NEVER, person=PersonId(found["person"]))
    if found := _FUNCTION.fullmatch(said):
        return Line(Action(found["word"].lower()), found["what"])
    if found := _ACROSS.fullmatch(said):
        return Line(Action.ACROSS, yes=(found["how"] or "on").lower() == "on")
    return _of_days(said, today, by)


def _of_days(said: str, today: date, by: PersonId) -> Line:
    if found := _STAYING.fullmatch(said):
        return Line(Action.LEAVING, person=PersonId(found["person"] or by), yes=False)
    if found := _PAUSE.fullmatch(said):
        day = coming(found["day"], today=today)
        return Line(Action.PAUSE if day else Action.HELP, day=day)
    if found := _LEAVING.fullmatch(said):
        day = coming(found["day"], today=today)
        person = PersonId(found["person"] or by)
        return Line(Action.LEAVING if day else Action.HELP, person=person, day=day)
    return Line(Action.HELP)
