"""What happened between two looks at a request on a code host."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.hosts import Look, Remark, Verdict, changes, kept_look
from bot.hosts.looks import kept
from tests.bot.post_office import NOON

LOGINS = ("ben", "chiara", "dana")


def a_look(**what: object) -> Look:
    usual = Look(
        place="github.com/ana/churn",
        number=1,
        link="https://github.com/ana/churn/pull/1",
        title="Labels",
        author="ana",
        state="open",
        opened_at=NOON,
        changed_at=NOON,
        head="c1",
    )
    return replace(usual, **what)  # type: ignore[arg-type]


def after(minutes: float = 1) -> datetime:
    return NOON + timedelta(minutes=minutes)


def verdict(what: str, login: str = "ben", *, id_: str = "7", at: datetime = NOON) -> Verdict:
    return Verdict(id_, login, what, at)


def told(before: Look | None, now: Look) -> list[tuple[str, str]]:
    return [(event.what, event.account) for event in changes(before, now)]


def test_the_first_look_tells_all_that_it_shows_in_its_order() -> None:
    now = a_look(
        requested=("dana",),
        is_draft=False,
        verdicts=(verdict("changes_requested", at=after(2)),),
        remarks=(Remark("9", "ana", after(3)),),
        state="merged",
        ended_at=after(4),
    )
    assert told(None, now) == [
        ("requested", "dana"),
        ("changes_requested", "ben"),
        ("commented", "ana"),
        ("merged", ""),
    ]


def test_a_push_a_draft_and_an_end_are_told() -> None:
    before = a_look()
    assert told(before, a_look(head="c2")) == [("pushed", "ana")]
    assert told(before, a_look(is_draft=True)) == [("drafted", "ana")]
    assert told(a_look(is_draft=True), before) == [("ready", "ana")]
    assert told(before, a_look(state="closed")) == [("closed", "")]
    assert told(a_look(state="closed"), before) == [("reopened", "")]


def test_a_push_of_a_bot_is_a_bots() -> None:
    [event] = changes(a_look(), a_look(head="c2", pushed_by_bot=True))
    assert event.by_bot


def test_a_request_that_was_answered_was_not_taken_back() -> None:
    before = a_look(requested=("ben", "dana"))
    answered = a_look(requested=("dana",), verdicts=(verdict("approved"),))
    assert told(before, answered) == [("approved", "ben")]
    assert told(before, a_look(requested=("dana",))) == [("unrequested", "ben")]


def test_whoever_answered_long_ago_and_is_asked_no_more_was_taken_off() -> None:
    long_ago = (verdict("commented"),)
    before = a_look(requested=("ben",), verdicts=long_ago)
    assert told(before, a_look(verdicts=long_ago)) == [("unrequested", "ben")]


def test_asking_once_more_is_a_new_request() -> None:
    said = (verdict("changes_requested"),)
    first = a_look(requested=("ben",))
    second = a_look(verdicts=said, changed_at=after(1))
    third = a_look(verdicts=said, requested=("ben",), changed_at=after(2))
    keys = [
        event.key
        for before, now in ((None, first), (first, second), (second, third))
        for event in changes(before, now)
        if event.what == "requested"
    ]
    assert len(keys) == len(set(keys)) == 2


def test_a_verdict_that_is_dismissed_names_whose_it_was() -> None:
    before = a_look(verdicts=(verdict("approved"),))
    assert told(before, a_look(verdicts=(verdict("dismissed"),))) == [("dismissed", "ben")]
    assert told(None, a_look(verdicts=(verdict("dismissed"),))) == []


def test_remarks_on_lines_are_counted_with_their_verdict() -> None:
    now = a_look(verdicts=(verdict("commented"),), counts={"7": 3})
    assert [event.note for event in changes(None, now)] == ["3"]


def test_a_branch_that_is_gone_and_comes_back_is_told() -> None:
    gone = a_look(branch_gone=True)
    assert told(a_look(), gone) == [("lost", "")]
    assert told(gone, a_look()) == [("found", "")]
    assert told(a_look(), replace(gone, state="closed")) == [("closed", "")]


_moments = st.integers(0, 500).map(after)
_verdicts = st.lists(
    st.builds(
        Verdict,
        st.integers(1, 9).map(str),
        st.sampled_from(LOGINS),
        st.sampled_from(["approved", "changes_requested", "commented", "dismissed"]),
        _moments,
        st.booleans(),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
).map(tuple)
_looks = st.builds(
    a_look,
    state=st.sampled_from(["open", "closed", "merged"]),
    is_draft=st.booleans(),
    head=st.sampled_from(["c1", "c2", "c3"]),
    requested=st.lists(st.sampled_from(LOGINS), unique=True).map(tuple),
    verdicts=_verdicts,
    remarks=st.lists(
        st.builds(Remark, st.integers(1, 9).map(str), st.sampled_from(LOGINS), _moments),
        max_size=4,
        unique_by=lambda one: one.id,
    ).map(tuple),
    changed_at=_moments,
    ended_at=st.none() | _moments,
    branch_gone=st.booleans(),
)


@given(_looks)
def test_the_same_look_twice_tells_nothing_more(look: Look) -> None:
    assert changes(look, look) == []


@given(st.none() | _looks, _looks)
def test_each_change_has_its_place_in_time_and_a_key_of_its_own(
    before: Look | None, now: Look
) -> None:
    found = changes(before, now)
    assert [event.at for event in found] == sorted(event.at for event in found)
    assert all(event.key for event in found)
    assert len({event.key for event in found}) == len(found)
    assert changes(before, now) == found


@given(_looks)
def test_a_look_is_kept_whole(look: Look) -> None:
    assert kept_look(kept(look)) == look
