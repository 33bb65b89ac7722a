"""The app as it is installed in the workspace: its ids, its credentials, what it may do."""

from dataclasses import dataclass, field

from sandbox.manifest import Manifest


@dataclass
class Installation:
    """`added` and `removed` scopes change what the manifest asked for; tokens stop when revoked."""

    manifest: Manifest
    app_id: str
    bot_id: str
    user_id: str
    bot_token: str
    app_token: str
    setup_token: str
    signing_secret: str
    verification_token: str
    client_id: str
    client_secret: str
    revoked: bool = False
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    channel_history: bool | None = None

    def scopes(self) -> frozenset[str]:
        """What is granted now."""
        granted = (self.manifest.scopes | self.added) - self.removed
        if self.channel_history is None:
            return granted
        of_channels = {"channels:history", "groups:history", "im:history", "mpim:history"}
        return granted | of_channels if self.channel_history else granted - of_channels
