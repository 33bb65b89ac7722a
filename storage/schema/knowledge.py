"""The tables of who knows what: a team's projects, where they live, and who worked on them."""

from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Table, Text

from storage.schema.base import metadata, of_team, workspace
from storage.types import UtcDateTime

projects = Table(
    "projects",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("over_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "team", "key"),
    of_team(),
)


def _of_project() -> ForeignKeyConstraint:
    columns = ["workspace", "team", "project"]
    return ForeignKeyConstraint(columns, ["projects.workspace", "projects.team", "projects.key"])


project_places = Table(
    "project_places",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("project", Text, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "place"),
    _of_project(),
)

knowledge = Table(
    "knowledge",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "project", "person", "how"),
    _of_project(),
)
