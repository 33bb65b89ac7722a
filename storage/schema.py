"""The whole database on one page; every table of a tenant starts with its workspace."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite counts rows by itself only in a column that is exactly INTEGER.
_Sequence = BigInteger().with_variant(Integer, "sqlite")


def _workspace() -> Column[str]:
    return Column("workspace", Text, nullable=False)


def _of_workspace() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace"], ["workspaces.id"])


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("bot_user", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("trouble", Text),
    Column("trouble_since", UtcDateTime),
)

people = Table(
    "people",
    metadata,
    _workspace(),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("home", Text, nullable=False),
    Column("guest", Boolean, nullable=False),
    Column("bot", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("learnt_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    _of_workspace(),
)

channels = Table(
    "channels",
    metadata,
    _workspace(),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("here", Boolean, nullable=False),
    Column("size", Integer, nullable=False),
    Column("trouble", Text),
    Column("learnt_at", UtcDateTime),
    Column("greeted_at", UtcDateTime),
    PrimaryKeyConstraint("workspace", "id"),
    _of_workspace(),
)

teams = Table(
    "teams",
    metadata,
    _workspace(),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("keeper", Text, nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("filled_at", UtcDateTime),
    Column("made_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "channel"),
    _of_workspace(),
)

members = Table(
    "members",
    metadata,
    _workspace(),
    Column("team", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "team", "person"),
    ForeignKeyConstraint(["workspace", "team"], ["teams.workspace", "teams.id"]),
    Index("ix_members_workspace_person", "workspace", "person"),
)

blockers = Table(
    "blockers",
    metadata,
    _workspace(),
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
    ForeignKeyConstraint(["workspace", "team"], ["teams.workspace", "teams.id"]),
    Index("ix_blockers_workspace_team_state_since", "workspace", "team", "state", "since"),
    Index("ix_blockers_workspace_waiter_state_since", "workspace", "waiter", "state", "since"),
    Index("ix_blockers_workspace_owner_state_since", "workspace", "owner", "state", "since"),
    Index("ix_blockers_workspace_helper_function", "workspace", "helper", "function"),
)

happenings = Table(
    "happenings",
    metadata,
    Column("seq", _Sequence, primary_key=True, autoincrement=True),
    _workspace(),
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
    _workspace(),
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

inbox = Table(
    "inbox",
    metadata,
    _workspace(),
    Column("key", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answer", JSON, nullable=False),
    PrimaryKeyConstraint("workspace", "key"),
    Index("ix_inbox_at", "at"),
)

letters = Table(
    "letters",
    metadata,
    Column("seq", _Sequence, primary_key=True, autoincrement=True),
    _workspace(),
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
    _of_workspace(),
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
    _workspace(),
    Column("slot", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    PrimaryKeyConstraint("workspace", "slot"),
    _of_workspace(),
)

limits = Table(
    "limits",
    metadata,
    _workspace(),
    Column("method", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace", "method", "channel"),
    _of_workspace(),
)

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

processes = Table(
    "processes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("sockets", Integer, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
)

switches = Table(
    "switches",
    metadata,
    Column("name", Text, primary_key=True),
    Column("on_since", UtcDateTime, nullable=False),
)

TENANT_TABLES = frozenset(table for table in metadata.tables.values() if "workspace" in table.c)
