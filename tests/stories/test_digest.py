"""The weekly digest: off until somebody wants it, then five lines a week, none about nothing."""

import pytest

from tests.team import Clock, Team, buttons, words

FRIDAY_15, NEXT_FRIDAY_15 = "2026-03-13T14:00:00Z", "2026-03-20T14:00:00Z"
WAIT = "/blocked waiting on ETL changes for the churn table"


@pytest.fixture
def digest(team: Team) -> Team:
    """Ana turned on the weekly digest of #ds-team."""
    team.says("ana", "/pinwheel")
    team.clicks_feature("ana", "Use the defaults", "Weekly digest")
    team.clicks("ana", "Start")
    return team


def test_before_it_starts_nobody_is_asked_to_take_part(team: Team) -> None:
    team.says("ana", "/pinwheel")
    team.clicks_feature("ana", "Use the defaults", "Weekly digest")

    proposed = words(team.sees_alone("ana", "*Weekly digest* is off here."))
    assert "When: Fridays at 15:00 (Europe/Berlin time), first on Fri 13 Mar." in proposed
    assert "take part" not in proposed


def test_the_channel_is_told_once_and_there_is_nothing_to_join(digest: Team) -> None:
    told = digest.hears("ben", "@ana turned on *Weekly digest*.")
    assert buttons(told) == ["Turn off"]


def test_on_friday_the_channel_reads_its_week_without_names(digest: Team, clock: Clock) -> None:
    digest.says("ana", f"{WAIT} from <@U0DANA>")
    clock.passes(hours=2)
    digest.says("ana", "/blocked resolve 1")
    digest.says("ben", "/blocked waiting for two more GPUs")
    clock.turns_to(FRIDAY_15)

    week = digest.hears("ana", "*Waits this week:* 2 began, 1 ended, 1 open.")
    assert "Data engineering 2 h" in words(week)
    assert len(week["text"].splitlines()) <= 5
    assert "@" not in words(week)


def test_it_comes_once_a_week(digest: Team, clock: Clock) -> None:
    digest.says("ana", WAIT)
    clock.turns_to(FRIDAY_15)
    clock.passes(days=2)
    assert len(digest.posts("Waits this week")) == 1

    clock.turns_to(NEXT_FRIDAY_15)
    assert len(digest.posts("Waits this week")) == 2


def test_a_week_in_which_nobody_waited_is_not_spoken_of(digest: Team, clock: Clock) -> None:
    clock.turns_to(NEXT_FRIDAY_15)
    assert digest.posts("Waits") == []


def test_the_day_and_the_time_are_the_keepers_to_choose(digest: Team, clock: Clock) -> None:
    digest.says("ana", WAIT)
    digest.says("ana", "/pinwheel settings")
    digest.fills("ana", **{"digest.when": "thu 10:00"})
    clock.turns_to("2026-03-12T09:00:00Z")
    assert len(digest.posts("Waits this week")) == 1


def test_off_again_it_stays_silent(digest: Team, clock: Clock) -> None:
    digest.says("ana", WAIT)
    digest.clicks("ana", "Turn off", on="*Weekly digest* is on.")
    digest.hears("ben", "@ana turned off *Weekly digest* here.")
    clock.turns_to(NEXT_FRIDAY_15)
    assert digest.posts("Waits this week") == []
