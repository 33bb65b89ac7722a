"""The whole bot behind the page: a review from asking to approval, and a pair from Monday on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.windows import Opens, windows
from tests.team import PEOPLE, Team

pytestmark = pytest.mark.browser

LONGEST_TURN = 30_000  # milliseconds; a week on a busy machine
PULL = "https://github.com/halden/churn-model/pull/249"


@pytest.fixture
def opens(browser: Browser, team: Team) -> Iterator[Opens]:
    """Windows on the workspace in which the bot works; it is Monday, 10:00 in Berlin."""
    with windows(browser, team.server) as open_as:
        yield open_as


def say(window: Page, text: str) -> None:
    window.fill("#composer-text", text)
    window.press("#composer-text", "Enter")


def newest(window: Page, words: str) -> Locator:
    return window.locator(".row", has_text=words).last


def test_a_review_is_asked_by_typing_and_approved_by_a_click(opens: Opens, team: Team) -> None:
    ana, dana = opens("ana"), opens("dana", at=team.place("dm", "dana"))
    say(ana, f"/review {PULL} the new loss, for @dana by tomorrow")
    expect(ana.locator(".row-ephemeral").last).to_contain_text("Asked @dana")

    asked = newest(dana, "would like your eyes on this")
    expect(asked).to_contain_text("the new loss")
    expect(asked).to_contain_text("Wished by Tue 10 Mar.")
    asked.get_by_role("button", name="Approve").click()
    over = dana.locator(".row:not(.row-ephemeral)").last
    expect(over).to_contain_text("This review is over.")
    expect(over).to_contain_text("Done.")
    expect(dana.get_by_role("button", name="Approve")).to_have_count(0)

    say(ana, "/review mine")
    expect(ana.locator(".row-ephemeral").last).to_contain_text("Nothing waits for you")
    ana_dm = opens("ana", at=team.place("dm", "ana"))
    expect(newest(ana_dm, "approved it")).to_contain_text("@dana approved it.")


def test_the_page_offers_what_may_be_tried(opens: Opens) -> None:
    ana = opens("ana")
    ana.get_by_role("button", name="Type /pair", exact=True).click()
    expect(ana.locator("#composer-text")).to_have_value("/pair")
    ana.get_by_role("button", name="Type /review https").click()
    ana.press("#composer-text", "Enter")
    expect(ana.locator(".row-ephemeral").last).to_contain_text("Asked @")


def test_on_monday_two_are_paired_and_on_friday_one_click_says_that_they_met(
    opens: Opens, team: Team
) -> None:
    ana = opens("ana")
    say(ana, "/pair on")
    ana.locator(".row-ephemeral button", has_text=re.compile("^Start$")).click()
    expect(newest(ana, "Pairs")).to_be_visible()
    team.quiet()

    turn(ana, "2026-03-16T18:00")
    it_is(ana, "Mon 16 Mar", "18:00")
    team.quiet()
    together = group_dm(team, "ana")
    pair = opens("ana", at=together)
    made = newest(pair, "you pair up")
    expect(made).to_contain_text("pair programming")
    expect(made.get_by_text("Add 1 to calendar", exact=True)).to_be_visible()

    turn(ana, "2026-03-20T18:00")
    it_is(ana, "Fri 20 Mar", "18:00")
    question = newest(pair, "did you meet?")
    question.get_by_role("button", name="We met").click()
    expect(newest(pair, "You met: well done")).to_be_visible()
    other = opens(partner(team, together), at=together)
    expect(newest(other, "You met: well done")).to_be_visible()
    expect(other.get_by_role("button", name="We met")).to_have_count(0)


def turn(window: Page, moment: str) -> None:
    """The clock, on the page; Ana reads it in Berlin."""
    window.get_by_role("button", name="Any moment").click()
    window.get_by_label("Turn the clock to (time in Berlin)").fill(moment)
    window.get_by_role("button", name="Turn", exact=True).click()


def it_is(window: Page, day: str, time: str) -> None:
    """The turn is over; on the way there the clock shows every stop."""
    then = re.compile(rf"{day}\s*{time}")
    expect(window.locator(".clock-face")).to_contain_text(then, timeout=LONGEST_TURN)


def group_dm(team: Team, who: str) -> str:
    """The one in which the bot brought this person together with somebody."""
    wanted = {"U0APP", PEOPLE[who]}
    found = [
        one
        for one in team.server.workspace.conversations
        if one.kind == "mpim" and wanted <= set(one.members)
    ]
    assert len(found) == 1
    return found[0].id


def partner(team: Team, together: str) -> str:
    members = team.server.workspace.conversations.get(together).members
    return next(name for name, id_ in PEOPLE.items() if id_ in members and name != "ana")
