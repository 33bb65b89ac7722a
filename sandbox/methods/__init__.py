"""Slack's Web API, one file for each family; importing this package fills the table."""

from sandbox.methods import (
    chat,
    conversations,
    files,
    history,
    reactions,
    team,
    usergroups,
    users,
    views,
)
from sandbox.methods.registry import METHODS, Call, Method

__all__ = [
    "METHODS",
    "Call",
    "Method",
    "chat",
    "conversations",
    "files",
    "history",
    "reactions",
    "team",
    "usergroups",
    "users",
    "views",
]
