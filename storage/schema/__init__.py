"""The whole database, a page for each feature; every table of a tenant names its workspace."""

from storage.schema.base import metadata
from storage.schema.blockers import asks, blockers, happenings
from storage.schema.people import channels, people, workspaces
from storage.schema.post import inbox, letters, limits, posts
from storage.schema.processes import leases, processes, switches
from storage.schema.teams import members, teams

TENANT_TABLES = frozenset(table for table in metadata.tables.values() if "workspace" in table.c)

__all__ = [
    "TENANT_TABLES",
    "asks",
    "blockers",
    "channels",
    "happenings",
    "inbox",
    "leases",
    "letters",
    "limits",
    "members",
    "metadata",
    "people",
    "posts",
    "processes",
    "switches",
    "teams",
    "workspaces",
]
