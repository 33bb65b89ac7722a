"""The tables of what recurs for a team: its rhythms, who takes part, and each time it came due."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import metadata, of_team, workspace
from storage.types import UtcDateTime

rhythms = Table(
    "rhythms",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("feature", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("on", Boolean, nullable=False),
    Column("turned_by", Text),
    Column("starts_on", Date),
    Column("next_due", UtcDateTime),
    PrimaryKeyConstraint("workspace", "team", "feature"),
    of_team(),
    Index("ix_rhythms_workspace_on_next_due", "workspace", "on", "next_due"),
)

participants = Table(
    "participants",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("feature", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("takes_part", Boolean, nullable=False),
    Column("away_until", Date),
    Column("said_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "feature", "person"),
    of_team(),
)

occurrences = Table(
    "occurrences",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("feature", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("rule", Text, nullable=False),
    Column("settings", JSON, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "team", "feature", "date"),
    of_team(),
    Index("ix_occurrences_workspace_team_feature_state", "workspace", "team", "feature", "state"),
)
