"""What follows `/standup`, and the days that people name in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import coming, past
from bot.standups import Action, parse

TODAY = date(2026, 3, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("", "form"),
        ("  ", "form"),
        ("on", "on"),
        ("OFF.", "off"),
        ("who", "who"),
        ("skip", "skip"),
        ("skip today", "skip"),
        ("back", "back"),
        ("show", "show"),
        ("help", "help"),
        ("?", "help"),
        ("off until Monday", "away"),
        ("off for two weeks", "away"),
        ("off until the moon is full", "help"),
        ("show <@U0BEN> yesterday", "show"),
        ("show <@U0BEN|ben>", "show"),
        ("show stakeholders the demo, then the docs", "said"),
        ("on the churn features all day", "said"),
        ("off to the dentist, then the review", "said"),
        ("skip the meeting and write the docs", "said"),
        ("finishing the churn features", "said"),
    ],
)
def test_a_subcommand_is_one_only_when_the_whole_line_fits(text: str, action: str) -> None:
    assert parse(text, today=TODAY).action == action


def test_the_person_and_the_day_of_a_look_are_read() -> None:
    line = parse("show <@U0BEN> 2026-03-09", today=TODAY)
    assert (line.person, line.day) == ("U0BEN", date(2026, 3, 9))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tomorrow", "2026-03-11"),
        ("Monday", "2026-03-16"),
        ("next tuesday", "2026-03-17"),
        ("next week", "2026-03-16"),
        ("for 2 weeks", "2026-03-24"),
        ("for a day", "2026-03-11"),
        ("for three days", "2026-03-13"),
        ("2026-04-01", "2026-04-01"),
        ("1 April", "2026-04-01"),
        ("the 1st of April", "2026-04-01"),
        ("March 9", "2027-03-09"),
        ("Mar 20, 2026", "2026-03-20"),
        ("1.4.", "2026-04-01"),
        ("29 Feb", "2028-02-29"),
        ("2026-02-30", None),
        ("2026-03-10", None),
        ("someday", None),
    ],
)
def test_a_coming_day_is_read(said: str, day: str | None) -> None:
    found = coming(said, today=TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-03-10"),
        ("yesterday", "2026-03-09"),
        ("Monday", "2026-03-09"),
        ("tuesday", "2026-03-10"),
        ("last tuesday", "2026-03-03"),
        ("9 March", "2026-03-09"),
        ("11 March", "2025-03-11"),
        ("whenever", None),
    ],
)
def test_a_past_day_is_read(said: str, day: str | None) -> None:
    found = past(said, today=TODAY)
    assert (found and found.isoformat()) == day


@given(st.text(max_size=40))
def test_every_line_means_something(text: str) -> None:
    assert parse(text, today=TODAY).action in Action


@given(
    st.text(alphabet="mondaytuefrsnx 0123456789-.", max_size=16),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
)
def test_a_coming_day_comes_and_a_past_one_has_come(text: str, today: date) -> None:
    ahead, back = coming(text, today=today), past(text, today=today)
    assert ahead is None or ahead > today
    assert back is None or back <= today
