"""The tables of what people say about themselves, and of what may reach them when."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.base import metadata, of_workspace, workspace
from storage.types import UtcDateTime

# Each column that is NULL means: they said nothing about that.
profiles = Table(
    "profiles",
    metadata,
    workspace(),
    Column("person", Text, nullable=False),
    Column("starts", Text),
    Column("ends", Text),
    Column("days", Text),
    Column("country", Text),
    Column("off", JSON),
    Column("away", JSON),
    Column("paused", JSON),
    Column("skills", JSON),
    Column("muted", JSON),
    PrimaryKeyConstraint("workspace", "person"),
    of_workspace(),
)

nudges = Table(
    "nudges",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("usefulness", Integer, nullable=False),
    Column("by_name", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),
    Column("said_at", UtcDateTime),
    Column("day", Date),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "person", "kind", "subject"),
    of_workspace(),
    Index("ix_nudges_workspace_person_said_at", "workspace", "person", "said_at"),
    Index(
        "ix_nudges_waiting",
        "workspace",
        "due_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_nudges_kept",
        "workspace",
        "person",
        sqlite_where=text("state = 'kept'"),
        postgresql_where=text("state = 'kept'"),
    ),
)

morning_parts = Table(
    "morning_parts",
    metadata,
    workspace(),
    Column("person", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("part", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("leads", Boolean, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("left_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "person", "day", "part", "subject"),
    of_workspace(),
    Index(
        "ix_morning_parts_waiting",
        "workspace",
        "at",
        sqlite_where=text("left_at IS NULL"),
        postgresql_where=text("left_at IS NULL"),
    ),
)
