"""Scenes of rhythms: turned on and off, joined, set, a team in one screen, the Home tab."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.home import Home
from bot.rhythms import WHEN, Feature, Setting
from bot.told import Told
from handlers.views import home, letters, rhythms
from handlers.views.kit import Answer
from tests.handlers.views import review_scenes
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, card, taken

Scene = Callable[[], Any]
PLACE = "C0DSTEAM"
TEA = Feature(
    name="tea",
    title="Tea",
    what_happens="Everybody has a cup at the same time.",
    rule="weekdays 15:00",
    settings=(
        Setting("sort", "Which tea?", "text", "Earl Grey", hint="One for all."),
        Setting("biscuits", "Biscuits", "lines", []),
        Setting("cups", "Cups", "number", 1),
        Setting("milk", "Milk?", "choice", "no", choices=(("no", "None"), ("oat", "Oat"))),
        Setting("poured", "Poured at", "time", "9:05"),
        Setting("kitchen", "Kitchen", "channel", None),
        Setting("loud", "With a bell?", "yes_no", default=False),
    ),
    catch_up=timedelta(hours=2),
    in_members_zones=False,
    due=lambda work, rhythm: None,
)
FEATURES = {"tea": TEA}
FILLED = {
    WHEN: "weekdays 15:00",
    "sort": "Earl Grey",
    "biscuits": ["oat", "ginger"],
    "cups": 2,
    "milk": "oat",
    "poured": "9:05",
    "kitchen": "C0KITCHEN",
    "loud": True,
}


def about(**what: Any) -> dict[str, Any]:
    usual = {
        "feature": "tea",
        "title": "Tea",
        "what_happens": TEA.what_happens,
        "asks_people": True,
        "channel": PLACE,
        "channel_name": "ds-team",
        "rule": "weekdays 15:00",
        "zone": "",
        "on": True,
        "by": ANA,
        "first": "2026-03-03",
        "people": [ANA, BEN],
        "size": 6,
        "by_tap": False,
    }
    return {**usual, **what}


def team(*, place: str = PLACE, **what: Any) -> dict[str, Any]:
    off = about(feature="milk", title="Milk", on=False, channel=place)
    dates = ["2026-03-03", "2026-03-04", "2026-03-05"]
    on = about(next=dates, mine=True, channel=place)
    usual = {
        "channel": place,
        "channel_name": "ds-team",
        "keeper": ANA,
        "may_change": True,
        "members": 6,
        "features": [on, off],
    }
    return {**usual, **what}


ALONE: dict[str, Any] = {
    "asks_people": False,
    "people": [],
    "zone": "Europe/Berlin",
}  # it is only posted


def answered(what: str, *, for_: str = ANA, **facts: Any) -> Answer:
    return rhythms.answer(Told(f"rhythm.{what}", None, {**about(), **facts}), for_=for_)


def change(**what: Any) -> dict[str, Any]:
    return {**about(), "rule_too": True, "running": None, **what}


def letter(kind: str, **facts: Any) -> Answer:
    return letters.render(f"rhythm.{kind}", None, about(**facts), now=NOW)


ANSWERS: Mapping[str, Scene] = {
    "rhythm-proposed": lambda: answered("proposed"),
    "rhythm-proposed-alone": lambda: answered("proposed", people=[ANA], size=1),
    "rhythm-proposed-without-people": lambda: answered("proposed", **ALONE),
    "rhythm-allowed-without-people": lambda: answered("allowed", **ALONE),
    "rhythm-already-on-without-people": lambda: answered("already_on", **ALONE),
    "rhythm-proposed-by-tap": lambda: answered("proposed", by_tap=True, size=34, people=[ANA]),
    "rhythm-needs-admin": lambda: answered("needs_admin", size=73),
    "rhythm-asked-admin": lambda: answered("asked_admin", to=BEN),
    "rhythm-no-admin": lambda: answered("no_admin", to=BEN),
    "rhythm-allowed": lambda: answered("allowed"),
    "rhythm-turned-on": lambda: answered("turned_on"),
    "rhythm-turned-on-in-a-zone": lambda: answered(
        "turned_on", zone="Europe/Berlin", rule="every 2 weeks mon 10:00"
    ),
    "rhythm-already-on": lambda: answered("already_on"),
    "rhythm-turned-off": lambda: answered("turned_off"),
    "rhythm-already-off": lambda: answered("already_off"),
    "rhythm-taking-part": lambda: answered("taking_part"),
    "rhythm-not-taking-part": lambda: answered("not_taking_part"),
    "rhythm-changed-under-way": lambda: answered("changed", changes=[change(running="2026-03-02")]),
    "rhythm-changed-settings": lambda: answered("changed", changes=[change(rule_too=False)]),
    "rhythm-changed-while-off": lambda: answered("changed", changes=[change(on=False)]),
    "rhythm-changed-nothing": lambda: answered("changed", changes=[]),
    "rhythm-handed-over": lambda: answered("handed_over", to=BEN),
    "rhythm-cannot-keep": lambda: answered("cannot_keep", to=DANA),
    "rhythm-settings-offered": lambda: answered("settings_offered"),
    "rhythm-team": lambda: answered("team", teams=[team()]),
    "rhythm-team-for-a-member": lambda: answered(
        "team", for_=BEN, teams=[team(may_change=False, members=1)]
    ),
    "rhythm-team-without-people": lambda: answered(
        "team",
        teams=[
            team(features=[about(next=["2026-03-06"], mine=False, **ALONE)], may_change=change)
            for change in (True, False)
        ],
    ),
    "rhythm-team-none": lambda: answered("team", teams=[]),
}
LETTERS: Mapping[str, Scene] = {
    "rhythm.turned_on-without-people": lambda: letter("turned_on", **ALONE),
    "rhythm.turned_on": lambda: letter("turned_on"),
    "rhythm.turned_on-by-tap": lambda: letter("turned_on", people=[ANA]),
    "rhythm.turned_on-off-again": lambda: letter("turned_on", on=False),
    "rhythm.newcomer_told": lambda: letter("newcomer_told"),
    "rhythm.turned_off": lambda: letter("turned_off", on=False),
    "rhythm.permission_asked": lambda: letter("permission_asked", size=73),
}
MODALS: Mapping[str, Scene] = {
    "rhythm-settings": lambda: rhythms.form(FEATURES, {"tea": FILLED}, channel=PLACE),
    "rhythm-settings-kept": lambda: rhythms.confirmed(
        answered("changed", changes=[change()])["blocks"]
    ),
}


def at_home(text: str = "") -> Home:
    mine = card(words=text) if text else card()
    return Home(
        waiting_on_me=(taken(waiter=BEN),),
        mine=(mine, mine),
        teams=(team(channel_name=text or "ds-team"),),
    )


HOMES: Mapping[str, Scene] = {
    "home": lambda: home.home(at_home(), for_=ANA),
    "home-with-reviews": lambda: home.home(
        Home((), (), (), to_review=(review_scenes.card(reader=ANA),)), for_=ANA
    ),
    "home-empty": lambda: home.home(Home((), (), ()), for_=ANA),
    "home-for-a-guest": lambda: home.home(None, for_=ANA),
}
