"""`pinwheel report`: what it prints and tells machines; it names nobody."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli.terminal import out
from main import app
from settings import Settings
from storage.people import Channel, Person
from storage.records import Records
from storage.store import Store
from storage.types import PersonId
from tests.storage.conftest import settled as settled
from tests.storage.rows import CHANNEL, NORTH, TEAM, a_blocker

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)  # work begins in UTC
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SINCE = ("--since", "2026-03-01", "--until", "2026-03-08")
Pinwheel = Callable[..., Result]


@pytest.fixture
def pinwheel(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pinwheel:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    environment = {"DATABASE_URL": database_url}
    monkeypatch.setattr(out, "width", 200)
    return lambda *words: CliRunner().invoke(app, ["report", *words], env=environment)


@pytest.fixture
def kept(settled: Store) -> Store:
    """Six people's waits of one week: on data engineering six, on labels one."""
    one = {"state": "resolved", "effort": "hours", "project": "churn", "ended_by": PersonId("UBEN")}
    waits = [
        a_blocker(
            number,
            waiter=PersonId(f"UPERSON{number}"),
            since=MONDAY + number * DAY / 2,
            ended_at=MONDAY + number * DAY / 2 + 6 * HOUR,
            **one,
        )
        for number in range(6)
    ]
    waits.append(a_blocker(6, function="labeling", project="Secret", audience="me", since=MONDAY))

    def deed(tx: Any) -> None:
        records = Records(tx, NORTH)
        records.channels.put(Channel(CHANNEL, "ds-team", "channel", True, 8, None, MONDAY))
        for wait in waits:
            person = Person(wait.waiter, "N", "n", "UTC", NORTH, False, False, False, MONDAY)
            records.people.put(person)
            records.blockers.add(wait)

    settled.write_now(deed)
    return settled


def told(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    assert len(found["reports"]) == 1
    return {**found["reports"][0], "since": found["since"]}


def test_a_team_sees_its_own_functions_at_any_size(kept: Store, pinwheel: Pinwheel) -> None:
    report = told(pinwheel(*SINCE, "--team", "#ds-team", "--json"))
    by_name = {one["name"]: one for one in report["functions"]}
    assert report["since"] == "2026-03-01T00:00:00+00:00"
    assert report["team"] == "ds-team"
    assert by_name["data_engineering"]["waits"] == 6
    assert by_name["data_engineering"]["ended"] == 6
    assert by_name["data_engineering"]["work"] == 18
    assert by_name["labeling"]["waited"] == 5 * 8.5
    assert report["total"]["waits"] == 7
    assert {one["name"] for one in report["projects"]} == {"churn", None}


def test_all_teams_together_show_groups_of_five_people_and_more(
    kept: Store, pinwheel: Pinwheel
) -> None:
    report = told(pinwheel(*SINCE, "--json"))
    assert [one["name"] for one in report["functions"]] == ["others, each of fewer than 5 people"]
    assert report["functions"][0]["waits"] == 7


def test_it_names_nobody_and_no_project_that_the_channel_was_not_told(
    kept: Store, pinwheel: Pinwheel
) -> None:
    for words in (("--team", TEAM), ("--team", "ds-team", "--json"), (), ("--json",)):
        said = pinwheel(*SINCE, *words)
        assert said.exit_code == 0, said.output
        for name in ("UPERSON", "UBEN", "UANA", "Secret", "waiting on the schema change"):
            assert name not in said.output


def test_people_read_a_table(kept: Store, pinwheel: Pinwheel) -> None:
    said = pinwheel(*SINCE, "--team", "ds-team").output
    assert "From 2026-03-01 to 2026-03-08" in said
    assert "Data engineering" in said
    assert "wait ÷ work" in said
    assert "no project told" in said
    assert "minutes 0.5 h, hours 3 h, day 8.5 h, days 25.5 h" in said


def test_of_a_small_workspace_only_its_teams_are_shown(settled: Store, pinwheel: Pinwheel) -> None:
    settled.write_now(lambda tx: Records(tx, NORTH).blockers.add(a_blocker(1, since=MONDAY)))
    assert "Fewer than five people" in pinwheel(*SINCE).output
    assert told(pinwheel(*SINCE, "--json"))["functions"] == []


def test_a_hand_off_by_choice_is_marked(kept: Store, pinwheel: Pinwheel) -> None:
    kept.write_now(
        lambda tx: Records(tx, NORTH).owners.mark_deliberate(
            "labeling", by=PersonId("UANA"), at=MONDAY
        )
    )
    report = told(pinwheel(*SINCE, "--team", "ds-team", "--json"))
    assert {one["name"]: one["deliberate"] for one in report["functions"]} == {
        "data_engineering": False,
        "labeling": True,
    }
    assert "Labeling (handed on by choice)" in pinwheel(*SINCE, "--team", "ds-team").output


def test_a_team_that_is_not_there_is_said(settled: Store, pinwheel: Pinwheel) -> None:
    refused = pinwheel("--team", "#nowhere")
    assert isinstance(refused.exception, SystemExit)
    assert "There is no team #nowhere" in str(refused.exception) + refused.output


def test_a_day_that_is_none_is_refused(settled: Store, pinwheel: Pinwheel) -> None:
    assert pinwheel("--since", "yesterday").exit_code != 0
