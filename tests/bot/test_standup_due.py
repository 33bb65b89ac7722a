"""Asking, exactly once: whatever happens twice, late, or for people who are away."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot import people, standups
from bot.rhythms import do_due
from bot.standups import FEATURE, Given, Said
from bot.world import Work
from storage.people import Channel, Person
from storage.rhythms import Rhythm
from storage.standups import Prompt
from storage.store import Store
from storage.types import ChannelId, PersonId, TeamId
from tests.bot.post_office import HERE, PostOffice

PLACE = ChannelId("C0TEAM")
ZONES = {"U0ANA": "Europe/Berlin", "U0BEN": "America/New_York", "U0GITA": "Asia/Kolkata"}
ANA, BEN, GITA = (PersonId(one) for one in ZONES)
TUESDAY = date(2026, 3, 10)
FEATURES = {FEATURE.name: FEATURE}


@pytest.fixture
def office(store: Store) -> PostOffice:
    """Three people in three zones, whose standup is on from Tuesday."""
    office = PostOffice(store)
    known = [
        Person(PersonId(one), one, one, zone, HERE, False, False, False, office.now)
        for one, zone in ZONES.items()
    ]
    place = Channel(PLACE, "ds-team", "channel", True, 3, None, office.now)
    office.do(lambda work: people.learn(work, people=known, channels=[place]))
    office.do(lambda work: turn_on(work, [one.id for one in known]))
    return office


def turn_on(work: Work, who: list[PersonId]) -> None:
    team = team_of(work)
    for one in who:
        work.records.teams.join(team, one, at=work.now)
        work.records.rhythms.join(team, FEATURE.name, one, work.now)
    rhythm = Rhythm(
        team, FEATURE.name, FEATURE.rule, "UTC", {}, True, who[0], TUESDAY, next_due=work.now
    )
    work.records.rhythms.put(rhythm)


def team_of(work: Work) -> TeamId:
    team = work.records.teams.of_channel(PLACE)
    assert team is not None
    return team.id


def prompts(office: PostOffice) -> list[Prompt]:
    return office.do(
        lambda work: work.records.standups.prompts(team_of(work), since=date(2026, 3, 1))
    )


def plan_until(office: PostOffice, until: datetime, *, twice: bool = False) -> None:
    """Do what is due at each moment that the planner would be woken."""
    while True:
        due = office.do(lambda work: work.records.rhythms.next_due())
        if due is None or due > until:
            break
        office.now = max(office.now, due)
        office.do(lambda work: do_due(work, FEATURES))
        if twice:
            office.do(lambda work: FEATURE.due(work, rhythm(work)))
    office.now = until


def rhythm(work: Work) -> Rhythm:
    found = work.records.rhythms.get(team_of(work), FEATURE.name)
    assert found is not None
    return found


@pytest.mark.parametrize("twice", [False, True])
def test_each_person_is_asked_once_a_day_at_half_past_nine_of_theirs(
    office: PostOffice, twice: bool
) -> None:
    plan_until(office, datetime(2026, 3, 12, tzinfo=UTC), twice=twice)

    at = {(one.person, one.date.day): one.at.isoformat()[:16] for one in prompts(office)}
    assert at == {
        (GITA, 10): "2026-03-10T04:00",
        (ANA, 10): "2026-03-10T08:30",
        (BEN, 10): "2026-03-10T13:30",
        (GITA, 11): "2026-03-11T04:00",
        (ANA, 11): "2026-03-11T08:30",
        (BEN, 11): "2026-03-11T13:30",
    }


def test_over_both_changes_of_the_clock_it_stays_half_past_nine(office: PostOffice) -> None:
    plan_until(office, datetime(2026, 4, 4, tzinfo=UTC))

    hours = {one.at.hour for one in prompts(office) if one.person == ANA}
    assert hours == {7, 8}
    assert len([one for one in prompts(office) if one.person == ANA]) == 19


def test_who_was_asked_too_late_is_not_asked_and_it_is_written_down(office: PostOffice) -> None:
    office.now = datetime(2026, 3, 10, 11, 0, tzinfo=UTC)  # we were away since Monday
    office.do(lambda work: do_due(work, FEATURES))

    plan_until(office, datetime(2026, 3, 10, 14, 0, tzinfo=UTC))

    absences = {one.person: one.absence for one in prompts(office)}
    assert absences == {GITA: "missed", ANA: "missed", BEN: None}


def test_within_two_hours_it_is_caught_up_with_a_whole_window(office: PostOffice) -> None:
    office.now = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
    office.do(lambda work: do_due(work, FEATURES))

    ana = next(one for one in prompts(office) if one.person == ANA)
    assert (ana.at, ana.ends_at - ana.at, ana.absence) == (office.now, timedelta(hours=4), None)


def test_who_is_away_has_a_row_with_the_reason_and_no_letter(office: PostOffice) -> None:
    office.do(
        lambda work: work.records.rhythms.away(team_of(work), FEATURE.name, ANA, date(2026, 3, 11))
    )
    plan_until(office, datetime(2026, 3, 11, 12, tzinfo=UTC))

    assert [one.absence for one in prompts(office) if one.person == ANA] == ["away", None]
    waiting = office.do(lambda work: work.records.mornings.parts(ANA, TUESDAY))
    assert waiting == []


def test_who_answered_the_evening_before_is_not_asked_and_is_shown(office: PostOffice) -> None:
    office.now = datetime(2026, 3, 9, 20, tzinfo=UTC)
    said = Said((Given("plan", "What is next?", "the docs"),))

    def give(work: Work) -> None:
        standups.give(work, standups.known_team(work, team_of(work)), said, by=ANA)

    office.do(give)
    plan_until(office, datetime(2026, 3, 10, 12, tzinfo=UTC))
    answer = office.do(lambda work: work.records.standups.answer(team_of(work), ANA, TUESDAY))
    assert answer is not None
    assert answer.shown_at == datetime(2026, 3, 10, 8, 30, tzinfo=UTC)
    assert office.do(lambda work: work.records.mornings.parts(ANA, TUESDAY)) == []


def test_every_round_is_settled(office: PostOffice) -> None:
    plan_until(office, datetime(2026, 3, 14, tzinfo=UTC))

    assert (
        office.do(lambda work: work.records.occurrences.open_of(team_of(work), FEATURE.name)) == []
    )


def test_a_person_who_left_the_team_is_not_asked(office: PostOffice) -> None:
    office.do(lambda work: work.records.teams.leave(team_of(work), ANA))
    plan_until(office, datetime(2026, 3, 11, tzinfo=UTC))

    assert ANA not in {one.person for one in prompts(office)}


@pytest.fixture
def crowd(office: PostOffice) -> list[PersonId]:
    """Many more take part, all in one zone."""
    crowd = [PersonId(f"U1{number:03}") for number in range(120)]
    known = [Person(one, one, one, "UTC", HERE, False, False, False, office.now) for one in crowd]
    office.do(lambda work: people.learn(work, people=known, channels=[]))
    office.do(lambda work: turn_on(work, crowd))
    return crowd


def test_a_crowd_is_asked_a_few_at_a_time_and_each_once(
    office: PostOffice, crowd: list[PersonId]
) -> None:
    plan_until(office, datetime(2026, 3, 10, 9, 29, tzinfo=UTC))
    office.now = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    sizes = [len(prompts(office))]
    while office.do(lambda work: do_due(work, FEATURES)):
        sizes.append(len(prompts(office)))

    grown = [after - before for before, after in pairwise(sizes)]
    assert [one for one in grown if one] == [50, 50, 20]
    asked = [one.person for one in prompts(office) if one.date == TUESDAY]
    assert len(asked) == len({*asked})
    assert {*crowd} <= {*asked}


def test_a_crowd_is_reminded_a_few_at_a_time_and_each_once(
    office: PostOffice, crowd: list[PersonId]
) -> None:
    plan_until(office, datetime(2026, 3, 10, 12, 29, tzinfo=UTC))
    office.now = datetime(2026, 3, 10, 12, 30, tzinfo=UTC)
    sizes = [reminded(office, crowd)]
    while office.do(lambda work: do_due(work, FEATURES)):
        sizes.append(reminded(office, crowd))

    assert [after - before for before, after in pairwise(sizes) if after > before] == [50, 50, 20]
    assert sizes[-1] == len(crowd)


def reminded(office: PostOffice, crowd: list[PersonId]) -> int:
    return sum(one.reminded for one in prompts(office) if one.person in crowd)
