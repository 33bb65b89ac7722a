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
from bot.blockers.causes import alike, clear, merge, unmerge
from bot.blockers.forms import FormPlace, entered, form_for, form_place, ids_of
from bot.blockers.found import Hearing
from bot.blockers.life import note_effort, offer_help, reopen, resolve, take
from bot.blockers.lists import is_there, listed, mine_for, shown, those_numbered
from bot.blockers.offers import with_same
from bot.blockers.post import compose
from bot.blockers.putting import hand_over, put_to, put_to_person
from bot.blockers.report import Wait, correct, move, report, reword, undo, widen
from bot.blockers.talk import talk
from bot.blockers.voice import asked_card, give_info, in_queue, need_info, not_mine, on_it
from storage.outbox import Post
from storage.types import BlockerId

__all__ = [
    "BlockerId",
    "FormPlace",
    "Hearing",
    "Post",
    "Wait",
    "alike",
    "answer_ask",
    "ask_quietly",
    "asked_card",
    "clear",
    "compose",
    "correct",
    "entered",
    "form_for",
    "form_place",
    "found_by_click",
    "give_info",
    "hand_over",
    "ids_of",
    "in_queue",
    "is_there",
    "it_is_there",
    "listed",
    "merge",
    "mine_for",
    "move",
    "need_info",
    "not_mine",
    "note_effort",
    "offer_help",
    "on_it",
    "on_unconfirmed",
    "put_to",
    "put_to_person",
    "reopen",
    "report",
    "resolve",
    "reword",
    "send_again",
    "shown",
    "take",
    "talk",
    "tell_what_waited",
    "those_numbered",
    "undo",
    "unknown",
    "unmerge",
    "widen",
    "with_same",
]
