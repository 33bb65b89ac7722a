"""How reviews look: the card, the letters, the lists, the form, and what each person is told."""

from handlers.views.reviews import actions
from handlers.views.reviews.answers import answer
from handlers.views.reviews.form import (
    ASK,
    LINK,
    LINK_IT,
    REVIEWER,
    Entered,
    form,
    link_errors,
    link_form,
    read_form,
    read_link_form,
)
from handlers.views.reviews.letters import LETTERS, morning, rows
from handlers.views.reviews.usage import usage

__all__ = [
    "ASK",
    "LETTERS",
    "LINK",
    "LINK_IT",
    "REVIEWER",
    "Entered",
    "actions",
    "answer",
    "form",
    "link_errors",
    "link_form",
    "morning",
    "read_form",
    "read_link_form",
    "rows",
    "usage",
]
