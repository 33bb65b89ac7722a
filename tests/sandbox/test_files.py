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


def brought(slack: WebClient, *, length: int = len(WORDS)) -> Any:
    """What Slack promised, and how it took the bytes."""
    place = slack.files_getUploadURLExternal(filename="a pair.ics", length=length)
    return place, httpx.post(place["upload_url"], content=WORDS, trust_env=False)


def test_the_app_brings_a_file_in_three_steps(slack: WebClient, page: Page, direct: str) -> None:
    page.post("/sandbox/scopes", add=["files:write"])
    place, taken = brought(slack)
    assert (taken.status_code, taken.text) == (200, f"OK - {len(WORDS)}")
    assert page.messages("U0ANA", direct) == []
    one = [{"id": place["file_id"], "title": "A time for both"}]
    slack.files_completeUploadExternal(files=one, channel_id=direct, initial_comment="Here it is")

    message = page.messages("U0ANA", direct)[-1]
    (file,) = message["files"]
    assert (message["text"], message["bot_id"]) == ("Here it is", "B0SANDBOX")
    assert (file["name"], file["title"], file["user"]) == ("a_pair.ics", "A time for both", "U0APP")
    with pytest.raises(SlackApiError, match="file_not_found"):  # once
        slack.files_completeUploadExternal(files=one, channel_id=direct)


def test_a_person_takes_it_from_the_page_where_they_are_and_nobody_else(
    slack: WebClient, page: Page, direct: str, server: Server
) -> None:
    page.post("/sandbox/scopes", add=["files:write"])
    place, _ = brought(slack)
    slack.files_completeUploadExternal(files=[{"id": place["file_id"]}], channel_id=direct)

    def asked(who: str, file: str) -> httpx.Response:
        url = f"{server.url}/ui/file"
        return httpx.get(url, params={"as": who, "id": file}, trust_env=False)

    mine = asked("U0ANA", place["file_id"])
    assert mine.content == WORDS
    assert mine.headers["content-disposition"] == 'attachment; filename="a_pair.ics"'
    assert asked("U0BEN", place["file_id"]).json()["error"] == "file_not_found"
    assert asked("U0ANA", "F0NONE").status_code == 404


def test_what_is_wrong_with_an_upload_is_said_in_slacks_words(
    slack: WebClient, page: Page, direct: str
) -> None:
    with pytest.raises(SlackApiError, match="missing_scope"):
        brought(slack)
    page.post("/sandbox/scopes", add=["files:write"])
    with pytest.raises(SlackApiError, match="missing_argument"):
        slack.api_call("files.getUploadURLExternal", params={"filename": "x.ics"})
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        slack.files_getUploadURLExternal(filename="x.ics", length=0)
    place, taken = brought(slack, length=3)
    assert taken.status_code == 400, "not what was said"
    unknown = httpx.post(f"{place['upload_url']}X", content=WORDS, trust_env=False)
    assert unknown.status_code == 400
    for channel, error in (
        ("C0NONE", "channel_not_found"),
        ("C0MLPLATFORM", "not_in_channel"),
        (direct, "file_not_found"),
    ):
        files = [{"id": place["file_id"]}]
        with pytest.raises(SlackApiError, match=error):
            slack.files_completeUploadExternal(files=files, channel_id=channel)
    with pytest.raises(SlackApiError, match="missing_argument"):
        slack.files_completeUploadExternal(files=[], channel_id=direct)


def test_a_file_without_a_channel_stays_the_apps_own(
    slack: WebClient, page: Page, server: Server
) -> None:
    page.post("/sandbox/scopes", add=["files:write", "files:read"])
    place, _ = brought(slack)
    slack.files_completeUploadExternal(files=[{"id": place["file_id"]}])
    assert slack.files_info(file=place["file_id"])["file"]["name"] == "a_pair.ics"
    assert fetched(f"{server.url}/files/{place['file_id']}/a_pair.ics", "x").status_code == 302
