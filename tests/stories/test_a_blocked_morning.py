"""A morning in the team's channel: somebody waits, somebody helps, it is over."""

from tests.team import Clock, Team


def test_a_wait_is_tracked_seen_and_ended(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked waiting on ETL changes for the churn table from @dana")

    team.sees_alone("ana", "Data engineering")
    team.sees_alone("ana", "#ds-team")
    team.hears("ben", "ETL changes for the churn table")

    clock.passes(hours=3)
    team.clicks("dana", "On it", on="ETL changes")
    team.hears("ben", "@dana is on it")

    team.clicks("dana", "Resolved", on="ETL changes")
    team.hears("ana", "Resolved: blocker #1")
