"""Scenes of reviews: the card in every role, the letters, the lists, the figures and the forms."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from bot.reviews import (
    ANSWERED,
    ASKED,
    NUDGED,
    SEATED,
    AskPlace,
    Figures,
    Listed,
    Projects,
    ReviewCard,
    Said,
    SeatCard,
)
from bot.reviews.figures import Turnaround
from bot.reviews.stats import Mine, Stats
from handlers.views import letters, reviews
from handlers.views.kit import Answer, View
from storage.reviews import Review
from storage.types import PersonId, ReviewId, TeamId
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, TEAM

Scene = Callable[[], Any]
PULL = "https://github.com/acme/churn-model/pull/412"
HOUR = timedelta(hours=1)


def review(text: str = "New *loss* for <@U0DANA>", **what: Any) -> Review:
    """A pull request of Ana that bears this text wherever somebody's words can stand."""
    usual: dict[str, Any] = {
        "id": ReviewId("r1"),
        "team": TeamId("t1"),
        "number": 14,
        "link": PULL,
        "kind": "github",
        "place": "github.com/acme/churn-model",
        "title": text,
        "project": text,
        "author": ANA,
        "account": text,
        "asked_by": ANA,
        "note": text,
        "question": "",
        "source": "",
        "due": None,
        "wanted": 1,
        "lines": 80,
        "state": "open",
        "turn": "reviewers",
        "turn_since": NOW,
        "opened_at": NOW,
        "heard_at": NOW,
    }
    return Review(**{**usual, **what})


def seat(person: PersonId = BEN, **what: Any) -> SeatCard:
    usual: dict[str, Any] = {"state": "asked", "why": "fewest", "to_act": True}
    return SeatCard(person, **{**usual, **what})


def card(about: Review | None = None, **what: Any) -> ReviewCard:
    """For Ben, who is to look at it."""
    usual: dict[str, Any] = {
        "reader": BEN,
        "channel": TEAM,
        "channel_name": "ds-team",
        "seats": (seat(),),
        "waited": timedelta(0),
        "alone": False,
    }
    return ReviewCard(about or review(), **{**usual, **what})


def to_author(**what: Any) -> ReviewCard:
    """For Ana, whose turn it is."""
    usual: dict[str, Any] = {"reader": ANA, "seats": (seat(state="commented", to_act=False),)}
    return card(review(turn="author"), **{**usual, **what})


def notebook(text: str = "Which *weeks* count?", **what: Any) -> ReviewCard:
    link = "https://app.hex.tech/acme/app/churn"
    about = review(
        text, kind="notebook", link=link, question=text, source=text, due=date(2026, 3, 6)
    )
    return card(about, **what)


def said(what: str, about: ReviewCard | None = None, state: str = "on", /, **facts: Any) -> Answer:
    shown = card() if about is None else about
    return reviews.answer(Said(f"review.{what}", facts, shown, state))


def letter(kind: str, about: ReviewCard | None = None, /, **facts: Any) -> Answer:
    shown = card() if about is None else about
    return letters.render(kind, None, {**facts, "card": shown, "to": shown.reader}, now=NOW)


def already(**facts: Any) -> Answer:
    usual = {"what": "approved", "by": DANA, "account": "", "ago": 400}
    return said("already", card(review(state="done", turn="nobody")), **{**usual, **facts})


def stats(**what: Any) -> Stats:
    turn = Turnaround(31, HOUR, 5 * HOUR, 9 * HOUR, 20 * HOUR, 2.4)
    usual: dict[str, Any] = {
        "turnaround": turn,
        "people": 6,
        "spread": 1,
        "gini": 0.0123,
        "waiting": 2,
    }
    return Stats(**{**usual, **what})


def projects(what: str, text: str = "churn *model*") -> Answer:
    known = ((text, 1, True), ("pricing", 1, False), ("uplift", 3, True), ("old", 0, False))
    facts = {"project": text, "place": "github.com/acme/churn-model"}
    return reviews.answer(Projects(f"review.{what}", facts, known))


def listed(which: str, text: str = "New *loss*") -> Answer:
    mine = card(review(text), waited=9 * HOUR)
    other = card(review(text, number=15, id=ReviewId("r2")), reader=DANA)
    draft = card(review(text, number=16, id=ReviewId("r3"), state="draft", turn="nobody"))
    return reviews.answer(Listed(which, (mine,), (other, draft), 14))


def morning(text: str = "New *loss*") -> Answer:
    many = [
        card(review(text, number=n, id=ReviewId(f"r{n}")), waited=9 * HOUR) for n in range(2, 12)
    ]
    facts = {"parts": [("reviews", [to_author(waited=20 * HOUR), *many])]}
    return letters.render("morning.letter", None, facts, now=NOW)


def everything_about(text: str) -> list[Answer]:
    """All of it, with these words wherever somebody's words can stand."""
    about = card(review(text, author=None))
    return [
        said("shown", about),
        said("requested", card(review(text), reader=ANA)),
        said("shown", notebook(text)),
        *(letter(kind, about, what="commented", who=BEN) for kind in reviews.LETTERS),
        letter(ANSWERED, to_author(), what="have_this", who=BEN, link=text),
        said("already", about, what="merged", by=None, account=text, ago=3),
        listed("list", text),
        morning(text),
        projects("project_lives", text),
    ]


_DONE = ("accepted", "seen", "commented", "approved", "changes_requested", "too_big")
_HERS = ("ready_again", "finished", "withdrawn", "nobody_free")

