"""A toy that recurs: proposed, started, joined, changed under way, caught up with, skipped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot import rhythms
from bot.errors import NotTheKeeper, Overtaken
from bot.people import learn
from bot.rhythms import WHEN, Feature, Rhythm, Setting, begin_due, due_again
from bot.rhythms.standing import zones_of
from bot.told import Told
from bot.world import Work
from storage.people import Channel
from storage.store import Store
from storage.types import ChannelId, PersonId, TeamId
from tests.bot.post_office import PostOffice
from tests.bot.test_teams_and_people import person

PLACE, TEAM = ChannelId("C0TEAM"), TeamId("t")
ANA, BEN, HUGO, KIM = (PersonId(f"U0{name}") for name in ("ANA", "BEN", "HUGO", "KIM"))
MONDAY = date(2026, 3, 9)  # it is noon in UTC, 13:00 in Berlin
_BISCUITS = Setting("biscuits", "How many biscuits?", "number", 2)


def pour(work: Work, rhythm: Rhythm) -> datetime | None:
    """As a feature does: open what came due, settle it an hour later."""
    team = work.records.teams.get(rhythm.team)
    assert team is not None
    zones = zones_of(work, TEA, team, rhythms.taking_part(work, team, TEA.name))
    begin_due(work, TEA, rhythm, zones)
    again = [due_again(work, rhythm, zones)]
    for cup in work.records.occurrences.open_of(rhythm.team, TEA.name):
        if cup.due_at + timedelta(hours=1) <= work.now:
            work.records.occurrences.settle(cup)
        else:
            again.append(cup.due_at + timedelta(hours=1))
    return min(at for at in again if at is not None)


def spill(work: Work, rhythm: Rhythm) -> datetime | None:
    raise RuntimeError("spilt")


TEA = Feature(
    name="tea",
    title="Tea",
    what_happens="Everybody has a cup.",
    rule="weekdays 15:00",
    settings=(_BISCUITS,),
    catch_up=timedelta(hours=2),
    in_members_zones=False,
    due=pour,
)
TEA_AT_HOME = replace(TEA, in_members_zones=True)
MILK = replace(TEA, name="milk", title="Milk", due=spill)


@pytest.fixture
def office(store: Store) -> PostOffice:
    """Ana, Ben and the keeper Hugo in Berlin, in #team."""
    found = PostOffice(store)

    def verb(work: Work) -> None:
        for handle in ("ana", "ben", "hugo"):
            work.records.people.put(person(handle))
            work.records.teams.join(TEAM, PersonId(f"U0{handle.upper()}"), at=work.now)

    found.do(verb)
    return found


def started(office: PostOffice, feature: Feature = TEA, by: PersonId = ANA, **more: Any) -> Told:
    return office.do(lambda work: rhythms.start(work, feature, PLACE, by, **more))


def does_all(office: PostOffice, *features: Feature) -> None:
    known = {one.name: one for one in features or (TEA,)}
    while (at := office.do(rhythms.next_due)) is not None and at <= office.now:
        office.do(lambda work: rhythms.do_due(work, known))


def waits_until_due(office: PostOffice) -> datetime:
    does_all(office)
    at = office.do(rhythms.next_due)
    assert at is not None
    office.now = at
    return at


def cups(office: PostOffice) -> dict[str, str]:
    """Each date and what became of it."""

    def verb(work: Work) -> dict[str, str]:
        days = [MONDAY + timedelta(days=n) for n in range(14)]
        found = [work.records.occurrences.get(TEAM, "tea", day) for day in days]
        return {str(one.date): one.reason or one.state for one in found if one is not None}

    return office.do(verb)


def rhythm(office: PostOffice, feature: str = "tea") -> Rhythm:
    found = office.do(lambda work: work.records.rhythms.get(TEAM, feature))
    assert found is not None
    return found


def changed(office: PostOffice, by: PersonId = ANA, **wanted: Any) -> Mapping[str, Any]:
    entered = {"tea": {WHEN: rhythm(office).rule, **wanted}}
    told = office.do(lambda work: rhythms.change(work, {"tea": TEA}, PLACE, by, entered))
    return dict(next(iter(told.facts["changes"]), {}))


def test_what_is_proposed_is_not_on(office: PostOffice) -> None:
    told = office.do(lambda work: rhythms.propose(work, TEA, PLACE, ANA))
    assert told.what == "rhythm.proposed"
    assert told.facts["people"] == [ANA, BEN, HUGO]
    assert told.facts["first"] == "2026-03-09"
    assert office.do(lambda work: work.records.rhythms.of_team(TEAM)) == []


def test_its_first_date_is_the_next_whose_time_is_still_to_come(office: PostOffice) -> None:
    office.passes(hours=3)
    assert started(office).facts["first"] == "2026-03-10"


