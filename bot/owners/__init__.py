"""Owners: who answers for a function in the whole workspace, asked once, free to say no."""

from bot.owners.asking import answer, ask, compose
from bot.owners.changing import mark, mute, step_down
from bot.owners.lines import OwnerLine, Target, function_named, parse, target_of
from bot.owners.listing import called, is_deliberate, listed, owner_of, places_of

__all__ = [
    "OwnerLine",
    "Target",
    "answer",
    "ask",
    "called",
    "compose",
    "function_named",
    "is_deliberate",
    "listed",
    "mark",
    "mute",
    "owner_of",
    "parse",
    "places_of",
    "step_down",
    "target_of",
]
