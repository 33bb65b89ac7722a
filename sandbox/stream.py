"""What the open pages hear at once: one queue of events for each page that listens."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sandbox.wire import Json

MOST_WAITING = 5_000  # a page that reads no more is cut off rather than kept in memory


@dataclass(eq=False, slots=True)
class Listener:
    user_id: str
    events: asyncio.Queue[Json | None]


@dataclass
class Stream:
    _listeners: list[Listener] = field(default_factory=list)

    @contextmanager
    def listening(self, user_id: str) -> Iterator[asyncio.Queue[Json | None]]:
        """A queue of this person's events; None in it ends the stream."""
        listener = Listener(user_id, asyncio.Queue())
        self._listeners.append(listener)
        try:
            yield listener.events
        finally:
            if listener in self._listeners:
                self._listeners.remove(listener)

    @property
    def anyone(self) -> bool:
        return bool(self._listeners)

    def tell(self, event: Json, *, hears: Callable[[str], bool] | None = None) -> None:
        """Give the event to every page whose person `hears` it (all without a rule)."""
        for listener in list(self._listeners):
            if hears is None or hears(listener.user_id):
                self._put(listener, event)

    def tell_one(self, user_id: str, event: Json) -> None:
        self.tell(event, hears=lambda listener: listener == user_id)

    def end(self) -> None:
        """Let every open page go."""
        for listener in self._listeners:
            listener.events.put_nowait(None)

    def _put(self, listener: Listener, event: Json) -> None:
        if listener.events.qsize() < MOST_WAITING:
            listener.events.put_nowait(event)
            return
        self._listeners.remove(listener)
        listener.events.put_nowait(None)
