"""Rhythms at the door: turned on and off, joined, set, and a team in one screen."""

from slack_bolt.async_app import AsyncApp

from handlers import taps
from handlers.door import Door
from handlers.forms import take_forms
from handlers.rhythms.channel import meet_channel
from handlers.rhythms.clicks import TAPS
from handlers.rhythms.forms import FORMS
from handlers.rhythms.lines import answer_settings, keeper, settings, team
from handlers.views.rhythms import actions


def register(app: AsyncApp, door: Door) -> None:
    taps.listen(app, door, TAPS, reads=actions.value_of)
    take_forms(app, door, FORMS)


__all__ = [
    "answer_settings",
    "keeper",
    "meet_channel",
    "register",
    "settings",
    "team",
]
