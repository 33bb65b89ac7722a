"""When somebody works: by hours, days off, holidays and Slack's status, and what a wait counts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot import people, profiles
from bot.world import Work
from storage.people import Person
from storage.store import Store
from storage.types import PersonId
from tests.bot.post_office import HERE, NOON, PostOffice

ANA = PersonId("U0ANA")
MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    hear(office, None)
    return office


def hear(office: PostOffice, until: date | None, zone: str = "Europe/Berlin") -> None:
    """Slack describes her."""
    person = Person(ANA, "Ana", "ana", zone, HERE, False, False, False, NOON, False, until)
    office.do(lambda work: people.learn(work, people=[person], channels=[]))


def says(office: PostOffice, **said: Any) -> None:
    office.do(lambda work: work.records.profiles.put(ANA, **said))


def absence(office: PostOffice, day: date) -> str | None:
    return office.do(lambda work: profiles.absence(work, ANA, day))


def spans(office: PostOffice) -> tuple[tuple[date, date], ...]:
    return office.do(lambda work: work.records.profiles.get(ANA).away)


def test_who_said_nothing_works_on_weekdays(office: PostOffice) -> None:
    assert [absence(office, MONDAY + step * DAY) for step in range(7)] == [
        *[None] * 5,
        "day_off",
        "day_off",
    ]


def test_each_reason_not_to_work_has_its_name(office: PostOffice) -> None:
    easter = date(2026, 4, 6)
    says(
        office,
        country="DE",
        off=[(MONDAY + DAY, MONDAY + DAY)],
        paused=[(MONDAY + 2 * DAY, MONDAY + 2 * DAY)],
        days="1234",
    )
    assert absence(office, MONDAY) is None
    assert absence(office, MONDAY + DAY) == "day_off"
    assert absence(office, MONDAY + 2 * DAY) == "paused"
    assert absence(office, MONDAY + 4 * DAY) == "day_off"
    assert absence(office, easter) == "holiday"
    hear(office, MONDAY)
    assert absence(office, MONDAY) == "away"


def test_the_last_day_worked_passes_over_all_of_them(office: PostOffice) -> None:
    thursday = date(2026, 4, 2)
    says(office, country="DE", off=[(date(2026, 4, 7), date(2026, 4, 8))])
    assert office.do(lambda work: profiles.last_worked(work, ANA, date(2026, 4, 9))) == thursday
    after = office.do(lambda work: profiles.next_worked(work, ANA, thursday))
    assert after == date(2026, 4, 9)


def test_a_day_begins_by_her_own_clock_on_both_sides_of_its_change(office: PostOffice) -> None:
    says(office, starts="08:30", ends="16:00")

    def start(day: date) -> datetime:
        return office.do(lambda work: profiles.start_of(work, ANA, day))

    assert start(date(2026, 3, 27)) == datetime(2026, 3, 27, 7, 30, tzinfo=UTC)
    assert start(date(2026, 3, 30)) == datetime(2026, 3, 30, 6, 30, tzinfo=UTC)


def test_who_is_away_without_a_date_is_away_today_and_nobody_knows_about_tomorrow(
    office: PostOffice,
) -> None:
    hear(office, date.max)
    assert absence(office, MONDAY) == "away"
    assert absence(office, MONDAY + DAY) is None
    office.passes(days=3)
    assert absence(office, MONDAY + 3 * DAY) == "away"


def test_days_that_were_spent_away_stay_so_when_the_status_goes(office: PostOffice) -> None:
    hear(office, date.max)
    office.passes(days=3)
    hear(office, MONDAY + 9 * DAY)  # she says until when
    assert spans(office) == ((MONDAY, MONDAY + 9 * DAY),)
    office.passes(days=2)
    hear(office, None)  # back earlier
    assert spans(office) == ((MONDAY, MONDAY + 4 * DAY),)
    office.passes(days=30)
    hear(office, date.max)
    assert spans(office)[0] == (MONDAY, MONDAY + 4 * DAY)
    assert len(spans(office)) == 2


def test_a_status_that_comes_and_goes_within_a_day_leaves_no_trace(office: PostOffice) -> None:
    hear(office, MONDAY)
    hear(office, None)
    assert spans(office) == ()


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ({}, 8.5 * 5),
        ({"starts": "10:00", "ends": "14:00"}, 4 * 5),
        ({"days": "24"}, 8.5 * 2),
        ({"off": [(MONDAY, MONDAY + DAY)]}, 8.5 * 3),
        ({"paused": [(MONDAY, MONDAY + DAY)]}, 8.5 * 5),  # who is left alone works on
        ({"away": [(MONDAY, MONDAY + DAY)]}, 8.5 * 3),
    ],
)
def test_a_wait_is_counted_in_her_own_hours(
    office: PostOffice, said: dict[str, Any], hours: float
) -> None:
    says(office, **said)
    counted = office.do(_counted(MONDAY, MONDAY + 7 * DAY))
    assert counted == timedelta(hours=hours)


def _counted(first: date, last: date) -> Callable[[Work], timedelta]:
    from bot.calendar import working_time

    def count(work: Work) -> timedelta:
        since, until = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, last))
        zone, hours = profiles.zone_of(work, ANA), profiles.hours_of(work, ANA)
        return working_time(since, until, zone=zone, hours=hours)

    return count
