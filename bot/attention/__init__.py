"""Attention: one place decides what may reach a person now, and what waits for their morning."""

from bot.attention.count import reached
from bot.attention.due import compose, do_due, next_due
from bot.attention.nudges import (
    PART,
    is_welcome,
    nudge,
    say_in_the_morning,
    told_in_form,
    welcome_at,
)
from bot.attention.reach import REACHES
from bot.profiles import free_at

__all__ = [
    "PART",
    "REACHES",
    "compose",
    "do_due",
    "free_at",
    "is_welcome",
    "next_due",
    "nudge",
    "reached",
    "say_in_the_morning",
    "told_in_form",
    "welcome_at",
]