def test_in_members_zones_the_first_date_is_one_that_everybody_still_has(
    office: PostOffice,
) -> None:
    def kim_joins(work: Work) -> None:
        work.records.people.put(person("kim", zone="Asia/Tokyo"))
        work.records.teams.join(TEAM, KIM, at=work.now)

    assert started(office, TEA_AT_HOME).facts["first"] == "2026-03-09"
    office.do(lambda work: rhythms.stop(work, TEA_AT_HOME, PLACE, ANA))
    office.do(kim_joins)
    assert started(office, TEA_AT_HOME).facts["first"] == "2026-03-10"


def test_it_begins_on_its_date_and_is_settled(office: PostOffice) -> None:
    started(office)
    assert waits_until_due(office) == datetime.fromisoformat("2026-03-09T14:00:00Z")
    assert cups(office) == {}
    waits_until_due(office)
    assert cups(office) == {"2026-03-09": "open"}
    does_all(office)
    assert cups(office) == {"2026-03-09": "settled"}


def test_what_came_due_while_nobody_was_there_is_caught_up_with_in_time(
    office: PostOffice,
) -> None:
    started(office)
    waits_until_due(office)
    office.passes(hours=1, minutes=59)
    does_all(office)
    assert cups(office) == {"2026-03-09": "settled"}


def test_later_than_that_it_is_skipped_with_a_reason_and_the_next_comes(
    office: PostOffice,
) -> None:
    started(office)
    waits_until_due(office)
    office.passes(days=2, minutes=30)
    does_all(office)
    assert cups(office) == {
        "2026-03-09": "too_late",
        "2026-03-10": "too_late",
        "2026-03-11": "open",
    }


def test_however_often_it_is_looked_at_a_date_begins_once(office: PostOffice) -> None:
    started(office)
    waits_until_due(office)
    tea = rhythm(office)
    for _ in range(3):
        office.do(lambda work: begin_due(work, TEA, tea, {"Europe/Berlin"}))
    assert cups(office) == {"2026-03-09": "open"}


def test_a_feature_that_stumbles_does_not_hold_up_the_others(office: PostOffice) -> None:
    started(office)
    office.do(lambda work: rhythms.start(work, MILK, PLACE, ANA))
    known = {"tea": TEA, "milk": MILK}
    with pytest.raises(RuntimeError, match="spilt"):
        office.do(lambda work: rhythms.do_due(work, known))

    office.do(rhythms.set_aside)
    assert office.do(lambda work: rhythms.do_due(work, known))
    assert rhythm(office, "milk").next_due == office.now + timedelta(minutes=1)


def test_nothing_is_due_twice_at_the_same_moment(office: PostOffice) -> None:
    hasty = replace(TEA, due=lambda work, rhythm: work.now)
    started(office)
    with pytest.raises(ValueError, match="due again at once"):
        office.do(lambda work: rhythms.do_due(work, {"tea": hasty}))


def test_who_was_overtaken_does_it_once_more(office: PostOffice) -> None:
    def turned_off_meanwhile(work: Work, rhythm: Rhythm) -> datetime:
        rhythms.stop(work, TEA, PLACE, ANA)
        return work.now + timedelta(hours=1)

    started(office)
    hasty = replace(TEA, due=turned_off_meanwhile)
    with pytest.raises(Overtaken):
        office.do(lambda work: rhythms.do_due(work, {"tea": hasty}))


def test_a_change_under_way_says_what_goes_on_and_from_when_it_holds(office: PostOffice) -> None:
    started(office)
    waits_until_due(office)
    waits_until_due(office)
    said = changed(office, when="mon,thu 16:00", biscuits=3)

    assert (said["running"], said["first"]) == ("2026-03-09", "2026-03-12")
    [cup] = office.do(lambda work: work.records.occurrences.open_of(TEAM, "tea"))
    begun = rhythms.as_begun(rhythm(office), cup)
    assert (begun.rule, begun.settings) == ("weekdays 15:00", {})
    assert rhythm(office).settings == {"biscuits": 3}
    does_all(office)
    assert list(cups(office)) == ["2026-03-09"]


def test_a_change_while_nothing_runs_holds_from_the_next_date(office: PostOffice) -> None:
    started(office)
    does_all(office)
    said = changed(office, when="weekdays 16:00")
    assert (said["running"], said["first"]) == (None, "2026-03-09")


def test_what_is_off_is_set_for_when_it_is_turned_on(office: PostOffice) -> None:
    started(office)
    office.do(lambda work: rhythms.stop(work, TEA, PLACE, ANA))
    said = changed(office, when="weekdays 16:00")
    assert not said["on"]
    assert rhythm(office).next_due is None
    assert started(office).facts["rule"] == "weekdays 16:00"


def test_what_does_not_differ_is_no_change(office: PostOffice) -> None:
    started(office)
    before = rhythm(office)
    assert changed(office, when="Mon-Fri at 15:00", biscuits=2) == {}
    assert rhythm(office) == before


def test_every_second_week_is_not_counted_anew_by_another_setting(office: PostOffice) -> None:
    started(office)
    changed(office, when="every 2 weeks mon 15:00")
    office.passes(days=3)
    assert changed(office, biscuits=5)["first"] == "2026-03-23"


