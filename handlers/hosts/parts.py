"""Parts: the few pages that make up a request there, each read again only when it has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.hosts.wire import Json, Wire

Tags = Mapping[str, Any]


@dataclass
class Parts:
    """One reading. `tags` are those of the last one; `new` those to keep for the next."""

    wire: Wire
    tags: Tags
    new: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    async def one(self, part: str, path: str, **query: Any) -> Json | None:
        """None where it is as it was."""
        reply = await self.wire.get(path, tag=self.tags.get(part), **query)
        self._keep(part, reply.tag or (self.tags.get(part) if reply.unchanged else None))
        self.changed |= not reply.unchanged
        return None if reply.unchanged else reply.body

    async def all(self, part: str, path: str, **query: Any) -> list[Json] | None:
        pages = await self.wire.pages(path, tag=self.tags.get(part), **query)
        self._keep(part, pages.tag)
        self.changed |= not pages.unchanged
        return None if pages.unchanged else pages.items

    def _keep(self, part: str, tag: str | None) -> None:
        if tag is not None:
            self.new[part] = tag
