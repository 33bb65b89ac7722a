"""Scenes of owners and of the fair voice: who answers for what, and what the one waited on says."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bot.functions import FUNCTIONS
from bot.told import Card, Told
from handlers.views import blockers, letters, owners
from handlers.views.blockers import voice_forms
from handlers.views.kit import Answer
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, alone, card, taken

Scene = Callable[[], Any]
GROUP = "S0OWNERS"  # the one that accepted to answer; no hostile words name it
GITA = "U0GITA"
DUE = date(2026, 3, 13)
ASKED_AT = "2026-03-02T14:30:00+00:00"


def owner(**what: Any) -> dict[str, Any]:
    usual = {
        "function": "data_engineering",
        "kind": "person",
        "whom": DANA,
        "name": "",
        "why": "she builds the *tables*",
        "asked_by": ANA,
        "muted": False,
    }
    return {**usual, **what}


def a_group(**what: Any) -> dict[str, Any]:
    return owner(kind="group", whom=GROUP, name="@data-eng", why="", **what)


def rows(name: str = "@data-eng") -> list[dict[str, Any]]:
    """Every function, each in another standing."""
    usual: list[dict[str, Any]] = [
        {"function": one, "owner": None, "asked": None, "deliberate": False}
        for one in list(FUNCTIONS)[:-1]
    ]
    usual[0]["owner"] = owner()
    usual[1] |= {"owner": owner(muted=True, whom=BEN), "asked": owner(whom=GITA)}
    usual[2] |= {"owner": {**a_group(), "name": name}, "deliberate": True}
    return usual


def told(what: str, *, for_: str = ANA, **facts: Any) -> Answer:
    return owners.answer(Told(f"owners.{what}", None, facts), for_=for_)


def answered(what: str, about: Card, *, for_: str = DANA, **facts: Any) -> Answer:
    return blockers.answer(Told(what, about, facts), for_=for_)


def letter(kind: str, about: Card | None = None, /, **facts: Any) -> Answer:
    return letters.render(kind, about, facts, now=NOW)


def put(**what: Any) -> Card:
    return card(**{"put_to": DANA, "put_at": NOW, **what})


def queued(**what: Any) -> Card:
    return put(**{"said": "queued", "due": DUE, **what})


_TIMES = [(NOW + timedelta(hours=3 * n)).isoformat() for n in range(3)]

ANSWERS: Mapping[str, Scene] = {
    "owners-listed": lambda: told("listed", rows=rows(), for_=DANA),
    "owners-asked": lambda: told("asked", **owner()),
    "owners-asked-group": lambda: told("asked", **a_group()),
    "owners-accepted": lambda: told("accepted", **owner(), for_=DANA, waiting=2),
    "owners-declined": lambda: told("declined", **owner(), for_=DANA),
    "owners-same": lambda: told("same", **owner()),
    "owners-over": lambda: told("over", function="data_engineering", for_=DANA),
    "owners-muted": lambda: told("muted", **owner(), for_=DANA),
    "owners-unmuted": lambda: told("unmuted", **owner(), for_=DANA),
    "owners-stepped-down": lambda: told("stepped_down", **owner(), for_=DANA),
    "owners-withdrawn": lambda: told("withdrawn", **owner()),
    "owners-marked": lambda: told("marked", function="labeling", deliberate=True),
    "owners-marked-ordinary": lambda: told("marked", function="labeling", deliberate=False),
    "reported-with-somebody-to-ask": lambda: answered(
        "reported",
        card(owner=None),
        for_=ANA,
        ask={"kind": "person", "whom": DANA, "name": "dana"},
        same={"blocker": "b9", "number": 9},
    ),
    "reported-with-a-channel-to-ask": lambda: answered(
        "reported",
        card(owner=None),
        for_=ANA,
        ask={"kind": "channel", "whom": "C0ML", "name": "ml-platform"},
    ),
    "put": lambda: answered("put", put(), for_=ANA, **owner()),
    "put-muted": lambda: answered("put", put(), for_=ANA, **owner(muted=True)),
    "put-to-nobody": lambda: answered("put_to_nobody", card(owner=None), for_=ANA),
    "put-needs-channel": lambda: answered(
        "put_needs_channel", card(audience="me", told="no", owner=None), for_=ANA, **a_group()
    ),
    "on-it": lambda: answered("on_it", taken(helper=DANA, said="on_it", due=DUE)),
    "on-it-without-a-date": lambda: answered("on_it", taken(helper=DANA, said="on_it")),
    "queued": lambda: answered("queued", queued()),
    "queued-not-promised": lambda: answered("queued", queued(due=None)),
    "info-asked": lambda: answered("info_asked", put(said="info")),
    "info-given": lambda: answered("info_given", put(audience="asked"), for_=ANA, to=DANA),
    "forwarded": lambda: answered("forwarded", put(put_to=GITA, owner=GITA), to=GITA),
    "not-mine": lambda: answered("not_mine", card(owner=None)),
    "suggested": lambda: answered("suggested", card(audience="asked"), to=GITA),
    "talk": lambda: answered("talk", put()),
    "talk-in-a-group-dm": lambda: answered("talk", put(audience="asked")),
    "talk-again": lambda: answered("talk_again", put()),
    "talk-to-nobody": lambda: answered("talk_to_nobody", card(owner=None), for_=ANA),
    "merged": lambda: answered("merged", card(), for_=ANA, **{"with": 9}),
    "unmerged": lambda: answered("unmerged", card(), for_=ANA),
    "not-merged": lambda: answered("not_merged", card(), for_=ANA),
    "cause-cleared": lambda: answered("cause_cleared", put(), told=2),
    "cause-cleared-before": lambda: answered("cause_cleared", put(), told=0),
    "shown-with-its-cause": lambda: answered("shown", put(), history=[], shares=[9, 14]),
    "listed-queue": lambda: blockers.answer(
        Told("listed", None, {"which": "queue"}, (put(), queued(id="b13", number=13))), for_=DANA
    ),
    "listed-queue-none": lambda: blockers.answer(
        Told("listed", None, {"which": "queue"}), for_=DANA
    ),
}

LETTERS: Mapping[str, Scene] = {
    "owner.asked": lambda: letter("owner.asked", **owner(), asked_at=ASKED_AT),
    "owner.asked-a-group": lambda: letter("owner.asked", **a_group(), asked_at=ASKED_AT),
    "owner.asked-and-yes": lambda: letter("owner.asked", **owner(), said="yes", said_by=DANA),
    "owner.asked-and-no": lambda: letter("owner.asked", **owner(), said="no", said_by=DANA),
    "owner.accepted": lambda: letter("owner.accepted", **owner()),
    "owner.declined": lambda: letter("owner.declined", **owner()),
    "owner.replaced": lambda: letter("owner.replaced", **owner(whom=GITA)),
    "blocker.put": lambda: letter("blocker.put", put(), to=DANA),
    "blocker.put-queued": lambda: letter("blocker.put", queued(), to=DANA),
    "blocker.put-in-hand": lambda: letter(
        "blocker.put", put(state="in_hand", helper=DANA, said="on_it", due=DUE), to=DANA
    ),
    "blocker.put-gone-on": lambda: letter("blocker.put", put(put_to=GITA), to=DANA),
    "blocker.forwarded-to-a-group": lambda: letter(
        "blocker.forwarded", put(put_to=GROUP, owner=None, group="data-eng"), by=DANA, to=GROUP
    ),
    "blocker.put_to_group": lambda: letter("blocker.put_to_group", put(put_to=GROUP), group=GROUP),
    "blocker.posted-put-to-a-channel": lambda: letter(
        "blocker.posted", card(owner=None, put_to="C0ML")
    ),
    "blocker.posted-queued": lambda: letter("blocker.posted", queued(due=None)),
    "blocker.posted-asking-back": lambda: letter("blocker.posted", put(said="info")),
    "blocker.queued": lambda: letter("blocker.queued", queued(), by=DANA),
    "blocker.queued-alone": lambda: letter(
        "blocker.queued", queued(audience="asked", due=None), by=DANA
    ),
    "blocker.info_asked": lambda: letter(
        "blocker.info_asked", put(), by=DANA, words="Which *one*?"
    ),
    "blocker.info_asked-alone": lambda: letter(
        "blocker.info_asked", put(audience="asked"), by=DANA, words="Which one?"
    ),
    "blocker.info_given": lambda: letter(
        "blocker.info_given", put(audience="asked"), by=ANA, words="plan &amp; price"
    ),
    "blocker.forwarded": lambda: letter("blocker.forwarded", put(put_to=GITA), by=DANA, to=GITA),
    "blocker.forwarded-to-nobody": lambda: letter(
        "blocker.forwarded", card(owner=None), by=DANA, to=""
    ),
    "blocker.not_mine": lambda: letter("blocker.not_mine", card(owner=None), by=DANA),
    "blocker.suggested": lambda: letter(
        "blocker.suggested", card(audience="asked"), by=DANA, person=GITA
    ),
    "blocker.talk": lambda: letter("blocker.talk", put(), times=_TIMES, **{"with": DANA}),
    "blocker.talk-never-both": lambda: letter(
        "blocker.talk", put(audience="asked"), times=[], **{"with": DANA}
    ),
    "blocker.looks_clear": lambda: letter("blocker.looks_clear", card()),
    "blocker.looks_clear-alone": lambda: letter("blocker.looks_clear", alone()),
    "blocker.taken-by-a-day": lambda: letter(
        "blocker.taken", taken(said="on_it", due=DUE), helper=BEN
    ),
}

MODALS: Mapping[str, Scene] = {
    "form-of-owners": lambda: owners.form(function="data_engineering", channel="C0DSTEAM"),
    "form-of-owners-open": lambda: owners.form(function=None, channel="C0DSTEAM"),
    "form-info": lambda: voice_forms.need_info(put(), channel="C0DSTEAM"),
    "form-info-alone": lambda: voice_forms.need_info(put(audience="asked"), channel="D0DANA"),
    "form-whose": lambda: voice_forms.whose(put(), channel="C0DSTEAM"),
    "form-give-info": lambda: voice_forms.give_info(put(), channel="D0ANA", to=DANA),
}
