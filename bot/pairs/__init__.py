"""Pairs: everybody meets everybody, in the fewest rounds there are, steered by what is needed."""

from bot.pairs.answers import ANSWERS, MET, NOT_YET, WILL_NOT, answer
from bot.pairs.due import FEATURE, do_due, next_due, set_aside
from bot.pairs.feature import NAME
from bot.pairs.files import begin_file, end_file, want_file
from bot.pairs.lines import Action, Line, parse
from bot.pairs.looking import (
    Alone,
    Mine,
    Past,
    Shown,
    compose,
    compose_alone,
    history,
    mine,
    value_of,
)
from bot.pairs.making import ASKED, MADE, SAT_OUT, keep
from bot.pairs.matching import Matching, matched
from bot.pairs.reckoning import Ready, next_ready
from bot.pairs.spare import now as spare_now
from bot.pairs.turning import turn_off, turn_on
from bot.pairs.wishes import across, learn, leave, leaving, never, pause, skip, teach

__all__ = [
    "ANSWERS",
    "ASKED",
    "FEATURE",
    "MADE",
    "MET",
    "NAME",
    "NOT_YET",
    "SAT_OUT",
    "WILL_NOT",
    "Action",
    "Alone",
    "Line",
    "Matching",
    "Mine",
    "Past",
    "Ready",
    "Shown",
    "across",
    "answer",
    "begin_file",
    "compose",
    "compose_alone",
    "do_due",
    "end_file",
    "history",
    "keep",
    "learn",
    "leave",
    "leaving",
    "matched",
    "mine",
    "never",
    "next_due",
    "next_ready",
    "parse",
    "pause",
    "set_aside",
    "skip",
    "spare_now",
    "teach",
    "turn_off",
    "turn_on",
    "value_of",
    "want_file",
]
