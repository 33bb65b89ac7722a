"""How rhythms look: who takes part, a team in one screen, the settings, what a channel reads."""

from handlers.views.rhythms import actions
from handlers.views.rhythms.answers import answer
from handlers.views.rhythms.posts import newcomer, permission, turned_off, turned_on
from handlers.views.rhythms.screen import team_blocks
from handlers.views.rhythms.settings import (
    CONFIRMED,
    SETTINGS,
    confirmed,
    form,
    form_errors,
    read_form,
)

__all__ = [
    "CONFIRMED",
    "SETTINGS",
    "actions",
    "answer",
    "confirmed",
    "form",
    "form_errors",
    "newcomer",
    "permission",
    "read_form",
    "team_blocks",
    "turned_off",
    "turned_on",
]
