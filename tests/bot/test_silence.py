"""Who is asked when about a wait, and that silence alone never ends one: rules as tables."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.blockers.silence.steps import (
    OWNER,
    OWNER_AGAIN,
    OWNER_QUIET,
    PROMISE,
    UNCONFIRMED,
    WAITER,
    WAITER_AGAIN,
    WAITER_QUIET,
    Side,
    Standing,
    Step,
    next_step,
)
from bot.blockers.states import RESOLVED, SILENCE, UNSPOKEN, WITHDRAWN, after, is_spoken
from bot.blockers.totals import confirmed_and_unconfirmed, silent_since
from bot.calendar import DEFAULT, add_working_time, working_time
from storage.blockers import Blocker, Happening
from storage.types import PersonId
from tests.bot.test_blocker_rules import blocker

MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)
ANA, BOT = PersonId("U0ANA"), PersonId("U0BOT")
WEEKS = timedelta(weeks=12)


def days(start: datetime, many: float) -> datetime:
    return add_working_time(start, DEFAULT.length * many, zone="UTC")


def a_side(*, may_be_asked: bool = True, spoke: datetime | None = MONDAY) -> Side:
    return Side(days, may_be_asked, MONDAY, spoke)


def a_standing(**what: object) -> Standing:
    usual = Standing(
        waiter=a_side(), owner=a_side(spoke=None), heard=MONDAY, promised=None, asked={}
    )
    return replace(usual, **what)  # type: ignore[arg-type]


def course(standing: Standing) -> Iterator[tuple[str, float]]:
    """What happens when nobody says a word: each step, and after how many working days."""
    while True:
        now = next_step(standing, MONDAY).at
        step = next_step(standing, now)
        yield step.what, working_time(MONDAY, step.at, zone="UTC") / DEFAULT.length
        if step.what == UNCONFIRMED:
            return
        if step.what == PROMISE:
            standing = replace(standing, promise_asked=True)
        standing = replace(standing, asked={**standing.asked, step.what: step.at})


def test_in_full_silence_each_is_asked_twice_and_then_it_is_unconfirmed() -> None:
    assert list(course(a_standing())) == [
        (OWNER, 1),
        (WAITER, 3),
        (OWNER_AGAIN, 7),
        (WAITER_AGAIN, 7),
        (UNCONFIRMED, 9),
    ]


def test_a_wait_on_nobody_in_particular_asks_its_waiter_alone() -> None:
    standing = a_standing(owner=a_side(may_be_asked=False))
    assert list(course(standing)) == [(WAITER, 3), (WAITER_AGAIN, 7), (UNCONFIRMED, 9)]


def test_when_its_waiter_is_gone_the_one_waited_on_is_asked() -> None:
    standing = a_standing(waiter=a_side(may_be_asked=False))
    assert list(course(standing)) == [(OWNER, 1), (OWNER_AGAIN, 7), (UNCONFIRMED, 9)]


def test_where_nobody_can_be_asked_silence_itself_makes_it_unconfirmed() -> None:
    nobody = a_side(may_be_asked=False)
    assert list(course(a_standing(waiter=nobody, owner=nobody))) == [(UNCONFIRMED, 7)]


def test_a_date_that_was_given_keeps_everybody_quiet_until_it_is_over() -> None:
    standing = a_standing(promised=days(MONDAY, 5))
    assert list(course(standing)) == [
        (PROMISE, 5.5),
        (WAITER, 6),
        (OWNER_AGAIN, 7),
        (WAITER_AGAIN, 7),
        (UNCONFIRMED, 12),
    ]


def test_a_date_that_is_over_is_asked_about_once() -> None:
    standing = a_standing(promised=days(MONDAY, 5), promise_asked=True)
    assert PROMISE not in dict(course(standing))


def test_of_questions_that_came_due_while_we_slept_only_the_latest_is_put() -> None:
    late = next_step(a_standing(), MONDAY + WEEKS)
    asked = {late.what: MONDAY + WEEKS}
    assert late.what == OWNER_AGAIN
    assert next_step(a_standing(asked=asked), MONDAY + WEEKS).what == WAITER_AGAIN


def test_who_just_spoke_of_it_is_not_asked_about_it() -> None:
    standing = a_standing(waiter=a_side(spoke=days(MONDAY, 2.9)), owner=a_side(may_be_asked=False))
    assert next_step(standing, MONDAY) == Step(WAITER, days(MONDAY, 3.4))


def test_a_standup_that_names_it_every_morning_does_not_keep_it_from_growing_old() -> None:
    for morning in range(8):
        spoke = days(MONDAY, morning)
        asked = {WAITER: days(MONDAY, 3)} if morning >= 3 else {}
        standing = a_standing(
            waiter=a_side(spoke=spoke), heard=spoke, asked=asked, owner=a_side(may_be_asked=False)
        )
        step = next_step(standing, spoke)
        assert step.what == (WAITER_AGAIN if asked else WAITER)


def test_each_silence_is_asked_about_once_first_the_waiter_then_the_one_waited_on() -> None:
    heard = days(MONDAY, 20)
    before = {OWNER: days(MONDAY, 1), WAITER: days(MONDAY, 3)}
    before |= {OWNER_AGAIN: days(MONDAY, 7), WAITER_AGAIN: days(MONDAY, 7)}
    before |= {WAITER_QUIET: days(MONDAY, 14)}
    standing = a_standing(heard=heard, asked=before, waiter=a_side(spoke=heard))
    assert list(course(standing)) == [(WAITER_QUIET, 27), (OWNER_QUIET, 29), (UNCONFIRMED, 31)]


# --- The state machine -------------------------------------------------------------------------

PEOPLES_WORDS = (
    *("reported", "mentioned", "taken", "queued", "promised", "put", "forwarded", "not_mine"),
    *("info_asked", "offered", "brought", "reworded", "resolved", "withdrawn", "reopened"),
)
EVENTS = (*PEOPLES_WORDS, *sorted(UNSPOKEN))
DEPTH = 8


def test_to_depth_8_no_path_leads_to_resolved_without_a_person_who_says_so() -> None:
    """Every sequence of 8 events; paths that meet in a state go on as one."""
    reached = {("open", False)}  # and whether anybody has said that it is over
    for _ in range(DEPTH):
        reached |= {
            (after(state, event), said or event == "resolved")
            for (state, said), event in itertools.product(reached, EVENTS)
        }
    assert ("resolved", True) in reached
    assert ("resolved", False) not in reached


def test_to_depth_8_what_nobody_said_never_ends_anything() -> None:
    reached = {"open", "in_hand", "unconfirmed"}
    for _ in range(DEPTH):
        reached |= {after(state, event) for state in reached for event in UNSPOKEN}
    assert reached == {"open", "in_hand", "unconfirmed"}


@pytest.mark.parametrize("state", ["open", "in_hand", "unconfirmed", RESOLVED, WITHDRAWN])
@pytest.mark.parametrize("event", EVENTS)
def test_the_same_twice_is_the_same_once(state: str, event: str) -> None:
    once = after(state, event)
    assert after(once, event) == once


@pytest.mark.parametrize("event", [one for one in EVENTS if is_spoken(one)])
def test_every_word_about_a_silent_wait_confirms_or_ends_it(event: str) -> None:
    assert after("unconfirmed", event) != "unconfirmed"


@pytest.mark.parametrize("event", [one for one in EVENTS if one != "reopened"])
def test_what_is_over_stays_over_until_somebody_opens_it_again(event: str) -> None:
    assert after(RESOLVED, event) == RESOLVED
    assert after(WITHDRAWN, event) == WITHDRAWN


# --- What is counted ---------------------------------------------------------------------------

# One event for each way in which the count can turn.
_TURNS = ("mentioned", "none_said", SILENCE, "resolved", "reopened")
_STEP = timedelta(hours=5)


@dataclass(frozen=True)
class Lived:
    """What was noted of a wait in which one of these happened every five hours."""

    state: str = "open"
    noted: tuple[Happening, ...] = (Happening(MONDAY, ANA, "reported", None),)
    ended: datetime | None = None
    was_silent: bool = False  # now, or when it ended

    def then(self, event: str, at: datetime) -> "Lived":
        state = after(self.state, event)
        keeps = event not in UNSPOKEN or (self.state, state) == ("open", "unconfirmed")
        noted = (*self.noted, Happening(at, ANA, event, None)) if keeps else self.noted
        if state == RESOLVED:
            return Lived(state, noted, self.ended or at, self.was_silent)
        return Lived(state, noted, None, state == "unconfirmed")


def paths(depth: int, lived: Lived, at: datetime) -> Iterator[tuple[Lived, datetime]]:
    yield lived, at
    if depth:
        for event in _TURNS:
            yield from paths(depth - 1, lived.then(event, at + _STEP), at + _STEP)


def test_to_depth_8_a_wait_has_unconfirmed_hours_just_when_its_silence_was_never_broken() -> None:
    count = 0
    for lived, now in paths(DEPTH, Lived(), MONDAY):
        silent = silent_since(lived.noted)
        assert (silent is not None) == lived.was_silent, lived
        assert silent is None or MONDAY <= silent < (lived.ended or now), lived
        count += 1
    assert count == sum(len(_TURNS) ** depth for depth in range(DEPTH + 1))


def test_confirmed_and_unconfirmed_are_together_the_whole_wait() -> None:
    for lived, now in paths(5, Lived(), MONDAY):
        wait = blocker(state=lived.state, since=MONDAY, ended_at=lived.ended)
        sure, unsure = confirmed_and_unconfirmed(wait, lived.noted, now, zone="UTC")
        assert sure + unsure == working_time(MONDAY, lived.ended or now, zone="UTC"), lived
        assert min(sure, unsure) >= timedelta(0), lived
        assert lived.was_silent or not unsure, lived


def test_the_hours_after_the_last_word_are_the_unconfirmed_ones() -> None:
    noted = [
        Happening(MONDAY, ANA, "reported", None),
        Happening(days(MONDAY, 2), ANA, "mentioned", None),
        Happening(days(MONDAY, 11), BOT, SILENCE, None),
    ]
    silent, now = blocker(state="unconfirmed", since=MONDAY), days(MONDAY, 12)
    assert _in_days(silent, noted, now) == (2, 10)

    spoken = [*noted, Happening(now, ANA, "mentioned", None)]
    assert _in_days(replace(silent, state="open"), spoken, now) == (12, 0)

    over = [*noted, Happening(now, ANA, "resolved", None)]
    ended = replace(silent, state=RESOLVED, ended_at=now)
    assert _in_days(ended, over, days(MONDAY, 30)) == (2, 10)


def _in_days(wait: Blocker, noted: Sequence[Happening], now: datetime) -> tuple[float, float]:
    sure, unsure = confirmed_and_unconfirmed(wait, noted, now, zone="UTC")
    return sure / DEFAULT.length, unsure / DEFAULT.length
