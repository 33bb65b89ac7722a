"""Files in the sandbox: shared by people, told to the app, given to whoever may read them."""

import base64
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.server import Server
from tests.sandbox.page import Page
from tests.sandbox.probe import Probe

WORDS = b"BEGIN:VCALENDAR"


@pytest.fixture
def direct(page: Page) -> str:
    """Ana's DM with the app."""
    found: str = page.post("/ui/open_dm", **{"as": "U0ANA"}, users=["U0APP"])["channel"]
    return found


def shared(page: Page, channel: str, **more: Any) -> dict[str, Any]:
    content = base64.b64encode(WORDS).decode()
    body = {"channel": channel, "name": "my days.ics", "content": content, **more}
    return page.post("/ui/share", **{"as": "U0ANA"}, **body)


def fetched(url: str, token: str) -> httpx.Response:
    return httpx.get(url, headers={"authorization": f"Bearer {token}"}, trust_env=False)


def test_a_file_in_the_direct_message_is_told_with_what_slack_says_of_it(
    probe: Probe, page: Page, direct: str
) -> None:
    shared(page, direct, text="here they are")
    page.quiet()
    (message,) = probe.named("message")
    (file,) = message["event"]["files"]
    assert (message["event"]["subtype"], message["event"]["text"]) == (
        "file_share",
        "here they are",
    )
    assert (file["name"], file["filetype"], file["size"]) == ("my_days.ics", "ics", len(WORDS))
    assert (file["mimetype"], file["user"]) == ("text/calendar", "U0ANA")
    assert page.messages("U0ANA", direct)[-1]["files"] == [file]


def test_only_the_apps_token_with_its_scope_gets_the_bytes(
    server: Server, page: Page, direct: str
) -> None:
    url = shared(page, direct)["file"]["url_private_download"]
    token = server.workspace.app.bot_token
    assert fetched(url, token).status_code == 302, "the scope is missing"
    page.post("/sandbox/scopes", add=["files:read"])
    assert fetched(url, token).content == WORDS
    assert fetched(url, "xoxb-another").status_code == 302
    page.post("/sandbox/faults", method="files.download", kind="error")
    assert fetched(url, token).status_code == 302
    assert [one["status"] for one in page.records("call", "files.download")] == [302, 200, 302, 302]


def test_a_file_is_described_where_the_app_is(slack: WebClient, page: Page, direct: str) -> None:
    page.post("/sandbox/scopes", add=["files:read"])
    here, elsewhere = shared(page, direct)["file"], shared(page, "C0MLPLATFORM")["file"]
    assert slack.files_info(file=here["id"])["file"]["name"] == "my_days.ics"
    for unknown in (elsewhere["id"], "F0NONE"):
        with pytest.raises(SlackApiError, match="file_not_found"):
            slack.files_info(file=unknown)


def test_who_may_not_speak_there_shares_nothing_either(page: Page, direct: str) -> None:
    assert shared(page, "C0DSTEAM")["ok"]
    assert page.post("/ui/share", **{"as": "U0OREN"}, channel="C0DSTEAM", name="x")["error"]
    assert shared(page, direct, content="no base64!")["error"] == "invalid_content"
