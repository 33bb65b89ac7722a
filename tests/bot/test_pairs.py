"""Rounds over the real database: reckoned beside the writer, kept once, steered by needs."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from bot import pairs, profiles
from bot.blockers.meeting import Hours
from bot.calendar import WorkingHours
from bot.knowledge import AUTHORED, knew, knowers
from bot.pairs import FEATURE, Ready
from bot.pairs.hours import first_minute, shared, stretches, too_short
from bot.pairs.inputs import read
from bot.people import learn
from bot.rhythms import do_due
from bot.told import Told
from bot.world import Work
from storage.blockers import Blocker
from storage.pairs_rounds import Round
from storage.people import Channel, Person
from storage.rhythms import Rhythm
from storage.store import Store
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId, TeamId
from tests.bot.post_office import HERE, PostOffice

PLACE, TEAM = ChannelId("C0TEAM"), TeamId("t")
NAMES = ("ANA", "BEN", "CIA", "DAN", "ELI", "FAY")
PEOPLE = [PersonId(f"U0{name}") for name in NAMES]
ANA, BEN, CIA, DAN, ELI, FAY = PEOPLE
MONDAY = datetime(2026, 3, 16, 6, tzinfo=UTC)
FEATURES = {FEATURE.name: FEATURE}
Couple = frozenset[PersonId]


@pytest.fixture
def office(store: Store) -> PostOffice:
    """Six people in Berlin, whose pairs are on from Monday."""
    found = PostOffice(store)
    known = [person(found, one) for one in PEOPLE]
    place = Channel(PLACE, "ds-team", "channel", True, 7, None, found.now)
    found.do(lambda work: learn(work, people=known, channels=[place]))
    found.do(lambda work: turn_on(work, TEAM, PEOPLE))
    return found


def person(office: PostOffice, who: PersonId, zone: str = "Europe/Berlin") -> Person:
    name = who.removeprefix("U0").title()
    return Person(who, name, name.lower(), zone, HERE, False, False, False, office.now)


def turn_on(work: Work, team: TeamId, people: list[PersonId], **settings: object) -> None:
    for one in people:
        work.records.teams.join(team, one, at=work.now)
        work.records.rhythms.join(team, FEATURE.name, one, work.now)
    zone, day = "Europe/Berlin", date(2026, 3, 16)
    rhythm = Rhythm(
        team, FEATURE.name, FEATURE.rule, zone, settings, True, people[0], day, work.now
    )
    work.records.rhythms.put(rhythm)


def begin(office: PostOffice, weeks: int = 0) -> Round:
    """On a Monday: the round is open, and not reckoned yet."""
    office.now = MONDAY + timedelta(weeks=weeks)
    while office.do(lambda work: do_due(work, FEATURES)):
        pass
    opened = office.do(lambda work: work.records.pair_rounds.first_open(work.now))
    assert opened is not None
    return opened


def reckoned(office: PostOffice) -> list[Ready]:
    """Every round that is open now is made."""
    found = []
    while (ready := office.do(pairs.next_ready)) is not None:
        made = pairs.matched(ready.inputs)
        assert office.do(partial(pairs.keep, ready=ready, found=made))
        found.append(ready)
    return found


def couples(office: PostOffice, circle: str = TEAM) -> set[Couple]:
    """Of the circle's latest round."""

    def verb(work: Work) -> set[Couple]:
        latest = work.records.pair_rounds.latest(circle)
        assert latest is not None
        return {
            frozenset(each.person for each in work.records.pair_rounds.together(one.id))
            for one in work.records.pair_rounds.pairings(latest.id)
            if one.state == "on"
        }

    return office.do(verb)


def all_met(office: PostOffice) -> None:
    def verb(work: Work) -> None:
        latest = work.records.pair_rounds.latest(TEAM)
        assert latest is not None
        for one in work.records.pair_rounds.pairings(latest.id):
            who = work.records.pair_rounds.together(one.id)[0].person
            pairs.answer(work, one.id, pairs.MET, by=who)

    office.do(verb)


def week(office: PostOffice, number: int = 0) -> set[Couple]:
    begin(office, number)
    reckoned(office)
    return couples(office)


def of(*people: PersonId) -> Couple:
    return frozenset(people)


def test_five_weeks_bring_six_people_together_once_each(office: PostOffice) -> None:
    seen: list[Couple] = []
    for number in range(5):
        seen += week(office, number)
        all_met(office)

    assert len(seen) == len(set(seen)) == 15


def test_what_changed_after_the_look_is_not_overlooked(office: PostOffice) -> None:
    begin(office)
    ready = office.do(pairs.next_ready)
    assert ready is not None
    found = pairs.matched(ready.inputs)
    first, second = found.pairs[0]
    office.do(lambda work: pairs.never(work, second, by=first))

    assert not office.do(lambda work: pairs.keep(work, ready, found))
    reckoned(office)
    assert of(first, second) not in couples(office)


