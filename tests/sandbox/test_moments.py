"""Moments as people type them."""

from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sandbox.moments import moment, working_days_back
from sandbox.wire import SlackError

FRIDAY = datetime(2026, 3, 27, 15, 30, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


def read(text: str, zone: str | None = None) -> str:
    at = moment(text, now=FRIDAY, real=5.0, zone=zone)
    return datetime.fromtimestamp(at, ZoneInfo(zone or "Europe/Berlin")).isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+1h", "2026-03-27T16:30:00+01:00"),
        ("+1h 30m", "2026-03-27T17:00:00+01:00"),
        ("+0s", "2026-03-27T15:30:00+01:00"),
        ("today 17:00", "2026-03-27T17:00:00+01:00"),
        ("tomorrow 9:00", "2026-03-28T09:00:00+01:00"),
        ("next Monday 9:00", "2026-03-30T09:00:00+02:00"),
        ("next friday 9:00", "2026-04-03T09:00:00+02:00"),
        ("2026-05-01T08:00", "2026-05-01T08:00:00+02:00"),
        ("2026-05-01T08:00:00Z", "2026-05-01T10:00:00+02:00"),
        ("1774623600", "2026-03-27T16:00:00+01:00"),
    ],
)
def test_a_moment_is_read_on_berlins_clock(text: str, expected: str) -> None:
    assert read(text) == expected


def test_another_zone_has_its_own_nine_o_clock() -> None:
    assert read("tomorrow 9:00", "Asia/Kolkata") == "2026-03-28T09:00:00+05:30"


def test_now_is_the_machines_time() -> None:
    assert moment("now", now=FRIDAY, real=5.0) == 5.0


@given(some.text(max_size=30))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(SlackError):
        assert isinstance(moment(text, now=FRIDAY, real=5.0), float)


@given(days=some.integers(1, 60), now=some.integers(1_700_000_000, 1_900_000_000))
def test_counting_back_lands_on_a_working_day_and_keeps_the_order(days: int, now: int) -> None:
    zone = ZoneInfo("Europe/Berlin")
    at = working_days_back(f"-{days}d 09:40", now=now)
    local = datetime.fromtimestamp(at, zone)
    assert local.isoweekday() <= 5
    assert (local.hour, local.minute) == (9, 40)
    assert local.date() < datetime.fromtimestamp(now, zone).date()
    assert working_days_back(f"-{days + 1}d 18:00", now=now) < at
