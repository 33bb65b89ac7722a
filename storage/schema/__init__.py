"""The whole database, a page for each feature; every table of a tenant names its workspace."""

from storage.schema.attention import morning_parts, nudges, profiles
from storage.schema.base import metadata
from storage.schema.blockers import asks, blockers, happenings
from storage.schema.follow_ups import follow_ups, topics
from storage.schema.hosts import (
    account_searches,
    accounts,
    code_hosts,
    errands,
    followed,
    watched,
)
from storage.schema.knowledge import knowledge, project_places, projects
from storage.schema.owners import causes, effects, handoffs, owners
from storage.schema.pairs import (
    pair_circles,
    pair_files,
    pair_meetings,
    pair_needs,
    pair_nevers,
    pair_people,
    pair_places,
    pair_rounds,
    pair_seats,
    pair_welcomes,
    pair_wishes,
    pairings,
)
from storage.schema.people import channels, people, user_groups, workspaces
from storage.schema.post import inbox, letters, limits, posts
from storage.schema.processes import leases, processes, switches
from storage.schema.reviews import (
    review_events,
    review_remarks,
    review_seats,
    review_shares,
    reviews,
)
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
    "account_searches",
    "accounts",
    "asks",
    "blockers",
    "causes",
    "channels",
    "code_hosts",
    "effects",
    "errands",
    "follow_ups",
    "followed",
    "handoffs",
    "happenings",
    "inbox",
    "knowledge",
    "leases",
    "letters",
    "limits",
    "members",
    "metadata",
    "morning_parts",
    "nudges",
    "occurrences",
    "owners",
    "pair_circles",
    "pair_files",
    "pair_meetings",
    "pair_needs",
    "pair_nevers",
    "pair_people",
    "pair_places",
    "pair_rounds",
    "pair_seats",
    "pair_welcomes",
    "pair_wishes",
    "pairings",
    "participants",
    "people",
    "posts",
    "processes",
    "profiles",
    "project_places",
    "projects",
    "review_events",
    "review_remarks",
    "review_seats",
    "review_shares",
    "reviews",
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
    "user_groups",
    "vocabulary",
    "watched",
    "workspaces",
]
