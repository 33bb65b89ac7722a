"""What the reader's figures add up to: whether the right owner is asked, after at most one tap.

A team of one workspace reports waits of the corpus in a row. Every function has somebody who
accepted to answer for it; every person that the labels name is in the team. The author of a wait
is scripted: they tap once, and what they choose among the offered is right where that can be had
by one tap. What they correct is learnt, as the product learns it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from benchmarks.figures import Figure, at_least, at_most
from bot.blockers import Hearing, Wait
from bot.blockers.found import as_wait
from bot.reading import FoundWait, Learnt, Taught
from bot.reading.first_names import FIRST_NAMES
from bot.reading.waits import as_taught
from bot.vocabulary import Meant, lessons
from corpus.same_name import plain_name
from corpus.scoring import Read
from corpus.texts import Label, Text

KINDS = ("wait", "line", "terse")
SO_MANY = 200
_NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
_MENTION = re.compile(r"<@([UW]\w+)(?:\|[^<>]*)?>")


@dataclass(frozen=True, slots=True)
class Route:
    """One wait: whom it should reach, and whom the first button of its card reaches."""

    text: Text
    label: Label
    found: FoundWait | None
    right: str
    offered: str | None  # None: the wait was not found

    @property
    def reached(self) -> bool:
        """By one tap: the first button, or the choice of other work or another person."""
        return self.found is not None

    @property
    def corrected(self) -> bool:
        return self.reached and self.offered != self.right


@dataclass
class Team:
    """Its people by name, and what it taught so far."""

    people: Mapping[str, str]
    taught: list[Taught] = field(default_factory=list)

    @property
    def hearing(self) -> Hearing:
        return Hearing(self.people, _NOW, "UTC", Learnt(tuple(self.taught)))


def waits_of(texts: Sequence[Text], most: int = SO_MANY) -> list[tuple[Text, Label]]:
    """In an order that nobody chose."""
    some = [one for one in texts if one.kind in KINDS and one.waits]
    shuffled = sorted(some, key=lambda one: sha256(one.id.encode()).hexdigest())
    return [(text, label) for text in shuffled for label in text.waits][:most]


def people_of(waits: Sequence[tuple[Text, Label]]) -> dict[str, str]:
    names = {one for _, label in waits for one in label.waiting_on if _is_person(one)}
    return {_first(one): f"U{_first(one)}" for one in names if not _MENTION.fullmatch(one)}


def routes(texts: Sequence[Text], read: Read) -> tuple[list[Route], Team]:
    """In a row: what the author of one wait corrects is known to the next."""
    waits = waits_of(texts)
    team = Team(people_of(waits))
    gone = []
    for text, label in waits:
        route = _route(text, label, read[text.id], team)
        gone.append(route)
        if route.corrected:
            team.taught.extend(_taught(route, team))
    return gone, team


def again(gone: Sequence[Route], read: Read, team: Team) -> Iterator[tuple[Route, Route]]:
    """Each of them once more, after all that was learnt."""
    for route in gone:
        yield route, _route(route.text, route.label, read[route.text.id], team)


def figures(texts: Sequence[Text], read: Read) -> list[Figure]:
    gone, team = routes(texts, read)
    reached = [one for one in gone if one.reached]
    corrected = [one for one in gone if one.corrected]
    pairs = list(again(gone, read, team))
    back = [one for before, one in pairs if before.corrected and one.corrected]
    spoilt = [
        one for before, one in pairs if before.reached and not before.corrected and one.corrected
    ]
    so_many = f"{len(gone)} waits"
    return [
        at_least("right owner asked after one tap", len(reached) / len(gone), 0.95, beside=so_many),
        at_most("wrong person asked", 0.0, 0.005, beside=_NOBODY),
        at_most(
            "corrected mistakes that come back",
            len(back) / max(len(corrected), 1),
            0.02,
            beside=f"{len(corrected)} corrected, of which {len(back)} came back",
        ),
        Figure(
            "right by the first button, unread",
            f"{sum(one.offered == one.right for one in gone) / len(gone):.3g}",
            beside="no choice made; the rest was not found, or would have asked somebody else",
        ),
        Figure(
            "a wrong person by the first button, unread",
            f"{sum(_asks_a_wrong_person(one) for one in gone) / len(gone):.3g}",
            beside="a person whom the words were taken to name",
        ),
        Figure(
            "right before, wrong by what others taught",
            f"{len(spoilt) / max(len(reached), 1):.3g}",
            beside=f"{len(spoilt)} of {len(reached)} found",
        ),
    ]


_NOBODY = "by construction: nobody is asked before a tap, and the scripted author never errs"


def _asks_a_wrong_person(route: Route) -> bool:
    offered = route.offered or ""
    return route.corrected and offered.startswith("U")


def _route(text: Text, label: Label, found: Sequence[FoundWait], team: Team) -> Route:
    hearing = team.hearing
    mine = max(found, key=lambda one: _shared(label, one), default=None)
    if mine is not None and not _shared(label, mine):
        mine = None
    if mine is None:
        return Route(text, label, None, _right(label, team), None)
    read = as_taught(mine, hearing.learnt)
    return Route(text, label, read, _right(label, team), _asks(as_wait(read, hearing)))


def _shared(label: Label, found: FoundWait) -> int:
    """Letters in both: a card that shows a part of the wait is one that its author can tap."""
    return max(0, min(label.end, found.end) - max(label.start, found.start))


def _asks(wait: Wait) -> str:
    """Whoever the words name; else whoever answers for the function."""
    return str(wait.owner) if wait.owner else f"owner of {wait.function}"


def _right(label: Label, team: Team) -> str:
    for name in label.waiting_on:
        found = _MENTION.fullmatch(name)
        if found:
            return found[1]
        if _first(name) in team.people:
            return team.people[_first(name)]
    return f"owner of {label.function}"


def _taught(route: Route, team: Team) -> list[Taught]:
    """As the product learns from the one choice."""
    if route.found is None:
        return []
    hearing = team.hearing
    was = as_wait(route.found, hearing)
    before = Meant(was.function, was.project, was.owner)
    if route.right.startswith("owner of "):
        after = Meant(route.right.removeprefix("owner of "), was.project, was.owner)
    else:
        after = Meant(was.function, was.project, route.right)
    return list(
        lessons(was.words, before, after, names=team.people, learnt=hearing.learnt, now=_NOW)
    )


def _is_person(name: str) -> bool:
    return bool(_MENTION.fullmatch(name)) or _first(name) in FIRST_NAMES


def _first(name: str) -> str:
    words = plain_name(name).split()
    return words[0] if words else ""
