"""What follows `/review`, read: a link with what is said about it, or a word of its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reviews.lines import ReviewLine, parse

TODAY = date(2026, 3, 9)  # a Monday
PULL = "https://github.com/acme/churn/pull/12"
NAMES = {"dana": "U0DANA", "ben": "U0BEN"}


def read(text: str) -> ReviewLine:
    return parse(text, today=TODAY, names=NAMES)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("", "form"),
        ("  ", "form"),
        ("help", "help"),
        ("?", "help"),
        ("List", "list"),
        ("mine", "mine"),
        ("team", "team"),
        ("stats.", "stats"),
        ("on", "on"),
        ("off", "off"),
        ("me github:ana", "me"),
        ("project", "project"),
        ("watch acme/churn", "watch"),
        ("please look at it", "unknown"),
        ("show me", "unknown"),
        ("done", "unknown"),
        (PULL, "ask"),
        ("github.com/acme/churn/pull/12", "ask"),
        (f"list the columns {PULL}", "ask"),
    ],
)
def test_a_word_alone_or_a_link(text: str, act: str) -> None:
    assert read(text).act == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("show 12", "show"),
        ("done #12", "approved"),
        ("approve 12.", "approved"),
        ("comments 12", "comments"),
        ("changes 12", "changes"),
        ("accept 12", "accept"),
        ("decline 12", "decline"),
        ("choose 12", "choose"),
    ],
)
def test_a_word_with_a_number(text: str, act: str) -> None:
    line = read(text)
    assert (line.act, line.number) == (act, 12)


@pytest.mark.parametrize(
    ("text", "note", "reviewers", "wanted", "due"),
    [
        (f"{PULL} the new loss", "the new loss", (), 0, None),
        (f"{PULL} for <@U0DANA|dana> by tomorrow", "", ("U0DANA",), 0, date(2026, 3, 10)),
        (f"{PULL} the loss for @dana", "the loss", ("U0DANA",), 0, None),
        (f"{PULL} @ben", "", ("U0BEN",), 0, None),
        (f"{PULL} for @dana and <@U0BEN>", "", ("U0DANA", "U0BEN"), 0, None),
        (f"{PULL} for @nobody", "for @nobody", (), 0, None),
        (f"{PULL} the fix of <@U0DANA> today", "the fix of <@U0DANA> today", (), 0, None),
        (f"{PULL}, two reviewers, by Friday.", "", (), 2, date(2026, 3, 13)),
        (f"{PULL} by 24 Dec, please", "please", (), 0, date(2026, 12, 24)),
        (f"{PULL} before 2026-03-20 if you can", "if you can", (), 0, date(2026, 3, 20)),
        (f"{PULL} by the way, it is big", "by the way, it is big", (), 0, None),
        (f"{PULL} sorted by day", "sorted by day", (), 0, None),
        (f"new features <{PULL}|#12>", "new features", (), 0, None),
    ],
)
def test_a_request_in_one_line(
    text: str, note: str, reviewers: tuple[str, ...], wanted: int, due: date | None
) -> None:
    line = read(text)
    assert line.link is not None
    assert line.link.url == PULL
    assert (line.note, line.reviewers, line.wanted, line.due) == (note, reviewers, wanted, due)


@given(st.text(max_size=200))
def test_every_text_means_something(text: str) -> None:
    line = read(text)
    assert (line.act == "ask") == (line.link is not None)


@given(st.lists(st.sampled_from([PULL, "for", "@dana", "by", "friday", "two reviewers", "a", ","])))
def test_no_word_of_a_request_is_lost_but_those_that_were_understood(words: list[str]) -> None:
    line = read(" ".join(words))
    if line.link is not None:
        assert line.note.split().count("a") == words.count("a")
