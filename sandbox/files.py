"""Files that people shared, with their bytes, as Slack describes them to an app."""

import mimetypes
from dataclasses import dataclass, field

from sandbox.wire import Json, SlackError


@dataclass(frozen=True, slots=True)
class File:
    """`channel` is the conversation in which it was shared."""

    id: str
    name: str
    content: bytes
    user: str
    channel: str
    created: int

    def slack(self, url: str) -> Json:
        """Slack's file object; `url` is where this Slack is."""
        private = f"{url}/files/{self.id}/{self.name}"
        kind, _ = mimetypes.guess_type(self.name)
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.name,
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


@dataclass
class Files:
    by_id: dict[str, File] = field(default_factory=dict)

    def add(self, file: File) -> File:
        self.by_id[file.id] = file
        return file

    def get(self, file_id: str) -> File:
        """Raises SlackError("file_not_found")."""
        found = self.by_id.get(file_id)
        if found is None:
            raise SlackError("file_not_found")
        return found
