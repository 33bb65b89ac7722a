"""The world as it is handed down: what time it is, new ids, dice; and one unit of work in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random  # noqa: TID251 - the type; the dice themselves are made by the roof

from storage.records import Records


@dataclass(frozen=True)
class World:
    now: Callable[[], datetime]  # aware, UTC
    new_id: Callable[[], str]  # opaque, short, unguessable
    dice: Random


class Work:
    """One use case at one moment: its records, its now. Everything in it happens or nothing."""

    __slots__ = ("new_id", "now", "records")

    def __init__(self, records: Records, *, now: datetime, new_id: Callable[[], str]) -> None:
        self.records = records
        self.now = now
        self.new_id = new_id
