"""The tables of what a team taught the reader, and of messages in which somebody saw a wait."""

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime

vocabulary = Table(
    "vocabulary",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("taught_by", Text, nullable=False),
    Column("meaning", Text, nullable=False),
    Column("blocker", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "kind", "words", "taught_by"),
    of_team(),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
)

signals = Table(
    "signals",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("reaction", Text, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team"),
    of_team(),
)

suggestions = Table(
    "suggestions",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "channel", "message"),
    of_workspace(),
)
