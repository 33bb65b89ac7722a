"""Blockers: what people wait on, from the first word to the end."""

from bot.blockers.arrivals import (
    found_by_click,
    it_is_there,
    on_unconfirmed,
    send_again,
    tell_what_waited,
    unknown,
)
from bot.blockers.ask import answer_ask, ask_quietly
from bot.blockers.forms import FormPlace, entered, form_for, form_place, ids_of
from bot.blockers.life import note_effort, offer_help, reopen, resolve, take
from bot.blockers.lists import is_there, listed, mine_for, shown, those_numbered
from bot.blockers.post import compose
from bot.blockers.report import Wait, correct, move, report, reword, undo, widen
from storage.outbox import Post
from storage.types import BlockerId

__all__ = [
    "BlockerId",
    "FormPlace",
    "Post",
    "Wait",
    "answer_ask",
    "ask_quietly",
    "compose",
    "correct",
    "entered",
    "form_for",
    "form_place",
    "found_by_click",
    "ids_of",
    "is_there",
    "it_is_there",
    "listed",
    "mine_for",
    "move",
    "note_effort",
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
    "those_numbered",
    "undo",
    "unknown",
    "widen",
]