def test_the_first_who_turns_something_on_keeps_the_team(office: PostOffice) -> None:
    started(office, by=BEN)
    started(office, MILK, by=ANA)
    team = office.do(lambda work: work.records.teams.get(TEAM))
    assert team is not None
    assert team.keeper == BEN


def test_only_the_keeper_or_an_administrator_changes_it(office: PostOffice) -> None:
    started(office)
    with pytest.raises(NotTheKeeper):
        changed(office, by=BEN, biscuits=9)
    office.do(lambda work: work.records.people.put(person("ben", admin=True)))
    assert changed(office, by=BEN, biscuits=9)


def test_where_the_keeper_has_left_any_member_may(office: PostOffice) -> None:
    started(office)
    office.do(lambda work: work.records.people.put(person("ana", gone=True)))
    assert changed(office, by=BEN, biscuits=9)


def test_a_team_is_handed_over_to_one_of_it(office: PostOffice) -> None:
    def hand_over(to: PersonId) -> str:
        return office.do(lambda work: rhythms.hand_over(work, PLACE, HUGO, to)).what

    assert hand_over(KIM) == "rhythm.cannot_keep"
    assert hand_over(BEN) == "rhythm.handed_over"
    with pytest.raises(NotTheKeeper):
        hand_over(ANA)


def test_who_joins_from_an_earlier_zone_is_not_late_the_next_day(office: PostOffice) -> None:
    known = {"tea": replace(TEA_AT_HOME, due=lambda work, one: _again_at_home(work, one))}
    started(office, TEA_AT_HOME)
    office.do(lambda work: rhythms.do_due(work, known))
    berlin = rhythm(office).next_due

    office.do(lambda work: work.records.people.put(person("kim", zone="Asia/Tokyo")))
    office.passes(hours=3)
    office.do(lambda work: rhythms.take_part(work, TEA_AT_HOME, PLACE, KIM))
    office.do(lambda work: rhythms.do_due(work, known))
    assert berlin is not None
    assert rhythm(office).next_due == datetime.fromisoformat("2026-03-10T06:00:00Z")


def test_who_moves_to_another_zone_is_reckoned_anew(office: PostOffice) -> None:
    started(office)
    does_all(office)
    office.do(lambda work: learn(work, people=[person("ben", zone="Asia/Tokyo")], channels=[]))
    assert rhythm(office).next_due == office.now


def test_turned_off_what_is_under_way_ends_and_nothing_is_due(office: PostOffice) -> None:
    started(office)
    waits_until_due(office)
    does_all(office)
    office.do(lambda work: rhythms.stop(work, TEA, PLACE, ANA))
    assert cups(office) == {"2026-03-09": "turned_off"}
    assert office.do(rhythms.next_due) is None


def test_who_turned_it_on_may_turn_it_off_whoever_keeps_the_team(office: PostOffice) -> None:
    started(office, by=BEN)
    started(office, MILK, by=ANA)
    assert office.do(lambda work: rhythms.stop(work, MILK, PLACE, ANA)).what == "rhythm.turned_off"
    with pytest.raises(NotTheKeeper):
        office.do(lambda work: rhythms.stop(work, TEA, PLACE, ANA))


@pytest.mark.parametrize(("size", "what"), [(51, "rhythm.proposed"), (52, "rhythm.needs_admin")])
def test_above_fifty_people_an_administrator_decides(
    office: PostOffice, size: int, what: str
) -> None:
    def crowded(work: Work) -> None:
        work.records.channels.put(Channel(PLACE, "team", "channel", True, size, None, work.now))

    office.do(crowded)
    assert office.do(lambda work: rhythms.propose(work, TEA, PLACE, ANA)).what == what
    office.do(lambda work: work.records.people.put(person("ana", admin=True)))
    told = office.do(lambda work: rhythms.propose(work, TEA, PLACE, ANA))
    assert told.what == "rhythm.proposed"
    assert told.facts["people"] == [ANA]


@pytest.mark.parametrize(
    ("wanted", "wrong"),
    [
        ({WHEN: "weekdays 9:30", "biscuits": 3}, []),
        ({WHEN: "weekdays 9:30", "biscuits": 0.5}, []),
        ({WHEN: "sometimes", "biscuits": 3}, [WHEN]),
        ({WHEN: "weekdays 9:30", "biscuits": "many"}, ["biscuits"]),
        ({WHEN: "", "biscuits": -1}, ["biscuits", WHEN]),
    ],
)
def test_settings_are_checked_field_by_field(wanted: dict[str, Any], wrong: list[str]) -> None:
    assert sorted(rhythms.problems(TEA, wanted)) == wrong


def _again_at_home(work: Work, found: Rhythm) -> datetime | None:
    team = work.records.teams.get(found.team)
    assert team is not None
    people = rhythms.taking_part(work, team, "tea")
    return due_again(work, found, zones_of(work, TEA_AT_HOME, team, people))
