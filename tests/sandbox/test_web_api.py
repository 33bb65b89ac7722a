"""The Web API as the official client meets it."""

from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.server import Server
from tests.sandbox.page import Page

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Waiting on *security*"}}


def refusal(call: Any, **arguments: Any) -> str:
    """The error that Slack answers with."""
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])


def test_the_token_tells_who_calls(slack: WebClient) -> None:
    who = slack.auth_test()
    assert (who["team_id"], who["user_id"], who["bot_id"]) == ("T0HALDEN", "U0APP", "B0SANDBOX")
    assert "chat:write" in who.headers["x-oauth-scopes"]


def test_no_token_and_a_wrong_token_are_refused(server: Server) -> None:
    nobody = WebClient(base_url=f"{server.url}/api/")
    assert refusal(nobody.auth_test) == "not_authed"
    assert refusal(nobody.auth_test, token="xoxb-else") == "invalid_auth"


def test_a_message_is_seen_by_the_people_of_the_channel(slack: WebClient, page: Page) -> None:
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="Hello", blocks=[SECTION])
    (seen,) = page.messages("U0BEN")
    assert seen["ts"] == posted["ts"]
    assert seen["text"] == "Hello"
    assert seen["blocks"][0]["block_id"]
    assert seen["bot_id"] == "B0SANDBOX"


@pytest.mark.anyio
async def test_the_async_client_gets_the_same(server: Server) -> None:
    client = AsyncWebClient(token=server.workspace.app.bot_token, base_url=f"{server.url}/api/")
    posted = await client.chat_postMessage(channel="C0DSTEAM", text="Hello")
    assert posted["message"]["text"] == "Hello"


def test_message_times_only_ever_grow(slack: WebClient) -> None:
    times = [slack.chat_postMessage(channel="C0DSTEAM", text="x")["ts"] for _ in range(20)]
    assert times == sorted(set(times))


def test_a_user_id_as_channel_opens_the_direct_message(slack: WebClient) -> None:
    first = slack.chat_postMessage(channel="U0ANA", text="Hello")
    opened = slack.conversations_open(users=["U0ANA"])
    assert opened["channel"]["id"] == first["channel"]
    assert opened["already_open"]


def test_what_was_said_can_be_read_back_with_its_metadata(slack: WebClient) -> None:
    metadata = {"event_type": "letter", "event_payload": {"id": "L1"}}
    posted = slack.chat_postMessage(channel="U0ANA", text="Hello", metadata=metadata)
    plain = slack.conversations_history(channel=posted["channel"])
    assert "metadata" not in plain["messages"][0]
    full = slack.conversations_history(channel=posted["channel"], include_all_metadata=True)
    assert full["messages"][0]["metadata"] == metadata


def test_a_thread_is_read_oldest_first_and_is_not_in_the_timeline(slack: WebClient) -> None:
    parent = slack.chat_postMessage(channel="U0ANA", text="one")
    channel = parent["channel"]
    reply = slack.chat_postMessage(channel=channel, text="two", thread_ts=parent["ts"])
    below = slack.chat_postMessage(channel=channel, text="three", thread_ts=reply["ts"])
    replies = slack.conversations_replies(channel=channel, ts=parent["ts"])["messages"]
    assert [m["text"] for m in replies] == ["one", "two", "three"]
    assert below["message"]["thread_ts"] == parent["ts"]
    (timeline,) = slack.conversations_history(channel=channel)["messages"]
    assert (timeline["text"], timeline["reply_count"]) == ("one", 2)


def test_history_is_cut_by_oldest_latest_and_limit(slack: WebClient) -> None:
    posts = [slack.chat_postMessage(channel="U0ANA", text=str(n)) for n in range(5)]
    channel, times = posts[0]["channel"], [post["ts"] for post in posts]

    def read(**bounds: Any) -> list[str]:
        found = slack.conversations_history(channel=channel, **bounds)["messages"]
        return [message["text"] for message in found]

    assert read(oldest=times[1], latest=times[3]) == ["2"]
    assert read(oldest=times[1], latest=times[3], inclusive=True) == ["3", "2", "1"]
    assert read(oldest=times[1].split(".")[0]) == ["4", "3", "2", "1", "0"]
    first = slack.conversations_history(channel=channel, limit=2)
    assert first["has_more"]
    cursor = first["response_metadata"]["next_cursor"]
    assert read(limit=2, cursor=cursor) == ["2", "1"]


