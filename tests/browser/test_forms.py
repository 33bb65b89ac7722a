"""Forms on the page: errors at their fields, stacks and updates that keep the text, the Home."""

import pytest
from playwright.sync_api import Page, expect
from slack_sdk import WebClient

from tests.browser.windows import Opens
from tests.sandbox.probe import MODAL, Probe

pytestmark = pytest.mark.browser

NAMELESS = """() => [...document.querySelectorAll("button, a, input, textarea, select")]
  .filter((node) => !node.getAttribute("aria-label") && !node.textContent.trim())
  .filter((node) => !node.labels?.length)
  .map((node) => node.outerHTML)"""


@pytest.fixture
def ana(opens: Opens, probe: Probe) -> Page:
    """Ana, with the app's form open before her."""
    window = opens("ana")
    window.fill("#composer-text", "/echo form")
    window.press("#composer-text", "Enter")
    window.wait_for_selector("dialog.modal")
    return window


def test_an_error_stands_at_its_field_and_the_text_stays(ana: Page, probe: Probe) -> None:
    field = ana.get_by_label("What?")
    expect(field).to_be_focused()
    ana.get_by_role("button", name="Send", exact=True).click()
    expect(ana.locator("[data-block=what] .field-error")).to_contain_text("required")
    field.fill("wrong")
    ana.get_by_role("button", name="Send", exact=True).click()
    expect(ana.locator("[data-block=what] .field-error")).to_have_text("Say it otherwise")
    expect(field).to_have_value("wrong")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("right")
    ana.get_by_role("button", name="Send", exact=True).click()
    expect(ana.locator("dialog.modal")).to_have_count(0)
    values = probe.named("view_submission")[-1]["view"]["state"]["values"]
    assert values["what"]["text"]["value"] == "right"
    assert values["who"]["user"]["selected_user"] == "U0ANA"


def test_a_form_on_top_gives_back_the_one_below_as_it_was(ana: Page, probe: Probe) -> None:
    ana.get_by_label("What?").fill("half a thought")
    ana.get_by_label("Who? (optional)").select_option("U0BEN")
    ana.get_by_role("button", name="Dig").click()
    expect(ana.get_by_role("heading", name="Deeper")).to_be_visible()
    expect(ana.get_by_label("What?")).to_have_value("")
    ana.keyboard.press("Escape")
    expect(ana.get_by_role("heading", name="A form")).to_be_visible()
    expect(ana.get_by_label("What?")).to_have_value("half a thought")
    expect(ana.get_by_label("Who? (optional)")).to_have_value("U0BEN")
    assert "half a thought" in str(probe.named("block_actions")[0]["view"]["state"])


def test_an_update_keeps_what_is_entered_and_where_the_cursor_is(
    ana: Page, slack: WebClient
) -> None:
    field = ana.get_by_label("What?")
    field.fill("half a thought")
    view_id = ana.locator("dialog.modal").get_attribute("data-view-id")
    note = {"type": "section", "text": {"type": "mrkdwn", "text": "Something *new*"}}
    slack.views_update(view_id=view_id, view=MODAL | {"blocks": [note, *MODAL["blocks"]]})
    expect(ana.locator("dialog.modal")).to_contain_text("Something new")
    expect(field).to_have_value("half a thought")
    expect(field).to_be_focused()


def test_the_app_is_asked_for_options_as_they_are_searched(ana: Page, probe: Probe) -> None:
    ana.locator("[data-block=which] .picker").click()
    ana.get_by_label("Search").fill("sea")
    ana.get_by_role("option", name="SEA").click()
    expect(ana.locator("[data-block=which] .chip")).to_have_text("SEA")
    ana.get_by_label("What?").fill("something")
    ana.get_by_role("button", name="Send", exact=True).click()
    expect(ana.locator("dialog.modal")).to_have_count(0)
    values = probe.named("view_submission")[-1]["view"]["state"]["values"]
    assert values["which"]["pick"]["selected_option"]["value"] == "sea"


def test_closing_is_told_to_the_app_once(ana: Page, probe: Probe) -> None:
    ana.get_by_role("button", name="Cancel").click()
    expect(ana.locator("dialog.modal")).to_have_count(0)
    expect(ana.locator("#composer-text")).to_be_visible()
    ana.wait_for_timeout(300)
    assert len(probe.named("view_closed")) == 1


def test_a_form_outlives_a_reload(ana: Page) -> None:
    ana.reload()
    expect(ana.get_by_role("heading", name="A form")).to_be_visible()


def test_everything_one_can_use_has_a_name(ana: Page) -> None:
    assert ana.evaluate(NAMELESS) == []


def test_the_home_tab_shows_what_the_app_published(
    opens: Opens, probe: Probe, slack: WebClient
) -> None:
    ben = opens("ben")
    slack.conversations_open(users="U0BEN")
    ben.locator("#sidebar [data-name=Probe]").click()
    ben.get_by_role("tab", name="Home").click()
    expect(ben.locator(".home")).to_contain_text("published nothing here yet")
    view = {
        "type": "home",
        "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Hi*"}}],
    }
    slack.views_publish(user_id="U0BEN", view=view)
    expect(ben.locator(".home strong")).to_have_text("Hi")
    assert probe.named("app_home_opened")[-1]["event"]["tab"] == "home"
