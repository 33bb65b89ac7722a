"""A Bolt app behind HTTP: what people do reaches it, what it answers reaches them."""

from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.sandbox.page import Page
from tests.sandbox.probe import MODAL, Probe


def test_a_command_is_answered_to_its_author_only(probe: Probe, page: Page) -> None:
    assert page.says("U0ANA", "/echo hello") == {"ok": True}
    assert page.texts("U0ANA") == ["hello"]
    assert page.texts("U0BEN") == []
    (command,) = probe.named("command")
    assert (command["user_id"], command["channel_name"]) == ("U0ANA", "ds-team")


def test_a_command_may_answer_everyone(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo all good morning")
    assert page.texts("U0BEN") == ["good morning"]


def test_names_and_channels_are_passed_on_as_ids(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo from @dana. in #ds-team or #churn-model, @data-eng & <b>")
    page.says("U0ANA", "/raw from @dana")
    escaped, plain = (command["text"] for command in probe.named("command"))
    assert escaped == (
        "from <@U0DANA>. in <#C0DSTEAM|ds-team> or <#C0CHURN|>, "
        "<!subteam^S0DATAENG> &amp; &lt;b&gt;"
    )
    assert plain == "from @dana"


def test_private_places_are_not_named_to_the_app(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo x", channel="C0CHURN")
    direct = page.post("/ui/open_dm", **{"as": "U0ANA"}, users=["U0DANA"])["channel"]
    page.says("U0ANA", "/echo x", channel=direct)
    names = [command["channel_name"] for command in probe.named("command")]
    assert names == ["privategroup", "directmessage"]


def test_a_command_that_nobody_has_is_refused(probe: Probe, page: Page) -> None:
    assert page.says("U0ANA", "/nothing")["error"] == "unknown_command"


def test_people_of_other_workspaces_cannot_command(probe: Probe, page: Page) -> None:
    assert page.says("U0OREN", "/echo x", channel="C0MLPLATFORM")["error"] == "not_allowed"
    assert probe.heard == []


def test_an_app_that_is_too_slow_shows_as_a_timeout(probe: Probe, page: Page) -> None:
    assert page.says("U0ANA", "/echo late")["error"] == "operation_timeout"


def test_an_app_that_fails_shows_its_status(probe: Probe, page: Page) -> None:
    probe.statuses.append(503)
    answer = page.says("U0ANA", "/echo x")
    assert answer["error"] == "the app did not respond with status 200"
    assert len(probe.headers) == 1, "commands are not retried"


def test_a_click_carries_the_message_and_may_replace_it(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo offer API review")
    assert page.clicks("U0BEN", "take") == {"ok": True}
    (click,) = probe.named("block_actions")
    assert click["actions"][0]["value"] == "12"
    assert click["message"]["text"] == "offer API review"
    assert click["user"]["id"] == "U0BEN"
    assert page.texts("U0ANA") == ["taken"]


def test_a_click_on_an_answer_for_one_carries_no_message(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo hello")
    page.clicks("U0ANA", "take")
    (click,) = probe.named("block_actions")
    assert "message" not in click
    assert click["container"]["is_ephemeral"] is True
    assert page.texts("U0ANA") == ["taken"]


def test_an_answer_for_one_cannot_be_clicked_by_others(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo hello")
    (seen,) = page.messages("U0ANA")
    place = {"ts": seen["ts"], "block_id": seen["blocks"][1]["block_id"], "action_id": "take"}
    answer = page.post("/ui/click", **{"as": "U0BEN"}, channel="C0DSTEAM", **place)
    assert answer == {"ok": False, "error": "message_not_found"}


def test_a_choice_is_sent_as_slacks_option_and_in_the_state(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo offer colours")
    page.clicks("U0ANA", "colour", value="blue")
    (click,) = probe.named("block_actions")
    option = click["actions"][0]["selected_option"]
    assert option == {"text": {"type": "plain_text", "text": "blue"}, "value": "blue"}
    (state,) = click["state"]["values"].values()
    assert state["colour"]["selected_option"] == option


def submitted(page: Page, text: str, **more: Any) -> Any:
    """Open the form as Ana and send it."""
    page.says("U0ANA", "/echo form")
    (view,) = page.views("U0ANA")
    values = {"what": {"text": {"type": "plain_text_input", "value": text}}}
    return page.post("/ui/submit", **{"as": "U0ANA"}, view_id=view["id"], values=values, **more)


def test_a_form_is_opened_sent_and_closed(probe: Probe, page: Page) -> None:
    assert submitted(page, "hello") == {"ok": True}
    (submission,) = probe.named("view_submission")
    values = submission["view"]["state"]["values"]
    assert values["what"]["text"] == {"type": "plain_text_input", "value": "hello"}
    assert values["who"]["user"]["selected_user"] == "U0ANA", "first values are sent too"
    assert submission["view"]["private_metadata"] == "kept"
    assert page.views("U0ANA") == []


def test_errors_stay_in_the_form(probe: Probe, page: Page) -> None:
    assert submitted(page, "wrong") == {"ok": False, "errors": {"what": "Say it otherwise"}}
    assert len(page.views("U0ANA")) == 1


@pytest.mark.parametrize("text", ["", "x" * 21])
def test_what_the_form_itself_forbids_is_never_sent(probe: Probe, page: Page, text: str) -> None:
    assert set(submitted(page, text)["errors"]) == {"what"}
    assert probe.named("view_submission") == []


def test_forms_are_stacked_and_cleared_together(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo form")
    (below,) = page.views("U0ANA")
    place = {"view_id": below["id"], "block_id": "more", "action_id": "dig"}
    assert page.post("/ui/click", **{"as": "U0ANA"}, **place) == {"ok": True}
    _, top = page.views("U0ANA")
    assert (top["root_view_id"], top["previous_view_id"]) == (below["id"], below["id"])
    values = {"what": {"text": {"value": "clear"}}}
    page.post("/ui/submit", **{"as": "U0ANA"}, view_id=top["id"], values=values)
    assert page.views("U0ANA") == []


def test_options_are_fetched_while_typing(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo form")
    (view,) = page.views("U0ANA")
    place = {"view_id": view["id"], "block_id": "which", "action_id": "pick"}
    found = page.get("/ui/options", **{"as": "U0ANA"}, **place, value="churn")
    assert found["options"][0]["text"]["text"] == "CHURN"
    assert probe.named("block_suggestion")[0]["container"]["view_id"] == view["id"]


def test_nobody_who_left_the_company_acts(probe: Probe, page: Page) -> None:
    page.post("/sandbox/people/U0ANA", deleted=True)
    assert page.says("U0ANA", "/echo hello")["error"] == "account_inactive"


def test_the_request_url_is_verified_by_its_challenge(probe: Probe, page: Page) -> None:
    url = probe.server.workspace.deliveries.request_url
    assert page.post("/sandbox/request_url", url=url, verify=True) == {
        "ok": True,
        "verified": True,
    }
    nowhere = "http://127.0.0.1:9/slack/events"
    assert page.post("/sandbox/request_url", url=nowhere, verify=True)["ok"] is False


def test_closing_a_form_is_told_when_it_asked_for_it(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo form")
    (view,) = page.views("U0ANA")
    page.post("/ui/close", **{"as": "U0ANA"}, view_id=view["id"], all=True)
    (told,) = probe.named("view_closed")
    assert told["is_cleared"] is True
    assert page.views("U0ANA") == []


def test_a_trigger_works_once_and_for_three_seconds(
    probe: Probe, page: Page, slack: WebClient
) -> None:
    page.post("/clock/set", running=False)
    page.says("U0ANA", "/echo form")
    page.says("U0ANA", "/echo hello")
    used, fresh = (command["trigger_id"] for command in probe.named("command"))

    def refused(trigger_id: str) -> str:
        with pytest.raises(SlackApiError) as caught:
            slack.views_open(trigger_id=trigger_id, view=MODAL)
        return str(caught.value.response["error"])

    assert refused(used) == "exchanged_trigger_id"
    assert refused("1.2.three") == "invalid_trigger_id"
    page.post("/clock/turn", to="+4s")
    assert refused(fresh) == "expired_trigger_id"


def test_a_view_that_changed_meanwhile_is_a_hash_conflict(
    probe: Probe, page: Page, slack: WebClient
) -> None:
    page.says("U0ANA", "/echo form")
    (view,) = page.views("U0ANA")
    slack.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        slack.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)


def test_a_response_url_works_five_times_in_half_an_hour(probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/raw x")
    url = probe.named("command")[0]["response_url"]
    statuses = [httpx.post(url, json={"text": str(n)}).status_code for n in range(6)]
    assert statuses == [200] * 5 + [404]
    assert page.texts("U0ANA") == ["0", "1", "2", "3", "4"]
    page.says("U0ANA", "/raw x")
    page.post("/clock/turn", to="+31m")
    late = httpx.post(probe.named("command")[1]["response_url"], json={"text": "late"})
    assert (late.status_code, late.text) == (404, "expired_url")


def test_shortcuts_reach_the_app(probe: Probe, page: Page) -> None:
    said = page.says("U0ANA", "look at this")
    place = {"channel": "C0DSTEAM", "ts": said["ts"]}
    page.post("/ui/shortcut", **{"as": "U0BEN"}, callback_id="track", **place)
    page.post("/ui/shortcut", **{"as": "U0BEN"}, callback_id="start")
    assert probe.named("message_action")[0]["message"]["text"] == "look at this"
    assert probe.named("shortcut")[0]["user"]["id"] == "U0BEN"


def test_the_home_tab_is_told_and_published(probe: Probe, page: Page, slack: WebClient) -> None:
    page.post("/ui/home", **{"as": "U0ANA"}, tab="home")
    page.quiet()
    assert probe.named("app_home_opened")[0]["event"]["tab"] == "home"
    slack.views_publish(user_id="U0ANA", view={"type": "home", "blocks": [{"type": "divider"}]})
    home = page.get("/ui/home", **{"as": "U0ANA"})["view"]
    assert home["blocks"][0]["type"] == "divider"


def test_acknowledgements_are_recorded_as_checkers_read_them(probe: Probe, page: Page) -> None:
    submitted(page, "wrong")
    page.says("U0ANA", "/echo hello")
    acks = [record["method"] for record in page.records("ack")]
    assert acks == ["ack.view_submission", "ack.command"]
