"""python -m sandbox: one line that says where it is, and a clean end."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from slack_sdk import WebClient

from tests.sandbox.conftest import MANIFEST
from tests.sandbox.page import Json

Started = tuple[subprocess.Popen[str], Json]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    arguments = ["--manifest", str(MANIFEST), "--now", "2026-03-02T09:00", "--frozen"]
    process = subprocess.Popen(
        [sys.executable, "-m", "sandbox", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process, json.loads(process.stdout.readline())
    process.kill()
    process.communicate()


def test_the_line_holds_all_that_an_app_needs(started: Started) -> None:
    _, line = started
    client = WebClient(token=line["bot_token"], base_url=f"{line['url']}/api/")
    assert client.auth_test()["user_id"] == line["bot_user_id"]
    opened = WebClient(token=line["app_token"], base_url=f"{line['url']}/api/")
    assert opened.apps_connections_open(app_token=line["app_token"])["url"].startswith("ws://")
    assert {"signing_secret", "client_id", "client_secret"} <= set(line)
    assert line["ready"] is True


def test_the_clock_starts_where_it_is_told_and_stands(started: Started) -> None:
    _, line = started
    clock = httpx.get(f"{line['url']}/clock").json()
    assert clock == {"version": 1, "now": 1772438400.0, "running": False}


def test_limits_are_on_unless_told_otherwise(started: Started) -> None:
    _, line = started
    assert httpx.get(f"{line['url']}/sandbox").json()["limits"]["on"] is True


def test_it_ends_when_asked_to_and_says_nothing_more(started: Started) -> None:
    process, line = started
    httpx.get(f"{line['url']}/")
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    assert (out, err) == ("", "")