def test_reading_a_channel_needs_a_scope_that_can_be_given(slack: WebClient, page: Page) -> None:
    with pytest.raises(SlackApiError) as caught:
        slack.conversations_history(channel="C0DSTEAM")
    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "channels:history"
    assert "chat:write" in caught.value.response["provided"]
    page.post("/sandbox/history", readable=True)
    assert slack.conversations_history(channel="C0DSTEAM")["messages"] == []


def test_an_update_without_blocks_removes_them_and_keeps_the_metadata(slack: WebClient) -> None:
    metadata = {"event_type": "letter", "event_payload": {"id": "L1"}}
    posted = slack.chat_postMessage(
        channel="U0ANA", text="Hello", blocks=[SECTION], metadata=metadata
    )
    updated = slack.chat_update(channel=posted["channel"], ts=posted["ts"], text="Bye")
    assert "blocks" not in updated["message"]
    assert updated["message"]["metadata"] == metadata
    assert updated["message"]["edited"]


def test_only_ones_own_messages_can_be_changed(slack: WebClient, page: Page) -> None:
    theirs = page.says("U0ANA", "mine")
    place = {"channel": "C0DSTEAM", "ts": theirs["ts"]}
    assert refusal(slack.chat_update, text="x", **place) == "cant_update_message"
    assert refusal(slack.chat_delete, **place) == "cant_delete_message"
    place["ts"] = "1.000001"
    assert refusal(slack.chat_update, text="x", **place) == "message_not_found"


def test_a_deleted_message_is_gone(slack: WebClient, page: Page) -> None:
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="Oops")
    slack.chat_delete(channel="C0DSTEAM", ts=posted["ts"])
    assert page.messages("U0ANA") == []


def test_an_ephemeral_is_seen_by_one_person_and_not_in_the_history(
    slack: WebClient, admin: WebClient, page: Page
) -> None:
    slack.chat_postEphemeral(channel="C0DSTEAM", user="U0ANA", text="for Ana")
    assert page.texts("U0ANA") == ["for Ana"]
    assert page.messages("U0ANA")[0]["ephemeral"]
    assert page.texts("U0BEN") == []
    assert admin.conversations_history(channel="C0DSTEAM")["messages"] == []
    outside = {"channel": "C0DSTEAM", "user": "U0OREN", "text": "x"}
    assert refusal(slack.chat_postEphemeral, **outside) == "user_not_in_channel"


def test_places_where_the_app_is_not_are_closed(slack: WebClient, page: Page) -> None:
    assert refusal(slack.chat_postMessage, channel="C0MLPLATFORM", text="x") == "not_in_channel"
    assert refusal(slack.chat_postMessage, channel="C0CHURN", text="x") == "channel_not_found"
    assert refusal(slack.conversations_info, channel="C0CHURN") == "channel_not_found"
    assert refusal(slack.chat_postMessage, channel="C404", text="x") == "channel_not_found"
    page.post("/sandbox/channels/C0DSTEAM", archived=True)
    assert refusal(slack.chat_postMessage, channel="C0DSTEAM", text="x") == "is_archived"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ({"text": "x", "blocks": [{"type": "section"}]}, "invalid_blocks"),
        ({"text": "x", "blocks": [SECTION] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [SECTION | {"block_id": "a"}] * 2}, "invalid_blocks"),
        ({"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
    ],
)
def test_what_slack_would_not_post_is_refused(
    slack: WebClient, arguments: dict[str, Any], error: str
) -> None:
    call = {"api_method": "chat.postMessage", "json": {"channel": "C0DSTEAM", **arguments}}
    assert refusal(slack.api_call, **call) == error


def test_an_update_takes_less_text_than_a_post(slack: WebClient) -> None:
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="x" * 4_001)
    place = {"channel": "C0DSTEAM", "ts": posted["ts"]}
    assert refusal(slack.chat_update, text="x" * 4_001, **place) == "msg_too_long"


