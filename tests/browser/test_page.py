"""The page itself: its clock, small screens, and that text can never become anything but text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from sandbox.ui.typed import escaped
from tests.browser.windows import Opens

pytestmark = pytest.mark.browser

PIECES = st.sampled_from(
    [
        *"*_~`<>&|@#!:•-'\"\n é漢𝒳",
        "```",
        "&gt;",
        "&lt;",
        "&amp;",
        "<@U0ANA>",
        "<!channel>",
        "<!subteam^S1>",
        "<#C0DSTEAM|x>",
        "<script>",
        "</p>",
        "<img/src=x/onerror=alert(1)>",
        "<javascript:alert(1)|here>",
        "<data:text/html,x|y>",
        "<https://a.example/*b_|face>",
        "https://b.example/~c",
        "[face](javascript:alert(1))",
        "<!date^9^{date}^javascript:x|f>",
        ":tada:",
        ":nothing:",
        "${x}",
    ]
)
HOSTILE = st.lists(PIECES | st.text(max_size=5), max_size=14).map("".join)

DRAWN = """async (text) => {
  const { mrkdwn } = await import("/page/js/mrkdwn.js");
  const { markdown } = await import("/page/js/markdown.js");
  return [mrkdwn(text), markdown(text)].map((nodes) => {
    const box = document.createElement("div");
    box.append(...nodes.filter(Boolean));
    const all = [...box.querySelectorAll("*")];
    return {
      words: box.textContent,
      tags: [...new Set(all.map((node) => node.localName))],
      names: [...new Set(all.flatMap((node) => node.getAttributeNames()))],
      links: all.filter((node) => node.href).map((node) => node.getAttribute("href")),
    };
  });
}"""
TAGS = {
    *("a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "s", "span", "strong"),
    *("table", "tbody", "td", "th", "thead", "time", "tr", "ul"),
}
NAMES = {"class", "data-user", "href", "rel", "target", "title", "role", "aria-label", "aria-level"}
WRITTEN = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_no_text_becomes_markup_a_script_or_a_strange_link(opens: Opens) -> None:
    ana = opens("ana")

    @WRITTEN
    @given(HOSTILE)
    def holds(text: str) -> None:
        for drawn in ana.evaluate(DRAWN, text):
            assert set(drawn["tags"]) <= TAGS
            assert set(drawn["names"]) <= NAMES
            assert all(
                link.startswith(("https:", "http:", "mailto:", "tel:", "#"))
                for link in drawn["links"]
            )

    holds()


def test_escaped_text_mentions_nobody_and_loses_no_word(opens: Opens) -> None:
    ana = opens("ana")

    @WRITTEN
    @given(HOSTILE)
    def holds(text: str) -> None:
        drawn, _ = ana.evaluate(DRAWN, escaped(text))
        assert "data-user" not in drawn["names"]
        assert all(link.startswith(("http://", "https://")) for link in drawn["links"])
        for word in ("alert", "channel", "subteam", "漢"):
            assert drawn["words"].count(word) == text.count(word)

    holds()


def test_turning_the_clock_is_seen_in_every_window(opens: Opens) -> None:
    ana, ben = opens("ana"), opens("ben")
    ana.request.post("/clock/set", data={"to": "2026-03-09T10:00+01:00", "running": False})
    expect(ana.locator(".clock-state")).to_have_text("standing still")
    ana.get_by_role("button", name="+1 h").click()
    expect(ana.locator(".clock-time")).to_contain_text("11:00")
    expect(ben.locator(".clock-time")).to_contain_text("06:00")
    ben.get_by_role("button", name="Any moment").click()
    ben.get_by_label("Turn the clock to (time in New York)").fill("2026-03-11T14:30")
    ben.get_by_role("button", name="Turn", exact=True).click()
    expect(ben.locator(".clock-face")).to_contain_text("Wed 11 Mar")
    expect(ben.locator(".clock-time")).to_contain_text("14:30")
    expect(ana.locator(".clock-time")).to_contain_text("19:30")
    ana.get_by_role("button", name="Next Monday 9:00").click()
    expect(ana.locator(".clock-face")).to_contain_text("Mon 16 Mar")
    expect(ana.locator(".clock-time")).to_contain_text("09:00")


@pytest.mark.parametrize("width", [360, 720, 1060, 1600])
def test_it_fits_every_width_without_scrolling_sideways(opens: Opens, width: int) -> None:
    ana = opens("ana", viewport={"width": width, "height": 740})
    ana.fill("#composer-text", "a" * 300)
    ana.press("#composer-text", "Enter")
    expect(ana.locator(".row")).to_have_count(1)
    assert ana.evaluate("document.documentElement.scrollWidth") <= width
    assert ana.evaluate("document.querySelector('.scroller').scrollWidth") <= width


def test_on_a_small_screen_the_conversations_come_and_go(opens: Opens) -> None:
    ana = opens("ana", viewport={"width": 360, "height": 740})
    place = ana.locator("#sidebar [data-channel=C0MLPLATFORM]")
    expect(place).to_be_hidden()
    ana.get_by_role("button", name="Conversations").click()
    place.click()
    expect(place).to_be_hidden()
    expect(ana.get_by_role("heading", name="ml-platform")).to_be_visible()


def test_one_can_be_somebody_else_in_the_same_window(opens: Opens) -> None:
    ana = opens("ana")
    ana.locator("[data-who]").click()
    ana.locator("[data-person=gita]").click()
    expect(ana.locator("[data-who]")).to_contain_text("Gita Rao")
    expect(ana.locator("[data-who]")).to_contain_text("Kolkata")
