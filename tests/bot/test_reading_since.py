"""Since when a wait lasts, from words, in the zone of the one who speaks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import since_in

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)  # a Friday, 14:00 in Berlin


def told(line: str, *, now: datetime = NOW, zone: str = BERLIN) -> str | None:
    moment = since_in(line, now=now, zone=zone)
    return None if moment is None else f"{moment:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("no access since yesterday", "2026-11-19 08:00"),
        ("Since Tuesday the table is empty", "2026-11-17 08:00"),
        ("stuck since tue", "2026-11-17 08:00"),
        ("stuck since last Thursday", "2026-11-19 08:00"),
        ("stuck since Friday", "2026-11-13 08:00"),  # said on a Friday: not today
        ("waiting since Monday 10:40", "2026-11-16 09:40"),
        ("waiting since Monday at 3pm", "2026-11-16 14:00"),
        ("waiting since Monday afternoon", "2026-11-16 12:00"),
        ("waiting since 9:30", "2026-11-20 08:30"),
        ("waiting since 14:30", "2026-11-19 13:30"),  # 14:30 has not been yet
        ("waiting since 9am", "2026-11-20 08:00"),
        ("waiting since 12 am", "2026-11-19 23:00"),
        ("waiting since 10h30", "2026-11-20 09:30"),
        ("down since this morning", "2026-11-20 08:00"),
        ("down since noon", "2026-11-20 11:00"),
        ("down since last night", "2026-11-19 17:00"),
        ("down since the day before yesterday", "2026-11-18 08:00"),
        ("open since last week", "2026-11-09 08:00"),
        ("open since early this week", "2026-11-16 08:00"),
        ("open since last month", "2026-10-01 07:00"),  # still summer time
        ("open since 2026-11-02", "2026-11-02 08:00"),
        ("open since 2026-11-02 10:15", "2026-11-02 09:15"),
        ("open since 3 November", "2026-11-03 08:00"),
        ("open since the 3rd of Nov", "2026-11-03 08:00"),
        ("open since Nov 3rd", "2026-11-03 08:00"),
        ("open since December 3", "2025-12-03 08:00"),
        ("open since March", "2026-03-01 08:00"),
        ("since 3 days", "2026-11-17 13:00"),
        ("blocked for 3 days on ETL", "2026-11-17 13:00"),
        ("waiting for a couple of days", "2026-11-18 13:00"),
        ("waiting for over two weeks on legal", "2026-11-06 13:00"),
        ("stuck for 90 min", "2026-11-20 11:30"),
        ("stuck for about an hour", "2026-11-20 12:00"),
        ("stuck for the last 2 hours", "2026-11-20 11:00"),
        ("PR has been open for a few days", "2026-11-17 13:00"),
        ("waiting for 5 working days", "2026-11-13 13:00"),
        ("requested 2 days ago", "2026-11-18 13:00"),
        ("waiting 4 days now", "2026-11-16 13:00"),
        ("stuck all day", "2026-11-20 08:00"),
        ("stuck all week", "2026-11-16 08:00"),
    ],
)
def test_a_time_in_words_becomes_an_instant(line: str, utc: str) -> None:
    assert told(line) == utc


@pytest.mark.parametrize(
    "line",
    [
        "waiting on ETL changes",
        "since the migration nothing works",
        "since Marek left",
        "since Jan left",
        "since decisions are slow",
        "since 9",
        "since 25:00",
        "since 2026-02-30",
        "since 2031-01-01",
        "since 1999-01-01",
        "need the GPU for 3 days",
        "waiting for 1000 days of history to load",
        "GPU queue is 3 days",
        "ready in 2 days",
    ],
)
def test_other_words_give_none(line: str) -> None:
    assert told(line) is None


def test_the_first_since_that_can_be_read_counts() -> None:
    assert told("since the release, so since Tuesday") == "2026-11-17 08:00"


def test_the_same_words_are_another_instant_in_another_zone() -> None:
    assert told("since yesterday", zone="Asia/Kathmandu") == "2026-11-19 03:15"
    assert told("since yesterday", zone="America/New_York") == "2026-11-19 14:00"
    assert told("since yesterday", zone="Mars/Olympus") == "2026-11-19 09:00"


def test_after_midnight_here_yesterday_is_yesterday_here() -> None:
    late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert told("since yesterday", now=late) == "2026-11-19 08:00"


def test_a_skipped_time_is_the_first_valid_one_and_hours_are_real_hours() -> None:
    sunday = datetime(2026, 3, 29, 10, 0, tzinfo=UTC)
    assert told("down since 2:30", now=sunday) == "2026-03-29 01:00"
    assert told("down for 12 hours", now=sunday) == "2026-03-28 22:00"
    assert told("down for 1 day", now=sunday) == "2026-03-28 11:00"


TIMES = (
    "since",
    "for",
    "ago",
    "blocked",
    "3",
    "999",
    "days",
    "Tuesday",
    "2026-11-02",
    "14:30",
    "May",
)
lines = st.lists(st.sampled_from(TIMES) | st.text(max_size=8), max_size=10).map(" ".join)
instants = st.datetimes(
    datetime.fromisoformat("2020-01-01"),
    datetime.fromisoformat("2040-01-01"),
    timezones=st.just(UTC),
)
zones = st.sampled_from(
    [BERLIN, "Pacific/Apia", "America/Havana", "Australia/Lord_Howe", "nowhere"]
)


@given(lines | st.text(max_size=200), instants, zones)
def test_whatever_is_said_it_is_never_later_than_now_nor_absurdly_long_ago(
    line: str, now: datetime, zone: str
) -> None:
    moment = since_in(line, now=now, zone=zone)
    assert moment is None or now - timedelta(days=731) <= moment <= now
