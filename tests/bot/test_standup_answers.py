"""Answering by one tap: the plan goes on, day after day."""

from datetime import UTC, date, datetime

import pytest

from bot import people, standups
from bot.standups import Given, Said
from bot.standups.rules import plan_of
from bot.told import Told
from bot.world import Work
from storage.people import Person
from storage.standups import Answer
from storage.store import Store
from storage.types import PersonId, TeamId
from tests.bot.post_office import HERE, PostOffice

ANA, TEAM = PersonId("U0ANA"), TeamId("t")
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (9, 10, 11))


@pytest.fixture
def office(store: Store) -> PostOffice:
    """Ana is in the team, whose standup nobody has turned on."""
    office = PostOffice(store)
    ana = Person(ANA, "Ana", "ana", "UTC", HERE, False, False, False, office.now)
    office.do(lambda work: people.learn(work, people=[ana], channels=[]))
    office.do(lambda work: work.records.teams.join(TEAM, ANA, at=work.now))
    return office


def same(office: PostOffice, day: date) -> Told:
    office.now = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)

    def verb(work: Work) -> Told:
        return standups.same_again(work, standups.known_team(work, TEAM), day, by=ANA)

    return office.do(verb)


def give(office: PostOffice, said: Said) -> Told:
    return office.do(
        lambda work: standups.give(work, standups.known_team(work, TEAM), said, by=ANA)
    )


def answer(office: PostOffice, day: date) -> Answer:
    found = office.do(lambda work: work.records.standups.answer(TEAM, ANA, day))
    assert found is not None
    return found


def test_an_unchanged_day_is_one_tap_however_many_there_are(office: PostOffice) -> None:
    give(office, Said((Given("plan", "What is next?", "the docs"),), day=MONDAY))

    assert same(office, TUESDAY).what == same(office, WEDNESDAY).what == "standup.confirmed"
    assert plan_of(answer(office, WEDNESDAY)) == ("the docs",)
    assert answer(office, WEDNESDAY).same_as == TUESDAY
