"""Who is to act: forty lives labelled by hand, and what must hold for every life there can be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import DEFAULT
from bot.reviews import events
from bot.reviews.nudging import next_nudge, one_to_nudge, working_days_later
from bot.reviews.turns import Standing, standing
from storage.reviews import Event
from storage.types import PersonId
from tests.bot.review_histories import HISTORIES

MONDAY = datetime(2026, 3, 9, tzinfo=UTC)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ANA, BEN, CHIARA, DANA = (PersonId(f"U0{name}") for name in ("ANA", "BEN", "CHIARA", "DANA"))
PEOPLE = {"ana": ANA, "ben": BEN, "chiara": CHIARA, "dana": DANA}
DEEDS: dict[str, dict[str, Any]] = {
    "says a word": {"what": events.COMMENTED},
    "comments": {"what": events.COMMENTED},
    "asks for changes": {"what": events.CHANGES},
    "approves": {"what": events.APPROVED},
    "pushes": {"what": events.PUSHED},
    "merges": {"what": events.MERGED},
    "closes": {"what": events.CLOSED},
    "opens it again": {"what": events.REOPENED},
    "makes it a draft": {"what": events.DRAFTED},
    "makes it ready": {"what": events.READY},
    "puts a thumb up": {"what": events.THUMBED},
    "asks a whole team": {"what": events.TEAM_REQUESTED},
    "takes it": {"what": events.ACCEPTED},
    "declines": {"what": events.DECLINED},
    "hands it on": {"what": events.HANDED_ON},
    "finds it too big": {"what": events.TOO_BIG},
}


@dataclass(frozen=True)
class Step:
    event: Event
    to_act: frozenset[str]  # names; "merges" beside one whom nothing hurries


def _histories() -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for block in HISTORIES.strip().split("\n\n"):
        title, *lines = block.splitlines()
        found[title.removeprefix("# ")] = [_step(line, n) for n, line in enumerate(lines)]
    return found


def _step(line: str, number: int) -> Step:
    at, deed, label = (part.strip() for part in line.split("|"))
    day, _, clock = at.partition(" ")
    hour, minute = map(int, clock.split(":"))
    moment = MONDAY + timedelta(days=DAYS.index(day), hours=hour, minutes=minute)
    return Step(_event(deed, moment, f"host:{number}"), frozenset(label.split()))


def _event(deed: str, at: datetime, key: str) -> Event:
    if deed.startswith("a machine "):
        what = DEEDS[deed.removeprefix("a machine ")]
        return Event(at=at, account="ci[bot]", by_bot=True, key=key, **what)
    who, _, rest = deed.partition(" ")
    by = PEOPLE[who]
    for start, named in (("asks ", events.REQUESTED), ("dismisses ", events.DISMISSED)):
        if rest.startswith(start) and rest.removeprefix(start) in PEOPLE:
            return Event(named, at, by=by, whom=PEOPLE[rest.removeprefix(start)], key=key)
    if rest.startswith("takes ") and rest.endswith(" off"):
        whom = PEOPLE[rest.split()[1]]
        return Event(events.UNREQUESTED, at, by=by, whom=whom, key=key)
    return Event(at=at, by=by, key=key, **DEEDS[rest])


ALL = _histories()


def _to_act(now: Standing) -> frozenset[str]:
    names = {person: name for name, person in PEOPLE.items()}
    people = frozenset(names[one] for one in now.turn.people)
    if not people:
        return frozenset({"nobody"})
    return people if now.turn.may_be_nudged else people | {"merges"}


def _standings(steps: list[Step]) -> Iterator[tuple[Standing, Step]]:
    history: list[Event] = []
    for step in steps:
        history.append(step.event)
        yield standing(ANA, history, opened=steps[0].event.at), step


def test_there_are_forty() -> None:
    assert len(ALL) == 40


def test_who_is_to_act_is_right_in_at_least_95_of_100() -> None:
    judged = [
        _to_act(now) == step.to_act for steps in ALL.values() for now, step in _standings(steps)
    ]
    assert len(judged) > 120
    assert sum(judged) / len(judged) >= 0.95


@pytest.mark.parametrize("name", ALL)
def test_at_the_end_it_is_who_people_say(name: str) -> None:
    *_, (now, step) = _standings(ALL[name])
    assert _to_act(now) == step.to_act


def _days(at: datetime, days: int) -> datetime:
    return working_days_later(at, days, zone="UTC", hours=DEFAULT)


def _nudges(steps: list[Step]) -> Iterator[tuple[PersonId, datetime, Step]]:
    """All that would be sent in a life, and for three weeks after it."""
    history: list[Event] = []
    ends = [step.event.at for step in steps[1:]] + [steps[-1].event.at + timedelta(days=21)]
    for step, until in zip(steps, ends, strict=True):
        history.append(step.event)
        while True:
            now = standing(ANA, history, opened=steps[0].event.at)
            person = one_to_nudge(now)
            at = next_nudge(now, person, _days, lambda day: MONDAY) if person else None
            if person is None or at is None or at >= until:
                break
            yield person, at, step
            history.append(Event(events.NUDGED, at, whom=person))


@pytest.mark.parametrize("name", ALL)
def test_nobody_is_nudged_who_is_not_blocking(name: str) -> None:
    names = {person: name for name, person in PEOPLE.items()}
    for person, at, step in _nudges(ALL[name]):
        assert names[person] in step.to_act, f"{person} at {at}"
        assert "merges" not in step.to_act
        assert at.weekday() < 5
        assert step.event.by_bot or at - step.event.at >= timedelta(hours=24)


def test_who_does_not_answer_is_nudged_three_times_and_then_left_alone() -> None:
    steps = ALL["Changes asked for"]
    found = [(person, at) for person, at, step in _nudges(steps) if step is steps[-1]]
    tuesday = MONDAY + timedelta(days=1, hours=11)
    assert found == [
        (ANA, tuesday + timedelta(days=1)),
        (ANA, tuesday + timedelta(days=3)),
        (ANA, tuesday + timedelta(days=9)),  # seven working days
    ]


def test_of_two_reviewers_one_at_a_time_is_nudged() -> None:
    steps = [
        _step("mon 10:00 | ana asks ben | ben", 0),
        _step("mon 10:00 | ana asks chiara | ben chiara", 1),
    ]
    found = [person for person, _, _ in _nudges(steps)]
    assert found == [BEN, CHIARA, BEN]


PERSON = st.sampled_from([ANA, BEN, CHIARA, DANA, None])
WHAT = st.sampled_from(
    sorted(
        value for name, value in vars(events).items() if name.isupper() and isinstance(value, str)
    )
)


@st.composite
def lives(draw: st.DrawFn) -> list[Event]:
    at, found = MONDAY, []
    for number in range(draw(st.integers(0, 25))):
        at += timedelta(minutes=draw(st.integers(0, 3_000)))
        found.append(
            Event(
                draw(WHAT),
                at,
                by=draw(PERSON),
                whom=draw(PERSON),
                key=draw(st.sampled_from(["", f"k{number}"])),
                note=draw(st.sampled_from(["", "3", "2026-03-12"])),
                account=draw(st.sampled_from(["", "octo"])),
                by_bot=draw(st.booleans()),
            )
        )
    return found


@given(lives())
def test_every_life_has_a_standing(life: list[Event]) -> None:
    now = standing(ANA, life, opened=MONDAY)
    turn = now.turn
    assert (turn.who == "nobody") == (turn.since is None)
    assert turn.who != "reviewers" or ANA not in turn.people
    assert set(turn.people) <= {ANA} or turn.who == "reviewers"
    assert now.rounds >= 1
    if now.state != "open":
        assert not turn.may_be_nudged
    if turn.who == "reviewers":
        assert set(turn.people) <= set(now.sittings)


@given(lives())
def test_what_machines_do_changes_nothing(life: list[Event]) -> None:
    without = [one for one in life if not one.by_bot]
    one, other = (standing(ANA, events_, opened=MONDAY) for events_ in (life, without))
    assert (one.turn, one.state, one.heard) == (other.turn, other.state, other.heard)


@given(lives())
def test_after_an_end_nobody_is_to_act(life: list[Event]) -> None:
    ended = [*life, Event(events.MERGED, MONDAY + timedelta(days=99), by=ANA)]
    now = standing(ANA, ended, opened=MONDAY)
    assert (now.state, now.turn.who) == ("merged", "nobody")