ANSWERS: Mapping[str, Scene] = {
    "review-requested": lambda: said("requested", card(reader=ANA)),
    "review-requested-by-name": lambda: said(
        "requested", card(reader=ANA, seats=(seat(why="named"), seat(DANA, why="named")))
    ),
    "review-requested-for-learning": lambda: said(
        "requested", card(reader=ANA, seats=(seat(why="learn_alone"),))
    ),
    "review-requested-by-who-is-not-linked": lambda: said(
        "requested", card(reader=ANA, unlinked="github")
    ),
    "review-requested-nobody-free": lambda: said(
        "requested", card(review(turn="nobody"), reader=ANA, seats=(), may_choose=True)
    ),
    "review-requested-while-off": lambda: said(
        "requested", card(review(turn="nobody"), reader=ANA, seats=(), may_choose=True), "off"
    ),
    "review-known": lambda: said("known", card(reader=ANA)),
    "review-known-and-asked": lambda: said("known", card(reader=ANA), more=[DANA]),
    "review-shown-to-reviewer": lambda: said("shown"),
    "review-shown-to-reviewer-of-a-notebook": lambda: said("shown", notebook()),
    "review-shown-to-who-took-it": lambda: said("shown", card(seats=(seat(state="accepted"),))),
    "review-shown-to-author": lambda: said("shown", to_author()),
    "review-shown-to-others": lambda: said("shown", card(reader=DANA)),
    "review-shown-merged": lambda: said("shown", card(review(state="merged", turn="nobody"))),
    "review-shown-lost": lambda: said("shown", card(review(state="lost", turn="nobody"))),
    "review-shown-to-be-merged": lambda: said(
        "shown", to_author(seats=(seat(state="approved", to_act=False),))
    ),
    **{f"review-{what.replace('_', '-')}": partial(said, what) for what in _DONE},
    **{f"review-{what.replace('_', '-')}": partial(said, what, to_author()) for what in _HERS},
    "review-declined": lambda: said("declined", card(seats=()), people=[DANA]),
    "review-declined-nobody-left": lambda: said("declined", card(seats=()), people=[]),
    "review-wrong-person": lambda: said("wrong_person", card(seats=()), people=[DANA]),
    "review-handed-on": lambda: said("handed_on", card(seats=()), people=[DANA]),
    "review-chosen": lambda: said("chosen", card(reader=ANA), people=[BEN]),
    "review-snoozed": lambda: said("snoozed", until="2026-03-05"),
    "review-already": lambda: already(),
    "review-already-by-account": lambda: already(what="merged", by=None, account="octo-ana"),
    "review-already-me": lambda: already(what="commented", by=BEN, ago=3),
    "review-already-nothing": lambda: already(what=None),
    "review-remarked": lambda: said("remarked", kind="tests", topic=False),
    "review-remarked-have-this": lambda: said("remarked", kind="have_this", topic=True),
    "review-remarked-before": lambda: said("remarked_before", kind="tests"),
    "review-linked": lambda: said("linked"),
    "review-gone": lambda: reviews.answer(Said("review.shown", {})),
    "review-form-offered": lambda: reviews.answer(Said("review.form_offered", {"note": PULL})),
    "review-help": lambda: reviews.answer(Said("review.help", {})),
    "review-listed": lambda: listed("list"),
    "review-listed-mine-none": lambda: reviews.answer(Listed("mine", (), (), 0)),
    "review-listed-none": lambda: reviews.answer(Listed("list", (), (), 0)),
    "review-stats": lambda: reviews.answer(Figures(stats(), Mine(9, (4.0, 1.5)))),
    "review-stats-of-nothing": lambda: reviews.answer(
        Figures(stats(turnaround=Turnaround(0, None, None, None, None, None)), Mine(0, None))
    ),
    "review-stats-in-a-dm": lambda: reviews.answer(Figures(None, Mine(2, None))),
    "review-projects": lambda: projects("projects"),
    "review-projects-none": lambda: reviews.answer(Projects("review.projects", {}, ())),
    **{
        f"review-project-{what}": partial(projects, f"project_{what}")
        for what in ("lives", "over", "unknown", "known", "forgotten")
    },
}

LETTERS: Mapping[str, Scene] = {
    "review.asked": lambda: letter(ASKED),
    "review.asked-of-who-is-not-linked": lambda: letter(ASKED, card(unlinked="gitlab")),
    "review.asked-for-a-notebook": lambda: letter(ASKED, notebook(seats=(seat(why="learn"),))),
    "review.asked-and-over": lambda: letter(ASKED, card(review(state="done", turn="nobody"))),
    "review.asked-and-handed-on": lambda: letter(ASKED, card(seats=(seat(DANA),))),
    "review.answered": lambda: letter(ANSWERED, to_author(), what="commented", who=BEN),
    "review.answered-approved": lambda: letter(
        ANSWERED,
        card(review(state="done", turn="nobody"), reader=ANA),
        what="approved",
        who=BEN,
    ),
    "review.answered-too-big": lambda: letter(ANSWERED, to_author(), what="too_big", who=BEN),
    "review.answered-have-this": lambda: letter(
        ANSWERED, to_author(), what="have_this", who=BEN, link="https://github.com/acme/shared"
    ),
    "review.seated": lambda: letter(SEATED, card(reader=ANA), who=BEN),
    "review.nudged": lambda: letter(NUDGED, card(waited=9 * HOUR)),
    "review.nudged-author": lambda: letter(NUDGED, to_author(waited=26 * HOUR)),
    "morning.letter-with-reviews": morning,
}

MODALS: Mapping[str, Callable[[], View]] = {
    "review-form": lambda: reviews.form(AskPlace(TEAM, ())),
    "review-form-in-a-dm": lambda: reviews.form(
        AskPlace(TEAM, (("t1", "#ds-team"), ("t2", "#churn")), PULL, "the new loss")
    ),
    "review-link-form": lambda: reviews.link_form("r1", 14),
}
