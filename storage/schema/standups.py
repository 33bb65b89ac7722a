"""The tables of standups: who was asked when, what they answered, what they are still writing."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.schema.base import metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime

standup_prompts = Table(
    "standup_prompts",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("absence", Text),
    Column("reminded", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "person", "date"),
    of_team(),
    Index("ix_standup_prompts_workspace_team_date", "workspace", "team", "date"),
    Index("ix_standup_prompts_workspace_person_ends_at", "workspace", "person", "ends_at"),
)

standup_answers = Table(
    "standup_answers",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("ticks", JSON, nullable=False),
    Column("given", JSON, nullable=False),
    Column("same_as", Date),
    Column("answered_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("shown_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "team", "person", "date"),
    of_team(),
    Index("ix_standup_answers_workspace_team_date", "workspace", "team", "date"),
)

standup_summaries = Table(
    "standup_summaries",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "team", "date"),
    of_team(),
)

standup_waits = Table(
    "standup_waits",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("blocker", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("verdict", Text),
    PrimaryKeyConstraint("workspace", "team", "person", "date", "blocker"),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
)

standup_drafts = Table(
    "standup_drafts",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("thread", Text),
    Column("state", Text, nullable=False),
    Column("team", Text),
    Column("day", Date),
    Column("changed_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    of_workspace(),
    Index("ix_standup_drafts_workspace_person_state", "workspace", "person", "state"),
)
