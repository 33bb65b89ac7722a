"""Silence: who is asked when, and what becomes of a wait of which nobody says a word."""

from bot.blockers.heard import sign_of_life
from bot.blockers.silence.answers import bring, still_waiting
from bot.blockers.silence.chains import waits_on_another
from bot.blockers.silence.look import do_due, next_due, set_aside
from bot.blockers.silence.promises import asked_in_form, passed
from bot.blockers.silence.questions import compose
from bot.blockers.totals import confirmed_and_unconfirmed, silent_since

__all__ = [
    "asked_in_form",
    "bring",
    "compose",
    "confirmed_and_unconfirmed",
    "do_due",
    "next_due",
    "passed",
    "set_aside",
    "sign_of_life",
    "silent_since",
    "still_waiting",
    "waits_on_another",
]
