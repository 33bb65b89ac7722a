"""Faults and limits: Slack on its bad days, and Slack's patience."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.server import Server
from tests.sandbox.page import Page
from tests.sandbox.probe import Probe


def posted(slack: WebClient, text: str = "x", channel: str = "C0DSTEAM") -> Any:
    return slack.chat_postMessage(channel=channel, text=text)


def test_ratelimited_comes_with_its_wait_and_strikes_as_often_as_told(
    slack: WebClient, page: Page
) -> None:
    page.post("/sandbox/faults", method="chat.postMessage", kind="ratelimited", retry_after=7)
    with pytest.raises(SlackApiError) as caught:
        posted(slack)
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["retry-after"] == "7"
    assert posted(slack)["ok"]


def test_a_fault_may_let_some_calls_pass_and_mean_one_channel(slack: WebClient, page: Page) -> None:
    page.post(
        "/sandbox/faults",
        method="chat.postMessage",
        kind="error",
        error="internal_error",
        channel="C0DSTEAM",
        skip=1,
        times=-1,
    )
    posted(slack)
    posted(slack, channel="U0ANA")
    for _ in range(3):
        with pytest.raises(SlackApiError, match="internal_error"):
            posted(slack)
    page.http.delete("/sandbox/faults")
    assert posted(slack)["ok"]


@pytest.mark.parametrize(("kind", "done"), [("close_before", 0), ("close_after", 1)])
def test_a_closed_connection_leaves_the_caller_in_doubt(
    slack: WebClient, page: Page, kind: str, done: int
) -> None:
    page.post("/sandbox/faults", method="*", kind=kind)
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        posted(slack)
    assert len(page.messages("U0ANA")) == done
    assert posted(slack)["ok"]


def test_a_broken_status_and_a_garbled_answer(server: Server, page: Page) -> None:
    token = server.workspace.app.bot_token
    call = f"{server.url}/api/auth.test?token={token}"
    page.post("/sandbox/faults", kind="status", status=503)
    assert httpx.get(call).status_code == 503
    page.post("/sandbox/faults", kind="garbage")
    with pytest.raises(UnicodeDecodeError):
        httpx.get(call).json()
    page.post("/sandbox/faults", kind="slow", seconds=0.3)
    before = time.monotonic()
    assert httpx.get(call).json()["ok"]
    assert time.monotonic() - before >= 0.3


def test_a_fault_nobody_knows_is_refused(page: Page) -> None:
    assert page.post("/sandbox/faults", kind="plague")["error"] == "invalid_fault"


def test_a_response_url_can_fail_too(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/raw x")
    url = probe.named("command")[0]["response_url"]
    page.post("/sandbox/faults", method="response_url", kind="status", status=500)
    assert httpx.post(url, json={"text": "a"}).status_code == 500
    page.post("/sandbox/faults", method="response_url", kind="close_after")
    with pytest.raises(httpx.TransportError):
        httpx.post(url, json={"text": "b"})
    assert page.texts("U0ANA") == ["b"]


def test_a_channel_takes_a_small_burst_and_then_one_message_a_second(
    slack: WebClient, page: Page
) -> None:
    page.post("/clock/set", running=False)
    page.post("/sandbox/limits", on=True, channel_burst=2)
    posted(slack)
    posted(slack)
    with pytest.raises(SlackApiError) as caught:
        posted(slack)
    assert caught.value.response.headers["retry-after"] == "1"
    assert posted(slack, channel="U0ANA")["ok"], "other channels have their own pace"
    page.post("/clock/turn", to="+1s")
    assert posted(slack)["ok"]


def test_a_direct_message_has_one_pace_under_both_its_addresses(
    slack: WebClient, page: Page
) -> None:
    page.post("/clock/set", running=False)
    page.post("/sandbox/limits", on=True, channel_burst=1)
    direct = posted(slack, channel="U0ANA")["channel"]
    with pytest.raises(SlackApiError, match="ratelimited"):
        posted(slack, channel=direct)


def test_a_slow_answer_can_come_after_the_deed(slack: WebClient, page: Page) -> None:
    page.post("/sandbox/faults", kind="slow", seconds=0.5, after=True)
    with ThreadPoolExecutor() as beside:
        answer = beside.submit(posted, slack)
        time.sleep(0.25)
        assert len(page.messages("U0ANA")) == 1
        assert not answer.done()
        assert answer.result()["ok"]


@pytest.mark.parametrize(("after", "done"), [(False, 0), (True, 1)])
def test_a_call_can_hang_until_the_caller_gives_up(
    server: Server, page: Page, after: bool, done: int
) -> None:
    page.post("/sandbox/faults", kind="hang", after=after)
    slack = WebClient(
        token=server.workspace.app.bot_token, base_url=f"{server.url}/api/", timeout=1
    )
    with pytest.raises(TimeoutError):
        posted(slack)
    assert len(page.messages("U0ANA")) == done
    assert posted(slack)["ok"]


def test_the_workspace_has_a_cap_over_all_channels(slack: WebClient, page: Page) -> None:
    page.post("/clock/set", running=False)
    page.post("/sandbox/limits", on=True, workspace_burst=3, workspace_per_minute=60)
    for user in ("U0ANA", "U0BEN", "U0DANA"):
        posted(slack, channel=user)
    with pytest.raises(SlackApiError, match="ratelimited"):
        posted(slack, channel="U0ELI")
    page.post("/clock/turn", to="+1s")
    assert posted(slack, channel="U0ELI")["ok"]


def test_methods_have_their_tiers(slack: WebClient, page: Page) -> None:
    page.post("/clock/set", running=False)
    page.post("/sandbox/limits", on=True)
    for _ in range(20):
        slack.conversations_list()
    with pytest.raises(SlackApiError, match="ratelimited"):
        slack.conversations_list()
    assert slack.auth_test()["ok"]
    page.post("/sandbox/limits", on=False)
    assert slack.conversations_list()["ok"]
