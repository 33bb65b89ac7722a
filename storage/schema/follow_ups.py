"""The tables of what we come back to: waits that fell silent, and topics for the next retro."""

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table, Text
from sqlalchemy import text as sql

from storage.schema.base import metadata, of_team, workspace
from storage.types import UtcDateTime

follow_ups = Table(
    "follow_ups",
    metadata,
    workspace(),
    Column("blocker", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "blocker", "what"),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
    Index(
        "ix_follow_ups_planned",
        "workspace",
        "due_at",
        sqlite_where=sql("done_at IS NULL"),
        postgresql_where=sql("done_at IS NULL"),
    ),
)

topics = Table(
    "topics",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("blockers", JSON, nullable=False),
    Column("remark", Text),
    Column("reviews", JSON(none_as_null=True)),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    of_team(),
    Index("ix_topics_workspace_team_at", "workspace", "team", "at"),
)
