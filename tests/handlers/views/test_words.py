"""A person's words stay whole and can do no harm."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views import words
from handlers.views.kit import clip
from tests.handlers.views.hostile import ANY


def flat(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [element for part in block["elements"] for element in part["elements"]]


@pytest.mark.parametrize(
    ("written", "element"),
    [
        ("<@U0DANA>", {"type": "user", "user_id": "U0DANA"}),
        ("<@W0DANA|dana>", {"type": "user", "user_id": "W0DANA"}),
        ("<#C0DSTEAM|ds-team>", {"type": "channel", "channel_id": "C0DSTEAM"}),
        ("<#C0SECRET|>", {"type": "channel", "channel_id": "C0SECRET"}),
        ("<!subteam^S0DATAENG|@data-eng>", {"type": "text", "text": "@data-eng"}),
        ("<!subteam^S0DATAENG>", {"type": "text", "text": "a group"}),
        ("<!channel>", {"type": "text", "text": "@channel"}),
        ("<!here>", {"type": "text", "text": "@here"}),
        ("<!everyone>", {"type": "text", "text": "@everyone"}),
        ("<!date^1772202600^{date}|27 Feb>", {"type": "text", "text": "27 Feb"}),
        (
            "<https://evil.example/a?b=1|the wiki>",
            {"type": "link", "url": "https://evil.example/a?b=1"},
        ),
        ("https://x.example/a_b", {"type": "link", "url": "https://x.example/a_b"}),
        ("<mailto:dana@x.example|boss>", {"type": "text", "text": "dana@x.example"}),
        (":tada:", {"type": "emoji", "name": "tada"}),
        (":+1:", {"type": "emoji", "name": "+1"}),
        ("*bold* _it_ `code` ~no~", {"type": "text", "text": "*bold* _it_ `code` ~no~"}),
        ("<", {"type": "text", "text": "<"}),
        ("a < b && c > d", {"type": "text", "text": "a < b && c > d"}),
        ("at 10:30:45", {"type": "text", "text": "at 10:30:45"}),
        ("std::vector::at", {"type": "text", "text": "std::vector::at"}),
        ("javascript:alert(1)", {"type": "text", "text": "javascript:alert(1)"}),
        ("https://", {"type": "text", "text": "https://"}),
        ("https://नमस्ते.example", {"type": "link", "url": "https://नमस्ते.example"}),
        ("http://my_host:8080", {"type": "link", "url": "http://my_host:8080"}),
    ],
)
def test_each_kind_of_word_has_one_harmless_shape(written: str, element: dict[str, str]) -> None:
    assert flat(words.rich(written)) == [element]


def test_a_link_ends_before_the_sentence_does() -> None:
    found = flat(words.rich("see https://x.example/a, then (https://y.example)."))
    assert [one["url"] for one in found if one["type"] == "link"] == [
        "https://x.example/a",
        "https://y.example",
    ]
    assert flat(words.rich("https://x.example."))[0]["url"] == "https://x.example"


def test_an_address_that_poses_as_another_ends_where_it_begins_to() -> None:
    found = flat(words.rich("https://good.example@evil.example/x"))
    assert found[0] == {"type": "link", "url": "https://good.example"}
    assert found[1]["type"] == "text"


def test_several_lines_stay_several_lines_and_a_list_stays_a_list() -> None:
    parts = words.rich("two things:\n- the <@U0DANA> schema\n- the backfill\n\nthanks")["elements"]
    assert [part["type"] for part in parts] == [
        "rich_text_section",
        "rich_text_list",
        "rich_text_section",
    ]
    assert [len(item["elements"]) for item in parts[1]["elements"]] == [3, 1]
    assert parts[2]["elements"] == [{"type": "text", "text": "\nthanks"}]


def test_a_single_dash_is_no_list() -> None:
    assert flat(words.rich("- 5 degrees")) == [{"type": "text", "text": "- 5 degrees"}]


def test_no_words_are_shown_as_none() -> None:
    assert flat(words.rich("")) == [{"type": "text", "text": "(no words)"}]


def test_top_level_text_mentions_people_only_when_asked() -> None:
    said = "from <@U0DANA|dana> and <@U0BEN>"
    assert words.in_text(said) == "from @dana and someone"
    assert words.in_text(said, mentions=True) == "from <@U0DANA> and <@U0BEN>"


def test_names_of_columns_keep_their_underscores_while_marks_lose_their_power() -> None:
    assert words.in_text("drop _churn_table_ *now*, a*b") == "drop ˍchurn_tableˍ ∗now∗, a*b"
    assert words.in_text("> quoted") == "› quoted"


@pytest.mark.parametrize("said", ["@channel", "@Here!", "@hereafter", "@<!here|here>", "<!here>"])
def test_a_typed_call_to_everybody_is_no_call_in_text(said: str) -> None:
    assert "@\u2060" in words.in_text(said)
    assert not re.search("@(channel|here|everyone)", words.in_text(said), re.IGNORECASE)


def test_an_address_in_text_keeps_its_every_character() -> None:
    assert words.in_text("https://x.example/~a_?b=_c_") == "<https://x.example/~a_?b=_c_>"
    assert words.in_text("https://x.example/@here") == "<https://x.example/@here>"


def test_a_quiet_question_names_nobody() -> None:
    said = "from <@U0DANA|dana>, @ben or dana@x.example in <#C0SECRET|secret>, <!subteam^S0DATA|@x>"
    assert words.masked(said) == "from someone, someone or someone in a channel, a group"
    kinds = {element["type"] for element in flat(words.rich(said, masked=True))}
    assert kinds == {"text"}
    assert words.in_text(said, masked=True, mentions=True) == words.masked(said)


def test_a_button_shows_words_on_one_line() -> None:
    assert words.one_line("a\n b <https://x.example|y>  <@U0DANA>", 40) == (
        "a b https://x.example someone"
    )


@pytest.mark.parametrize("link", ["https://x.example/a?b=1&c=2", "http://localhost:8080/x"])
def test_a_web_address_is_shown_as_itself(link: str) -> None:
    shown = words.address(link)
    assert shown is not None
    assert shown.replace("&amp;", "&") == f"<{link}>"


@pytest.mark.parametrize(
    "link", [None, "", "nonsense", "javascript:alert(1)", "https://a.example|b", "https://a b"]
)
def test_what_is_no_web_address_is_no_link(link: str | None) -> None:
    assert words.address(link) is None


_TOKENS = ("<@U0DANA>", "<#C0DSTEAM|ds>", "<!here>", "<!subteam^S0D|@d>", "<https://x.example|y>")
_BETWEEN = st.text(alphabet="aé ш،_*~`-•\n&;|!^#", min_size=1, max_size=20)


@given(st.lists(st.tuples(_BETWEEN, st.sampled_from(_TOKENS)), max_size=8), _BETWEEN)
def test_what_stands_between_mentions_and_links_is_kept_letter_by_letter(
    parts: list[tuple[str, str]], end: str
) -> None:
    said = "".join(text + token for text, token in parts) + end
    found = list(words.pieces(said))
    assert [piece.value for piece in found if piece.kind == "text"] == [*(t for t, _ in parts), end]
    assert [piece.kind for piece in found if piece.kind != "text"] == [_kind(t) for _, t in parts]


@given(st.text().map(lambda said: re.sub(r"[<>:@|•*-]", "", said)))
def test_words_without_mentions_are_shown_letter_by_letter(said: str) -> None:
    shown = "".join(element["text"] for element in flat(words.rich(said)))
    assert shown == (words.cleaned(said) or "(no words)")


@given(ANY)
def test_no_mark_beside_a_border_of_a_word_survives_in_text(said: str) -> None:
    shown = re.sub(r"<[^<>]*>|:[\w'+-]+:(?::skin-tone-\d:)?", "X", words.in_text(said))
    assert "`" not in shown
    assert not re.search(r"(?m)^[ \t]*&gt;", shown)


@given(ANY)
def test_masked_words_hold_no_name_that_slack_knows(said: str) -> None:
    shown = words.in_text(said, masked=True, mentions=True)
    assert not re.search(r"<[@#!]", shown)
    assert {one["type"] for one in _elements(words.rich(said, masked=True))} <= {
        "text",
        "link",
        "emoji",
    }


@given(ANY, st.integers(min_value=0, max_value=200))
def test_a_clipped_text_fits_and_cuts_nothing_in_two(said: str, limit: int) -> None:
    shown = words.in_text(said, mentions=True, limit=limit)
    assert len(shown) <= limit
    assert shown.count("<") == shown.count(">")
    assert not re.search(r"&(?!(amp|lt|gt);)", shown)


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("a &lt; b", 5, "a…"),
        ("by <@U0DANA> now", 10, "by…"),
        ("yes :thumbsup: no", 9, "yes…"),
        ("cafe\u0301 olé", 5, "caf…"),
        ("by <@U0DANA>\u0301\u0301 now", 14, "by…"),
        ("a\U0001f468\u200d\U0001f469\u200d\U0001f467b", 4, "a…"),
        ("x", 0, ""),
    ],
)
def test_clipping_stops_at_a_safe_border(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


def _kind(token: str) -> str:
    kinds = {"<@": "person", "<#": "channel", "<!h": "crowd", "<!s": "group", "<h": "link"}
    return next(kind for beginning, kind in kinds.items() if token.startswith(beginning))


def _elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in block["elements"]:
        sections = part["elements"] if part["type"] == "rich_text_list" else [part]
        found.extend(element for section in sections for element in section["elements"])
    return found
