"""Files that people and the app shared, with their bytes, as Slack describes them to an app."""

import mimetypes
from dataclasses import dataclass, field

from sandbox.wire import Json, SlackError


@dataclass(frozen=True, slots=True)
class File:
    """`channel` is the conversation in which it was shared; "" for one that is the app's alone."""

    id: str
    name: str
    content: bytes
    user: str
    channel: str
    created: int
    title: str = ""

    def slack(self, url: str) -> Json:
        """Slack's file object; `url` is where this Slack is."""
        private = f"{url}/files/{self.id}/{self.name}"
        kind, _ = mimetypes.guess_type(self.name)
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": kind or "application/octet-stream",
            "filetype": self.name.rpartition(".")[2].lower(),
            "user": self.user,
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "size": len(self.content),
            "url_private": private,
            "url_private_download": f"{private}?download=1",
            "permalink": f"{url}/files/{self.user}/{self.id}/{self.name}",
            "file_access": "visible",
        }


@dataclass(slots=True)
class Upload:
    """What the app said that it will bring, and then brought."""

    id: str
    name: str
    length: int
    content: bytes | None = None


@dataclass
class Files:
    by_id: dict[str, File] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def add(self, file: File) -> File:
        self.by_id[file.id] = file
        return file

    def get(self, file_id: str) -> File:
        """Raises SlackError("file_not_found")."""
        found = self.by_id.get(file_id)
        if found is None:
            raise SlackError("file_not_found")
        return found
