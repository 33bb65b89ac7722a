"""Rules of reviews: when a nudge comes, who is chosen, what is left out, and the figures."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import DEFAULT, WorkingHours
from bot.reviews.choosing import Candidate, choose, gini, head_start, spread
from bot.reviews.feature import Change, leaves_out, ways
from bot.reviews.figures import Course, quantile, rounds_then_and_now, turnaround
from bot.reviews.nudging import working_days_later
from storage.rhythms import Rhythm
from storage.types import PersonId, TeamId

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 9, 10, tzinfo=BERLIN)


def later(at: datetime, days: int, hours: WorkingHours = DEFAULT) -> datetime:
    return working_days_later(at, days, zone="Europe/Berlin", hours=hours).astimezone(BERLIN)


def test_a_working_day_later_is_the_same_time_of_the_next_working_day() -> None:
    assert later(MONDAY, 1) == MONDAY + timedelta(days=1)
    friday = MONDAY + timedelta(days=4)
    assert later(friday, 1) == MONDAY + timedelta(days=7)
    assert later(friday, 3) == MONDAY + timedelta(days=9)


def test_what_came_in_the_evening_or_on_a_sunday_came_with_the_next_morning() -> None:
    nine_on_tuesday = datetime(2026, 3, 10, 9, tzinfo=BERLIN)
    assert later(MONDAY.replace(hour=21), 1) == nine_on_tuesday + timedelta(days=1)
    sunday = datetime(2026, 3, 8, 15, tzinfo=BERLIN)
    assert later(sunday, 1) == nine_on_tuesday


def test_holidays_and_days_off_do_not_count() -> None:
    off = WorkingHours(off=((date(2026, 3, 10), date(2026, 3, 12)),))
    assert later(MONDAY, 1, off) == MONDAY + timedelta(days=4)
    german = WorkingHours(country="DE")
    thursday = datetime(2026, 4, 2, 11, tzinfo=BERLIN)  # then Good Friday and Easter Monday
    assert later(thursday, 1, german) == datetime(2026, 4, 7, 11, tzinfo=BERLIN)


def test_the_clock_changes_and_the_time_of_day_stays() -> None:
    friday = datetime(2026, 3, 27, 14, tzinfo=BERLIN)
    assert later(friday, 1) == datetime(2026, 3, 30, 14, tzinfo=BERLIN)


@given(st.integers(0, 40_000), st.integers(1, 9))
def test_a_nudge_falls_into_working_hours(hours: int, days: int) -> None:
    at = MONDAY.astimezone(UTC) + timedelta(hours=hours)
    found = later(at, days)
    assert found.weekday() < 5
    assert DEFAULT.start <= found.time() < DEFAULT.end
    assert found - at >= timedelta(hours=23)


def candidate(name: str, **more: int | bool) -> Candidate:
    usual = {"total": 3, "open": 0, "for_author": 0, "knows": False}
    return Candidate(PersonId(name), **{**usual, **more})  # type: ignore[arg-type]


def test_fewest_reviews_come_first_then_fewest_for_this_author() -> None:
    chosen = choose([candidate("A", total=2), candidate("B", total=1, for_author=9)])
    assert chosen is not None
    assert (chosen.person, chosen.why) == ("B", "fewest")
    chosen = choose([candidate("A", for_author=2), candidate("B", for_author=1)])
    assert chosen is not None
    assert (chosen.person, chosen.why) == ("B", "fewest_for_author")


def test_nobody_over_the_limit_is_chosen_while_another_is_under() -> None:
    chosen = choose([candidate("A", total=0, open=2), candidate("B", total=9, open=1)])
    assert chosen is not None
    assert (chosen.person, chosen.why) == ("B", "only")
    assert choose([candidate("A", open=2), candidate("B", open=5)]) is None
    assert choose([]) is None


@pytest.mark.parametrize(
    ("prefer", "person", "why"),
    [("learn", "NEW", "learn"), ("know", "OLD", "knows"), ("fair", "NEW", "next")],
)
def test_among_equals_the_team_says_who_learns_or_who_knows(
    prefer: str, person: str, why: str
) -> None:
    people = [candidate("OLD", knows=True, open=1), candidate("NEW")]
    chosen = choose(people, prefer=prefer)
    assert chosen is not None
    assert (chosen.person, chosen.why) == (person, why)


def test_who_would_be_the_second_to_know_a_project_is_told_so() -> None:
    people = [candidate("OLD", knows=True, others_know=False)]
    people.append(candidate("NEW", others_know=False))
    chosen = choose(people)
    assert chosen is not None
    assert (chosen.person, chosen.why) == ("NEW", "learn_alone")


@given(
    st.lists(
        st.builds(
            candidate,
            st.sampled_from("ABCDEFGH"),
            total=st.integers(0, 5),
            open=st.integers(0, 3),
            for_author=st.integers(0, 3),
            knows=st.booleans(),
        ),
        unique_by=lambda one: one.person,
    ),
    st.sampled_from(["learn", "know", "fair"]),
    st.randoms(use_true_random=False),
)
def test_the_choice_is_fair_and_the_same_in_every_order(
    people: list[Candidate], prefer: str, dice: Random
) -> None:
    chosen = choose(people, prefer=prefer)
    free = [one for one in people if one.open < 2]
    assert (chosen is None) == (not free)
    if chosen is None:
        return
    their = next(one for one in people if one.person == chosen.person)
    assert their.total == min(one.total for one in free)
    shuffled = list(people)
    dice.shuffle(shuffled)
    assert choose(shuffled, prefer=prefer) == chosen


def test_a_newcomer_begins_level_with_whoever_did_fewest() -> None:
    assert head_start([7, 9, 8]) == 7
    assert head_start([]) == 0


def test_how_even_it_is() -> None:
    assert gini([3, 3, 3]) == 0
    assert gini([0, 0, 9]) == pytest.approx(2 / 3)
    assert gini([]) == gini([0, 0]) == 0
    assert spread([2, 5, 3]) == 3
    assert spread([]) == 0


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_gini_is_between_even_and_all_for_one(numbers: list[int]) -> None:
    assert -1e-9 <= gini(numbers) <= 1
    assert gini(numbers) == pytest.approx(gini(list(reversed(numbers))))


HOUR = timedelta(hours=1)


def test_quantiles_are_times_that_happened() -> None:
    times = [HOUR * n for n in (5, 1, 3, 2)]
    assert quantile(times, 0.5) == 2 * HOUR
    assert quantile(times, 0.75) == 3 * HOUR
    assert quantile([HOUR], 0.75) == HOUR
    assert quantile([], 0.5) is None


def course(number: int, **more: object) -> Course:
    usual: dict[str, object] = {
        "opened": MONDAY + timedelta(days=number),
        "first_answer": HOUR,
        "done": 3 * HOUR,
        "rounds": 1,
        "comments": 2,
        "approved": True,
    }
    return Course(**{**usual, **more})  # type: ignore[arg-type]


def test_turnaround_counts_only_what_was_answered() -> None:
    open_ = course(1, first_answer=None, done=None, comments=0, approved=False)
    found = turnaround([course(0), open_])
    assert (found.reviews, found.answer_p50, found.comments) == (2, HOUR, 2.0)


def test_rounds_to_approval_go_from_the_first_to_the_last_ones() -> None:
    courses = [course(n, rounds=rounds) for n, rounds in enumerate([4, 4, 2, 1])]
    assert rounds_then_and_now(list(reversed(courses))) == (4, 1.5)
    assert rounds_then_and_now(courses[:1]) is None


def rhythm(**settings: object) -> Rhythm:
    return Rhythm(TeamId("t"), "reviews", "weekdays 09:00", "UTC", settings, True, None, None, None)


def test_small_changes_are_left_out_by_the_teams_rules() -> None:
    rules = ways(rhythm(least_lines=3, leave_paths=["docs/*", "*.lock"], leave_labels=["Trivial"]))
    assert leaves_out(rules, Change(lines=2)) == "lines"
    assert leaves_out(rules, Change(lines=3)) is None
    assert leaves_out(rules, Change(paths=["docs/a.md", "x/uv.lock"])) == "paths"
    assert leaves_out(rules, Change(paths=["docs/a.md", "src/a.py"])) is None
    assert leaves_out(rules, Change(labels=["trivial"])) == "label"
    assert leaves_out(rules, Change(is_bot=True)) == "bot"
    assert leaves_out(ways(None), Change(lines=1)) is None


def test_settings_that_make_no_sense_are_brought_to_sense() -> None:
    rules = ways(rhythm(reviewers=99, limit=0))
    assert (rules.reviewers, rules.limit) == (3, 1)
    assert ways(None).state == "unsaid"
