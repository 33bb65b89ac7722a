"""The tables of blockers, what happened to them, and who was asked to help."""

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import Sequence, metadata, of_team, workspace
from storage.types import UtcDateTime

blockers = Table(
    "blockers",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("waiter", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("owner", Text),
    Column("user_group", Text),
    Column("outside", Text),
    Column("project", Text),
    Column("link", Text),
    Column("severity", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("helper", Text),
    Column("since", UtcDateTime, nullable=False),
    Column("reported_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("ended_by", Text),
    Column("fix", Text),
    Column("effort", Text),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "team", "number"),
    of_team(),
    Index("ix_blockers_workspace_team_state_since", "workspace", "team", "state", "since"),
    Index("ix_blockers_workspace_waiter_state_since", "workspace", "waiter", "state", "since"),
    Index("ix_blockers_workspace_owner_state_since", "workspace", "owner", "state", "since"),
    Index("ix_blockers_workspace_helper_function", "workspace", "helper", "function"),
)

happenings = Table(
    "happenings",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    workspace(),
    Column("blocker", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("person", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("note", Text),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
    Index("ix_happenings_workspace_blocker_seq", "workspace", "blocker", "seq"),
)

asks = Table(
    "asks",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("blocker", Text, nullable=False),
    Column("asker", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answer", Text),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "blocker", "asked"),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
)
