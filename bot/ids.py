"""Which id is whose, for the door: it reads them from what Slack sends."""

from storage.types import BlockerId, ChannelId, PersonId, TeamId, WorkspaceId

__all__ = ["BlockerId", "ChannelId", "PersonId", "TeamId", "WorkspaceId"]
