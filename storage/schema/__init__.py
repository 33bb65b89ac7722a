"""The whole database, a page for each feature; every table of a tenant names its workspace."""

from storage.schema.attention import morning_parts, nudges, profiles
from storage.schema.base import metadata
from storage.schema.blockers import asks, blockers, happenings
from storage.schema.follow_ups import follow_ups, topics
from storage.schema.owners import causes, effects, handoffs, owners
from storage.schema.people import channels, people, workspaces
from storage.schema.post import inbox, letters, limits, posts
from storage.schema.processes import leases, processes, switches
from storage.schema.rhythms import occurrences, participants, rhythms
from storage.schema.standups import (
    standup_answers,
    standup_drafts,
    standup_prompts,
    standup_summaries,
    standup_waits,
)
from storage.schema.teams import members, teams
from storage.schema.vocabulary import signals, suggestions, vocabulary

TENANT_TABLES = frozenset(table for table in metadata.tables.values() if "workspace" in table.c)

__all__ = [
    "TENANT_TABLES",
    "asks",
    "blockers",
    "causes",
    "channels",
    "effects",
    "follow_ups",
    "handoffs",
    "happenings",
    "inbox",
    "leases",
    "letters",
    "limits",
    "members",
    "metadata",
    "morning_parts",
    "nudges",
    "occurrences",
    "owners",
    "participants",
    "people",
    "posts",
    "processes",
    "profiles",
    "rhythms",
    "signals",
    "standup_answers",
    "standup_drafts",
    "standup_prompts",
    "standup_summaries",
    "standup_waits",
    "suggestions",
    "switches",
    "teams",
    "topics",
    "vocabulary",
    "workspaces",
]
