"""The ledger of what people did: handed on, fell silent, ended; and whose waits a forecast uses."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot import blockers, people
from bot.blockers import BlockerId, Wait
from bot.blockers.totals import silent_since
from bot.blockers.voice import not_mine
from bot.ledger.books import book, digest, forecast_of
from bot.ledger.sums import Span
from bot.told import Told
from bot.world import Work
from storage.people import Channel, Person
from storage.store import Store
from storage.types import ChannelId, PersonId, TeamId
from tests.bot.post_office import HERE, PostOffice

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)  # work begins in UTC
HERE_CHANNEL, THERE_CHANNEL = ChannelId("C0TEAM"), ChannelId("C0OTHERS")
ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
OTHERS = [PersonId(f"U0PERSON{number}") for number in range(6)]
HOUR = timedelta(hours=1)


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    office.now = MONDAY
    known = [
        Person(one, one, one, "UTC", HERE, False, False, False, MONDAY)
        for one in (ANA, BEN, DANA, *OTHERS)
    ]
    places = [
        Channel(place, place.lower(), "channel", True, 9, None, MONDAY)
        for place in (HERE_CHANNEL, THERE_CHANNEL)
    ]
    office.do(lambda work: people.learn(work, people=known, channels=places))
    return office


def waits(
    office: PostOffice, waiter: PersonId = ANA, at: ChannelId = HERE_CHANNEL, **what: Any
) -> BlockerId:
    told = told_of(office, waiter, at, **what)
    assert told.card is not None
    return told.card.blocker.id


def told_of(office: PostOffice, waiter: PersonId, at: ChannelId, **what: Any) -> Told:
    wait = Wait(**{"words": "the new schema", "function": "data_engineering", **what})
    return office.do(lambda work: blockers.report(work, wait, waiter=waiter, channel=at))


def resolve(office: PostOffice, blocker: BlockerId, by: PersonId = ANA) -> None:
    office.do(partial(blockers.resolve, blocker_id=blocker, by=by))


def team(work: Work, channel: ChannelId = HERE_CHANNEL) -> TeamId:
    found = work.records.teams.of_channel(channel)
    assert found is not None
    return found.id


def week(office: PostOffice) -> dict[str | None, timedelta]:
    span = Span(MONDAY, MONDAY + timedelta(days=7))
    kept = office.do(lambda work: book(work, span, silent_since, team=team(work)))
    return {one.name: one.waited for one in kept.by_function()}


def test_a_wait_that_was_passed_on_counts_for_both_functions(office: PostOffice) -> None:
    wait = waits(office, owner=DANA)
    office.passes(hours=2)
    pass_on = partial(not_mine, by=DANA, place=ChannelId("D0DANA"), function="labeling")
    office.do(lambda work: pass_on(work, wait))
    office.passes(hours=3)
    resolve(office, wait)
    assert week(office) == {"data_engineering": 2 * HOUR, "labeling": 3 * HOUR}


def test_a_corrected_function_was_never_the_other_one(office: PostOffice) -> None:
    wait = waits(office)
    office.passes(hours=2)
    office.do(partial(blockers.correct, blocker_id=wait, by=ANA, function="labeling"))
    office.passes(hours=1)
    assert week(office) == {"labeling": 3 * HOUR}


def test_the_weeks_digest_counts_what_began_ended_and_is_open(office: PostOffice) -> None:
    before = waits(office)
    office.passes(days=7, hours=1)
    resolve(office, before)
    waits(office, BEN, function="labeling")
    waits(office, BEN, function="labeling", audience="me")
    office.do(lambda work: work.records.owners.mark_deliberate("labeling", by=ANA, at=office.now))
    office.passes(hours=2)
    found = office.do(lambda work: digest(work, team(work), silent_since, until=office.now))
    assert (found.begun, found.ended, found.open) == (2, 1, 2)
    assert [one.name for one in found.functions] == ["data_engineering"]
    assert [one.waited for one in found.deliberate] == [4 * HOUR]


def history(office: PostOffice, waiters: list[PersonId], at: ChannelId) -> None:
    """Twenty waits that took two hours each."""
    for number in range(20):
        waiter = waiters[number % len(waiters)]
        wait = waits(office, waiter, at)
        office.passes(hours=2)
        resolve(office, wait, waiter)
        office.passes(hours=22)


def forecast_here(office: PostOffice) -> Any:
    office.store.memory.clear()
    return told_of(office, ANA, HERE_CHANNEL).facts.get("forecast")


def test_a_teams_own_twenty_waits_are_enough_for_a_forecast(office: PostOffice) -> None:
    history(office, [ANA], HERE_CHANNEL)
    said = forecast_here(office)
    assert said["cases"] == 20
    assert said["half"] == said["most"] == 2 * HOUR.total_seconds()
    assert told_of(office, ANA, HERE_CHANNEL, function="labeling").facts.get("forecast") is None


@pytest.mark.parametrize(("waiters", "is_said"), [(OTHERS[:4], False), (OTHERS[:5], True)])
def test_other_teams_waits_are_used_only_when_five_people_had_them(
    office: PostOffice, waiters: list[PersonId], is_said: bool
) -> None:
    history(office, waiters, THERE_CHANNEL)
    assert (forecast_here(office) is not None) is is_said


def test_a_forecast_is_kept_in_memory_for_those_who_ask_next(office: PostOffice) -> None:
    history(office, [ANA], HERE_CHANNEL)
    office.store.memory.clear()
    for _ in range(2):
        waits(office)
        found = office.do(
            lambda work: forecast_of(work, "data_engineering", silent_since, team=team(work))
        )
        assert found is not None
        assert found.cases == 20
    office.store.memory.clear()
    waits(office, BEN)
    kept = office.store.memory.get(("known cases", HERE, "data_engineering"))
    assert len(kept) == 23
