"""The forecast keeps its word: said at each wait's beginning, held by 80 to 90 of 100."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from tomllib import loads
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import DEFAULT, working_time
from bot.ledger.forecast import FEWEST, forecast
from bot.ledger.survival import Case, lasts
from tests.house import reading

HOUR, DAY = timedelta(hours=1), DEFAULT.length
LATEST = 200


@dataclass(frozen=True)
class Known:
    """A wait of the past on one function, in working time since the first one began."""

    began: timedelta
    lasted: timedelta


def ended(*hours: float) -> list[Case]:
    return [Case(timedelta(hours=one), ended=True) for one in hours]


def still_open(*hours: float) -> list[Case]:
    return [Case(timedelta(hours=one), ended=False) for one in hours]


def test_under_twenty_ended_waits_nothing_is_said() -> None:
    few = ended(*range(1, FEWEST)) + still_open(*range(30))
    assert forecast(few) is None
    assert forecast([*few, *ended(3)]) is not None


def test_half_and_85_of_100_are_said_to_what_people_can_use() -> None:
    said = forecast(ended(*[17] * 12, *[50] * 8))
    assert said is not None
    assert (said.half, said.most, said.cases) == (2 * DAY, 6 * DAY, 20)


@pytest.mark.parametrize(
    ("lasted", "said"),
    [
        (timedelta(minutes=3), timedelta(minutes=15)),
        (timedelta(minutes=50), timedelta(minutes=45)),
        (timedelta(hours=5, minutes=40), timedelta(hours=6)),
        (timedelta(hours=12), 1.5 * DAY),
        (timedelta(hours=47), 6 * DAY),
    ],
)
def test_times_are_said_in_steps_that_grow_with_them(lasted: timedelta, said: timedelta) -> None:
    found = forecast([Case(lasted, ended=True)] * FEWEST)
    assert found is not None
    assert found.half == said


def test_waits_that_are_still_open_make_it_longer() -> None:
    known = ended(*range(1, 31))
    assert (lasts(known, 0.5), lasts(known, 0.85)) == (15 * HOUR, 26 * HOUR)
    longer = [*known, *still_open(*[10] * 40)]
    assert (lasts(longer, 0.5), lasts(longer, 0.85)) == (19 * HOUR, 27 * HOUR)


_TIMES = st.lists(st.integers(1, 200), min_size=1, max_size=40)


@given(_TIMES, _TIMES, st.sampled_from([0.5, 0.85]))
def test_an_open_wait_never_makes_it_shorter(
    done: list[int], open_: list[int], share: float
) -> None:
    without = lasts(ended(*done), share)
    with_them = lasts(ended(*done) + still_open(*open_), share)
    assert without is not None
    assert with_them is None or with_them >= without


def test_when_too_many_are_open_only_half_is_said() -> None:
    said = forecast(ended(*range(1, 25)) + still_open(*[30] * 12))
    assert said is not None
    assert said.most is None


def test_the_estimate_is_that_of_a_case_worked_by_hand() -> None:
    """Ended after 1, 2, 4 and 6, still open at 3 and 5: 5/6, 4/6, then x 2/3, then 0."""
    cases = ended(1, 2, 4, 6) + still_open(3, 5)
    assert lasts(cases, 1 / 6) == HOUR
    assert lasts(cases, 1 / 3) == 2 * HOUR
    assert lasts(cases, 5 / 9) == 4 * HOUR
    assert lasts(cases, 0.85) == 6 * HOUR
    assert lasts(still_open(1, 2), 0.5) is None


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=60), st.sampled_from([0.5, 0.85]))
def test_without_open_waits_it_is_the_usual_quantile(minutes: list[int], share: float) -> None:
    cases = [Case(timedelta(minutes=one), ended=True) for one in minutes]
    found = lasts(cases, share)
    assert found is not None
    within = sum(case.waited <= found for case in cases)
    less = sum(case.waited < found for case in cases)
    assert within >= share * len(cases) - 1e-6
    assert less < share * len(cases)


def rolled(past: list[Known]) -> Iterator[bool]:
    """Rolling origin: at each wait's beginning, by what was known then; True where it was held."""
    for number, wait in enumerate(past):
        known = [
            Case(min(one.lasted, wait.began - one.began), one.began + one.lasted <= wait.began)
            for one in past[max(0, number - LATEST) : number]
        ]
        said = forecast(known)
        if said is not None and said.most is not None:
            yield wait.lasted <= said.most


