"""The tables of workspaces, their people, channels and user groups."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    false,
)

from storage.schema.base import metadata, of_workspace, workspace
from storage.types import UtcDateTime

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("bot_user", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("trouble", Text),
    Column("trouble_since", UtcDateTime),
)

people = Table(
    "people",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("home", Text, nullable=False),
    Column("guest", Boolean, nullable=False),
    Column("bot", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("learnt_at", UtcDateTime, nullable=False),
    Column("admin", Boolean, nullable=False, server_default=false()),
    Column("away_until", Date),
    PrimaryKeyConstraint("workspace", "id"),
    of_workspace(),
)

channels = Table(
    "channels",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("here", Boolean, nullable=False),
    Column("size", Integer, nullable=False),
    Column("trouble", Text),
    Column("learnt_at", UtcDateTime),
    Column("greeted_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "id"),
    of_workspace(),
)

user_groups = Table(
    "user_groups",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("members", JSON(none_as_null=True)),
    Column("learnt_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "id"),
    of_workspace(),
)
