"""How long waits on a function usually last here: said only when there are enough of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from bot.calendar import DEFAULT
from bot.ledger.survival import Case, lasts

FEWEST = 20  # ended waits; below it nothing is said
HALF, MOST = 0.5, 0.85
_DAY = DEFAULT.length
_STEPS = (  # a time shorter than the first is said to the nearest of the second
    (timedelta(hours=2), timedelta(minutes=15)),
    (_DAY, timedelta(hours=1)),
    (4 * _DAY, _DAY / 2),
)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Working time within which half of such waits, and 85 of 100, have ended."""

    half: timedelta
    most: timedelta | None  # None: too many of them are still open
    cases: int

    @property
    def facts(self) -> dict[str, float | int | None]:
        """As an answer keeps it: times in seconds."""
        most = None if self.most is None else self.most.total_seconds()
        return {"half": self.half.total_seconds(), "most": most, "cases": self.cases}


def forecast(cases: Collection[Case]) -> Forecast | None:
    """As it is said: rounded to what people can use, up as often as down."""
    ended = sum(case.ended for case in cases)
    half, most = lasts(cases, HALF), lasts(cases, MOST)
    if ended < FEWEST or half is None:
        return None
    return Forecast(_rounded(half), None if most is None else _rounded(most), ended)


def _rounded(time: timedelta) -> timedelta:
    step = next((step for below, step in _STEPS if time < below), _DAY)
    return max(step, (time + step / 2) // step * step)
