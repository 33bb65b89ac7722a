"""Types that keep what SQL would blur: aware instants, and which id is whose."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NewType, TypeAlias

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator

WorkspaceId = NewType("WorkspaceId", str)
PersonId = NewType("PersonId", str)
ChannelId = NewType("ChannelId", str)
TeamId = NewType("TeamId", str)
BlockerId = NewType("BlockerId", str)
LetterId = NewType("LetterId", str)
ReviewId = NewType("ReviewId", str)

PEOPLE = ("U", "W")  # how Slack's ids of people begin

Facts = Mapping[str, Any]
Day: TypeAlias = date  # for records with a field that is called date


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant. SQLite forgets the zone of what it is given, so it is put back here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone")
        return value if value.tzinfo is UTC else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is UTC:
            return value
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
