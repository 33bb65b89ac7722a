"""The tables of teams and their members."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage.schema.base import metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime

teams = Table(
    "teams",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("keeper", Text, nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("filled_at", UtcDateTime),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "channel"),
    of_workspace(),
)

members = Table(
    "members",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "person"),
    of_team(),
    Index("ix_members_workspace_person", "workspace", "person"),
)
