"""Blockers to look at: the demo's wait, with only what is interesting named."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.told import Card
from storage.blockers import Blocker
from storage.types import BlockerId, ChannelId, PersonId, TeamId

ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
TEAM = ChannelId("C0DSTEAM")
NOW = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
WORDS = "waiting on ETL changes for the churn table from <@U0DANA>"

_ON_CARDS = {field.name for field in fields(Card)} - {"blocker"}


def blocker(**what: Any) -> Blocker:
    usual: dict[str, Any] = {
        "id": BlockerId("b12"),
        "team": TeamId("t1"),
        "number": 12,
        "waiter": ANA,
        "words": WORDS,
        "function": "data_engineering",
        "owner": DANA,
        "user_group": None,
        "outside": None,
        "project": "churn table",
        "link": None,
        "severity": "stopped",
        "audience": "channel",
        "told": "yes",
        "state": "open",
        "helper": None,
        "since": NOW,
        "reported_at": NOW,
    }
    return Blocker(**{**usual, **what})


def card(**what: Any) -> Card:
    """A card; names of Card's fields go there, all others into its blocker."""
    usual: dict[str, Any] = {
        "channel": TEAM,
        "channel_name": "ds-team",
        "channel_kind": "channel",
        "channel_size": 8,
        "waited": timedelta(0),
    }
    there = {name: what[name] for name in what.keys() & _ON_CARDS}
    about = {name: what[name] for name in what.keys() - _ON_CARDS}
    return Card(blocker=blocker(**about), **{**usual, **there})


def taken(**what: Any) -> Card:
    return card(**{"state": "in_hand", "helper": BEN, **what})


def resolved(**what: Any) -> Card:
    usual = {
        "state": "resolved",
        "helper": BEN,
        "ended_at": NOW,
        "ended_by": BEN,
        "fix": "the column is back",
        "since": NOW - timedelta(hours=4),
        "reported_at": NOW - timedelta(hours=4),
        "waited": timedelta(hours=3),
    }
    return card(**{**usual, **what})


def alone(**what: Any) -> Card:
    """A wait that only its author sees, told in the DM with us."""
    usual = {
        "audience": "me",
        "told": "no",
        "channel": ChannelId("D0ANA"),
        "channel_name": "",
        "channel_kind": "dm",
        "channel_size": 2,
    }
    return card(**{**usual, **what})