def a_history(dice: Random, lasts_for: Callable[[Random, int], float], waits: int) -> list[Known]:
    """Begun at random, about three a working day."""
    began, found = timedelta(0), []
    for number in range(waits):
        began += timedelta(hours=dice.expovariate(1 / 2.8))
        found.append(Known(began, timedelta(hours=lasts_for(dice, number))))
    return found


HISTORIES: dict[str, Callable[[Random, int], float]] = {
    "mostly short, some very long": lambda dice, n: dice.lognormvariate(2.2, 1.1),
    "much the same every time": lambda dice, n: max(1, dice.gauss(17, 6)),
    "minutes or days": lambda dice, n: dice.expovariate(1 if dice.random() < 0.6 else 1 / 25),
    "without memory": lambda dice, n: dice.expovariate(1 / 12),
    "slowly growing": lambda dice, n: dice.lognormvariate(2.0, 0.9) * (1 + n / 1_500),
    "every second month slower": lambda dice, n: dice.lognormvariate(2.0 + (n // 60) % 2 / 3, 0.8),
}


@pytest.mark.parametrize("kind", HISTORIES)
def test_the_85_line_holds_in_80_to_90_of_100(kind: str) -> None:
    dice = Random(1)
    held = [one for _ in range(6) for one in rolled(a_history(dice, HISTORIES[kind], 300))]
    assert len(held) > 1_000
    assert 0.80 <= sum(held) / len(held) <= 0.90


@dataclass(frozen=True)
class Played:
    """A wait of the sandbox's seed."""

    waiter: str
    words: str
    began: datetime
    ended: datetime | None


def seed() -> tuple[list[Played], dict[str, str]]:
    """The waits of the sandbox's six weeks, the first first; and everybody's zone."""
    kept = loads(reading.text("sandbox/seeds/data_science.toml"))
    waits: list[Played] = []
    for act in sorted(kept["history"], key=lambda act: _moment(act["at"])):
        if act.get("says", "").startswith("/blocked "):
            waits.append(Played(act["who"], act["says"], _moment(act["at"]), None))
        elif act.get("clicks") == "blockers.resolve":
            which = next(
                n for n, one in enumerate(waits) if not one.ended and act["on"] in one.words
            )
            waits[which] = replace(waits[which], ended=_moment(act["at"]))
    return waits, {one["name"]: one["tz"] for one in kept["people"]}


def _moment(at: str) -> datetime:
    """So many working days before a Monday, on Berlin's wall clock."""
    days, clock = at.split()
    day, left = date(2026, 3, 2), -int(days.removesuffix("d"))
    while left:
        day -= timedelta(days=1)
        left -= day.isoweekday() < 6
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo("Europe/Berlin"))


def test_on_the_sandboxs_six_weeks_it_is_said_late_and_mostly_held() -> None:
    """All functions taken together, for none of them has twenty ended waits there.

    So few say little: of 11 that were told, 7 to 11 held is what an honest 85 would show.
    """
    waits, zones = seed()
    held = []
    for number, wait in enumerate(waits):
        known = [_case(one, wait.began, zones[one.waiter]) for one in waits[:number]]
        said = forecast(known)
        if wait.ended is not None and said is not None and said.most is not None:
            held.append(_case(wait, wait.ended, zones[wait.waiter]).waited <= said.most)
    assert len(held) >= 10
    assert sum(held) / len(held) >= 0.6


def _case(wait: Played, now: datetime, zone: str) -> Case:
    until = now if wait.ended is None else min(wait.ended, now)
    over = wait.ended is not None and wait.ended <= now
    return Case(working_time(wait.began, until, zone=zone), over)
