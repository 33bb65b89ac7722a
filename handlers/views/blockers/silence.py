"""How old and silent waits are asked about: each question with the taps that answer it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.told import Card, Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.blockers.saying import said
from handlers.views.kit import Answer, Element

GOES_ON = "silence.goes_on"
DONE = "silence.done"
WITHDRAW = "silence.withdraw"
BRING = "silence.bring"  # value: to
BRING_TO = "silence.bring_to"  # a choice, not a button: its part is the blocker

_NEVER_CLOSED = "Silence closes nothing; without a word its hours will count as unconfirmed."
_YOURS_TO_SAY = "It goes no further without your tap."
_TO_WAITER: Mapping[str, str] = {
    "waiter": "*{number}* has lasted {waited}. Bring this to somebody?",
    "waiter_again": "*{number}* has lasted {waited}. Is it still a wait?",
    "waiter_quiet": "Nobody has said a word about *{number}* for a while. Is it still a wait?",
}
_TO_OWNER: Mapping[str, str] = {
    "owner": "*{number}* from {waiter} has lasted {waited}. Can you say when it will be done?",
    "owner_again": "*{number}* from {waiter} has lasted {waited}. How does it stand?",
    "owner_quiet": "Nobody has said a word about *{number}* from {waiter} for a while. Is it over?",
    "promise": "The date given for *{number}* from {waiter} is over. Is there a new one?",
}


def waiter_asked(card: Card, facts: Mapping[str, Any]) -> Answer:
    """To whoever waits: how does it stand, and who else should hear of it?"""
    what = facts["what"]
    notes = [_YOURS_TO_SAY] if what == "waiter" else [_NEVER_CLOSED, _YOURS_TO_SAY]
    stands = [
        act.act("Still waiting", GOES_ON, card),
        act.act("It's done", DONE, card),
        act.act("Withdraw", WITHDRAW, card),
    ]
    return _asked(_TO_WAITER[what], card, rows=[_bringing(card, facts), stands], notes=notes)


def owner_asked(card: Card, *, what: str, to: str) -> Answer:
    """To the one waited on: about the work, with the answers that help most."""
    stands = [
        act.act("Still to come", GOES_ON, card),
        act.act("It's done", DONE, card),
    ]
    rows = [fair.answers(card), stands] if to in _waited_on(card) else [stands]
    notes = [_NEVER_CLOSED] if what == "owner_quiet" else []
    return _asked(_TO_OWNER[what], card, rows=rows, notes=notes)


def _waited_on(card: Card) -> tuple[str | None, ...]:
    """Others may have it in hand, but the date is for these to give."""
    return (card.blocker.owner, card.blocker.put_to)


def brought(card: Card) -> Answer:
    """To one more person, because its author wanted that."""
    lead = (
        f"{phrases.person(card.blocker.waiter)} brings *{phrases.number(card)}* to you. "
        f"It has lasted {phrases.waited(card)}."
    )
    buttons = [
        act.act("I can help", act.HELP, card),
        act.act("On it", act.TAKE, card),
        act.resolve(card),
    ]
    return said(lead, card, details=True, words_too=True, buttons=buttons)


def _asked(
    question: str, card: Card, *, rows: Iterable[Sequence[Element]], notes: Sequence[str]
) -> Answer:
    lead = question.format(
        number=phrases.number(card),
        waited=phrases.waited(card),
        waiter=phrases.person(card.blocker.waiter),
    )
    details = phrases.details(card)
    blocks = [
        kit.section(lead),
        words.rich(card.blocker.words),
        kit.section(phrases.as_lines(details)),
        *(kit.actions(*row) for row in rows),
        *([kit.context(*notes)] if notes else []),
    ]
    read = words.in_text(card.blocker.words, mentions=True)
    text = "\n".join([lead, read, phrases.as_sentence(details), " ".join(notes)])
    return kit.answer(text.rstrip(), blocks)


def _bringing(card: Card, facts: Mapping[str, Any]) -> list[Element]:
    """Who answers for its function, who ended such waits before, and anybody else by choice."""
    named = [
        act.act(
            f"Bring it to {words.one_line(name, 40)}",
            BRING,
            card,
            part=f"{card.blocker.id}-{to}",
            to=to,
        )
        for to, name in facts["suggested"]
    ]
    anybody = kit.chooser("users_select", kit.nth(BRING_TO, card.blocker.id), hint="Bring it to …")
    return [*fair.put(card, facts), *named, anybody]


def _goes_on(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Noted: *{phrases.number(card)}* goes on. Tap Resolved when it is over."
    return said(lead, card, buttons=[act.resolve(card)])


def _brought(told: Told, card: Card, for_: str) -> Answer:
    to = phrases.who(told.facts.get("to"), for_=for_)
    lead = f"{to} reads *{phrases.number(card)}* within their working hours. The wait stays yours."
    if told.facts.get("to") == for_:
        lead = f"*{phrases.number(card)}* is your own wait. Choose somebody else."
    return said(lead, card, buttons=[act.resolve(card)])


SILENCE: Mapping[str, Callable[[Told, Card, str], Answer]] = {
    "silence.goes_on": _goes_on,
    "silence.brought": _brought,
}
