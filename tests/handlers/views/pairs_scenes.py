"""Scenes of pairs: the DM of two in every kind, the question, a kind word, and each answer."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from bot.pairs import ASKED, MADE, SAT_OUT, Alone, Mine, Past, Shown
from bot.told import Told
from handlers.views import letters, pairs
from handlers.views.kit import Answer
from storage.pairs_rounds import Pairing, Round
from storage.types import PersonId
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, blocker
from tests.handlers.views.review_scenes import review

Scene = Callable[[], Any]
MONDAY = date(2026, 3, 2)
ELI = PersonId("U0ELI")
NOON = NOW + timedelta(hours=2)


def pairing(*reasons: Mapping[str, Any], **what: Any) -> Pairing:
    usual: dict[str, Any] = {
        "id": "p1",
        "round": "t1:2026-03-02",
        "state": "on",
        "starts_at": NOW,
        "asks_at": None,
        "relaxed": False,
        "reasons": reasons or ({"why": "never_met"},),
    }
    return Pairing(**{**usual, **what})


def pair(*reasons: Mapping[str, Any], **what: Any) -> Shown:
    of_pairing = {
        name: what.pop(name)
        for name in ("id", "state", "relaxed", "answer", "answered_by")
        if name in what
    }
    usual: dict[str, Any] = {
        "pairing": pairing(*reasons, **of_pairing),
        "people": (ANA, BEN),
        "names": {ANA: "Ana", BEN: "Ben"},
        "kind": "programming",
        "is_across": False,
        "times": (NOW + timedelta(hours=2), NOW + timedelta(hours=20)),
        "reviews": (),
        "projects": (),
        "waits": (),
    }
    return Shown(**{**usual, **what})


def everything(text: str) -> Shown:
    """With that text wherever somebody's words can stand."""
    return pair(
        {"why": "project", "subject": "s", "project": text, "knower": ANA, "learner": BEN},
        {"why": "skill", "subject": "s", "function": text, "learner": BEN},
        kind="review",
        reviews=(review(text, link=text), review(text)),
        projects=((text, ANA),),
        waits=((blocker(words=text, project=text), DANA),),
    )


def about(text: str) -> dict[str, Any]:
    """What letters about pairs are rendered from."""
    return {"pair": everything(text), "alone": alone()}


def alone(why: str = "bye") -> Alone:
    round_ = Round("r", "t1", MONDAY, MONDAY + timedelta(days=7), "week", 1, "made", NOW)
    return Alone(round_, ANA, why)


def _letter(kind: str, found: Shown) -> Answer:
    return letters.render(kind, None, {"pair": found}, now=NOW)


def _alone(why: str) -> Answer:
    return letters.render(SAT_OUT, None, {"alone": alone(why)}, now=NOW)


def _answer(what: str, value: object = None, **facts: Any) -> Answer:
    return pairs.answer(Told(what, None, facts), value)


