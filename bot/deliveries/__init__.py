"""Deliveries: what the courier may carry now, what Slack's answers mean, what became of it all."""

from bot.deliveries.answers import (
    Answer,
    Failed,
    InDoubt,
    Later,
    Outcome,
    Reach,
    Sent,
    Trouble,
    Unreadable,
    back_off,
    outcome_of,
    seconds_to_wait,
    why_unread,
    without_group,
)
from bot.deliveries.claims import Agenda, Claimed, Outlook, agenda, claim, let_go, look, renew
from bot.deliveries.doubts import Doubt, OnUnconfirmed, absent, found, unconfirmed, unread
from bot.deliveries.parcels import Composers, Content, Parcel, Unsaid
from bot.deliveries.results import TROUBLE, archived, give_back, not_before, record
from storage.outbox import Letter, Post
from storage.types import ChannelId, WorkspaceId

__all__ = [
    "TROUBLE",
    "Agenda",
    "Answer",
    "ChannelId",
    "Claimed",
    "Composers",
    "Content",
    "Doubt",
    "Failed",
    "InDoubt",
    "Later",
    "Letter",
    "OnUnconfirmed",
    "Outcome",
    "Outlook",
    "Parcel",
    "Post",
    "Reach",
    "Sent",
    "Trouble",
    "Unreadable",
    "Unsaid",
    "WorkspaceId",
    "absent",
    "agenda",
    "archived",
    "back_off",
    "claim",
    "found",
    "give_back",
    "let_go",
    "look",
    "not_before",
    "outcome_of",
    "record",
    "renew",
    "seconds_to_wait",
    "unconfirmed",
    "unread",
    "why_unread",
    "without_group",
]
