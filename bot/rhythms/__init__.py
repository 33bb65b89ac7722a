"""Rhythms: what recurs for a team, planned, begun, caught up, skipped and settled in one way."""

from bot.errors import NotARule
from bot.rhythms.due import begin_due, do_due, due_again, next_due, set_aside
from bot.rhythms.features import WHEN, Feature, Setting, settings_of
from bot.rhythms.letters import compose
from bot.rhythms.permission import allow, ask_for_permission
from bot.rhythms.plan import (
    Planned,
    as_begun,
    due_between,
    next_dates,
    next_of,
    occurrences,
)
from bot.rhythms.rights import hand_over, may_change, team_in
from bot.rhythms.rule import Rule, in_words, parse
from bot.rhythms.screen import described
from bot.rhythms.settings import change, problems, settings_form
from bot.rhythms.taking_part import not_me, take_part, taking_part
from bot.rhythms.turning import EVERYBODY_UP_TO, propose, start, stop
from storage.rhythms import Occurrence, Participant, Rhythm

__all__ = [
    "EVERYBODY_UP_TO",
    "WHEN",
    "Feature",
    "NotARule",
    "Occurrence",
    "Participant",
    "Planned",
    "Rhythm",
    "Rule",
    "Setting",
    "allow",
    "as_begun",
    "ask_for_permission",
    "begin_due",
    "change",
    "compose",
    "described",
    "do_due",
    "due_again",
    "due_between",
    "hand_over",
    "in_words",
    "may_change",
    "next_dates",
    "next_due",
    "next_of",
    "not_me",
    "occurrences",
    "parse",
    "problems",
    "propose",
    "set_aside",
    "settings_form",
    "settings_of",
    "start",
    "stop",
    "take_part",
    "taking_part",
    "team_in",
]
