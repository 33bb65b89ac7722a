"""Teams are made, filled, greeted and left; people are known by names that mean one person."""

from typing import Any

import pytest

from bot import people, teams
from bot.world import Work
from storage.people import Channel, Person
from storage.store import Store
from storage.types import ChannelId, PersonId
from tests.bot.post_office import HERE, NOON, PostOffice

TEAM = ChannelId("C0TEAM")
ANA, BEN = PersonId("U0ANA"), PersonId("U0BEN")


def person(handle: str, **what: Any) -> Person:
    usual: dict[str, Any] = {
        "id": PersonId(f"U0{handle.upper()}"),
        "name": handle.capitalize(),
        "handle": handle,
        "zone": "Europe/Berlin",
        "home": HERE,
        "guest": False,
        "bot": False,
        "gone": False,
        "learnt_at": NOON,
    }
    return Person(**{**usual, **what})


def channel(place: str, **what: Any) -> Channel:
    usual: dict[str, Any] = {
        "name": "other",
        "kind": "channel",
        "here": True,
        "size": 3,
        "trouble": None,
        "learnt_at": NOON,
    }
    return Channel(ChannelId(place), **{**usual, **what})


@pytest.fixture
def office(store: Store) -> PostOffice:
    return PostOffice(store)


def names_after(office: PostOffice, *found: Person) -> dict[str, str]:
    """What names mean in the team of these people."""

    def verb(work: Work) -> dict[str, str]:
        people.learn(work, people=list(found), channels=[])
        for one in found:
            teams.team_of(work, TEAM, person=one.id)
        return people.names_in(work, TEAM)

    return office.do(verb)


def members_after_filling(office: PostOffice, found: list[Person]) -> set[PersonId]:
    def verb(work: Work) -> set[PersonId]:
        team = teams.team_of(work, TEAM, person=ANA)
        teams.fill(work, team.id, people=found)
        return set(work.records.teams.members(team.id)) - {PersonId("U0HUGO")}

    return office.do(verb)


def test_a_handle_and_a_first_name_mean_the_person(office: PostOffice) -> None:
    names = names_after(office, person("afer", id=ANA, name="Ana Ferreira"))
    assert names == {"afer": ANA, "ana": ANA}


def test_a_name_that_two_people_bear_means_neither(office: PostOffice) -> None:
    names = names_after(
        office,
        person("afer", id=ANA, name="Alex Ferreira"),
        person("bok", id=BEN, name="Alex Okafor"),
    )
    assert names == {"afer": ANA, "bok": BEN}


def test_a_channel_without_a_team_has_no_names(office: PostOffice) -> None:
    assert office.do(lambda work: people.names_in(work, ChannelId("C0NOBODY"))) == {}


def test_the_people_of_a_small_channel_are_its_team(office: PostOffice) -> None:
    crowd = [person(f"p{n}") for n in range(20)]
    assert len(members_after_filling(office, crowd)) == 21


def test_in_a_larger_one_only_who_spoke_is(office: PostOffice) -> None:
    crowd = [person(f"p{n}") for n in range(21)]
    assert members_after_filling(office, crowd) == {ANA}


def test_bots_guests_and_leavers_neither_join_nor_count(office: PostOffice) -> None:
    crowd = [person(f"p{n}") for n in range(20)]
    others = [person("a", bot=True), person("b", guest=True), person("c", gone=True)]
    assert len(members_after_filling(office, [*crowd, *others])) == 21


def test_the_first_one_keeps_the_team(office: PostOffice) -> None:
    def verb(work: Work) -> list[str]:
        place = ChannelId("C0NEW")
        return [teams.team_of(work, place, person=one).keeper for one in (ANA, BEN)]

    assert office.do(verb) == [ANA, ANA]


def test_who_leaves_the_channel_leaves_its_team_and_no_other(office: PostOffice) -> None:
    def verb(work: Work) -> list[str]:
        for place in (TEAM, ChannelId("C0NEW")):
            teams.team_of(work, place, person=ANA)
        teams.left(work, TEAM, ANA)
        teams.left(work, ChannelId("C0NOBODY"), ANA)
        return [one.channel for one in teams.teams_of(work, ANA)]

    assert office.do(verb) == ["C0NEW"]


@pytest.mark.parametrize(
    ("kind", "times"), [("channel", 1), ("private", 1), ("dm", 0), ("group", 0)]
)
def test_a_channel_is_greeted_once(office: PostOffice, kind: str, times: int) -> None:
    place = channel("C0NEW", kind=kind)
    greeted = [office.do(lambda work: teams.invited(work, place, by=ANA)) for _ in range(3)]
    assert greeted.count(True) == times
    assert office.states().get("ready", 0) == times


def test_a_dm_is_no_team_to_choose(office: PostOffice) -> None:
    def verb(work: Work) -> list[str]:
        work.records.channels.put(channel("D0ANA", kind="dm"))
        teams.team_of(work, ChannelId("D0ANA"), person=ANA)
        teams.team_of(work, TEAM, person=ANA)
        return [one.channel for one in teams.teams_of(work, ANA)]

    assert office.do(verb) == [TEAM]


def test_a_day_old_description_is_asked_for_again(office: PostOffice) -> None:
    def verb(work: Work) -> bool:
        return people.known_person(work, ANA) is not None

    names_after(office, person("ana"))
    assert office.do(verb)
    office.passes(days=1)
    assert not office.do(verb)


@pytest.mark.parametrize(
    ("what", "relied_on"),
    [
        ({}, True),
        ({"here": False}, False),
        ({"trouble": "is_archived"}, False),
        ({"learnt_at": None}, False),
    ],
)
def test_a_channel_is_relied_on_while_we_are_in_it(
    office: PostOffice, what: dict[str, Any], relied_on: bool
) -> None:
    def verb(work: Work) -> bool:
        people.learn(work, people=[], channels=[channel("C0NEW", **what)])
        return people.known_channel(work, ChannelId("C0NEW")) is not None

    assert office.do(verb) is relied_on
