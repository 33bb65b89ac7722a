"""Which id is whose: the types that the door reads from what Slack sends, and what an id tells."""

from collections.abc import Mapping

from storage.types import PEOPLE, BlockerId, ChannelId, PersonId, TeamId, WorkspaceId

_KINDS: Mapping[str, str] = {**dict.fromkeys(PEOPLE, "person"), "S": "group", "D": "dm"}


def kind_of(id_: str | None) -> str:
    """Slack's ids tell it: person, group (of users), dm, or channel; "" of nobody."""
    return _KINDS.get(id_[0], "channel") if id_ else ""


__all__ = ["BlockerId", "ChannelId", "PersonId", "TeamId", "WorkspaceId", "kind_of"]
