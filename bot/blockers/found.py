"""Waits found in what people say, read as values: on what, on whom, since when."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.blockers.report import Wait
from bot.reading import FoundWait, Learnt, read, waits_in
from bot.reading.cut import pieces_of
from bot.reading.same_items import prepare
from storage.types import PersonId

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_GROUP = re.compile(r"<!subteam\^([A-Z0-9]+)(?:\|[^<>]*)?>")
_WORD = re.compile(r"[\w.@-]+")
_MOST_READ_AT_ONCE = 600


@dataclass(frozen=True, slots=True)
class Hearing:
    """How words are read: the team's names and its own words, the speaker's moment and zone."""

    people: Mapping[str, str]
    now: datetime
    zone: str
    learnt: Learnt


def found_in(words: str, hearing: Hearing, *, field: str = "", sure: float = 0.0) -> Iterator[Wait]:
    """Every wait of the words, a piece at a time: the reader's work grows faster than the text.

    `sure`: only those that are waits so often, and say what they are on.
    """
    for piece in pieces_of(words, _MOST_READ_AT_ONCE):
        found = waits_in(piece, field=field, names=hearing.people.keys(), learnt=hearing.learnt)
        yield from (as_wait(one, hearing) for one in found if _is_sure(one, sure))


def _is_sure(found: FoundWait, sure: float) -> bool:
    return not sure or (found.sure >= sure and bool(prepare(found.words).items))


def once_each(waits: Iterable[Wait], *, most: int) -> tuple[Wait, ...]:
    """Those in the same words are one."""
    return tuple({plain(one.words): one for one in waits}.values())[:most]


def plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .!,;")


def as_wait(found: FoundWait, hearing: Hearing) -> Wait:
    people, learnt = hearing.people, hearing.learnt
    said = read(found.words, people=people, now=hearing.now, zone=hearing.zone, learnt=learnt)
    owner, group, outside = _whom(found.waiting_on, {**people, **learnt.people})
    return Wait(
        words=found.words,
        function=found.function,
        owner=owner or _nicknamed(found.words, learnt),
        user_group=group or next(iter(said.groups), None),
        outside=outside or said.outside,
        project=said.project,
        link=said.link,
        severity=said.severity,
        since=said.since,
    )


def _whom(
    written: Iterable[str], people: Mapping[str, str]
) -> tuple[PersonId | None, str | None, str | None]:
    """The first person, the first group, and the first other name."""
    owner, group, outside = None, None, None
    for one in written:
        if person := _person(one, people):
            owner = owner or person
        elif found := _GROUP.fullmatch(one):
            group = group or found[1]
        else:
            outside = outside or one
    return owner, group, outside


def _nicknamed(words: str, learnt: Learnt) -> PersonId | None:
    """Whom a taught nickname names, also where the reader alone would see no name."""
    said = f" {' '.join(_WORD.findall(words.casefold()))} "
    known = [one for name, one in learnt.people.items() if f" {name} " in said]
    return PersonId(known[0]) if len(set(known)) == 1 else None


def _person(written: str, people: Mapping[str, str]) -> PersonId | None:
    found = _MENTION.fullmatch(written)
    known = found[1] if found else people.get(written.lstrip("@").casefold())
    return PersonId(known) if known else None
