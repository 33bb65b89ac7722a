"""The tables of pairs: who rotates with whom, each round, and what became of it."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.base import metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime


def _of_circle() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["workspace", "circle"], ["pair_circles.workspace", "pair_circles.id"]
    )


def _of_round() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace", "round"], ["pair_rounds.workspace", "pair_rounds.id"])


pair_circles = Table(
    "pair_circles",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text),
    Column("rounds", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    of_team(),
    of_workspace(),
)

pair_seats = Table(
    "pair_seats",
    metadata,
    workspace(),
    Column("circle", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("byes", Integer, nullable=False),
    Column("last_bye", Integer),
    PrimaryKeyConstraint("workspace", "circle", "person"),
    _of_circle(),
)

pair_rounds = Table(
    "pair_rounds",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("circle", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("number", Integer),
    Column("state", Text, nullable=False),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("made_at", UtcDateTime),
    Column("inputs", JSON),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "circle", "date", "kind"),
    _of_circle(),
    Index("ix_pair_rounds_workspace_state_begun_at", "workspace", "state", "begun_at"),
)

pairings = Table(
    "pairings",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("asks_at", UtcDateTime),
    Column("relaxed", Boolean, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("answer", Text),
    Column("answered_by", Text),
    Column("answered_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "id"),
    _of_round(),
    Index("ix_pairings_workspace_round", "workspace", "round"),
)

pair_files = Table(
    "pair_files",
    metadata,
    workspace(),
    Column("pairing", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "pairing", "channel", "starts_at"),
    ForeignKeyConstraint(["workspace", "pairing"], ["pairings.workspace", "pairings.id"]),
)

pair_places = Table(
    "pair_places",
    metadata,
    workspace(),
    Column("round", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("pairing", Text),
    Column("state", Text, nullable=False),
    Column("role", Text),
    Column("bye", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace", "round", "person"),
    _of_round(),
    Index("ix_pair_places_workspace_pairing", "workspace", "pairing"),
    Index("ix_pair_places_workspace_person", "workspace", "person"),
)

pair_meetings = Table(
    "pair_meetings",
    metadata,
    workspace(),
    Column("circle", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("met", Integer, nullable=False),
    Column("met_at", UtcDateTime),
    Column("made", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("led", Text),
    PrimaryKeyConstraint("workspace", "circle", "one", "other"),
    _of_circle(),
)

pair_nevers = Table(
    "pair_nevers",
    metadata,
    workspace(),
    Column("person", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "person", "other"),
    of_workspace(),
)

pair_wishes = Table(
    "pair_wishes",
    metadata,
    workspace(),
    Column("person", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "person", "function"),
    of_workspace(),
)

pair_people = Table(
    "pair_people",
    metadata,
    workspace(),
    Column("person", Text, nullable=False),
    Column("across", Boolean, nullable=False),
    Column("leaves_on", Date),
    PrimaryKeyConstraint("workspace", "person"),
    of_workspace(),
)

pair_needs = Table(
    "pair_needs",
    metadata,
    workspace(),
    Column("circle", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("ended_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "circle", "kind", "subject"),
    _of_circle(),
)

pair_welcomes = Table(
    "pair_welcomes",
    metadata,
    workspace(),
    Column("circle", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "circle", "person"),
    _of_circle(),
)
