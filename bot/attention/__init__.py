"""Attention: one place decides what may reach a person now, and what waits for their morning."""

from bot.attention.count import reached
from bot.attention.due import compose, do_due, next_due
from bot.attention.nudges import PART, free_at, nudge, told_in_form, welcome_at
from bot.attention.reach import REACHES

__all__ = [
    "PART",
    "REACHES",
    "compose",
    "do_due",
    "free_at",
    "next_due",
    "nudge",
    "reached",
    "told_in_form",
    "welcome_at",
]
