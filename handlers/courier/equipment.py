"""What a courier carries with it: made once, by the roof, and shared by all its rounds."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.deliveries import Composers, OnUnconfirmed
from bot.house import House
from bot.told import Card
from handlers.courier.gateway import Gateway
from handlers.courier.limiter import MOST_IN_FLIGHT, Limiter


class Render(Protocol):
    """Turns what a letter is about into text and blocks."""

    def __call__(
        self, kind: str, card: Card | None, facts: Mapping[str, Any], *, now: datetime
    ) -> Mapping[str, Any]: ...


class Counts(Protocol):
    """Letters by what became of them.

    sent, later, failed, in_doubt, unconfirmed, doubled, refused, given_back, moot, unknown,
    found, looked, resent, unread, overtaken.
    """

    def letter(self, outcome: str) -> None: ...


@dataclass(frozen=True)
class Equipment:
    """`me` is this process, under a name that no other start of it ever has."""

    house: House  # whose commits do not wake the courier: they are its own
    gateway: Gateway
    limiter: Limiter
    render: Render
    composers: Composers
    on_unconfirmed: OnUnconfirmed
    counts: Counts
    me: str
    seconds: Callable[[], float] = time.monotonic
    calls: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_IN_FLIGHT))
