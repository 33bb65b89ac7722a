"""People talk on the page: messages, commands, threads, unread marks, answers for one."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.windows import Opens
from tests.sandbox.page import Page as Hands
from tests.sandbox.probe import Probe

pytestmark = pytest.mark.browser


def say(window: Page, text: str, *, box: str = "#composer-text") -> None:
    window.fill(box, text)
    window.press(box, "Enter")


def test_the_prepared_line_waits_for_the_first_person_only(opens: Opens) -> None:
    ana, dana = opens("ana"), opens("dana")
    expect(ana.locator("#composer-text")).to_have_value(
        "/blocked waiting on ETL changes for the churn table from @dana"
    )
    expect(dana.locator("#composer-text")).to_have_value("")


def test_what_one_says_the_other_reads_at_once(opens: Opens) -> None:
    ana, dana = opens("ana"), opens("dana")
    say(ana, "The churn table is *late*, @dana")
    heard = dana.locator(".row").last
    expect(heard).to_contain_text("Ana Ferreira")
    expect(heard.locator("strong", has_text="late")).to_be_visible()
    expect(heard.locator(".mention-me")).to_have_text("@dana")
    expect(ana.locator("#composer-text")).to_have_value("")


def test_an_answer_for_one_is_seen_by_one(opens: Opens, probe: Probe) -> None:
    ana, dana = opens("ana"), opens("dana")
    say(ana, "/echo only for me")
    expect(ana.locator(".row-ephemeral")).to_contain_text("Only visible to you")
    say(ana, "/echo all good morning")
    expect(dana.locator(".row").last).to_contain_text("good morning")
    expect(dana.locator(".row", has_text="only for me")).to_have_count(0)
    assert [heard["text"] for heard in probe.named("command")] == [
        "only for me",
        "all good morning",
    ]


def test_a_command_that_nobody_knows_stays_in_the_box(opens: Opens) -> None:
    ana = opens("ana")
    say(ana, "/nonsense about nothing")
    expect(ana.locator(".toast")).to_contain_text("/nonsense is not a valid command")
    expect(ana.locator("#composer-text")).to_have_value("/nonsense about nothing")


def test_a_click_reaches_the_app_and_everyone_sees_what_came_of_it(
    opens: Opens, probe: Probe
) -> None:
    ana, dana = opens("ana"), opens("dana")
    say(ana, "/echo offer tea?")
    dana.select_option("[data-action-id=colour]", "blue")
    dana.get_by_role("button", name="Take").click()
    for window in (ana, dana):
        expect(window.locator(".row").last).to_contain_text("taken")
        expect(window.get_by_role("button", name="Take")).to_have_count(0)
    chosen, taken = probe.named("block_actions")
    assert chosen["actions"][0]["selected_option"]["value"] == "blue"
    assert taken["user"]["id"] == "U0DANA"
    assert "blue" in str(taken["state"]["values"])


def test_a_reply_stays_in_its_thread_and_is_counted(opens: Opens) -> None:
    ana, dana = opens("ana"), opens("dana")
    say(ana, "Who knows the renewals table?")
    row = dana.locator(".row").last
    row.hover()
    row.get_by_role("button", name="Reply in thread").click()
    say(dana, "I do", box="#thread-text")
    expect(ana.locator(".replies")).to_contain_text("1 reply")
    expect(ana.locator("[data-timeline=channel] .row")).to_have_count(1)
    ana.locator(".replies").click()
    expect(ana.locator("[data-timeline=thread] .row")).to_have_count(2)
    ana.keyboard.press("Escape")
    expect(ana.locator("#thread")).to_be_hidden()


def test_what_came_while_away_is_marked_until_it_is_read(opens: Opens) -> None:
    dana, ana = opens("dana", at="C0MLPLATFORM"), opens("ana")
    say(ana, "First")
    say(ana, "Second, for @dana")
    place = dana.locator("#sidebar [data-channel=C0DSTEAM]")
    expect(place.locator(".count")).to_contain_text("1")
    expect(dana).to_have_title("(1) Dana Kowalski · #ml-platform")
    place.click()
    expect(dana.locator(".new-line + .row")).to_contain_text("First")
    expect(place.locator(".count, .dot")).to_have_count(0)


def test_keys_complete_commands_and_people_and_make_lines(opens: Opens) -> None:
    ana = opens("ana")
    box = ana.locator("#composer-text")
    box.fill("")
    box.press_sequentially("/ec")
    box.press("Tab")
    box.press_sequentially("for @far")
    box.press("Enter")
    box.press("Shift+Enter")
    box.press_sequentially("and more")
    expect(box).to_have_value("/echo for @farah \nand more")


def test_people_see_only_what_they_are_in(opens: Opens) -> None:
    guest, outsider = opens("ines"), opens("oren")
    names = "#sidebar [data-channel] .conversation-name"
    expect(guest.locator(names, has_text="ds-team")).to_have_count(1)
    expect(guest.locator(names, has_text="ml-platform")).to_have_count(0)
    expect(guest.locator(names, has_text="churn-model")).to_have_count(0)
    expect(outsider.locator(names, has_text="ds-team")).to_have_count(0)
    expect(outsider.locator(names, has_text="ml-platform")).to_have_count(1)


def test_a_channel_can_be_read_before_it_is_joined(opens: Opens, probe: Probe) -> None:
    ben = opens("ben", at="C0MLPLATFORM")
    ben.get_by_role("button", name="Join").click()
    say(ben, "/invite @probe")
    expect(ben.locator(".toast")).to_contain_text("@probe can read #ml-platform now.")
    expect(ben.locator(".members")).to_contain_text("7")


def test_a_file_goes_along_with_what_is_written(opens: Opens, probe: Probe) -> None:
    ana = opens("ana", at=probe.server.workspace.direct(["U0APP", "U0ANA"])[0].id)
    ana.fill("#composer-text", "my days off")
    calendar = FilePayload(name="days.ics", mimeType="text/calendar", buffer=b"BEGIN:VCALENDAR")
    ana.set_input_files("[data-composer=channel] input[type=file]", [calendar])

    sent = ana.locator(".row").last
    expect(sent).to_contain_text("my days off")
    expect(sent.locator(".file")).to_have_text("days.ics")
    expect(ana.locator("#composer-text")).to_have_value("")
    hands = Hands(probe.server.url)
    hands.quiet()
    hands.close()
    assert probe.named("message")[-1]["event"]["files"][0]["size"] == len(b"BEGIN:VCALENDAR")
