"""How standups look: the question, the form, the thread, and what each person is told."""

from handlers.views.standups import actions
from handlers.views.standups.answers import answer
from handlers.views.standups.form import (
    ANSWER,
    CONFIRMED,
    Entered,
    confirmed,
    form,
    form_refusal,
    read_form,
    tick_name,
)
from handlers.views.standups.morning import question, reminder
from handlers.views.standups.thread import reply, summary
from handlers.views.standups.usage import usage, which_team

__all__ = [
    "ANSWER",
    "CONFIRMED",
    "Entered",
    "actions",
    "answer",
    "confirmed",
    "form",
    "form_refusal",
    "question",
    "read_form",
    "reminder",
    "reply",
    "summary",
    "tick_name",
    "usage",
    "which_team",
]
