"""How blockers look: answers, lists, the message in the channel, the form."""

from handlers.views.blockers import actions
from handlers.views.blockers.answers import answer
from handlers.views.blockers.form import (
    CONFIRMED,
    REPORT,
    REWORD,
    FormAnswer,
    audience_choices,
    confirmed,
    form,
    form_errors,
    read_form,
)
from handlers.views.blockers.post import channel_post

__all__ = [
    "CONFIRMED",
    "REPORT",
    "REWORD",
    "FormAnswer",
    "actions",
    "answer",
    "audience_choices",
    "channel_post",
    "confirmed",
    "form",
    "form_errors",
    "read_form",
]
