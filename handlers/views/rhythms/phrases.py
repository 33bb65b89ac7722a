"""The short phrases about a rhythm: when it happens, where, who takes part."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.rhythms import in_words, parse
from handlers.views import words

_LONGEST_NAME = 80
_MOST_NAMED = 50
About = Mapping[str, Any]


def title(about: About) -> str:
    return f"*{words.line(str(about['title']), _LONGEST_NAME, mentions=False)}*"


def when(about: About) -> str:
    """By the wall clock that counts: each person's own, or the one of the team's zone."""
    return f"{in_words(parse(about['rule']))} {where(about)}"


def where(about: About) -> str:
    zone = str(about.get("zone") or "")
    return f"({words.line(zone, _LONGEST_NAME)} time)" if zone else "where you are"


def day(written: str) -> str:
    """Tue 24 Nov: the same date for every reader."""
    found = date.fromisoformat(written)
    return f"{found:%a} {found.day} {found:%b}"


def days(written: Iterable[str]) -> str:
    return ", ".join(day(one) for one in written)


def channel(about: About) -> str:
    name = str(about.get("channel_name") or "")
    if name:
        return "#" + words.line(name, _LONGEST_NAME, mentions=False)
    return f"<#{about['channel']}>"


def people(ids: Iterable[str]) -> str:
    named = [f"<@{one}>" for one in ids]
    more = len(named) - _MOST_NAMED
    return ", ".join(named[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def count(about: About) -> str:
    """Nothing where there is nothing to take part in."""
    if not about["asks_people"]:
        return ""
    number = len(about["people"])
    return "1 person takes part" if number == 1 else f"{number} people take part"


def by_a_tap(about: About) -> str:
    return " People join it by a tap." if about["asks_people"] else ""


def sentence(text: str) -> str:
    """Beginning with a capital."""
    return text[:1].upper() + text[1:]
