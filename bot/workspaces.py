"""Workspaces: introduced when we start, left alone when Slack refuses us."""

from bot.world import Work
from storage.workspaces import Workspace


def introduce(work: Work, workspace: Workspace) -> None:
    """Slack told us who we are there; trouble of before is over."""
    work.records.workspaces.introduce(workspace)


def refused(work: Work, reason: str) -> bool:
    """Slack does not let us speak there any more. True for the first to notice."""
    return work.records.workspaces.in_trouble(work.records.workspace, reason=reason, at=work.now)


def trouble_with(work: Work) -> str | None:
    """Slack's word for why it refuses us there; None while it does not."""
    us = work.records.workspaces.get(work.records.workspace)
    return None if us is None else us.trouble


__all__ = ["Workspace", "introduce", "refused", "trouble_with"]
