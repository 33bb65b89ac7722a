"""What a standup costs a person, counted from what they really do on the page.

The model: a click or a choice takes 1.2 s (finding it included), typing goes at 200 characters a
minute. `Hands` does each act in the browser and adds up what it would have taken a person.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.windows import Opens, windows
from tests.team import Team

pytestmark = pytest.mark.browser

SECONDS_A_CLICK = 1.2
SECONDS_A_CHARACTER = 60 / 200
USUAL_DAY = 40.0
PLAN = "Write up the holdout results\nTune the churn thresholds"
NEXT = "Start on the pilot segments"
WAIT = "waiting on ETL changes for the churn table from @dana"


class Hands:
    """One person at their window: each act is done, and counted."""

    def __init__(self, window: Page) -> None:
        self.window = window
        self.clicks = 0
        self.characters = 0

    @property
    def seconds(self) -> float:
        return self.clicks * SECONDS_A_CLICK + self.characters * SECONDS_A_CHARACTER

    def taps(self, what: Locator) -> None:
        what.click()
        self.clicks += 1

    def chooses(self, what: Locator, face: str) -> None:
        """Open the list, and take one: two clicks."""
        what.select_option(label=face)
        self.clicks += 2

    def types(self, what: Locator, text: str) -> None:
        """Into a field that is clicked first."""
        self.taps(what)
        what.press_sequentially(text)
        self.characters += len(text)

    def sends(self, what: Locator, text: str) -> None:
        """A message: the key that sends it counts as one more character."""
        self.types(what, text)
        what.press("Enter")
        self.characters += 1


@pytest.fixture
def opens(browser: Browser, team: Team) -> Iterator[Opens]:
    """The team's standup was turned on yesterday, a Monday; it is Tuesday, 9:31 in Berlin."""
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    team.clock.passes(hours=23, minutes=31)
    with windows(browser, team.server) as open_as:
        yield open_as


def at_the_dm(opens: Opens, team: Team, who: str) -> Hands:
    return Hands(opens(who, at=team.place("dm", who)))


def button(hands: Hands, name: str) -> Locator:
    return hands.window.locator("button:visible", has_text=re.compile(f"^{re.escape(name)}$")).last


def asked(hands: Hands, day: str) -> Locator:
    found = hands.window.locator(".row", has_text="Standup of #ds-team").last
    expect(found).to_contain_text(day)
    return found


def form(hands: Hands) -> Locator:
    return hands.window.locator("dialog.modal")


def a_day_later(opens: Opens, team: Team, who: str, **fields: str) -> Hands:
    """They answered on Tuesday; it is Wednesday, 9:31 in Berlin, and nothing is counted so far."""
    team.clicks(who, "Answer", at="dm")
    team.fills(who, **fields)
    team.clock.passes(days=1)
    hands = at_the_dm(opens, team, who)
    button(hands, "Done").click()
    return hands


def thread_of(team: Team, day: str) -> str:
    team.quiet()
    return team.thread("ben", f"Standup of {day}")


def test_an_unchanged_day_is_one_tap(opens: Opens, team: Team) -> None:
    ana = a_day_later(opens, team, "ana", plan=PLAN)
    asked(ana, "Wednesday 11 March")

    ana.taps(button(ana, "Same as Tuesday"))

    expect(ana.window.locator(".row", has_text="You answered the standup")).to_have_count(2)
    assert (ana.clicks, ana.characters) == (1, 0)
    assert "same plan as Tuesday 10 March" in thread_of(team, "Wednesday 11 March")


def test_a_usual_day_by_the_form_takes_less_than_forty_seconds(opens: Opens, team: Team) -> None:
    """Two ticks, a line about what is next, a wait that is still there, and a new one told."""
    said = {"plan": PLAN, "waits": "no access to the billing schema"}
    ana = a_day_later(opens, team, "ana", **said)
    asked(ana, "Wednesday 11 March")

    ana.taps(button(ana, "Answer"))
    ana.chooses(form(ana).get_by_label("no access to the billing schema"), "Still waiting")
    ana.chooses(form(ana).get_by_label("Write up the holdout results"), "Done")
    ana.chooses(form(ana).get_by_label("Tune the churn thresholds"), "Not yet")
    ana.types(form(ana).get_by_label("What is next?"), NEXT)
    ana.types(form(ana).get_by_label("Are you waiting"), WAIT)
    ana.taps(button(ana, "Post"))
    expect(form(ana)).to_contain_text("I read a wait")
    ana.taps(button(ana, "Track and tell #ds-team"))
    expect(form(ana)).to_contain_text("is tracked. #ds-team will see this.")
    ana.taps(button(ana, "Done"))

    assert ana.seconds <= USUAL_DAY, f"{ana.clicks} clicks, {ana.characters} characters"
    thread = thread_of(team, "Wednesday 11 March")
    assert "✓ Write up the holdout results" in thread
    assert re.search(rf"Blocker #\d.*{WAIT[:30]}", thread, re.DOTALL)


def test_a_usual_day_by_writing_back_takes_less_than_forty_seconds(
    opens: Opens, team: Team
) -> None:
    chiara = at_the_dm(opens, team, "chiara")
    asked(chiara, "Tuesday 10 March")

    chiara.sends(chiara.window.locator("#composer-text"), f"{NEXT}, {WAIT}")
    preview = chiara.window.locator(".row", has_text="Post to #ds-team?")
    expect(preview).to_contain_text("Start on the pilot segments")
    chiara.taps(button(chiara, "Post"))
    chiara.taps(button(chiara, "Track and tell #ds-team"))

    expect(chiara.window.locator(".row").last).to_contain_text("is tracked. #ds-team")
    assert chiara.seconds <= USUAL_DAY, f"{chiara.clicks} clicks, {chiara.characters} characters"
    assert NEXT in thread_of(team, "Tuesday 10 March")


def test_a_day_off_costs_one_tap(opens: Opens, team: Team) -> None:
    dana = at_the_dm(opens, team, "dana")
    asked(dana, "Tuesday 10 March")

    dana.taps(button(dana, "Not today"))

    expect(dana.window.locator(".row").first).to_contain_text("No standup of #ds-team from you")
    assert (dana.clicks, dana.characters) == (1, 0)


def test_lines_of_a_plan_stay_lines_where_the_team_reads_them(opens: Opens, team: Team) -> None:
    a_day_later(opens, team, "ana", plan=PLAN)
    ben = opens("ben", at="C0DSTEAM")
    ben.locator(".row", has_text="Standup of Tuesday").locator(".replies").click()
    answer = ben.locator("[data-timeline=thread] .rich-line").first
    expect(answer).to_have_text(PLAN, use_inner_text=True)
