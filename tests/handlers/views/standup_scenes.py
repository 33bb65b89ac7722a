"""What standups show, in every state that looks different."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from bot.standups import (
    Answer,
    Asked,
    CommonWait,
    Confirmed,
    Draft,
    Field,
    Form,
    FoundHere,
    Given,
    Place,
    Plain,
    Preview,
    Reply,
    Round,
    Shown,
    Summary,
    Tick,
    Unsaid,
    Which,
    Who,
)
from bot.told import Card
from handlers.views import letters, standups
from storage.types import ChannelId, TeamId
from tests.handlers.views.cards import ANA, BEN, DANA, NOW, TEAM, alone, card

MONDAY, FRIDAY, TUESDAY = date(2026, 3, 2), date(2026, 2, 27), date(2026, 3, 3)
T1 = TeamId("t1")
Scene = Callable[[], Any]


def answer_of(text: str = "Finish the churn_features with <@U0DANA>", **more: Any) -> Answer:
    usual: dict[str, Any] = {
        "team": T1,
        "person": ANA,
        "date": MONDAY,
        "ticks": (Tick(text, "done"), Tick(text, "not_live"), Tick(text, "not_yet")),
        "given": (Given("plan", "What is next?", text), Given("more-1", text, text)),
        "answered_at": NOW,
        "changed_at": NOW,
        "shown_at": NOW,
    }
    return Answer(**{**usual, **more})


def reply_of(text: str = "Finish the churn_features", *waits: Card, **more: Any) -> Reply:
    return Reply(answer_of(text, **more), waits, name="Ana")


def confirmed(text: str = "ds-team", *waits: FoundHere, **more: Any) -> Confirmed:
    usual: dict[str, Any] = {
        "team": T1,
        "place": TEAM,
        "place_name": text,
        "trouble": None,
        "date": MONDAY,
        "other": TUESDAY,
        "shown": True,
        "same_as": None,
        "waits": waits,
        "changed": (),
    }
    return Confirmed(**{**usual, **more})


def found(text: str | None = None) -> tuple[FoundHere, ...]:
    words = {} if text is None else {"words": text, "project": text, "outside": text}
    name = {} if text is None else {"channel_name": text}
    return (
        FoundHere(alone(id="b1", number=1, **{"channel_name": "ds-team", **name}, **words), None),
        FoundHere(card(id="b2", number=2, **words, **name), "told"),
        FoundHere(alone(id="b3", number=3, **words), "clocked"),
        FoundHere(card(id="b4", number=4, state="withdrawn", **words), "none"),
        FoundHere(card(id="b5", number=5, **words), "again"),
    )


def preview(text: str = "Finishing the churn features\nthen *docs*", count: int = 1) -> Preview:
    places = [Place(T1, TEAM, "ds-team"), Place(TeamId("t2"), ChannelId("C0ML"), text)]
    return Preview(Draft("d1", ANA, text, 2, None, "open", NOW), tuple(places[:count]))


def asked(text: str = "ds-team", **more: Any) -> Asked:
    usual: dict[str, Any] = {
        "team": T1,
        "place": TEAM,
        "place_name": text,
        "date": MONDAY,
        "state": "open",
        "questions": ("What is next?", "Are you waiting on anyone or anything?"),
        "last": FRIDAY,
        "plan": ("Finish the churn_features", "Write the docs"),
        "since": FRIDAY,
        "open_blockers": 2,
        "ends_at": datetime(2026, 3, 2, 18, 30, tzinfo=UTC),
    }
    return Asked(**{**usual, **more})


def form_of(text: str = "Finish the churn_features", **more: Any) -> Form:
    usual: dict[str, Any] = {
        "team": T1,
        "channel": TEAM,
        "place": TEAM,
        "place_name": "ds-team",
        "date": MONDAY,
        "last": FRIDAY,
        "items": (text, f"{text} again"),
        "ticked": ("done", ""),
        "blockers": (card(words=text),),
        "fields": (Field("plan", "What is next?", ""), Field("waits", text, text[:3000])),
    }
    return Form(**{**usual, **more})


def unsaid(text: str = "finish the churn_features") -> Unsaid:
    late = card(words=text, helper=DANA, state="in_hand", due=FRIDAY)
    return Unsaid(text, (late,), (CommonWait(card(words=text), 3),))


def who(text: str = "ds-team", **more: Any) -> Who:
    usual: dict[str, Any] = {
        "place_name": text,
        "is_on": True,
        "takes_part": True,
        "date": MONDAY,
        "round": Round((ANA,), (BEN,), (DANA,)),
        "people": (ANA, BEN, DANA),
        "away": (BEN,),
        "next_at": NOW,
    }
    return Who(**{**usual, **more})


def summary(**more: Any) -> Summary:
    usual: dict[str, Any] = {
        "date": MONDAY,
        "round": Round((ANA,), (BEN,), (DANA,)),
        "settled": True,
        "names": {ANA: "Ana", BEN: "Ben"},
    }
    return Summary(**{**usual, **more})


def reminded(text: str = "ds-team") -> dict[str, Any]:
    facts = {"team": T1, "person": ANA, "date": MONDAY.isoformat(), "place": TEAM}
    return {**facts, "name": text, "ends_at": NOW}


def letter(kind: str, **facts: Any) -> Any:
    return letters.render(kind, None, facts, now=NOW)


def _said(value: object) -> Scene:
    return lambda: standups.answer(value)


ANSWERS: Mapping[str, Scene] = {
    "standup-confirmed": _said(confirmed()),
    "standup-confirmed-for-later": _said(confirmed(shown=False, other=FRIDAY)),
    "standup-confirmed-same": _said(confirmed(same_as=FRIDAY, other=None)),
    "standup-confirmed-not-here": _said(confirmed(shown=False, trouble="not_in_channel")),
    "standup-confirmed-closed": _said(confirmed("", shown=False, trouble="is_archived")),
    "standup-confirmed-with-waits": _said(confirmed("ds-team", *found())),
    "standup-confirmed-changed": _said(confirmed(changed=(card(),))),
    "standup-preview": _said(preview()),
    "standup-preview-of-two-teams": _said(preview("ml-platform", 2)),
    "standup-preview-without-a-team": _said(preview(count=0)),
    "standup-who": _said(who()),
    "standup-who-off": _said(who("", is_on=False, next_at=None, people=(), away=())),
    "standup-shown": _said(Shown(MONDAY, None, (reply_of(), reply_of("the docs", person=BEN)))),
    "standup-shown-nothing": _said(Shown(MONDAY, ANA, ())),
    "standup-which": _said(Which((Place(T1, TEAM, "ds-team"), Place(TeamId("t2"), TEAM, "")))),
    "standup-which-none": _said(Which(())),
    **{
        f"standup-{what.replace('_', '-')}": _said(Plain(f"standup.{what}", facts))
        for what, facts in {
            "away": {"until": "2026-03-09"},
            "back": {},
            "dropped": {},
            "help": {},
            "skipped": {},
        }.items()
    },
}
LETTERS: Mapping[str, Scene] = {
    "standup.answered": lambda: letter("standup.answered", reply=reply_of("the docs", card())),
    "standup.answered-with-nothing-new": lambda: letter(
        "standup.answered", reply=reply_of(given=(), ticks=())
    ),
    "standup.answered-same": lambda: letter(
        "standup.answered", reply=reply_of(given=(), same_as=FRIDAY)
    ),
    "standup.previewed": lambda: letter("standup.previewed", value=preview()),
    "standup.reminded": lambda: letter("standup.reminded", **reminded()),
    "standup.summary": lambda: letter("standup.summary", summary=summary()),
    "standup.summary-growing": lambda: letter("standup.summary", summary=summary(settled=False)),
    "standup.summary-none": lambda: letter(
        "standup.summary", summary=summary(round=Round((), (), (ANA,)))
    ),
    "morning.letter-standup": lambda: letter("morning.letter", parts=[("standup", asked())]),
    "morning.letter-standup-first": lambda: letter(
        "morning.letter",
        parts=[("standup", asked(last=None, plan=(), since=None, open_blockers=1))],
    ),
    "morning.letter-standup-answered": lambda: letter(
        "morning.letter", parts=[("standup", asked(state="answered"))]
    ),
    "morning.letter-standup-skipped": lambda: letter(
        "morning.letter", parts=[("standup", asked(state="skipped"))]
    ),
    "morning.letter-standup-of-two-teams": lambda: letter(
        "morning.letter",
        parts=[("standup", asked()), ("standup", asked("ml-platform", team=TeamId("t2")))],
    ),
}
MODALS: Mapping[str, Scene] = {
    "standup-form": lambda: standups.form(form_of()),
    "standup-form-first": lambda: standups.form(
        form_of(items=(), ticked=(), last=None, blockers=())
    ),
    "standup-form-with-the-unsaid": lambda: standups.form(form_of(unsaid=unsaid())),
    "standup-form-draft": lambda: standups.form(
        form_of(draft="d1", fields=(Field("said-0", "What you wrote", "Finishing it"),))
    ),
    "standup-form-confirmed": lambda: standups.confirmed(confirmed("ds-team", *found())),
}
