"""The fair answers: the controls with which the one waited on, and the waiter, speak."""

from collections.abc import Mapping
from typing import Any

from bot.blockers.when import ON_IT, QUEUED
from bot.told import Card, Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.kit import Block, Element

ON_IT_BY = "voice.on_it"  # choices: their part is the blocker, their value a day in words
IN_QUEUE = "voice.in_queue"
ANSWER = "voice.answer"  # all answers in one choice, where many people see the message
INFO = "voice.info"  # opens a form
NOT_MINE = "voice.not_mine"  # opens a form
GIVE = "voice.give"  # opens a form; value: to
TALK = "voice.talk"
PUT = "voice.put"
PUT_TO_PERSON = "voice.put_to_person"  # value: person
MERGE = "voice.merge"  # value: other
UNMERGE = "voice.unmerge"
CLEAR = "voice.clear"

_NO_DATE = "open"
_ON_IT = {
    f"on_it {key}": "No date yet" if key == _NO_DATE else f"By {day}" for key, day in ON_IT.items()
}
_QUEUED = {
    f"in_queue {key}": "Not promised" if key == _NO_DATE else f"About {day}"
    for key, day in QUEUED.items()
}
_EVERY = {
    **{key: f"On it: {text[0].lower()}{text[1:]}" for key, text in _ON_IT.items()},
    **{key: f"In queue: {text[0].lower()}{text[1:]}" for key, text in _QUEUED.items()},
    "info": "Need info …",
    "not_mine": "Not mine …",
}


def answers(card: Card) -> list[Element]:
    """For those who alone are asked: a control for each answer."""
    return [
        _choice(card, ON_IT_BY, "On it, by …", _ON_IT),
        _choice(card, IN_QUEUE, "In queue, about …", _QUEUED),
        act.act("Need info", INFO, card),
        act.act("Not mine", NOT_MINE, card),
    ]


def in_one_choice(card: Card, *, hint: str = "If it waits on you: answer") -> Element:
    """The same where everybody sees the message, or in a list."""
    return _choice(card, ANSWER, hint, _EVERY)


def is_asked_of_somebody(card: Card) -> bool:
    blocker = card.blocker
    named = blocker.owner not in (None, blocker.waiter)
    return blocker.is_open and bool(named or blocker.put_to or blocker.user_group)


def talk(card: Card) -> Element:
    return act.act("Find a time to talk", TALK, card)


def next_steps(told: Told, card: Card, *more: Element) -> list[Block]:
    """What its author may tap next: put it to the function's owner, tie it to another wait."""
    buttons = [*put(card, told.facts), *more, *_merge(told, card)]
    return [kit.actions(*buttons)] if buttons else []


def put(card: Card, facts: Mapping[str, Any]) -> list[Element]:
    """To whoever answers for its function, where somebody does."""
    ask = facts.get("ask")
    if not isinstance(ask, dict):
        return []
    return [act.act(f"Ask {face(ask)}", PUT, card, style="primary")]


def face(ask: dict[str, str]) -> str:
    """Whom a button asks, in plain words."""
    kind, name = ask.get("kind"), words.one_line(ask.get("name") or "", 50).removeprefix("@")
    if not name:
        return "the group" if kind == "group" else "who answers for it"
    return {"channel": "#", "group": "@"}.get(kind or "", "") + name


def _merge(told: Told, card: Card) -> list[Element]:
    same = told.facts.get("same")
    if not isinstance(same, dict):
        return []
    other, number = same.get("blocker", ""), same.get("number")
    return [act.act(f"Same as #{number}", MERGE, card, other=other)]


def _choice(card: Card, action: str, hint: str, choices: dict[str, str]) -> Element:
    part = kit.nth(action, card.blocker.id)
    return kit.chooser("static_select", part, hint=hint, options=kit.options(choices))
