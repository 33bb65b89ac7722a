"""The forms of the fair voice: what is missing, whose it is, and the waiter's answer."""

from collections.abc import Mapping
from typing import Any

from bot.functions import FUNCTIONS
from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.kit import Block

NEED_INFO = "voice.info"
WHOSE = "voice.not_mine"
GIVE_INFO = "voice.give"
SAID, PERSON, FUNCTION = "said", "person", "function"
MOST_SAID = 2_000


def need_info(card: Card, *, channel: str) -> dict[str, Any]:
    """Names who reads the question."""
    where = "in the thread, where the channel can read it" if phrases.has_thread(card) else "alone"
    hint = f"It goes to the one who waits, {where}."
    field = kit.text_input(None, most=MOST_SAID, lines=True)
    return _form(
        NEED_INFO, card, channel, [kit.input_(SAID, "What do you need to know?", field, hint=hint)]
    )


def whose(card: Card, *, channel: str) -> dict[str, Any]:
    """One of the two, or neither: then the one who waits is asked."""
    hint = "They are asked in your place. The clock of the wait keeps running."
    functions = kit.select("static_select", FUNCTIONS, hint="Choose one")
    return _form(
        WHOSE,
        card,
        channel,
        [
            kit.input_(PERSON, "Who is it, then?", {"type": "users_select"}, optional=True),
            kit.input_(FUNCTION, "Or whose work?", functions, optional=True, hint=hint),
        ],
    )


def give_info(card: Card, *, channel: str, to: str) -> dict[str, Any]:
    field = kit.text_input(None, most=MOST_SAID, lines=True)
    hint = "Only the one who asked sees it."
    return _form(
        GIVE_INFO, card, channel, [kit.input_(SAID, "Your answer", field, hint=hint)], to=to
    )


def said_in(state: Mapping[str, Any], name: str) -> str | None:
    """What one field of these forms holds."""
    field = kit.field(state, name)
    chosen = field.get("value") or field.get("selected_user")
    if chosen is None:
        chosen = (field.get("selected_option") or {}).get("value")
    return chosen.strip() or None if isinstance(chosen, str) else None


def _form(
    callback: str, card: Card, channel: str, fields: list[Block], **ids: str
) -> dict[str, Any]:
    about = kit.context(words.line(card.blocker.words, 300))
    return kit.modal(
        f"Blocker {phrases.number(card)}",
        [about, *fields],
        callback=callback,
        metadata=act.value(card.blocker.id, channel=channel, **ids),
        submit="Send",
    )
