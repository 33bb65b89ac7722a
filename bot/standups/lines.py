"""What follows `/standup`: a subcommand only when the whole text fits one, else an answer."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.days import coming, past
from storage.types import PersonId


class Action(StrEnum):
    FORM = "form"
    ON = "on"
    OFF = "off"
    AWAY = "away"
    BACK = "back"
    WHO = "who"
    SKIP = "skip"
    SHOW = "show"
    HELP = "help"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Line:
    action: Action
    words: str = ""
    day: date | None = None
    person: PersonId | None = None


_ALONE = {
    "": Action.FORM,
    "on": Action.ON,
    "off": Action.OFF,
    "who": Action.WHO,
    "skip": Action.SKIP,
    "skip today": Action.SKIP,
    "show": Action.SHOW,
    "back": Action.BACK,
    "off back": Action.BACK,
    "help": Action.HELP,
    "--help": Action.HELP,
    "-h": Action.HELP,
    "?": Action.HELP,
}
_AWAY = re.compile(r"off\s+(?:until|till|til)\s+(?P<until>.+)|off\s+(?P<length>for\s+.+)", re.I)
_SHOW = re.compile(
    r"show(?:\s+<@(?P<person>[UW][A-Z0-9]+)(?:\|[^<>]*)?>)?(?:\s+(?:on\s+)?(?P<day>.+))?", re.I
)
_BLANK = " \t\r\n\u00a0\u200b\u2060\ufeff"


def parse(text: str, *, today: date) -> Line:
    """Total: what is no subcommand is what somebody says to the standup."""
    words = text.strip(_BLANK)
    alone = _ALONE.get(" ".join(words.casefold().split()).rstrip(".!…"))
    if alone is not None:
        return Line(alone, words)
    return _away(words, today) or _show(words, today) or Line(Action.SAID, words)


def _away(words: str, today: date) -> Line | None:
    found = _AWAY.fullmatch(words)
    if found is None:
        return None
    day = coming(found["until"] or found["length"], today=today)
    return Line(Action.HELP, words) if day is None else Line(Action.AWAY, words, day)


def _show(words: str, today: date) -> Line | None:
    found = _SHOW.fullmatch(words)
    if found is None:
        return None
    day = past(found["day"], today=today) if found["day"] else None
    if found["day"] and day is None:
        return None
    person = PersonId(found["person"]) if found["person"] else None
    return Line(Action.SHOW, words, day, person)
