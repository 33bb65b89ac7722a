"""The tables of what came in, what we owe, and how fast we may say it."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.base import Sequence, metadata, of_workspace, workspace
from storage.types import UtcDateTime

inbox = Table(
    "inbox",
    metadata,
    workspace(),
    Column("key", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answer", JSON, nullable=False),
    PrimaryKeyConstraint("workspace", "key"),
    Index("ix_inbox_at", "at"),
)

letters = Table(
    "letters",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    workspace(),
    Column("id", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("conversation", Text, nullable=False),
    Column("whisper_to", Text),
    Column("slot", Text),
    Column("thread", Text),
    Column("facts", JSON, nullable=False),
    Column("asked", Boolean, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("attempt_at", UtcDateTime),
    Column("fence", Integer),
    Column("tries", Integer, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("reason", Text),
    Column("ts", Text),
    UniqueConstraint("workspace", "id"),
    of_workspace(),
    Index("ix_letters_workspace_state_rank_seq", "workspace", "state", "rank", "seq"),
    Index(
        "ix_letters_unfinished",
        "workspace",
        "conversation",
        "seq",
        sqlite_where=text("state IN ('ready', 'sending', 'in_doubt')"),
        postgresql_where=text("state IN ('ready', 'sending', 'in_doubt')"),
    ),
    Index("ix_letters_workspace_slot_seq", "workspace", "slot", "seq"),
)

posts = Table(
    "posts",
    metadata,
    workspace(),
    Column("slot", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    PrimaryKeyConstraint("workspace", "slot"),
    of_workspace(),
)

limits = Table(
    "limits",
    metadata,
    workspace(),
    Column("method", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "method", "channel"),
    of_workspace(),
)
