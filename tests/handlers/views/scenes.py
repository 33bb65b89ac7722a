"""Every view in every state that looks different: the list that goldens and safety checks share."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.blockers import FormPlace, Wait
from bot.told import Card, Told
from handlers.views import blockers, letters, notices, pinwheel, teams
from handlers.views.kit import Answer
from storage.types import BlockerId, ChannelId
from tests.handlers.views import (
    attention_scenes,
    found_scenes,
    hosts_scenes,
    ledger_scenes,
    owners_scenes,
    pairs_scenes,
    review_scenes,
    rhythm_scenes,
    standup_scenes,
)
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, TEAM, alone, card, resolved, taken

Scene = Callable[[], Any]
_RICH_WORDS = (
    "the *GPU* quota, see <https://wiki.example.com/gpu|the wiki> & <#C0MLPLAT|ml-platform>\n"
    "- A100s :fire:\n- H100s for <!subteam^S0DATAENG|@data-eng>\n"
    "> asked `twice`, <!here> too"
)


def answered(what: str, shown: Card | None = None, /, *, for_: str = ANA, **facts: Any) -> Answer:
    about = card() if shown is None else shown
    return blockers.answer(Told(what, about, facts), for_=for_)


def listing(which: str, cards: tuple[Card, ...], *, page: int = 0, total: int = 0) -> Answer:
    facts = {"which": which, "page": page, "size": 10, "total": total, "channel": TEAM}
    return blockers.answer(Told("listed", None, facts, cards), for_=ANA)


def _several() -> tuple[Card, ...]:
    return (
        card(id=BlockerId("b3"), number=3, waited=timedelta(hours=20), words=_RICH_WORDS),
        taken(id=BlockerId("b7"), number=7, waited=timedelta(hours=3)),
        card(id=BlockerId("b9"), number=9, audience="asked", function="legal_security_privacy"),
        resolved(id=BlockerId("b11"), number=11),
    )


def _in_two_places() -> tuple[Card, ...]:
    there = {"channel": ChannelId("C0ML"), "channel_name": "ml-platform"}
    return (card(number=3), card(id=BlockerId("b4"), number=3, **there))


def _asking() -> Card:
    return card(told="asking", channel_name="big", channel_size=73)


def _history() -> list[list[str | None]]:
    return [
        ["2026-02-27T09:00:00+00:00", ANA, "reported", None],
        ["2026-02-27T10:00:00+00:00", BEN, "taken", None],
        ["2026-02-27T11:00:00+00:00", BEN, "resolved", "a new *token*"],
        ["2026-02-27T12:00:00+00:00", ANA, "reopened", None],
        ["2026-02-27T12:05:00+00:00", ANA, "audience:asked", None],
    ]


def _earlier() -> Card:
    """A wait that began before it was reported, with all that can be known about it."""
    return card(
        words=_RICH_WORDS,
        since=NOW - timedelta(days=3),
        waited=timedelta(hours=19),
        outside="Snowflake",
        user_group="S0DATAENG",
        severity="slowed",
        link="https://git.example.com/churn/pull/7?a=1&b=2",
    )


ANSWERS: Mapping[str, Scene] = {
    **rhythm_scenes.ANSWERS,
    **standup_scenes.ANSWERS,
    **owners_scenes.ANSWERS,
    **pairs_scenes.ANSWERS,
    **review_scenes.ANSWERS,
    **ledger_scenes.ANSWERS,
    **found_scenes.ANSWERS,
    **hosts_scenes.ANSWERS,
    "reported": lambda: answered("reported"),
    "reported-earlier": lambda: answered("reported", _earlier()),
    "reported-to-the-one-asked": lambda: answered("reported", card(audience="asked")),
    "reported-asking": lambda: answered("reported", _asking()),
    "reported-not-here": lambda: answered("reported", card(told="not_here")),
    "reported-closed": lambda: answered("reported", card(told="closed")),
    "reported-unknown": lambda: answered(
        "reported", card(told="unknown", channel_name="", channel_kind="")
    ),
    "reported-nobody": lambda: answered(
        "reported", card(audience="asked", told="nobody", owner=None)
    ),
    "reported-alone": lambda: answered("reported", alone()),
    "reported-several-teams": lambda: answered(
        "reported", alone(), teams=[["t1", "C0DSTEAM", "ds-team"], ["t2", "C0ML", "ml-platform"]]
    ),
    "resolved": lambda: answered("resolved", resolved()),
    "effort-noted": lambda: answered("effort_noted", resolved(effort="hours")),
    "already-resolved": lambda: answered(
        "already", resolved(), what="resolved", by=BEN, ago=320, note="the column is back"
    ),
    "already-withdrawn": lambda: answered(
        "already", card(state="withdrawn"), for_=BEN, what="withdrawn", by=ANA, ago=7_200
    ),
    "already-open": lambda: answered("already_open"),
    "already-without-facts": lambda: answered("already", resolved()),
    "already-taken": lambda: answered("already_taken", taken(), what="taken", by=BEN, ago=90_000),
    "reopened": lambda: answered("reopened"),
    "again": lambda: answered("again", earlier=4),
    "taken": lambda: answered("taken", taken(), for_=BEN),
    "taken-over": lambda: answered("taken_over", taken(), for_=BEN),
    "offered": lambda: answered("offered", for_=BEN),
    "offered-to-oneself": lambda: answered("offered"),
    "withdrawn": lambda: answered("withdrawn", card(state="withdrawn")),
    "shown-to-its-author": lambda: answered("shown", _earlier(), history=_history()),
    "shown-to-another": lambda: answered("shown", taken(), for_=DANA, history=_history()),
    "shown-resolved": lambda: answered("shown", resolved(), for_=DANA, history=[]),
    "changed": lambda: answered("changed"),
    "audience": lambda: answered("audience", card(audience="me", told="no")),
    "moved": lambda: answered("moved"),
    "asked": lambda: answered("asked", later=False),
    "asked-for-later": lambda: answered("asked", later=True),
    "still-asking": lambda: answered("still_asking", ago=300),
    "again-by-another": lambda: answered("again", for_=BEN, earlier=4),
    "choose-one-of-a-number": lambda: blockers.answer(
        Told("choose", None, {"verb": "show", "total": 2, "number": 3}, _in_two_places()), for_=ANA
    ),
    "choose-to-reopen": lambda: blockers.answer(
        Told("choose", None, {"verb": "reopen", "total": 1}, _several()[3:]), for_=ANA
    ),
    "none-ended": lambda: blockers.answer(Told("none_open", None, {"verb": "reopen"}), for_=ANA),
    "nobody-to-ask": lambda: answered("nobody_to_ask"),
    "ask-yes": lambda: answered("ask_yes", for_=BEN),
    "ask-yes-in-a-private-channel": lambda: answered(
        "ask_yes", card(channel_kind="private"), for_=BEN
    ),
    "ask-no": lambda: answered("ask_no", for_=BEN),
    "sent-again": lambda: answered("sent_again"),
    "it-is-there": lambda: answered("it_is_there"),
    "silence-goes-on": lambda: answered("silence.goes_on"),
    "silence-brought": lambda: answered("silence.brought", to=BEN),
    "silence-brought-to-oneself": lambda: answered("silence.brought", to=ANA),
    "listed-unconfirmed": lambda: listing("list", (card(state="unconfirmed"),), total=1),
    "gone": lambda: blockers.answer(Told("resolved"), for_=ANA),
    "none-open": lambda: blockers.answer(Told("none_open"), for_=ANA),
    "choose": lambda: blockers.answer(
        Told("choose", None, {"verb": "resolve", "total": 14}, _several()[:3]), for_=ANA
    ),
    "listed": lambda: listing("list", _several()[:3], total=3),
    "listed-all-second-page": lambda: listing("all", _several(), page=1, total=24),
    "listed-mine-in-several-places": lambda: listing("mine", _in_two_places(), total=2),
    "listed-mine-none": lambda: listing("mine", ()),
    "listed-waiting-none": lambda: listing("waiting", ()),
    "listed-none": lambda: listing("list", ()),
    "listed-all-none": lambda: listing("all", ()),
}

NOTICES: Mapping[str, Scene] = {
    "usage": pinwheel.usage,
    "not-understood": lambda: pinwheel.not_understood("*dance* <!here>"),
    "open-again": lambda: pinwheel.open_again(place(wait=Wait("", "", owner=DANA))),
    "open-again-to-edit": lambda: pinwheel.open_again(place(blocker=BlockerId("b12"), number=12)),
    "form-offered": lambda: pinwheel.form_offered({"blocker": ""}),
    "form-offered-to-edit": lambda: pinwheel.form_offered({"blocker": "b12"}),
    "refusal": lambda: notices.refusal("Only the person who reported it can change that."),
    "refusal-given-back": lambda: notices.refusal("That is too long. Your text:", _RICH_WORDS),
    "busy": notices.busy,
    "busy-given-back": lambda: notices.busy(_RICH_WORDS),
    "apology": lambda: notices.apology("k3f9a2b1", "waiting on <@U0DANA>"),
    "trouble-archived": lambda: notices.trouble("C0DSTEAM", "is_archived"),
    "trouble-restricted": lambda: notices.trouble("C0DSTEAM", "restricted_action_read_only"),
    "trouble-new": lambda: notices.trouble("C0DSTEAM", "some_new_reason"),
    "unconfirmed-asked": lambda: notices.unconfirmed(card(audience="asked"), letter="l1"),
    "unconfirmed-without-blocker": lambda: notices.unconfirmed(None, letter="l1"),
    "greeting-without-inviter": lambda: teams.greeting(None),
}


def letter(kind: str, about: Card | None, **facts: Any) -> Answer:
    return letters.render(kind, about, facts, now=NOW)


_THREE_DAYS = timedelta(hours=25, minutes=30)


def _waiter_asked(what: str, about: Card, **more: Any) -> Answer:
    suggested = [[BEN, "Ben <Okafor>"], ["U0HUGO", "Hugo"]]
    return letter("silence.waiter_asked", about, what=what, to=ANA, suggested=suggested, **more)


def _owner_asked(what: str, about: Card, *, to: str = DANA) -> Answer:
    return letter("silence.owner_asked", about, what=what, to=to)


LETTERS: Mapping[str, Scene] = {
    **rhythm_scenes.LETTERS,
    **standup_scenes.LETTERS,
    **owners_scenes.LETTERS,
    **pairs_scenes.LETTERS,
    **review_scenes.LETTERS,
    **ledger_scenes.LETTERS,
    **found_scenes.LETTERS,
    **hosts_scenes.LETTERS,
    **attention_scenes.LETTERS,
    "blocker.posted": lambda: letter("blocker.posted", card()),
    "blocker.posted-earlier": lambda: letter("blocker.posted", _earlier()),
    "blocker.posted-to-the-one-asked": lambda: letter("blocker.posted", card(audience="asked")),
    "blocker.posted-in-hand": lambda: letter("blocker.posted", taken()),
    "blocker.posted-resolved": lambda: letter("blocker.posted", resolved()),
    "blocker.posted-withdrawn": lambda: letter("blocker.posted", card(state="withdrawn")),
    "blocker.asked": lambda: letter("blocker.asked", _earlier(), ask="a1"),
    "blocker.ask_declined": lambda: letter("blocker.ask_declined", card()),
    "blocker.helper_found": lambda: letter("blocker.helper_found", card(), helper=BEN),
    "blocker.helper_found-alone": lambda: letter("blocker.helper_found", alone(), helper=BEN),
    "blocker.taken": lambda: letter("blocker.taken", taken(), helper=BEN),
    "blocker.taken-alone": lambda: letter("blocker.taken", taken(audience="me"), helper=BEN),
    "blocker.resolved_for_you": lambda: letter("blocker.resolved_for_you", resolved(), by=BEN),
    "blocker.reopened_for_you": lambda: letter("blocker.reopened_for_you", card(), by=BEN),
    "blocker.not_for_guests": lambda: letter("blocker.not_for_guests", card()),
    "blocker.unconfirmed": lambda: letter("blocker.unconfirmed", card(), letter="l1"),
    "silence.waiter_asked": lambda: _waiter_asked("waiter", card(waited=_THREE_DAYS)),
    "silence.waiter_asked-with-an-owner": lambda: _waiter_asked(
        "waiter", card(owner=None), ask={"kind": "person", "whom": DANA, "name": "Dana"}
    ),
    "silence.waiter_asked-again": lambda: _waiter_asked("waiter_again", _earlier()),
    "silence.waiter_asked-quiet": lambda: _waiter_asked("waiter_quiet", alone()),
    "silence.owner_asked": lambda: _owner_asked("owner", card(waited=_THREE_DAYS / 3)),
    "silence.owner_asked-again": lambda: _owner_asked("owner_again", _earlier()),
    "silence.owner_asked-quiet": lambda: _owner_asked("owner_quiet", card()),
    "silence.owner_asked-in-hand": lambda: _owner_asked(
        "owner_again", taken(waited=_THREE_DAYS), to=BEN
    ),
    "silence.owner_asked-promise": lambda: _owner_asked("promise", card(said="on_it")),
    "silence.brought": lambda: letter("silence.brought", _earlier(), to=BEN),
    "blocker.posted-unconfirmed": lambda: letter("blocker.posted", card(state="unconfirmed")),
    "channel.greeted": lambda: letter("channel.greeted", None, inviter=ANA),
    "team.trouble": lambda: letter(
        "team.trouble", None, channel="C0DSTEAM", reason="not_in_channel"
    ),
    "answer.told": lambda: letter("answer.told", None, told=Told("reported", card())),
    "answer.told-usage": lambda: letter("answer.told", None, told=Told("usage")),
    "answer.told-not-understood": lambda: letter(
        "answer.told", None, told=Told("not_understood", None, {"text": "hm"})
    ),
    "answer.told-form-offered": lambda: letter("answer.told", None, told=Told("form_offered")),
    "answer.told-refused": lambda: letter(
        "answer.told", None, told=Told("refused", None, {"sentence": "Not here, sorry."})
    ),
}


def place(**what: Any) -> FormPlace:
    usual: dict[str, Any] = {
        "channel": TEAM,
        "channel_name": "ds-team",
        "in_dm": False,
        "audience": "channel",
    }
    return FormPlace(**{**usual, **what})


def wait_of(shown: Card) -> Wait:
    return Wait(**{name: getattr(shown.blocker, name) for name in Wait.__dataclass_fields__})


def _editing() -> FormPlace:
    return place(blocker=BlockerId("b12"), number=12, wait=wait_of(_earlier()))


MODALS: Mapping[str, Scene] = {
    **rhythm_scenes.MODALS,
    **standup_scenes.MODALS,
    **owners_scenes.MODALS,
    **review_scenes.MODALS,
    **attention_scenes.MODALS,
    "form": lambda: blockers.form(place()),
    "form-only-a-mention": lambda: blockers.form(place(), Wait("", "", owner=DANA)),
    "form-in-a-dm": lambda: blockers.form(
        place(in_dm=True, audience="me", channel=ChannelId("D0ANA"), channel_name="")
    ),
    "form-edit": lambda: blockers.form(_editing()),
    "confirmed": lambda: blockers.confirmed(Told("reported", card())),
    "confirmed-gone": lambda: blockers.confirmed(Told("resolved")),
}


def everything_about(text: str) -> Mapping[str, Card]:
    """Cards that bear this text wherever a person's words can stand."""
    said = {"words": text, "project": text, "outside": text, "link": text, "fix": text}
    name = {"channel_name": text}
    return {
        "open": card(**said, **name),
        "asking": card(**said, **name, told="asking"),
        "not_here": card(**said, **name, told="not_here", function=text),
        "asked": card(**said, **name, audience="asked", user_group="S0DATAENG"),
        "alone": alone(**said),
        "taken": taken(**said, **name),
        "resolved": resolved(**{**said, **name}),
        "edited": replace(card(**said), channel_name=text),
    }
