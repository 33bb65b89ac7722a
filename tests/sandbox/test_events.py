"""Events: who is told what, and what happens when the app does not listen."""

import time

from slack_sdk import WebClient

from tests.sandbox.page import Page
from tests.sandbox.probe import Probe


def names(probe: Probe) -> list[str]:
    return [name for name, _ in probe.heard]


def test_a_mention_reaches_the_app_where_it_is_a_member(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "hello @probe")
    page.says("U0ANA", "hello @probe", channel="C0MLPLATFORM")
    page.says("U0ANA", "nobody is meant")
    page.quiet()
    (mention,) = probe.named("app_mention")
    assert mention["event"]["text"] == "hello <@U0APP>"
    assert mention["authorizations"][0]["user_id"] == "U0APP"
    assert names(probe) == ["app_mention"], "messages of channels are not subscribed"


def test_what_is_said_in_the_direct_message_is_heard(probe: Probe, page: Page) -> None:
    direct = page.post("/ui/open_dm", **{"as": "U0ANA"}, users=["U0APP"])["channel"]
    page.says("U0ANA", "hello", channel=direct)
    page.quiet()
    (message,) = probe.named("message")
    assert (message["event"]["channel_type"], message["event"]["text"]) == ("im", "hello")


def test_coming_and_going_is_told_to_an_app_that_is_there(probe: Probe, page: Page) -> None:
    page.post("/ui/leave", **{"as": "U0BEN"}, channel="C0DSTEAM")
    page.post("/ui/join", **{"as": "U0BEN"}, channel="C0DSTEAM")
    page.post("/ui/leave", **{"as": "U0DANA"}, channel="C0MLPLATFORM")
    page.post("/ui/invite", **{"as": "U0ANA"}, channel="C0CHURN", user="U0APP")
    page.quiet()
    assert [body["event"]["user"] for body in probe.named("member_left_channel")] == ["U0BEN"]
    events = (body["event"] for body in probe.named("member_joined_channel"))
    joined = {event["user"]: event for event in events}  # in no promised order
    assert set(joined) == {"U0BEN", "U0APP"}
    assert (joined["U0APP"]["inviter"], joined["U0APP"]["channel_type"]) == ("U0ANA", "G")


def test_changes_of_people_and_channels_are_told(probe: Probe, page: Page) -> None:
    page.post("/sandbox/people/U0BEN", deleted=True)
    page.post("/sandbox/people", name="zoe", tz="Asia/Tokyo")
    page.post("/sandbox/channels/C0DSTEAM", name="data-science")
    page.post("/sandbox/channels/C0DSTEAM", archived=True)
    page.quiet()
    assert probe.named("user_change")[0]["event"]["user"]["deleted"] is True
    assert probe.named("team_join")[0]["event"]["user"]["tz"] == "Asia/Tokyo"
    assert probe.named("channel_rename")[0]["event"]["channel"]["name"] == "data-science"
    assert probe.named("channel_archive")[0]["event"]["channel"] == "C0DSTEAM"


def test_uninstalling_is_the_last_thing_that_is_told(probe: Probe, page: Page) -> None:
    page.post("/sandbox/revoke", uninstall=True)
    page.says("U0ANA", "hello @probe")
    page.quiet()
    assert set(names(probe)) == {"tokens_revoked", "app_uninstalled"}


def test_a_failed_event_comes_again_at_once_after_one_and_after_five_minutes(
    probe: Probe, page: Page
) -> None:
    page.post("/clock/set", to=str(time.time() - 240), running=False)  # Bolt goes by real time
    probe.statuses.extend([500, 500, 500])
    page.says("U0ANA", "hello @probe")
    page.quiet()
    assert len(probe.headers) == 2
    stops = page.post("/clock/turn", to="+10m")
    assert len(stops["stops"]) == 2
    page.quiet()
    numbers = [headers.get("x-slack-retry-num") for headers in probe.headers]
    assert numbers == [None, "1", "2", "3"]
    assert probe.headers[1]["x-slack-retry-reason"] == "http_error"
    assert len(probe.named("app_mention")) == 1
    at = [record["at"] for record in page.records("delivery", "app_mention")]
    assert [round(later - at[0]) for later in at] == [0, 0, 60, 360]


def test_the_app_may_ask_not_to_be_told_again(probe: Probe, page: Page) -> None:
    probe.refusal["x-slack-no-retry"] = "1"
    probe.statuses.extend([500, 500])
    page.says("U0ANA", "hello @probe")
    page.quiet()
    page.post("/clock/turn", to="+10m")
    assert len(probe.headers) == 1


def test_a_delivery_can_be_made_again_exactly(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "hello @probe")
    page.quiet()
    (record,) = page.records("delivery", "app_mention")
    again = page.post("/sandbox/deliver", record=record["n"], attempt=1)
    assert again["status"] == 200
    first, second = probe.named("app_mention")
    assert first["event_id"] == second["event_id"]
    assert probe.headers[1]["x-slack-retry-num"] == "1"


def test_a_forged_a_late_and_a_garbled_delivery_are_refused_by_bolt(
    probe: Probe, page: Page
) -> None:
    page.says("U0ANA", "hello @probe")
    page.quiet()
    number = page.records("delivery", "app_mention")[0]["n"]
    headers = {"X-Slack-Signature": "v0=" + "0" * 64}
    assert page.post("/sandbox/deliver", record=number, headers=headers)["status"] is not None
    late = page.post("/sandbox/deliver", record=number, timestamp=1_000_000_000)
    statuses = [record["status"] for record in page.records("delivery")[1:]]
    assert statuses == [401, 401]
    assert late["ok"] is False
    assert len(probe.named("app_mention")) == 1


def test_a_reaction_on_a_message_is_told(probe: Probe, page: Page, slack: WebClient) -> None:
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="Hello")
    page.post("/ui/react", **{"as": "U0BEN"}, channel="C0DSTEAM", ts=posted["ts"], name="eyes")
    page.quiet()
    event = probe.named("reaction_added")[0]["event"]
    assert (event["reaction"], event["item"]["ts"]) == ("eyes", posted["ts"])
