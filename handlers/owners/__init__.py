"""Owners at the door: `/pinwheel owners`, `owner …` and `queue`, the form and the buttons."""

from slack_bolt.async_app import AsyncApp

from handlers import taps
from handlers.door import Door
from handlers.forms import take_forms
from handlers.owners.clicks import FORMS, TAPS
from handlers.owners.words import mean_owner, mean_owners, mean_queue, on_owner


def register(app: AsyncApp, door: Door) -> None:
    taps.listen(app, door, TAPS)
    take_forms(app, door, FORMS)


__all__ = ["mean_owner", "mean_owners", "mean_queue", "on_owner", "register"]
