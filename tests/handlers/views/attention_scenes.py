"""Scenes of the morning letter, and of what a person said about themselves."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bot.told import Card, Told
from handlers.views import letters, profiles
from handlers.views.kit import Answer
from tests.handlers.views.cards import NOW, card

Scene = Callable[[], Any]


def standing(**what: Any) -> dict[str, Any]:
    """What is usual, with what is interesting named."""
    usual: dict[str, Any] = {
        "zone": "Europe/Berlin",
        "starts": "09:00",
        "ends": "17:30",
        "days": "12345",
        "country": "",
        "country_name": "",
        "off": [],
        "paused_until": None,
        "skills": [],
        "muted": [],
    }
    return {**usual, **what}


def much_said() -> dict[str, Any]:
    return standing(
        starts="07:30",
        ends="13:00",
        days="124",
        country="DE-BY",
        country_name="Germany (BY)",
        off=[["2026-04-01", "2026-04-10"], ["2026-12-24", "2026-12-24"]],
        paused_until="2026-03-16",
        skills=["code_review", "data_engineering"],
        muted=["help"],
    )


def morning(*parts: tuple[str, Any]) -> Answer:
    return letters.render("morning.letter", None, {"parts": list(parts)}, now=NOW)


def kept(*cards: Card) -> tuple[str, Any]:
    """Quiet questions that waited for the morning."""
    return "attention", [("blocker.asked", one, {"ask": f"a{one.blocker.number}"}) for one in cards]


def _told(what: str, facts: Mapping[str, Any]) -> Answer:
    return letters.render("answer.told", None, {"told": Told(what, None, facts)}, now=NOW)


def found_off(*off: tuple[str, str], days: int, cut_at: str | None = None) -> Answer:
    text = "; ".join(first if first == last else f"{first} to {last}" for first, last in off)
    stretches = [list(one) for one in off]
    facts = {"off": stretches, "days": days, "text": text, "cut_at": cut_at}
    return _told("calendar.found", facts)


def _fridays() -> list[tuple[str, str]]:
    days = [date(2026, 3, 6) + timedelta(weeks=week) for week in range(80)]
    return [(f"{day}", f"{day}") for day in days]


LETTERS: Mapping[str, Scene] = {
    "morning.letter": lambda: morning(kept(card())),
    "morning.letter-of-several-things": lambda: morning(kept(card(), card(number=13))),
    "morning.letter-nothing-left": morning,
    "answer.told-profile-shown": lambda: _told("profile.shown", standing()),
    "answer.told-profile-saved": lambda: _told("profile.saved", much_said()),
    "answer.told-profile-form-offered": lambda: _told("profile.form_offered", {}),
    "answer.told-profile-usage": lambda: _told("profile.usage", {}),
    "answer.told-calendar-found": lambda: found_off(("2026-08-03", "2026-08-14"), days=12),
    "answer.told-calendar-one-day": lambda: found_off(("2026-08-03", "2026-08-03"), days=1),
    "answer.told-calendar-cut": lambda: found_off(*_fridays(), days=80, cut_at="2027-09-10"),
    "answer.told-calendar-left": lambda: _told("calendar.left", {}),
}
MODALS: Mapping[str, Scene] = {
    "when-i-work": lambda: profiles.form(standing()),
    "when-i-work-much-said": lambda: profiles.form(much_said()),
    "when-i-work-saved": lambda: profiles.confirmed(Told("profile.saved", None, much_said())),
}
