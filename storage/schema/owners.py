"""The tables of who answers for which function, of deliberate hand-offs, and of shared causes."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.schema.base import metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime

owners = Table(
    "owners",
    metadata,
    workspace(),
    Column("function", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("whom", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("accepted_by", Text),
    Column("accepted_at", UtcDateTime),
    Column("muted", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace", "function", "standing"),
    of_workspace(),
)

handoffs = Table(
    "handoffs",
    metadata,
    workspace(),
    Column("function", Text, nullable=False),
    Column("marked_by", Text, nullable=False),
    Column("marked_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "function"),
    of_workspace(),
)

causes = Table(
    "causes",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("cleared_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "id"),
    of_team(),
)

effects = Table(
    "effects",
    metadata,
    workspace(),
    Column("blocker", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "blocker"),
    ForeignKeyConstraint(["workspace", "blocker"], ["blockers.workspace", "blockers.id"]),
    ForeignKeyConstraint(["workspace", "cause"], ["causes.workspace", "causes.id"]),
    Index("ix_effects_workspace_cause", "workspace", "cause"),
)
