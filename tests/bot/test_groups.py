"""User groups as they are remembered: for an hour, by name, and who may speak for them."""

from datetime import timedelta

import pytest

from bot import groups
from bot.groups import Group
from bot.world import Work
from storage.store import Store
from storage.types import PersonId
from tests.bot.post_office import NOON, PostOffice

GROUP = "S0DATA"
DANA, BEN = PersonId("U0DANA"), PersonId("U0BEN")


@pytest.fixture
def office(store: Store) -> PostOffice:
    return PostOffice(store)


def known(office: PostOffice) -> None:
    """Slack told of the group at noon: Dana is in it."""
    told = Group(GROUP, "data", frozenset({DANA}), NOON)
    office.do(lambda work: groups.learn(work, told))


def test_only_a_group_that_was_named_is_asked_about_once(office: PostOffice) -> None:
    def verb(work: Work) -> list[str]:
        for named in (None, "U0DANA", "C0DATA", GROUP, GROUP):
            groups.named(work, named)
        return groups.unfamiliar(work)

    assert office.do(verb) == [GROUP]


def test_nobody_knows_who_is_in_a_group_that_slack_did_not_tell_of(office: PostOffice) -> None:
    def verb(work: Work) -> list[bool | None]:
        groups.named(work, GROUP)
        groups.learn(work, Group("S0FREE", learnt_at=NOON))
        return [groups.has(work, one, DANA) for one in (GROUP, "S0FREE", "S0NOBODY")]

    assert office.do(verb) == [None, None, None]


def test_members_are_known_and_so_are_the_groups_of_a_person(office: PostOffice) -> None:
    known(office)
    assert office.do(lambda work: groups.has(work, GROUP, DANA)) is True
    assert office.do(lambda work: groups.has(work, GROUP, BEN)) is False
    assert office.do(lambda work: groups.of_person(work, DANA)) == [GROUP]
    assert office.do(lambda work: groups.of_person(work, BEN)) == []
    assert office.do(lambda work: groups.handle_of(work, GROUP)) == "data"


def test_it_is_remembered_for_an_hour_or_until_it_changes(office: PostOffice) -> None:
    known(office)
    office.now = NOON + timedelta(minutes=59)
    assert office.do(groups.unfamiliar) == []
    assert office.do(lambda work: groups.doubt(work, GROUP)) is True
    assert office.do(groups.unfamiliar) == [GROUP]
    assert office.do(lambda work: groups.has(work, GROUP, BEN)) is False, "until Slack was asked"
    known(office)
    office.now = NOON + timedelta(minutes=60)
    assert office.do(groups.unfamiliar) == [GROUP]


def test_a_change_of_a_group_that_nobody_named_is_no_business_of_ours(office: PostOffice) -> None:
    assert office.do(lambda work: groups.doubt(work, GROUP)) is False
    assert office.do(groups.unfamiliar) == []


def test_what_slack_no_longer_tells_is_forgotten_but_for_the_name(office: PostOffice) -> None:
    known(office)
    office.do(lambda work: groups.learn(work, Group(GROUP, learnt_at=NOON)))
    assert office.do(lambda work: groups.has(work, GROUP, DANA)) is None
    assert office.do(lambda work: groups.handle_of(work, GROUP)) == "data"
