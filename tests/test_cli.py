"""The command line: what each command says and does, and how it refuses."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from main import app
from sandbox.faults import Fault
from sandbox.server import Server
from settings import Settings
from tests.running import a_bot, a_slack
from tests.team import Team

Pinwheel = Callable[..., Result]


@pytest.fixture
def pinwheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pinwheel:
    """Runs a command in an empty folder and an environment without settings of ours."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(app, list(words), env=environment)

    return run


@pytest.fixture
def slack() -> Iterator[Server]:
    with a_slack() as server:
        yield server


def said(result: Result) -> str:
    """All on one line, however wide the terminal."""
    return " ".join(result.output.split())


def connected(slack: Server) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.workspace.app.bot_token,
        "SLACK_APP_TOKEN": slack.workspace.app.app_token,
        "SLACK_API_BASE_URL": f"{slack.url}/api/",
        "PINWHEEL_CLOCK_URL": f"{slack.url}/clock",
    }


def test_the_manifest_is_for_socket_mode(pinwheel: Pinwheel) -> None:
    found = yaml.safe_load(pinwheel("manifest").output)
    assert found["settings"]["socket_mode_enabled"] is True
    assert "request_url" not in found["settings"]["interactivity"]


def test_the_manifest_with_an_address_is_for_http(pinwheel: Pinwheel) -> None:
    found = yaml.safe_load(pinwheel("manifest", "--url", "https://pinwheel.example/").output)
    address = "https://pinwheel.example/slack/events"
    assert found["settings"]["socket_mode_enabled"] is False
    assert found["settings"]["interactivity"]["request_url"] == address
    assert found["settings"]["event_subscriptions"]["request_url"] == address
    assert {one["url"] for one in found["features"]["slash_commands"]} == {address}


def test_run_without_anything_set_names_what_is_missing_and_what_to_do(pinwheel: Pinwheel) -> None:
    refused = pinwheel("run")
    assert refused.exit_code != 0
    assert "SLACK_BOT_TOKEN: copy the Bot User OAuth Token" in said(refused)
    assert "SLACK_SIGNING_SECRET: copy the Signing Secret" in said(refused)


def test_http_mode_without_a_signing_secret_does_not_start(pinwheel: Pinwheel) -> None:
    refused = pinwheel("run", SLACK_BOT_TOKEN="xoxb-1")
    assert refused.exit_code != 0
    assert "SLACK_SIGNING_SECRET" in said(refused)


@pytest.mark.parametrize("host", ["DYNO", "GAE_SERVICE"])
def test_sqlite_does_not_start_where_the_disk_is_forgotten(pinwheel: Pinwheel, host: str) -> None:
    refused = pinwheel("run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", **{host: "web"})
    assert refused.exit_code != 0
    assert "DATABASE_URL: this host forgets its disk" in said(refused)


def test_a_wrong_setting_is_named_by_every_command(pinwheel: Pinwheel) -> None:
    for command in ("run", "migrate", "status", "doctor", "pause"):
        refused = pinwheel(command, PORT="eighty")
        assert refused.exit_code != 0, command
        assert "PORT" in said(refused), command
        assert "Traceback" not in refused.output


def test_migrate_makes_the_database_and_may_be_run_again(
    pinwheel: Pinwheel, tmp_path: Path
) -> None:
    for _ in range(2):
        done = pinwheel("migrate")
        assert done.exit_code == 0
        assert "The database is at" in said(done)
    assert (tmp_path / "pinwheel.db").exists()


def test_status_of_a_quiet_house_as_json(pinwheel: Pinwheel) -> None:
    pinwheel("migrate")
    found = json.loads(pinwheel("status", "--json").output)
    assert found["letters"] == {}
    assert found["worries"] == []
    assert found["paused_since"] is None


def test_status_counts_what_waits_for_a_look_and_what_pairs_said(
    pinwheel: Pinwheel, team: Team, database_url: str
) -> None:
    team.says("ana", "/pair on")
    team.clicks("ana", "Start")
    team.says("ana", "/review https://github.com/acme/churn/pull/1 for @dana")
    team.says("ana", "/review https://github.com/acme/churn/pull/2 for @chiara")
    team.says("chiara", "/review comments 2")
    team.clock.passes(days=7, hours=8)
    together = team.server.workspace.conversations
    first = next(one for one in together if one.kind == "mpim" and "U0APP" in one.members)
    team.clicks(min(set(first.members) - {"U0APP"}), "We met", at=first.id)

    ours = {"DATABASE_URL": database_url}
    found = json.loads(pinwheel("status", "--json", **ours).output)
    assert found["reviews"] == {"author": 1, "reviewer": 1}
    assert found["rounds"]["last"] == "2026-03-16"
    assert found["rounds"]["next"].startswith("2026-03-23 00:30")  # six in Kolkata
    assert found["rounds"]["pairs"] == {"met": 1, "unconfirmed": 3}

    shown = said(pinwheel("status", **ours))
    assert "reviews open, waiting for their author: 1" in shown
    assert "reviews open, waiting for a reviewer's look: 1" in shown
    assert "pairs: the last round began on 2026-03-16" in shown
    assert "pairs: the next round begins 2026-03-23 00:30 UTC" in shown
    assert "pairs of the rounds under way, unconfirmed: 3" in shown
    assert "U0" not in shown


def test_pause_holds_until_it_is_taken_back(pinwheel: Pinwheel) -> None:
    pinwheel("migrate")
    assert "Paused" in said(pinwheel("pause"))
    since = json.loads(pinwheel("status", "--json").output)["paused_since"]
    assert since is not None
    assert "Paused since" in said(pinwheel("status"))

    pinwheel("pause")
    assert json.loads(pinwheel("status", "--json").output)["paused_since"] == since

    assert "speaks again" in said(pinwheel("pause", "--off"))
    assert json.loads(pinwheel("status", "--json").output)["paused_since"] is None


