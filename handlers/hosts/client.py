"""A code host's API as the desk uses it; what differs between hosts is left to each."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from bot.hosts import Errand, Followed, Listing, Look, Watched, Why, is_new, kept_look
from handlers.hosts.parts import Parts
from handlers.hosts.reading import mapping, must, number, text
from handlers.hosts.wire import Json, NotRead, Wire

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w.-]{1,255}")
Tags = Mapping[str, Any]
Fresh = tuple[Look, tuple[str, ...]]
MOST_ALIKE = 3  # addresses that a search takes for the same
MOST_FRESH = 20  # of a repository at one reading; the others at the next


class Client(ABC):
    """Every call raises NotRead for what the host did not show or do."""

    requests: str  # where a repository has them
    numbered: str  # what it calls their number
    open_state: str
    branches: str
    files: str
    file_name: str

    def __init__(self, wire: Wire, web: str) -> None:
        self.wire = wire
        self.web = web

    async def look(self, one: Followed) -> tuple[Look, Tags] | None:
        """None when nothing has changed since it was read last."""
        known = kept_look(one.known)
        parts = Parts(self.wire, {} if known is None else one.tags or {})
        look = await self._whole(parts, self.path(one.place), one.number, known)
        return (look, parts.new) if parts.changed else None

    async def listing(self, one: Watched) -> tuple[Listing, Tags] | None:
        """None when it is as it was; those that are new are read whole."""
        parts = Parts(self.wire, {} if one.known is None else one.tags or {})
        path = self.path(one.place)
        items = await parts.all("open", f"{path}/{self.requests}", state=self.open_state)
        if items is None:
            return None
        drafts = {
            number(item.get(self.numbered)): bool(item.get("draft")) for item in map(must, items)
        }
        new = sorted(at for at, draft in drafts.items() if is_new(one, at, draft=draft))
        later = frozenset(new[MOST_FRESH:])
        fresh = [await self._fresh(path, at) for at in new[:MOST_FRESH]]
        place = self.place_of(must(items[0])) if items else one.place
        known = {at: draft for at, draft in drafts.items() if at not in later}
        return Listing(place, known, tuple(fresh)), {} if later else parts.new

    async def current(self, errand: Errand) -> Look:
        """As it is now, read anew."""
        return await self._whole(Parts(self.wire, {}), self.path(errand.place), errand.number, None)

    @abstractmethod
    async def own_name(self) -> str:
        """As whom we are known there."""

    @abstractmethod
    async def login_of(self, address: str) -> str | None:
        """Of the one person who shows exactly this e-mail address there; None: nobody, several, or
        it lets nobody look."""

    @abstractmethod
    async def carry(self, errand: Errand) -> None:
        """Request the reviewer, or take the request back; twice is once."""

    @abstractmethod
    def path(self, place: str) -> str:
        """A repository's, in its API."""

    @abstractmethod
    def place_of(self, request: Mapping[str, Json]) -> str:
        """The repository that a request goes to, as it is called by now."""

    @abstractmethod
    async def read(self, parts: Parts, path: str, at: int, known: Look | None) -> Look:
        """A request, but for its branch."""

    def lines_of(self, look: Look, files: list[Json]) -> int | None:
        """How many it changes."""
        return look.lines

    async def _fresh(self, path: str, at: int) -> Fresh:
        look = await self._whole(Parts(self.wire, {}), path, at, None)
        files = (await self.wire.pages(f"{path}/{self.requests}/{at}/{self.files}")).items
        paths = tuple(text(mapping(one).get(self.file_name)) for one in files)
        return replace(look, lines=self.lines_of(look, files)), paths

    async def _whole(self, parts: Parts, path: str, at: int, known: Look | None) -> Look:
        look = await self.read(parts, path, at, known)
        if look.state != "open" or not look.branch:
            return look
        was_gone = known is not None and known.branch_gone
        try:
            branch = f"{path}/{self.branches}/{quote(look.branch, safe='')}"
            found = await parts.one("branch", branch)
        except NotRead as not_read:
            if not_read.unread.why is not Why.GONE:
                raise
            parts.changed |= not was_gone
            return replace(look, branch_gone=True)
        return replace(look, branch_gone=was_gone if found is None else False)


def is_address(said: str) -> bool:
    """Not what a search would take for more than an address."""
    return bool(_ADDRESS.fullmatch(said))


def known_or(look: Look | None) -> Look:
    """What was known, where the host says that nothing has changed."""
    if look is None:
        raise NotRead(Why.ILL, "unchanged from nothing")
    return look
