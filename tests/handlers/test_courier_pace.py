"""The pace is learnt from refusals, and then kept just under what Slack allows."""

import asyncio
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.deliveries import WorkspaceId
from handlers.courier.limiter import CHANNEL_BURST, Closed, Limiter
from handlers.courier.pace import Pace
from tests.handlers.post_round import walk

T1, T2 = WorkspaceId("T1"), WorkspaceId("T2")
POST, EDIT = "chat.postMessage", "chat.update"


@dataclass
class Bucket:
    """Slack's side: tokens that come back at `rate` a second up to `burst`."""

    rate: float
    burst: float

    def __post_init__(self) -> None:
        self.tokens, self.at = self.burst, 0.0

    def retry_after(self, now: float) -> int:
        """0 when the call passes."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        if self.tokens >= 1.0:
            self.tokens -= 1.0
            return 0
        return math.ceil((1.0 - self.tokens) / self.rate)


@dataclass
class Sent:
    passed: int
    refused: int
    seconds: float
    pace: Pace

    def share_of(self, rate: float, burst: float) -> float:
        return self.passed / (burst + rate * self.seconds)


def fan_out(total: int, *, bucket: Bucket, latency: float = 0.004) -> Sent:
    """Call after call, as fast as the pace allows, never inside a waiting time."""
    pace, now, passed, refused = Pace(), 0.0, 0, 0
    while passed < total:
        now += pace.wait(now)
        pace.left(now)
        wait = bucket.retry_after(now + latency / 2)
        now += latency
        if wait:
            refused += 1
            pace.refused(now)
            now += wait
        else:
            passed += 1
            pace.passed()
    return Sent(passed, refused, now, pace)


@pytest.mark.parametrize(
    ("rate", "burst", "total"), [(10, 60, 1200), (10, 60, 10_000), (50, 99, 3000)]
)
def test_ninety_nine_in_a_hundred_of_what_slack_allows_are_used(
    rate: float, burst: float, total: int
) -> None:
    sent = fan_out(total, bucket=Bucket(rate, burst))
    assert sent.share_of(rate, burst) >= 0.99
    assert sent.refused <= max(8, total / 100)


@settings(deadline=None, max_examples=40)
@given(st.floats(0.5, 40), st.floats(2, 8), st.floats(0.001, 0.02))
def test_whatever_the_limit_it_is_found_and_seldom_run_into(
    rate: float, seconds: float, latency: float
) -> None:
    burst = max(10.0, rate * seconds)
    total = int(burst + rate * 120)
    sent = fan_out(total, bucket=Bucket(rate, burst), latency=latency)
    assert sent.share_of(rate, burst) >= 0.93
    assert sent.refused <= 12
    assert sent.pace.rate(sent.seconds) == pytest.approx(rate, rel=0.2)


def test_an_unknown_limit_is_no_limit() -> None:
    pace = Pace()
    assert (pace.wait(0.0), pace.room(0.0, seconds=1)) == (0.0, math.inf)
    pace.refused(1.0)  # a single refusal says nothing about a rate
    assert pace.wait(2.0) == 0.0


def test_a_limit_that_was_lowered_is_learnt_anew() -> None:
    bucket = Bucket(20, 60)
    pace, now = Pace(), 0.0
    for _ in range(3000):
        bucket.rate = 20 if now < 60 else 5
        now += pace.wait(now)
        pace.left(now)
        wait = bucket.retry_after(now)
        now += 0.002 + wait
        if wait:
            pace.refused(now - wait)
        else:
            pace.passed()
    assert pace.rate(now) == pytest.approx(5, rel=0.2)


def test_a_pace_that_was_learnt_too_low_is_given_up_when_nothing_refuses_it() -> None:
    pace = Pace()
    pace.refused(0.0)
    pace.passed()
    pace.refused(5.0)  # one call in five seconds
    assert pace.rate(5.0) < 1
    assert pace.rate(65.0) > 300


class Clocks:
    """Product time and the machine's, each moved by hand."""

    def __init__(self) -> None:
        self.product = datetime(2026, 3, 9, tzinfo=UTC)
        self.real = 0.0

    def pass_(self, seconds: float) -> None:
        self.product += timedelta(seconds=seconds)
        self.real += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def limiter(clocks: Clocks) -> Limiter:
    return Limiter(lambda: clocks.product, seconds=lambda: clocks.real)


async def says(
    limiter: Limiter,
    channel: str,
    *,
    workspace: WorkspaceId = T1,
    method: str = POST,
    during: Callable[[], object] = lambda: None,
) -> None:
    paced = method == POST
    async with limiter.turn(workspace, method, channel=channel, paced=paced):
        during()