@pytest.mark.parametrize("command", ["status", "pause"])
def test_a_database_that_was_never_migrated_is_told_in_a_sentence(
    pinwheel: Pinwheel, command: str
) -> None:
    refused = pinwheel(command)
    assert refused.exit_code != 0
    assert "pinwheel migrate" in said(refused)
    assert isinstance(refused.exception, SystemExit)


@pytest.mark.parametrize("command", ["status", "migrate", "pause"])
def test_a_database_that_cannot_be_reached_is_told_without_its_password(
    pinwheel: Pinwheel, command: str
) -> None:
    address = "postgresql://ana:hush@127.0.0.1:1/pinwheel?connect_timeout=1"
    refused = pinwheel(command, DATABASE_URL=address)
    assert isinstance(refused.exception, SystemExit)
    assert "DATABASE_URL" in said(refused)
    assert "hush" not in refused.output


def test_the_doctor_names_each_missing_variable_and_what_to_do(pinwheel: Pinwheel) -> None:
    found = pinwheel("doctor")
    assert found.exit_code == 1
    assert "✗ SLACK_BOT_TOKEN is not set" in said(found)
    assert "→ copy the Bot User OAuth Token" in said(found)
    assert "✗ SLACK_SIGNING_SECRET is not set" in said(found)
    assert "→ run: pinwheel migrate" in said(found)


def test_the_doctor_has_nothing_to_say_when_all_is_well(pinwheel: Pinwheel, slack: Server) -> None:
    pinwheel("migrate")
    found = pinwheel("doctor", **connected(slack))
    assert "✗" not in found.output
    assert "Slack knows the bot" in said(found)
    assert "Socket Mode can connect" in said(found)
    assert "The clock agrees with Slack's" in said(found)
    assert found.exit_code == 0


def test_the_doctor_sees_a_scope_that_was_not_granted(pinwheel: Pinwheel, slack: Server) -> None:
    pinwheel("migrate")
    slack.workspace.app.removed.add("users:read")
    found = pinwheel("doctor", **connected(slack))
    assert found.exit_code == 1
    assert "✗ Scope users:read is missing" in said(found)


def test_the_doctor_says_who_answers_for_a_user_group_without_that_scope(
    pinwheel: Pinwheel, slack: Server
) -> None:
    slack.workspace.app.removed = {"usergroups:read"}
    examined = pinwheel("doctor", **connected(slack))
    assert examined.exit_code == 1
    assert "Scope usergroups:read is missing" in said(examined)
    assert "anybody in the channel may answer for a user group" in said(examined)


def test_the_doctor_says_how_accounts_are_linked_without_that_scope(
    pinwheel: Pinwheel, slack: Server
) -> None:
    slack.workspace.app.removed = {"users:read.email"}
    examined = pinwheel("doctor", **connected(slack))
    assert "Scope users:read.email is missing" in said(examined)
    assert "link their accounts by /review me github:their-login" in said(examined)


def test_a_plan_without_user_groups_is_told_and_is_no_fault(
    pinwheel: Pinwheel, slack: Server
) -> None:
    pinwheel("migrate")
    slack.workspace.faults.add(
        Fault("usergroups.list", "error", error="plan_upgrade_required", times=-1)
    )
    examined = pinwheel("doctor", **connected(slack))
    assert "This Slack plan has no user groups" in said(examined)
    assert examined.exit_code == 0


def test_the_doctor_sees_a_clock_that_is_off(pinwheel: Pinwheel, slack: Server) -> None:
    pinwheel("migrate")
    environment = connected(slack)
    del environment["PINWHEEL_CLOCK_URL"]  # the machine's clock is not at the sandbox's Monday
    found = pinwheel("doctor", **environment)
    assert found.exit_code == 1
    assert "Slack's → set it by NTP" in said(found)


def test_the_doctor_sees_a_token_that_slack_refuses(pinwheel: Pinwheel, slack: Server) -> None:
    found = pinwheel("doctor", **connected(slack) | {"SLACK_BOT_TOKEN": "xoxb-not-it"})
    assert found.exit_code == 1
    assert "✗ Slack refuses SLACK_BOT_TOKEN (invalid_auth)" in said(found)


def test_the_doctor_sees_that_slack_is_not_there(pinwheel: Pinwheel, slack: Server) -> None:
    environment = connected(slack) | {"SLACK_API_BASE_URL": "http://127.0.0.1:1/api/"}
    found = pinwheel("doctor", **environment)
    assert found.exit_code == 1
    assert "✗ Slack does not answer" in said(found)


def test_the_doctor_sees_a_second_process_on_the_same_app_token(
    pinwheel: Pinwheel, slack: Server, database_url: str, tmp_path: Path
) -> None:
    ours = connected(slack) | {"DATABASE_URL": database_url}
    theirs = connected(slack) | {"DATABASE_URL": f"sqlite:///{tmp_path / 'theirs.db'}"}
    pinwheel("migrate", **theirs)
    with a_bot(slack, database_url, sockets=True):
        known = eventually(
            lambda: pinwheel("doctor", **ours), lambda found: "✗" not in found.output
        )
        stranger = pinwheel("doctor", **theirs)
    assert known.exit_code == 0
    assert "unknown connection(s) on SLACK_APP_TOKEN" in said(stranger)
    assert stranger.exit_code == 1


def eventually(ask: Callable[[], Result], is_so: Callable[[Result], bool]) -> Result:
    """The first answer that is so, within ten seconds; else the last one."""
    until = time.monotonic() + 10
    found = ask()
    while not is_so(found) and time.monotonic() < until:
        time.sleep(0.2)
        found = ask()
    return found
