"""The pace at which Slack takes a method's calls: unknown, until its refusals teach it."""

from collections import deque
from dataclasses import dataclass

# Between two refusals a bucket went from empty to empty, so what it let pass in between is its
# rate, give or take one call. We take the upper end: too fast by a little meets a refusal, which
# doubles what we know; too slow by a little would never be noticed.
RESERVE = 2.0  # calls by which we stay behind what we believe is allowed
REMEMBERED = 8  # refusals
LONGEST_SPAN = 120.0  # seconds over which a rate is measured
SHORTEST_SPAN = 5.0
SMALLEST_BURST = 10.0
BURST_SECONDS = 5.0
MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class _Refusal:
    at: float
    passed: int  # calls that had been let pass by then


class Pace:
    """A model of Slack's bucket. All times are seconds of one clock that never goes back."""

    def __init__(self) -> None:
        self._refusals: deque[_Refusal] = deque(maxlen=REMEMBERED)
        self._passed = 0
        self._measured: float | None = None  # calls a second
        self._level = 0.0
        self._level_at = 0.0

    @property
    def known(self) -> bool:
        return self._measured is not None

    def rate(self, now: float) -> float:
        """Calls a second; grows again when no refusal came for much longer than it should have."""
        if self._measured is None:
            return float("inf")
        span = self._span()
        silent = now - self._refusals[-1].at if self._refusals else LONGEST_SPAN
        doublings = max(0.0, silent / span - 2.0)
        return self._measured * float(2.0 ** min(doublings, MOST_DOUBLINGS))

    def wait(self, now: float) -> float:
        """Seconds until the next call should be made; 0 when it may be made now."""
        if self._measured is None:
            return 0.0
        self._refill(now)
        return max(0.0, (1.0 - self._level) / self.rate(now))

    def room(self, now: float, *, seconds: float) -> float:
        """How many calls may be made within the next so many seconds."""
        if self._measured is None:
            return float("inf")
        self._refill(now)
        return max(0.0, self._level + self.rate(now) * seconds)

    def left(self, now: float) -> None:
        """A call is being made."""
        if self._measured is not None:
            self._refill(now)
            self._level -= 1.0

    def passed(self) -> None:
        """Slack let it pass, whatever else it thought of it."""
        self._passed += 1

    def refused(self, now: float) -> None:
        """Slack said: too many."""
        self._refusals.append(_Refusal(now, self._passed))
        self._forget_what_no_longer_holds()
        self._measure()
        self._level, self._level_at = -RESERVE, now

    def _refill(self, now: float) -> None:
        rate = self.rate(now)
        most = max(SMALLEST_BURST, rate * BURST_SECONDS)
        level = self._level + max(0.0, now - self._level_at) * rate
        if level > most:
            # We were idle, and so Slack's bucket may have run over: nothing can be measured
            # across that.
            level = most
            self._refusals.clear()
        self._level, self._level_at = level, now

    def _measure(self) -> None:
        first, last = self._refusals[0], self._refusals[-1]
        if last.at > first.at:
            self._measured = (last.passed - first.passed + 1) / (last.at - first.at)

    def _forget_what_no_longer_holds(self) -> None:
        kept = self._refusals
        while len(kept) > 2 and kept[-1].at - kept[1].at >= LONGEST_SPAN:
            kept.popleft()
        if len(kept) > 2 and self._has_dropped():
            for _ in range(len(kept) - 2):
                kept.popleft()

    def _has_dropped(self) -> bool:
        """Even the most that the last stretch allows is less than the least of all before."""
        first, before, last = self._refusals[0], self._refusals[-2], self._refusals[-1]
        most = (last.passed - before.passed + 1) / max(last.at - before.at, 1e-6)
        least = (before.passed - first.passed - 1) / max(before.at - first.at, 1e-6)
        return most < least

    def _span(self) -> float:
        if len(self._refusals) < 2:
            return SHORTEST_SPAN
        return max(SHORTEST_SPAN, self._refusals[-1].at - self._refusals[0].at)
