"""The rules of standups: for which day an answer counts, what goes on, who is reminded when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standups import rules
from bot.standups.rules import Window
from storage.standups import Answer, Given, Prompt, Tick
from storage.types import PersonId, TeamId

ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
TEAM = TeamId("t1")
FRIDAY, MONDAY, TUESDAY = date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10)
HALF_PAST_NINE = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def window(day: date) -> Window:
    at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
    return Window(day, at, at + 4 * HOUR)


WINDOWS = [window(FRIDAY), window(MONDAY), window(TUESDAY)]


@pytest.mark.parametrize(
    ("now", "day", "other"),
    [
        ("2026-03-06T14:00", MONDAY, FRIDAY),  # Friday after its time: for Monday, or late
        ("2026-03-08T20:00", MONDAY, FRIDAY),  # the evening before
        ("2026-03-09T07:00", MONDAY, FRIDAY),  # before the question
        ("2026-03-09T09:30", MONDAY, TUESDAY),
        ("2026-03-09T13:29", MONDAY, TUESDAY),
        ("2026-03-09T13:30", TUESDAY, MONDAY),
    ],
)
def test_an_answer_counts_for_the_first_day_whose_time_is_not_over(
    now: str, day: date, other: date
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert rules.counts_for(at, WINDOWS, today=at.date()) == rules.Counts(day, other)


def test_a_window_over_midnight_still_belongs_to_its_day() -> None:
    at = datetime(2026, 3, 9, 22, 0, tzinfo=UTC)
    late = [Window(MONDAY, at, at + 4 * HOUR), Window(TUESDAY, at + 24 * HOUR, at + 28 * HOUR)]
    assert rules.counts_for(at + 3 * HOUR, late, today=TUESDAY).day == MONDAY


def test_without_any_day_it_counts_for_today() -> None:
    assert rules.counts_for(HALF_PAST_NINE, [], today=MONDAY) == rules.Counts(MONDAY, None)


@given(st.integers(-8 * 24 * 60, 8 * 24 * 60))
def test_the_other_day_is_another_day(minutes: int) -> None:
    now = HALF_PAST_NINE + timedelta(minutes=minutes)
    counts = rules.counts_for(now, WINDOWS, today=now.date())
    assert counts.day != counts.other


@pytest.mark.parametrize(
    ("how", "hours", "expected"),
    [
        ("light", 4, [3]),
        ("more", 4, [2, 3]),
        ("none", 4, []),
        ("light", 1, [0.5]),
        ("more", 1, [0.5]),
        ("more", 2, [1]),
    ],
)
def test_reminders_come_an_hour_before_the_end_and_never_twice_at_once(
    how: str, hours: float, expected: list[float]
) -> None:
    times = rules.reminders(HALF_PAST_NINE, HALF_PAST_NINE + hours * HOUR, how=how)
    assert [(at - HALF_PAST_NINE) / HOUR for at in times] == expected


def answer(*words: str, ticks: tuple[Tick, ...] = (), field: str = "plan") -> Answer:
    given_ = tuple(Given(field, "What is next?", one) for one in words)
    return Answer(TEAM, ANA, MONDAY, ticks, given_, HALF_PAST_NINE, HALF_PAST_NINE)


def test_a_plan_has_an_item_a_line_without_its_bullet() -> None:
    said = "- the features\n• the docs\n\n2) the review\nplain, with a - in it"
    assert rules.plan_of(answer(said)) == (
        "the features",
        "the docs",
        "the review",
        "plain, with a - in it",
    )


def test_what_is_not_done_yet_goes_on_first_and_once() -> None:
    ticks = (Tick("The Docs", "not_yet"), Tick("old", "done"), Tick("gone", "moved_on"))
    assert rules.plan_of(answer("the docs\nnew", ticks=ticks)) == ("The Docs", "new")


def test_words_written_freely_are_a_plan_and_an_answer_about_waits_is_none() -> None:
    assert rules.plan_of(answer("today the docs", field="said")) == ("today the docs",)
    assert rules.plan_of(answer("Dana's review", field="waits")) == ()


def test_a_plan_keeps_its_first_ten_items() -> None:
    assert len(rules.plan_of(answer("\n".join(f"item {n}" for n in range(30))))) == 10


def prompt(person: PersonId, absence: str | None = None) -> Prompt:
    return Prompt(TEAM, person, MONDAY, HALF_PAST_NINE, HALF_PAST_NINE + 4 * HOUR, absence)


_REASONS = st.sampled_from([None, "holiday", "away", "skipped", "missed"])


@given(st.dictionaries(st.sampled_from([ANA, BEN, DANA]), _REASONS), st.booleans())
def test_everybody_stands_in_the_summary_at_most_once(
    asked: dict[PersonId, str | None], answered: bool
) -> None:
    answers = {ANA: answer("the docs")} if answered else {}
    found = rules.round_of([prompt(*one) for one in asked.items()], answers)

    told = [*found.answered, *found.away, *found.silent]
    assert len(told) == len(set(told))
    assert set(told) <= set(asked) | set(answers)
    assert (ANA in found.answered) is answered
    assert not [one for one in found.silent if asked[one] is not None]


def test_messages_are_gathered_in_their_order() -> None:
    assert rules.gathered(rules.gathered("", "one"), "two") == "one\ntwo"
