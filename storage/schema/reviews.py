"""The tables of reviews: what is to be looked at, what happened to it, and who looks at it."""

from sqlalchemy import (
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
from sqlalchemy import text as sql

from storage.schema.base import Sequence, metadata, of_team, workspace
from storage.types import UtcDateTime

reviews = Table(
    "reviews",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("link", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("project", Text),
    Column("author", Text),
    Column("account", Text, nullable=False),
    Column("asked_by", Text),
    Column("note", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("due", Date),
    Column("wanted", Integer, nullable=False),
    Column("lines", Integer),
    Column("state", Text, nullable=False),
    Column("turn", Text, nullable=False),
    Column("turn_since", UtcDateTime),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("heard_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("look_at", UtcDateTime),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "team", "number"),
    of_team(),
    Index("ix_reviews_workspace_team_state", "workspace", "team", "state"),
    Index("ix_reviews_workspace_author_state", "workspace", "author", "state"),
    Index("ix_reviews_workspace_link", "workspace", "link"),
    Index("ix_reviews_workspace_place", "workspace", "place"),
    Index(
        "ix_reviews_look_at",
        "workspace",
        "look_at",
        sqlite_where=sql("look_at IS NOT NULL"),
        postgresql_where=sql("look_at IS NOT NULL"),
    ),
)


def _of_review() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace", "review"], ["reviews.workspace", "reviews.id"])


review_events = Table(
    "review_events",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    workspace(),
    Column("review", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("what", Text, nullable=False),
    Column("by", Text),
    Column("whom", Text),
    Column("account", Text, nullable=False),
    Column("by_bot", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("key", Text),
    UniqueConstraint("workspace", "review", "key"),
    _of_review(),
    Index("ix_review_events_workspace_review_at", "workspace", "review", "at"),
)

review_seats = Table(
    "review_seats",
    metadata,
    workspace(),
    Column("review", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("to_act", Boolean, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "review", "person"),
    _of_review(),
    Index("ix_review_seats_workspace_person_active", "workspace", "person", "active"),
)

review_shares = Table(
    "review_shares",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("head_start", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "person"),
    of_team(),
)

review_remarks = Table(
    "review_remarks",
    metadata,
    workspace(),
    Column("id", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    of_team(),
    _of_review(),
    Index("ix_review_remarks_workspace_team_kind_at", "workspace", "team", "kind", "at"),
)
