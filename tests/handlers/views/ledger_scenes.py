"""What the ledger says, in every state that looks different."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.ledger.books import Digest
from bot.ledger.sums import Sum
from bot.told import Card, Told
from handlers.views import blockers, letters
from storage.types import BlockerId
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, card, taken

HOUR, DAY = timedelta(hours=1), timedelta(hours=8.5)
FORECAST = {"half": (2 * DAY).total_seconds(), "most": (6 * DAY).total_seconds(), "cases": 41}
NOTHING = timedelta(0)


def a_sum(name: str | None = None, **what: Any) -> Sum:
    usual: dict[str, Any] = {
        "waits": 11,
        "people": 6,
        "ended": 7,
        "waited": 62 * HOUR,
        "person_hours": 55 * HOUR,
        "unconfirmed": NOTHING,
        "half": 5 * HOUR,
        "most": 2 * DAY + 3 * HOUR,
        "work": 9 * HOUR,
        "waited_for_work": 45 * HOUR,
        "hops": 2,
    }
    return Sum(name=name, **{**usual, **what})


def a_week(**what: Any) -> Digest:
    usual: dict[str, Any] = {
        "begun": 9,
        "ended": 7,
        "open": 4,
        "total": a_sum(),
        "functions": [
            a_sum("data_engineering", waited=31 * HOUR),
            a_sum("compute_gpu", waited=12 * HOUR),
            a_sum("Statistics <!here> *guild*", waited=10 * HOUR),
            a_sum("labeling", waited=9 * HOUR),
        ],
        "deliberate": [],
    }
    return Digest(**{**usual, **what})


def a_circle() -> tuple[Card, ...]:
    """Ana waits on Dana, who waits on Ben for data, whose wait on labels is on Ana."""
    return (
        card(id=BlockerId("b12"), number=12),
        card(id=BlockerId("b4"), number=4, waiter=DANA, owner=None, words="the *snapshot* table"),
        taken(id=BlockerId("b9"), number=9, waiter=BEN, owner=ANA, words="labels for batch 3"),
    )


def shown(*behind: Card) -> Any:
    return blockers.answer(Told("shown", card(), {"history": []}, behind), for_=BEN)


def reported(**forecast: Any) -> Any:
    facts = {"forecast": {**FORECAST, **forecast}}
    return blockers.answer(Told("reported", card(), facts), for_=ANA)


ANSWERS: Mapping[str, Callable[[], Any]] = {
    "reported-with-a-forecast": reported,
    "reported-with-half-a-forecast": lambda: reported(half=2_700.0, most=None),
    "reported-with-a-forecast-in-hours": lambda: reported(half=5_400.0, most=12.75 * 3_600),
    "shown-with-what-stands-behind": lambda: shown(a_circle()[1]),
    "shown-with-a-chain": lambda: shown(*a_circle()[1:]),
}


def posted(week: Digest, *alone: str) -> Any:
    return letters.render("digest.posted", None, {"week": week, "known_by_one": alone}, now=NOW)


LETTERS: Mapping[str, Callable[[], Any]] = {
    "digest.posted": lambda: posted(a_week()),
    "digest.posted-with-what-stands-apart": lambda: posted(
        a_week(
            total=a_sum(unconfirmed=11 * HOUR, half=None, most=None, work=NOTHING),
            functions=[],
            deliberate=[a_sum("legal_security_privacy", waited=DAY)],
        )
    ),
    "digest.posted-with-projects-of-one": lambda: posted(a_week(), "churn *model*", "pricing"),
    "digest.posted-without-waits": lambda: posted(a_week(total=a_sum(waits=0)), "churn"),
    "ledger.circle": lambda: letters.render(
        "ledger.circle", None, {"cards": a_circle(), "easiest": "b4"}, now=NOW
    ),
    "ledger.circle-of-two": lambda: letters.render(
        "ledger.circle", None, {"cards": a_circle()[:2], "easiest": "gone"}, now=NOW
    ),
}