def test_people_and_channels_are_described(slack: WebClient) -> None:
    ben = slack.users_info(user="U0BEN")["user"]
    assert (ben["name"], ben["tz"], ben["is_restricted"]) == ("ben", "America/New_York", False)
    assert slack.users_info(user="U0INES")["user"]["is_restricted"]
    assert slack.users_info(user="U0OREN")["user"]["team_id"] == "T0QUILLBOX"
    assert refusal(slack.users_info, user="U404") == "user_not_found"
    listed = {member["id"] for page in slack.users_list(limit=4) for member in page["members"]}
    assert "U0APP" in listed
    assert "U0OREN" not in listed
    assert len(listed) == 10
    found = slack.conversations_info(channel="C0DSTEAM", include_num_members=True)["channel"]
    assert (found["name"], found["num_members"], found["is_member"]) == ("ds-team", 10, True)
    members = slack.conversations_members(channel="C0DSTEAM", limit=100)["members"]
    assert members[0] == "U0ANA"


def test_an_address_is_shown_only_with_its_own_scope(slack: WebClient, admin: WebClient) -> None:
    assert "email" not in slack.users_info(user="U0BEN")["user"]["profile"]
    assert all("email" not in one["profile"] for one in slack.users_list()["members"])
    assert admin.users_info(user="U0BEN")["user"]["profile"]["email"] == "ben@halden.example"


def test_private_channels_are_listed_only_to_their_members(
    slack: WebClient, admin: WebClient
) -> None:
    def names(client: WebClient) -> list[str]:
        found = client.conversations_list(types="public_channel,private_channel")["channels"]
        return [channel["name"] for channel in found]

    assert names(slack) == ["ds-team", "ml-platform"]
    assert names(admin) == ["ds-team", "ml-platform", "churn-model"]
    assert [c["name"] for c in slack.users_conversations()["channels"]] == ["ds-team"]


def test_every_scope_that_is_missing_is_named(slack: WebClient, page: Page) -> None:
    assert refusal(slack.team_info) == "missing_scope"
    assert refusal(slack.usergroups_list) == "missing_scope"
    page.post("/sandbox/scopes", add=["usergroups:read"], remove=["chat:write"])
    assert slack.usergroups_users_list(usergroup="S0DATAENG")["users"] == ["U0DANA", "U0GITA"]
    assert refusal(slack.chat_postMessage, channel="C0DSTEAM", text="x") == "missing_scope"


def test_revoked_tokens_stop_working(slack: WebClient, page: Page) -> None:
    page.post("/sandbox/revoke")
    assert refusal(slack.auth_test) == "token_revoked"
    page.post("/sandbox/revoke", on=False)
    assert slack.auth_test()["ok"]


def test_an_unknown_method_is_named(slack: WebClient) -> None:
    assert refusal(slack.api_call, api_method="chat.shout") == "unknown_method"


def test_reactions_are_kept_once_a_person(slack: WebClient, page: Page) -> None:
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="Hello")
    place = {"channel": "C0DSTEAM", "timestamp": posted["ts"], "name": "eyes"}
    slack.reactions_add(**place)
    assert refusal(slack.reactions_add, **place) == "already_reacted"
    page.post(
        "/ui/react", **{"as": "U0BEN"}, channel="C0DSTEAM", ts=posted["ts"], name="eyes", on=True
    )
    (reaction,) = page.messages("U0ANA")[0]["reactions"]
    assert reaction == {"name": "eyes", "users": ["U0APP", "U0BEN"], "count": 2}
    slack.reactions_remove(**place)
    assert refusal(slack.reactions_remove, **place) == "no_reaction"


def test_the_date_header_goes_by_the_workspaces_clock(slack: WebClient, page: Page) -> None:
    page.post("/clock/set", to="2031-05-05T09:00:00+00:00", running=False)
    headers = slack.api_test().headers
    date = headers.get("Date") or headers["date"]
    assert parsedate_to_datetime(date).isoformat() == "2031-05-05T09:00:00+00:00"
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="later")
    assert posted["ts"] == "1935738000.000000"


def test_records_hold_every_call_without_its_token(slack: WebClient, page: Page) -> None:
    slack.chat_postMessage(channel="C0DSTEAM", text="Hello", blocks=[SECTION])
    (record,) = page.records("call", "chat.postMessage")
    assert record["args"]["text"] == "Hello"
    assert record["status"] == 200
    assert "xoxb" not in str(page.get("/sandbox/records"))