def test_a_refusal_closes_the_method_for_this_workspace_and_nothing_else(
    limiter: Limiter, clocks: Clocks
) -> None:
    def refuse() -> None:
        assert limiter.refused(T1, POST, channel="C1", seconds=7) == ""

    async def story() -> None:
        await says(limiter, "C1", during=refuse)
        with pytest.raises(Closed) as shut:
            await says(limiter, "C2")
        assert shut.value.until == clocks.product + timedelta(seconds=7)
        await says(limiter, "C2", method=EDIT)
        await says(limiter, "C2", workspace=T2)
        clocks.pass_(7)
        await says(limiter, "C2")

    walk(story())


def test_who_already_waits_in_line_makes_no_call_either(limiter: Limiter) -> None:
    made: list[str] = []

    def refuse() -> None:
        made.append("first")
        limiter.refused(T1, POST, channel="C1", seconds=7)

    async def second() -> None:
        await says(limiter, "C2", during=lambda: made.append("second"))

    async def story() -> None:
        async with limiter.turn(T1, POST, channel="C1", paced=True):
            waiting = asyncio.create_task(second())
            await asyncio.sleep(0.01)
            refuse()
        with pytest.raises(Closed):
            await waiting

    walk(story())
    assert made == ["first"]


def test_a_channel_that_we_have_just_filled_is_closed_alone(limiter: Limiter) -> None:
    async def story() -> None:
        await says(limiter, "C1")
        await says(
            limiter,
            "C1",
            during=lambda: limiter.refused(T1, POST, channel="C1", seconds=7),
        )
        with pytest.raises(Closed):
            await says(limiter, "C1")
        await says(limiter, "C2")

    walk(story())


def test_in_the_middle_of_a_fan_out_a_refusal_is_never_taken_for_the_channels_own(
    limiter: Limiter,
) -> None:
    async def story() -> None:
        for number in range(10):
            await says(limiter, f"U{number}")
        await says(limiter, "U9")
        await says(
            limiter,
            "U9",
            during=lambda: limiter.refused(T1, POST, channel="U9", seconds=7),
        )
        assert limiter.opens_at(T1, POST) is not None

    walk(story())


def test_calls_are_made_one_at_a_time_until_slack_has_taken_many(limiter: Limiter) -> None:
    now = most = 0

    async def call(number: int) -> None:
        nonlocal now, most
        async with limiter.turn(T1, EDIT, channel="", paced=False):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.001)
            limiter.passed(T1, EDIT)
            now -= 1

    async def story(calls: int) -> int:
        nonlocal most
        most = 0
        await asyncio.gather(*map(call, range(calls)))
        return most

    async def both() -> tuple[int, int]:
        return await story(128), await story(1280)

    first, then = walk(both())
    assert first == 1
    assert 2 < then <= 32


def test_a_channel_takes_a_small_burst_and_then_one_a_second(
    limiter: Limiter, clocks: Clocks
) -> None:
    async def story() -> None:
        for _ in range(int(CHANNEL_BURST)):
            await asyncio.wait_for(says(limiter, "C1"), 0.5)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(says(limiter, "C1"), 0.5)
        clocks.pass_(3.2)
        await asyncio.wait_for(says(limiter, "C1"), 0.5)

    walk(story())


def test_a_turned_clock_fills_a_channel_up_although_no_real_time_passed(
    limiter: Limiter, clocks: Clocks
) -> None:
    async def story() -> None:
        for _ in range(int(CHANNEL_BURST)):
            await says(limiter, "C1")
        clocks.product += timedelta(hours=1)
        await asyncio.wait_for(says(limiter, "C1"), 0.5)
        clocks.product -= timedelta(days=1)
        await asyncio.wait_for(says(limiter, "C1"), 0.5)

    walk(story())


def test_a_slack_that_is_ill_is_left_alone_for_longer_and_longer(
    limiter: Limiter, clocks: Clocks
) -> None:
    rests = []
    for _ in range(9):
        limiter.stumbled(T1, POST, reached=True)
        opens = limiter.opens_at(T1, POST)
        rests.append(0.0 if opens is None else (opens - clocks.product).total_seconds())
    assert rests == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    clocks.pass_(61)
    limiter.passed(T1, POST)
    limiter.stumbled(T1, POST, reached=True)
    assert limiter.opens_at(T1, POST) is None


def test_what_was_stored_by_another_process_is_kept_to(limiter: Limiter, clocks: Clocks) -> None:
    until = clocks.product + timedelta(seconds=9)
    limiter.load(T1, {(POST, ""): until, (EDIT, "C1"): until})
    assert limiter.opens_at(T1, POST) == until
    assert limiter.opens_at(T1, EDIT) is None
    with pytest.raises(Closed):
        walk(says(limiter, "C1", method=EDIT))