_LEARNER = {"function": "devops_platform", "learner": BEN}
_KNOWER = {"project": "churn", "knower": ANA, "learner": BEN}
_REASONS: Mapping[str, Mapping[str, Any]] = {
    "leaving": {"why": "leaving", "subject": "s", **_KNOWER},
    "longest": {"why": "longest", "rounds": 7},
    "loose": {"why": "loose"},
    "new": {"why": "new", "person": BEN},
    "not-met": {"why": "not_met"},
    "only-two": {"why": "only_two"},
    "project": {"why": "project", "subject": "s", **_KNOWER},
    "skill": {"why": "skill", "subject": "s", **_LEARNER},
    "spare": {"why": "spare"},
    "turn": {"why": "longest", "rounds": 1},
    "wait": {"why": "wait", "subject": "s", **_LEARNER},
}
LETTERS: Mapping[str, Scene] = {
    MADE: lambda: _letter(MADE, pair()),
    **{f"{MADE}-{name}": partial(_letter, MADE, pair(reason)) for name, reason in _REASONS.items()},
    f"{MADE}-with-all": lambda: _letter(MADE, everything("churn_model *v2*")),
    f"{MADE}-three": lambda: _letter(MADE, pair(people=(ANA, BEN, ELI))),
    f"{MADE}-across": lambda: _letter(MADE, pair(is_across=True)),
    f"{MADE}-few-hours": lambda: _letter(MADE, pair(relaxed=True, times=())),
    f"{MADE}-today": lambda: _letter(MADE, pair({"why": "spare"}, kind="spare")),
    f"{MADE}-met": lambda: _letter(MADE, pair(answer="met", answered_by=ANA)),
    f"{MADE}-off": lambda: _letter(MADE, pair(state="ended", people=())),
    ASKED: lambda: _letter(ASKED, pair()),
    f"{ASKED}-met": lambda: _letter(ASKED, pair(answer="met")),
    f"{ASKED}-not-yet": lambda: _letter(ASKED, pair(answer="not_yet")),
    f"{ASKED}-will-not": lambda: _letter(ASKED, pair(answer="will_not")),
    f"{ASKED}-off": lambda: _letter(ASKED, pair(state="ended", people=())),
    SAT_OUT: lambda: _alone("bye"),
    f"{SAT_OUT}-alone": lambda: _alone("alone"),
    f"{SAT_OUT}-left": lambda: _alone("left"),
}
_PAST = [
    Past(MONDAY, (BEN,), "met"),
    Past(MONDAY - timedelta(days=7), (DANA, ELI), None),
    Past(MONDAY - timedelta(days=14), (ELI,), "will_not"),
]
ANSWERS: Mapping[str, Scene] = {
    "pairs-mine": lambda: _answer(
        "pairs.mine", Mine((pair(), pair(kind="spare", id="p2")), False, None, 1)
    ),
    "pairs-mine-loose": lambda: _answer("pairs.mine", Mine((), True, MONDAY, 1)),
    "pairs-mine-none": lambda: _answer("pairs.mine", Mine((), False, MONDAY, 1)),
    "pairs-mine-nowhere": lambda: _answer("pairs.mine", Mine((), False, None, 0)),
    "pairs-history": lambda: _answer("pairs.history", _PAST),
    "pairs-history-empty": lambda: _answer("pairs.history", []),
    "pairs-help": lambda: _answer("pairs.help"),
    **{
        f"pairs-answered-{how}": partial(_answer, "pairs.answered", how=how)
        for how in ("met", "not_yet", "will_not")
    },
    "pairs-answered-before": lambda: _answer("pairs.answered_before", how="met", by=BEN),
    "pairs-dropped-out": lambda: _answer("pairs.dropped_out", others=[BEN], still=[]),
    "pairs-dropped-out-alone": lambda: _answer("pairs.dropped_out", others=[], still=[]),
    "pairs-dropped-out-of-three": lambda: _answer("pairs.dropped_out", others=[], still=[BEN, ELI]),
    "pairs-dropped-out-of-two-pairs": lambda: _answer(
        "pairs.dropped_out", others=[BEN, DANA], still=[]
    ),
    "pairs-file-before": lambda: _answer("pairs.file_before"),
    "pairs-file-refused": lambda: _answer("pairs.file_refused", pair(), at=NOON.isoformat()),
    "pairs-file-sent": lambda: _answer("pairs.file_sent"),
    "pairs-paused": lambda: _answer("pairs.paused", until="2026-03-30"),
    "pairs-resumed": lambda: _answer("pairs.resumed"),
    "pairs-never": lambda: _answer("pairs.never", other=BEN),
    "pairs-forgiven": lambda: _answer("pairs.forgiven", other=BEN),
    "pairs-teaches": lambda: _answer("pairs.teaches", function="frontend"),
    "pairs-no-longer-teaches": lambda: _answer("pairs.no_longer_teaches", function="frontend"),
    "pairs-learns": lambda: _answer("pairs.learns", function="frontend"),
    "pairs-no-longer-learns": lambda: _answer("pairs.no_longer_learns", function="frontend"),
    "pairs-across": lambda: _answer("pairs.across"),
    "pairs-not-across": lambda: _answer("pairs.not_across"),
    "pairs-leaving": lambda: _answer("pairs.leaving", person=ANA, on="2026-03-30"),
    "pairs-staying": lambda: _answer("pairs.staying", person=ANA),
    "pairs-spare": lambda: _answer("pairs.spare", **{"with": BEN}),
    "pairs-spare-already": lambda: _answer("pairs.spare_already"),
    "pairs-spare-waits": lambda: _answer("pairs.spare_waits"),
}
