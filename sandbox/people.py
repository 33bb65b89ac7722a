"""The people of the workspace, the app's bot user among them, and the user groups."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from sandbox.wire import Json, SlackError

COLOURS = ("2f6f5e", "8a4b2f", "3d5a8c", "7a3b69", "5f6b2a", "8c3d46", "2f6477", "6b4fa0")


@dataclass(slots=True)
class Person:
    id: str
    name: str
    real_name: str
    tz: str
    team_id: str
    title: str = ""
    email: str = ""
    is_bot: bool = False
    is_guest: bool = False
    is_outsider: bool = False
    is_admin: bool = False
    deleted: bool = False
    dnd: bool = False
    status_text: str = ""
    status_emoji: str = ""
    locale: str = "en-US"
    bot_id: str | None = None

    @property
    def colour(self) -> str:
        return COLOURS[crc32(self.name.encode()) % len(COLOURS)]

    def local_time(self, now: float) -> str:
        return datetime.fromtimestamp(now, ZoneInfo(self.tz)).strftime("%a %H:%M")

    def slack(self, now: float, *, email: bool = False) -> Json:
        """Slack's user object; `now` (epoch seconds) decides the zone's offset.

        `email`: whoever asks may see the address.
        """
        local = datetime.fromtimestamp(now, ZoneInfo(self.tz))
        offset = local.utcoffset()
        user: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "color": self.colour,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": local.tzname(),
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "profile": self._profile(email=email),
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_guest,
            "is_ultra_restricted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": int(now),
        }
        return user | ({"is_stranger": False} if self.is_outsider else {})

    def _profile(self, *, email: bool) -> Json:
        first, _, last = self.real_name.partition(" ")
        profile: Json = {
            "title": self.title,
            "real_name": self.real_name,
            "real_name_normalized": self.real_name,
            "display_name": self.name,
            "display_name_normalized": self.name,
            "first_name": first,
            "last_name": last,
            "status_text": self.status_text,
            "status_emoji": self.status_emoji,
            "status_expiration": 0,
            "team": self.team_id,
        }
        shown = {"email": self.email} if email and self.email else {}
        return profile | shown | ({"bot_id": self.bot_id} if self.bot_id else {})


@dataclass(slots=True)
class Group:
    id: str
    handle: str
    name: str
    users: list[str]

    def slack(self, team_id: str, *, users: bool) -> Json:
        found: Json = {
            "id": self.id,
            "team_id": team_id,
            "is_usergroup": True,
            "name": self.name,
            "handle": self.handle,
            "description": "",
            "is_external": False,
            "date_delete": 0,
            "user_count": len(self.users),
        }
        return found | ({"users": list(self.users)} if users else {})


@dataclass
class People:
    by_id: dict[str, Person] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.by_id.values())

    def add(self, person: Person) -> Person:
        self.by_id[person.id] = person
        return person

    def get(self, user_id: str) -> Person:
        """Raises SlackError("user_not_found")."""
        person = self.by_id.get(user_id)
        if person is None:
            raise SlackError("user_not_found")
        return person

    def named(self, handle: str) -> Person | None:
        low = handle.lower()
        return next((p for p in self if p.name.lower() == low), None)

    def group_named(self, handle: str) -> Group | None:
        low = handle.lower()
        return next((g for g in self.groups.values() if g.handle.lower() == low), None)

    def group(self, group_id: str) -> Group:
        """Raises SlackError("no_such_subteam")."""
        found = self.groups.get(group_id)
        if found is None:
            raise SlackError("no_such_subteam")
        return found