def test_who_went_away_after_the_look_is_not_paired(office: PostOffice) -> None:
    begin(office)
    ready = office.do(pairs.next_ready)
    assert ready is not None
    away = date(2026, 3, 20)
    office.do(lambda work: profiles.heard_away(work, ANA, away))

    assert not office.do(lambda work: pairs.keep(work, ready, pairs.matched(ready.inputs)))
    reckoned(office)
    assert not any(ANA in two for two in couples(office))


def test_two_processes_that_reckon_the_same_round_keep_it_once(office: PostOffice) -> None:
    begin(office)
    ready = office.do(pairs.next_ready)
    assert ready is not None
    found = pairs.matched(ready.inputs)

    assert office.do(lambda work: pairs.keep(work, ready, found))
    assert not office.do(lambda work: pairs.keep(work, ready, found))
    assert len(couples(office)) == 3


def test_stored_inputs_give_the_same_pairs(office: PostOffice) -> None:
    made = week(office)
    kept = office.do(lambda work: work.records.pair_rounds.get(f"{TEAM}:2026-03-16"))
    assert kept is not None
    assert kept.inputs is not None

    assert {frozenset(two) for two in pairs.matched(read(kept.inputs)).pairs} == made


def test_what_was_not_confirmed_is_no_meeting_and_comes_again(office: PostOffice) -> None:
    """All met but one pair, in every round of a cycle: it comes again in the one after."""
    first = week(office)
    missed = min(first, key=sorted)

    def all_but_one(work: Work) -> None:
        latest = work.records.pair_rounds.latest(TEAM)
        assert latest is not None
        for one in work.records.pair_rounds.pairings(latest.id):
            people = [each.person for each in work.records.pair_rounds.together(one.id)]
            how = pairs.WILL_NOT if frozenset(people) == missed else pairs.MET
            pairs.answer(work, one.id, how, by=people[0])

    office.do(all_but_one)
    for number in range(1, 5):
        week(office, number)
        office.do(all_but_one)

    assert missed in week(office, 5) | week(office, 6)


def test_a_project_with_one_knower_is_why_and_two_know_it_after(office: PostOffice) -> None:
    office.do(lambda work: knew(work, FAY, "churn", AUTHORED, work.now, team=TEAM))
    week(office)
    mine = office.do(lambda work: pairs.mine(work, FAY))

    assert mine.pairs[0].pairing.reasons[0]["why"] == "project"
    assert mine.pairs[0].projects == (("churn", FAY),)
    all_met(office)
    known = office.do(lambda work: knowers(work, TEAM))
    assert known["churn"] == set(mine.pairs[0].people)


def test_what_a_leaver_alone_knows_is_paired_first(office: PostOffice) -> None:
    for project in ("churn", "pricing"):
        office.do(partial(wrote, project=project))
    office.do(lambda work: pairs.leaving(work, ANA, date(2026, 4, 10), by=ANA))
    for number in range(2):
        week(office, number)
        mine = office.do(lambda work: pairs.mine(work, ANA))
        assert mine.pairs[0].pairing.reasons[0]["why"] == "leaving"
        all_met(office)

    known = office.do(lambda work: knowers(work, TEAM))
    assert {name: len(who - {ANA}) for name, who in known.items()} == {"churn": 1, "pricing": 1}
    assert not any(ANA in two for two in week(office, 4))


def wrote(work: Work, project: str) -> None:
    knew(work, ANA, project, AUTHORED, work.now, team=TEAM)


def test_a_long_wait_for_a_short_fix_brings_two_together(office: PostOffice) -> None:
    office.do(lambda work: work.records.profiles.put(CIA, skills=["frontend"]))
    office.do(waited)
    made = week(office)

    assert of(ANA, CIA) in made
    mine = office.do(lambda work: pairs.mine(work, ANA))
    assert mine.pairs[0].pairing.reasons[0]["why"] == "wait"
    all_met(office)
    week(office, 1)
    after = office.do(lambda work: pairs.mine(work, ANA))
    assert after.pairs[0].pairing.reasons[0]["why"] == "never_met"


def waited(work: Work) -> None:
    """A week, for what took two hours; the channel knew."""
    work.records.blockers.add(
        Blocker(
            id=BlockerId("b"),
            team=TEAM,
            number=1,
            waiter=ANA,
            words="waiting on the dashboard filter",
            function="frontend",
            owner=None,
            user_group=None,
            outside=None,
            project=None,
            link=None,
            severity="stopped",
            audience="channel",
            told="yes",
            state="resolved",
            helper=None,
            since=work.now - timedelta(days=7),
            reported_at=work.now - timedelta(days=7),
            ended_at=work.now,
            ended_by=ANA,
            effort="hours",
        )
    )


