"""Rhythms at the door: turned on and off, joined, set, and a team in one screen."""

from slack_bolt.async_app import AsyncApp

from handlers.door import Door
from handlers.rhythms import clicks, forms
from handlers.rhythms.channel import meet_channel
from handlers.rhythms.lines import answer_by, answer_settings, keeper, settings, team


def register(app: AsyncApp, door: Door) -> None:
    clicks.register(app, door)
    forms.register(app, door)


__all__ = [
    "answer_by",
    "answer_settings",
    "keeper",
    "meet_channel",
    "register",
    "settings",
    "team",
]
