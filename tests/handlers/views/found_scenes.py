"""Scenes of waits that were found, of messages pointed at, and of the words a team taught."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Card, Told
from handlers.views import letters, vocabulary
from handlers.views.blockers import found
from handlers.views.kit import Answer
from storage.types import BlockerId
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, alone, card

Scene = Callable[[], Any]


def private(**what: Any) -> Card:
    return card(audience="me", told="no", **what)


def shown(*cards: Card, **facts: Any) -> Answer:
    usual: dict[str, Any] = {"again": [], "clocked": [], "offers": {}}
    return found.answer(Told("found.shown", None, {**usual, **facts}, cards))


def lesson(**what: Any) -> dict[str, Any]:
    usual = {
        "team": "t1",
        "kind": "function",
        "words": "hydra refresh",
        "taught_by": ANA,
        "meaning": "labeling",
        "blocker": "",
        "at": NOW.isoformat(),
    }
    return {**usual, **what}


def taught(what: str, **facts: Any) -> Answer:
    return vocabulary.answer(Told(f"vocabulary.{what}", None, facts))


def suggestion(**what: Any) -> dict[str, Any]:
    usual = {"id": "s1", "words": "stuck on the *quota*", "by": BEN, "channel_name": "ds-team"}
    return {**usual, **what}


def suggested(**what: Any) -> Answer:
    return letters.render("found.suggested", None, suggestion(**what), now=NOW)


_ASK = {"ask": {"kind": "person", "whom": DANA, "name": "Dana"}}
_TEAMS = {"teams": [["t1", "ds-team"], ["t2", "forecasts"]]}

ANSWERS: Mapping[str, Scene] = {
    "found-shown": lambda: shown(private()),
    "found-shown-with-an-owner": lambda: shown(private(), offers={"b12": _ASK}),
    "found-shown-in-a-dm": lambda: shown(alone(), offers={alone().blocker.id: _TEAMS}),
    "found-judged": lambda: shown(
        private(),
        card(id=BlockerId("b13"), number=13),
        private(id=BlockerId("b14"), number=14),
        card(id=BlockerId("b15"), number=15, state="withdrawn", ended_at=NOW),
        again=["b12"],
        clocked=["b14"],
    ),
    "found-asked": lambda: found.answer(Told("found.asked", None, {"author": BEN})),
    "found-asked-before": lambda: found.answer(Told("found.asked_before", None, {"author": BEN})),
    "found-unread": lambda: found.answer(Told("found.unread", None, {"own": True})),
    "found-unread-of-another": lambda: found.answer(Told("found.unread", None, {"own": False})),
    "found-gone": lambda: found.answer(Told("found.gone")),
    "found-none": lambda: found.answer(Told("found.none")),
    "vocabulary-listed": lambda: taught(
        "listed",
        rows=[
            lesson(),
            lesson(kind="project", words="churn", meaning="Churn *model* v3"),
            lesson(kind="person", words="dee", meaning=DANA),
        ],
    ),
    "vocabulary-listed-none": lambda: taught("listed", rows=[]),
    "vocabulary-unlearnt": lambda: taught("unlearnt", **lesson()),
    "vocabulary-gone": lambda: taught("gone"),
    "vocabulary-signal": lambda: taught("signal", reaction="hourglass"),
    "vocabulary-signal-none": lambda: taught("signal", reaction=""),
}
LETTERS: Mapping[str, Scene] = {
    "found.suggested": lambda: suggested(),
    "found.suggested-in-a-dm": lambda: suggested(channel_name=""),
}