@pytest.mark.parametrize("grouping", ["mix", "keep"])
def test_groups_are_mixed_or_kept(office: PostOffice, grouping: str) -> None:
    said = {"groups": ["@ana, @ben", "cia <@U0DAN>"], "grouping": grouping}
    office.do(lambda work: turn_on(work, TEAM, PEOPLE, **said))
    alike = [of(ANA, BEN), of(CIA, DAN), of(ELI, FAY)]
    for number in range(3):
        made = week(office, number)
        assert len(made) == 3
        assert [two in made for two in alike] == [grouping == "keep"] * 3
        all_met(office)


def test_a_partner_who_drops_out_is_replaced_by_who_sat_out(office: PostOffice) -> None:
    office.do(lambda work: work.records.rhythms.decline(TEAM, FEATURE.name, FAY, work.now))
    made = week(office)
    alone = next(one for one in PEOPLE[:5] if not any(one in two for two in made))
    gone, left = sorted(next(iter(made)))
    told = office.do(lambda work: skip(work, gone))

    assert told.facts["others"] == [left]
    assert of(alone, left) in couples(office)
    seats = office.do(lambda work: work.records.pairs.seats(TEAM))
    assert {one.person: one.byes for one in seats}[alone] == 0


def skip(work: Work, who: PersonId) -> Told:
    team = work.records.teams.get(TEAM)
    assert team is not None
    return pairs.skip(work, [team], by=who)


def test_whoever_drops_out_twice_changes_nothing_more(office: PostOffice) -> None:
    made = week(office)
    gone = min(next(iter(made)))
    office.do(lambda work: skip(work, gone))
    before = couples(office)
    office.do(lambda work: skip(work, gone))

    assert couples(office) == before


def test_once_a_month_two_of_different_teams_meet(office: PostOffice) -> None:
    other = Team(TeamId("u"), ChannelId("C0OTHER"), ELI, None, office.now)

    def verb(work: Work) -> None:
        work.records.teams.add(other)
        work.records.channels.put(Channel(other.channel, "u", "channel", True, 3, None, work.now))
        turn_on(work, other.id, [ELI])
        work.records.teams.leave(TEAM, ELI)
        for one in (ANA, BEN, ELI):
            pairs.across(work, wants=True, by=one)

    office.do(verb)
    week(office, 3)  # the first Monday of April is the 6th
    found = couples(office, "across")
    assert len(found) == 1
    assert ELI in next(iter(found))


def test_who_is_away_on_monday_alone_takes_part(office: PostOffice) -> None:
    office.do(lambda work: work.records.profiles.put(ANA, off=((date(2026, 3, 16),) * 2,)))
    made = week(office)

    assert any(ANA in two for two in made)
    mine = office.do(lambda work: pairs.mine(work, ANA))
    assert mine.pairs[0].pairing.starts_at == datetime(2026, 3, 17, 8, tzinfo=UTC)


def test_a_missed_monday_is_caught_up_for_a_day(office: PostOffice) -> None:
    office.now = MONDAY + timedelta(hours=20)
    while office.do(lambda work: do_due(work, FEATURES)):
        pass
    reckoned(office)
    assert len(couples(office)) == 3


def test_hours_are_shared_over_zones_and_the_change_of_the_clock() -> None:
    berlin, york = Hours("Europe/Berlin"), Hours("America/New_York")
    spring = date(2026, 3, 9)  # New York is on summer time, Berlin not yet
    summer = date(2026, 4, 6)
    found: list[timedelta] = []
    for day in (spring, summer):
        until = day + timedelta(days=7)
        works = [stretches(one, day, until) for one in (berlin, york)]
        found.append(shared(*works))

    assert found == [timedelta(hours=3, minutes=30), timedelta(hours=2, minutes=30)]


def test_the_first_minute_is_when_all_of_them_work() -> None:
    day, until = date(2026, 3, 9), date(2026, 3, 16)
    berlin, york = (
        stretches(Hours(zone), day, until) for zone in ("Europe/Berlin", "America/New_York")
    )
    now = datetime(2026, 3, 9, 5, tzinfo=UTC)

    assert first_minute(now, [berlin, york]) == datetime(2026, 3, 9, 13, tzinfo=UTC)
    assert first_minute(datetime(2026, 3, 13, 17, tzinfo=UTC), [berlin, york]) is None


def test_who_shares_too_little_is_found_once_for_all_alike() -> None:
    day, until = date(2026, 3, 9), date(2026, 3, 16)
    zones = ("Europe/Berlin", "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles")
    works = [stretches(Hours(zone), day, until) for zone in zones]

    far = {(0, 2), (1, 2), (0, 3), (1, 3), (2, 3)}
    assert too_short(works, timedelta(hours=2)) == far
    part_time = Hours("Europe/Berlin", WorkingHours(days=frozenset({6})))
    apart = [works[0], stretches(part_time, day, until)]
    assert too_short(apart, timedelta(0)) == {(0, 1)}
