"""The whole bot behind the page: a wait is reported by typing and by form, and ended by a click."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.windows import Opens, windows
from tests.team import Team

pytestmark = pytest.mark.browser


@pytest.fixture
def opens(browser: Browser, team: Team) -> Iterator[Opens]:
    """Windows on the workspace in which the bot works; it is Monday, 10:00 in Berlin."""
    with windows(browser, team.server) as open_as:
        yield open_as


def say(window: Page, text: str) -> None:
    window.fill("#composer-text", text)
    window.press("#composer-text", "Enter")


def test_pressing_enter_on_the_prepared_line_tracks_a_wait_that_another_ends(opens: Opens) -> None:
    ana, dana = opens("ana"), opens("dana")
    ana.press("#composer-text", "Enter")
    expect(ana.locator(".row-ephemeral")).to_contain_text("#1")
    posted = dana.locator(".row", has_text="ETL changes for the churn table")
    expect(posted).to_have_count(1)
    posted.get_by_role("button", name="Resolved").click()
    expect(ana.locator(".row:not(.row-ephemeral)").last).to_contain_text("Resolved: blocker #1")
    expect(dana.locator(".row-ephemeral")).to_contain_text("How much work ended it?")


def test_a_form_tracks_a_wait_whose_age_grows_as_the_clock_is_turned(opens: Opens) -> None:
    ana, ben = opens("ana"), opens("ben")
    say(ana, "/blocked")
    ana.get_by_label("What are you waiting on?").fill("GPU quota for the image run")
    ana.get_by_label("Project (optional)").fill("defect photos")
    ana.get_by_role("button", name="Track it").click()
    expect(ana.locator("dialog.modal")).to_contain_text("tracked as #1")
    ana.get_by_role("button", name="Done").click()
    expect(ana.locator("dialog.modal")).to_have_count(0)
    expect(ben.locator(".row").last).to_contain_text("GPU quota for the image run")
    ana.get_by_role("button", name="Tomorrow 9:00").click()
    expect(ana.locator(".clock-face")).to_contain_text("Tue 10 Mar")
    say(ana, "/blocked list")
    listed = ana.locator(".row-ephemeral").last
    expect(listed).to_contain_text(
        re.compile("GPU quota.* [78] h")
    )  # half past five to nine is free
