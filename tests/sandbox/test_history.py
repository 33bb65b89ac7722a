"""The earlier weeks: believable on paper, and played so that an app can follow."""

import time
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.moments import working_days_back
from sandbox.seeding import SEED, workspace
from sandbox.server import serve
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.follower import Follower
from tests.sandbox.page import Json, Page
from tests.sandbox.probe import Probe, offer

NOW = datetime(2026, 11, 18, 12, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


def lines() -> list[Json]:
    found: list[Json] = tomllib.loads(SEED.read_text())["history"]
    return sorted(found, key=lambda line: working_days_back(line["at"], now=NOW))


def test_six_weeks_hold_about_forty_waits_and_most_were_ended() -> None:
    waits = [line for line in lines() if line.get("says", "").startswith("/blocked")]
    ended = [line for line in lines() if line.get("clicks") == "blockers.resolve"]
    assert 36 <= len(waits) <= 46
    assert 0.75 <= len(ended) / len(waits) < 1
    weeks = (NOW - working_days_back(lines()[0]["at"], now=NOW)) / 604_800
    assert 5.5 <= weeks <= 6.5


def test_every_click_names_one_wait_before_it_and_every_end_a_wait_of_the_same_person() -> None:
    said: list[Json] = []
    for line in lines():
        if "clicks" not in line:
            said.append(line)
            continue
        if not line["clicks"].startswith("blockers."):
            continue
        meant = [w for w in said if w["says"].startswith("/blocked") and line["on"] in w["says"]]
        assert len(meant) == 1, line
        assert line["clicks"] != "blockers.resolve" or meant[0]["who"] == line["who"], line


def test_every_review_is_asked_of_whoever_answers_it_and_two_are_open() -> None:
    asked = {line["says"].split()[1]: line for line in lines() if _asks_for_review(line)}
    answered = [line for line in lines() if line.get("clicks", "").startswith("reviews.")]
    for line in answered:
        (ask,) = (ask for link, ask in asked.items() if line["on"] in link)
        if line["clicks"] == "reviews.ready_again":
            assert line["who"] == ask["who"], line
        else:
            assert f"for @{line['who']}" in ask["says"], line
    over = {line["on"] for line in answered if line["clicks"] == "reviews.approve"}
    still_open = [link for link in asked if not any(one in link for one in over)]
    assert len(still_open) == 2


def _asks_for_review(line: Json) -> bool:
    return str(line.get("says", "")).startswith("/review ")


def test_people_speak_in_their_waking_hours() -> None:
    zones = {p["name"]: p["tz"] for p in tomllib.loads(SEED.read_text())["people"]}
    for line in lines():
        at = working_days_back(line["at"], now=NOW)
        hour = datetime.fromtimestamp(at, ZoneInfo(zones[line["who"]])).hour
        assert 8 <= hour < 20, line


def waits_and_talk() -> list[Json]:
    return [
        line
        for line in lines()
        if not str(line.get("says", "")).startswith(("/review", "/pair"))
        and not str(line.get("clicks", "")).startswith(("reviews.", "pairs.", "rhythms."))
    ]


@pytest.fixture
def blocked(tmp_path: Path) -> Iterator[Probe]:
    """An app whose /blocked posts a button that its click takes away; of reviews and pairs it
    knows nothing, so nobody speaks of them."""
    text = MANIFEST.read_text().replace("/raw", "/blocked")
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(text)
    built = workspace(manifest=manifest, machine=time.time, salt="H", secret="h")
    built.history = waits_and_talk()
    with serve(built) as server:
        app = Probe(server)
        app.app.command("/blocked")(_posts)
        app.app.action("blockers.resolve")(_resolves)
        app.app.action("blockers.take")(_takes)
        yield app.over_sockets()
        app.stop()


async def _posts(ack: Any, command: Json, client: AsyncWebClient) -> None:
    take, resolve = (
        offer(command["text"], action_id=f"blockers.{verb}") for verb in ("take", "resolve")
    )
    blocks = take + resolve
    await client.chat_postMessage(
        channel=command["channel_id"], text=command["text"], blocks=blocks
    )
    await ack()


async def _takes(ack: Any) -> None:
    await ack()


async def _resolves(ack: Any, body: Json, client: AsyncWebClient) -> None:
    place = {"channel": body["channel"]["id"], "ts": body["message"]["ts"]}
    await client.chat_update(**place, text=body["message"]["text"])
    await ack()


def test_playing_lets_an_app_answer_every_line_and_ends_now(blocked: Probe) -> None:
    page, follower = Page(blocked.server.url), Follower(blocked.server.url).start()
    assert page.post("/sandbox/play") == {"ok": True, "started": True}
    assert page.post("/sandbox/play")["started"] is False
    for _ in range(600):
        if not page.get("/sandbox")["history"]["running"]:
            break
        time.sleep(0.05)
    played = page.get("/sandbox")["history"]
    assert played["missed"] == []
    assert played["played"] == played["of"] == len(waits_and_talk())
    clock = page.get("/clock")
    assert clock["running"] is True
    assert abs(clock["now"] - time.time()) < 2
    said = page.messages("U0ANA", limit=500)
    first = float(said[0]["ts"])
    assert 38 * 86_400 < time.time() - first < 50 * 86_400, "messages keep the time they were said"
    assert [m["ts"] for m in said] == sorted(m["ts"] for m in said)
    follower.stop()
    page.close()
