"""Every answer of Slack means exactly one thing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliveries import (
    Answer,
    Failed,
    InDoubt,
    Later,
    Reach,
    Sent,
    Trouble,
    Unreadable,
    back_off,
    outcome_of,
    seconds_to_wait,
    why_unread,
)
from bot.deliveries.errors import CHANNEL, ILL, LETTER, LIMITED, MOVING, PERSON, WORKSPACE

VERBS = ("post", "whisper", "edit", "delete")


def error(word: str, status: int = 200) -> Answer:
    return Answer(status=status, body={"ok": False, "error": word})


def test_an_ok_with_its_ts_is_sent() -> None:
    answer = Answer(status=200, body={"ok": True, "channel": "D1", "ts": "12.000100"})
    assert outcome_of(answer, verb="post") == Sent("D1", "12.000100")


def test_an_ok_without_a_ts_leaves_a_post_in_doubt() -> None:
    assert isinstance(outcome_of(Answer(200, {"ok": True}), verb="post"), InDoubt)


@pytest.mark.parametrize("answer", [Answer(429), error("ratelimited"), error("rate_limited", 429)])
@pytest.mark.parametrize("verb", VERBS)
def test_too_many_is_later_also_inside_a_200(answer: Answer, verb: str) -> None:
    assert outcome_of(answer, verb=verb) == Later(30, "ratelimited", limited=True)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7), ("0", 0), ("1.5", 1.5), (None, 30), ("soon", 30), ("-3", 30), ("nan", 30)],
)
def test_a_missing_or_garbled_wait_is_half_a_minute(header: str | None, seconds: float) -> None:
    assert seconds_to_wait(Answer(429, retry_after=header)) == seconds


def test_what_never_left_us_is_sent_later_with_growing_waits() -> None:
    waits = [
        outcome_of(Answer(trouble=Trouble.UNREACHED), verb="post", tries=tries)
        for tries in range(1, 9)
    ]
    assert waits == [Later(s, "unreached") for s in (1, 2, 4, 8, 16, 32, 60, 60)]


@pytest.mark.parametrize("word", sorted(WORKSPACE))
def test_a_lost_token_or_scope_stops_the_whole_workspace(word: str) -> None:
    assert outcome_of(error(word), verb="post") == Failed(word, Reach.WORKSPACE)


@pytest.mark.parametrize("word", [*sorted(CHANNEL), "restricted_action_read_only_channel"])
def test_a_closed_channel_stops_that_channel(word: str) -> None:
    assert outcome_of(error(word), verb="post") == Failed(word, Reach.CHANNEL)


def test_a_dm_that_is_not_found_stops_that_person_and_concerns_no_team() -> None:
    outcome = outcome_of(error("channel_not_found"), verb="post", to_person=True)
    assert outcome == Failed("channel_not_found", Reach.PERSON)


@pytest.mark.parametrize("word", sorted(PERSON))
def test_a_person_who_cannot_be_written_to_stops_their_dm_only(word: str) -> None:
    assert outcome_of(error(word), verb="post", to_person=True) == Failed(word, Reach.PERSON)
    assert outcome_of(error(word), verb="whisper") == Failed(word, Reach.LETTER)


@pytest.mark.parametrize("word", ["msg_too_long", "invalid_blocks", "no_text", "never_seen"])
def test_an_error_that_nobody_foresaw_fails_that_letter_and_is_marked(word: str) -> None:
    assert outcome_of(error(word), verb="post") == Failed(word, Reach.LETTER, known=False)


def test_an_edit_of_a_message_that_is_gone_fails_and_says_so() -> None:
    outcome = outcome_of(error("message_not_found"), verb="edit")
    assert outcome == Failed("message_not_found", Reach.LETTER, gone=True)


def test_taking_down_what_is_gone_is_done() -> None:
    assert outcome_of(error("message_not_found"), verb="delete") == Sent("", None)


MURKY = [
    Answer(trouble=Trouble.LOST),
    Answer(status=200),
    Answer(status=500),
    Answer(status=503, body={}),
    Answer(status=408),
    *(error(word) for word in sorted(ILL)),
    *(error(word, 500) for word in sorted(ILL)),
]


@pytest.mark.parametrize("answer", MURKY)
def test_a_murky_answer_leaves_a_post_in_doubt_and_an_edit_is_simply_made_again(
    answer: Answer,
) -> None:
    assert isinstance(outcome_of(answer, verb="post"), InDoubt)
    assert isinstance(outcome_of(answer, verb="whisper"), InDoubt)
    assert isinstance(outcome_of(answer, verb="edit", tries=3), Later)
    assert isinstance(outcome_of(answer, verb="delete"), Later)


def test_a_refusal_by_something_between_us_did_nothing() -> None:
    assert outcome_of(Answer(status=403), verb="post", tries=2) == Later(2, "status 403")


def test_no_word_of_slack_is_in_two_classes() -> None:
    classes = [WORKSPACE, CHANNEL, PERSON, LETTER, LIMITED, MOVING, ILL]
    assert sum(map(len, classes)) == len(frozenset().union(*classes))


ANSWERS = st.builds(
    Answer,
    status=st.none() | st.integers(100, 599),
    body=st.dictionaries(
        st.sampled_from(["ok", "error", "channel", "ts"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(sorted(WORKSPACE)),
    ),
    retry_after=st.none() | st.text(),
    date=st.just(datetime(2026, 3, 9, tzinfo=UTC)),
    trouble=st.none() | st.sampled_from(Trouble),
)


@given(ANSWERS, st.sampled_from(VERBS), st.integers(0, 10_000), st.booleans())
def test_every_answer_whatsoever_means_something(
    answer: Answer, verb: str, tries: int, to_person: bool
) -> None:
    outcome = outcome_of(answer, verb=verb, tries=tries, to_person=to_person)
    assert isinstance(outcome, Sent | Later | Failed | InDoubt)
    assert isinstance(outcome, Sent) <= (answer.ok or verb == "delete")
    if isinstance(outcome, Later):
        assert outcome.seconds >= 0
    assert why_unread(answer) in Unreadable


@given(st.integers(-5, 10**6))
def test_a_back_off_is_between_a_second_and_a_minute(tries: int) -> None:
    assert 1 <= back_off(tries) <= 60


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(trouble=Trouble.LOST), Unreadable.PASSING),
        (Answer(500), Unreadable.PASSING),
        (error("internal_error"), Unreadable.PASSING),
        (error("missing_scope"), Unreadable.FORBIDDEN),
        (error("not_in_channel"), Unreadable.FORBIDDEN),
        (error("token_revoked"), Unreadable.REFUSED),
    ],
)
def test_a_reading_that_failed_proves_nothing_unless_we_may_not_read(
    answer: Answer, why: Unreadable
) -> None:
    assert why_unread(answer) is why
