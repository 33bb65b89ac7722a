"""The tables of the code hosts: accounts there, requests that we follow, errands that we owe."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.base import Sequence, metadata, of_team, of_workspace, workspace
from storage.types import UtcDateTime

code_hosts = Table(
    "code_hosts",
    metadata,
    workspace(),
    Column("kind", Text, nullable=False),
    Column("web", Text, nullable=False),
    Column("trouble", Text),
    Column("trouble_at", UtcDateTime),
    Column("stumbles", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "kind"),
    of_workspace(),
)

accounts = Table(
    "accounts",
    metadata,
    workspace(),
    Column("host", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("linked_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "host", "login"),
    UniqueConstraint("workspace", "host", "person"),
    of_workspace(),
)

account_searches = Table(
    "account_searches",
    metadata,
    workspace(),
    Column("host", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("asked", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("login", Text),
    Column("due_at", UtcDateTime, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "host", "person"),
    of_workspace(),
    Index(
        "ix_account_searches_looking",
        "workspace",
        "due_at",
        sqlite_where=text("state = 'looking'"),
        postgresql_where=text("state = 'looking'"),
    ),
)

followed = Table(
    "followed",
    metadata,
    workspace(),
    Column("review", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("known", JSON(none_as_null=True)),
    Column("tags", JSON, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime),
    Column("turn", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("trouble", Text),
    PrimaryKeyConstraint("workspace", "review"),
    ForeignKeyConstraint(["workspace", "review"], ["reviews.workspace", "reviews.id"]),
    Index("ix_followed_workspace_due_at", "workspace", "due_at"),
    Index("ix_followed_workspace_place_number", "workspace", "place", "number"),
)

watched = Table(
    "watched",
    metadata,
    workspace(),
    Column("team", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("known", JSON(none_as_null=True)),
    Column("tags", JSON, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime),
    Column("turn", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("trouble", Text),
    PrimaryKeyConstraint("workspace", "team", "place"),
    of_team(),
    Index("ix_watched_workspace_due_at", "workspace", "due_at"),
)

errands = Table(
    "errands",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    workspace(),
    Column("id", Text, nullable=False),
    Column("ask", Boolean, nullable=False),
    Column("host", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("login", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("reason", Text),
    UniqueConstraint("workspace", "id"),
    ForeignKeyConstraint(["workspace", "review"], ["reviews.workspace", "reviews.id"]),
    Index(
        "ix_errands_ready",
        "workspace",
        "due_at",
        sqlite_where=text("state = 'ready'"),
        postgresql_where=text("state = 'ready'"),
    ),
)
