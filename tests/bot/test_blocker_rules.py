"""Who may use it, who may see a blocker, and whom its telling waits for: rules as tables."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.blockers.rules import default_audience, is_same_wait, may_see, telling
from bot.people import may_use
from storage.blockers import Blocker
from storage.people import Channel, Person
from storage.types import BlockerId, ChannelId, PersonId, TeamId, WorkspaceId

HERE = WorkspaceId("T1")
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
PERSON = Person(ANA, "Ana", "ana", "UTC", HERE, guest=False, bot=False, gone=False, learnt_at=NOON)
CHANNEL = Channel(
    ChannelId("C0TEAM"), "team", "channel", here=True, size=8, trouble=None, learnt_at=NOON
)


def blocker(**what: Any) -> Blocker:
    usual: dict[str, Any] = dict.fromkeys(Blocker.__dataclass_fields__)
    usual.update(
        id=BlockerId("b1"),
        team=TeamId("t1"),
        number=1,
        waiter=ANA,
        audience="channel",
        told="yes",
        state="open",
        since=NOON,
        reported_at=NOON,
    )
    return Blocker(**{**usual, **what})


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (PERSON, True),
        (None, True),
        (replace(PERSON, guest=True), False),
        (replace(PERSON, bot=True), False),
        (replace(PERSON, gone=True), False),
        (replace(PERSON, home=WorkspaceId("T2")), False),
    ],
)
def test_full_members_may_use_it_and_who_is_unknown_is_believed(
    person: Person | None, may: bool
) -> None:
    assert may_use(person, HERE) is may


@pytest.mark.parametrize(
    ("channel", "in_dm", "audience"),
    [
        (CHANNEL, False, "channel"),
        (replace(CHANNEL, kind="private"), False, "channel"),
        (None, False, "channel"),
        (replace(CHANNEL, kind="dm"), False, "me"),
        (replace(CHANNEL, kind="group"), False, "me"),
        (CHANNEL, True, "me"),
        (None, True, "me"),
    ],
)
def test_the_usual_audience_is_the_channel_and_in_a_dm_only_its_author(
    channel: Channel | None, in_dm: bool, audience: str
) -> None:
    assert default_audience(channel, in_dm=in_dm) == audience


@pytest.mark.parametrize(
    ("audience", "waiter", "channel", "owner", "told"),
    [
        ("channel", PERSON, CHANNEL, None, "yes"),
        ("channel", PERSON, replace(CHANNEL, size=50), None, "yes"),
        ("channel", PERSON, replace(CHANNEL, size=51), None, "asking"),
        ("channel", PERSON, replace(CHANNEL, here=False), None, "not_here"),
        ("channel", PERSON, replace(CHANNEL, trouble="not_in_channel"), None, "not_here"),
        ("channel", PERSON, replace(CHANNEL, trouble="is_archived"), None, "closed"),
        ("channel", PERSON, replace(CHANNEL, here=False, size=900), None, "not_here"),
        ("channel", PERSON, None, None, "unknown"),
        ("channel", None, CHANNEL, None, "unknown"),
        ("asked", PERSON, CHANNEL, DANA, "yes"),
        ("asked", PERSON, None, DANA, "yes"),
        ("asked", PERSON, CHANNEL, None, "nobody"),
        ("asked", None, CHANNEL, DANA, "unknown"),
        ("me", PERSON, CHANNEL, DANA, "no"),
        ("me", None, None, None, "no"),
    ],
)
def test_the_audience_is_told_or_there_is_a_reason(
    audience: str,
    waiter: Person | None,
    channel: Channel | None,
    owner: PersonId | None,
    told: str,
) -> None:
    assert telling(audience, waiter=waiter, channel=channel, owner=owner) == told


@pytest.mark.parametrize("told", ["yes", "asking", "not_here", "closed", "unknown", "nobody", "no"])
@pytest.mark.parametrize("audience", ["channel", "asked", "me"])
def test_its_author_always_sees_it(audience: str, told: str) -> None:
    assert may_see(blocker(audience=audience, told=told), ANA)


@pytest.mark.parametrize("told", ["asking", "not_here", "closed", "unknown", "nobody", "no"])
@pytest.mark.parametrize("audience", ["channel", "asked", "me"])
def test_before_its_audience_was_told_nobody_else_does(audience: str, told: str) -> None:
    waits = blocker(audience=audience, told=told, owner=DANA, helper=BEN)
    assert not may_see(waits, DANA)
    assert not may_see(waits, BEN)


@pytest.mark.parametrize(
    ("audience", "person", "sees"),
    [
        ("channel", BEN, True),
        ("asked", DANA, True),
        ("asked", BEN, False),
    ],
)
def test_once_told_its_audience_sees_it(audience: str, person: PersonId, sees: bool) -> None:
    assert may_see(blocker(audience=audience, owner=DANA), person) is sees


def test_who_helps_with_it_sees_it() -> None:
    assert may_see(blocker(audience="asked", owner=DANA, helper=BEN), BEN)


@pytest.mark.parametrize(
    ("ended", "same"),
    [
        (NOON, True),
        (NOON - timedelta(days=7), True),
        (NOON - timedelta(days=7, microseconds=1), False),
        (None, False),
    ],
)
def test_within_seven_days_it_is_the_same_wait(ended: datetime | None, same: bool) -> None:
    assert is_same_wait(blocker(state="resolved", ended_at=ended), NOON) is same
