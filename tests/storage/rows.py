"""Rows to begin with: a workspace, a team in it, blockers with only the interesting field named."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from storage.blockers import Blocker
from storage.records import Records
from storage.store import Store
from storage.teams import Team
from storage.transaction import Transaction
from storage.types import BlockerId, ChannelId, PersonId, TeamId, WorkspaceId
from storage.workspaces import Workspace

NORTH, SOUTH = WorkspaceId("TNORTH"), WorkspaceId("TSOUTH")
ANA, BEN, DANA = PersonId("UANA"), PersonId("UBEN"), PersonId("UDANA")
TEAM = TeamId("team-1")
CHANNEL = ChannelId("C1")
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)

_BLOCKER = Blocker(
    id=BlockerId(""),
    team=TEAM,
    number=0,
    waiter=ANA,
    words="waiting on the schema change",
    function="data_engineering",
    owner=None,
    user_group=None,
    outside=None,
    project=None,
    link=None,
    severity="stopped",
    audience="channel",
    told="yes",
    state="open",
    helper=None,
    since=NOON,
    reported_at=NOON,
)


def settle(store: Store, *workspaces: WorkspaceId) -> None:
    """Each workspace with one team, in the channel C1, kept by Ana."""

    def deed(tx: Transaction) -> None:
        for workspace in workspaces:
            records = Records(tx, workspace)
            records.workspaces.introduce(Workspace(workspace, "Somewhere", BEN, "B1", "commands"))
            records.teams.add(Team(TEAM, CHANNEL, ANA, None, NOON))

    store.write_now(deed)


def a_blocker(number: int, **interesting: Any) -> Blocker:
    """Of Ana, open, on data engineering, for the channel; its id is b followed by its number."""
    return replace(_BLOCKER, id=BlockerId(f"b{number}"), number=number, **interesting)
