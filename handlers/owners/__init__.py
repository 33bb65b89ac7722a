"""Owners at the door: `/pinwheel owners`, `owner …` and `queue`, the form and the buttons."""

from slack_bolt.async_app import AsyncApp

from handlers.door import Door
from handlers.owners import clicks
from handlers.owners.words import mean_owner, mean_owners, mean_queue, on_owner, on_owners, on_queue


def register(app: AsyncApp, door: Door) -> None:
    clicks.register(app, door)


__all__ = [
    "mean_owner",
    "mean_owners",
    "mean_queue",
    "on_owner",
    "on_owners",
    "on_queue",
    "register",
]
