"""Blockers: what people wait on, from the first word to the end."""

from bot.blockers.arrivals import (
    it_is_there,
    on_unconfirmed,
    send_again,
    tell_what_waited,
    unknown,
)
from bot.blockers.ask import answer_ask, ask_quietly
from bot.blockers.find import numbered
from bot.blockers.forms import FormPlace, form_for, form_place
from bot.blockers.life import note_effort, offer_help, reopen, resolve, take
from bot.blockers.lists import is_there, listed, mine_for, shown
from bot.blockers.post import compose
from bot.blockers.report import Wait, move, report, reword, undo, widen
from storage.types import BlockerId

__all__ = [
    "BlockerId",
    "FormPlace",
    "Wait",
    "answer_ask",
    "ask_quietly",
    "compose",
    "form_for",
    "form_place",
    "is_there",
    "it_is_there",
    "listed",
    "mine_for",
    "move",
    "note_effort",
    "numbered",
    "offer_help",
    "on_unconfirmed",
    "reopen",
    "report",
    "resolve",
    "reword",
    "send_again",
    "shown",
    "take",
    "tell_what_waited",
    "undo",
    "unknown",
    "widen",
]
