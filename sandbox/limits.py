"""Slack's rate limits: by channel, for the whole workspace, and by the method's tier."""

import math
from dataclasses import dataclass, field

from sandbox.wire import Json

TIER_A_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
LEAST_BURST = 10  # an app may hold ten connections, and opens several as it starts


@dataclass(slots=True)
class Bucket:
    """Tokens that come back at `rate` a second up to `burst`, by the workspace's clock."""

    rate: float
    burst: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Take one token and return 0, or return the seconds until there is one."""
        passed = max(0.0, now - self.at)
        self.at = now
        self.tokens = min(self.burst, self.tokens + passed * self.rate)
        if self.tokens >= 1.0:
            self.tokens -= 1.0
            return 0.0
        return (1.0 - self.tokens) / self.rate


@dataclass
class Limits:
    """Off: nothing is ever refused. Rates are a minute for the workspace, a second in a channel."""

    on: bool = False
    workspace_per_minute: float = 600.0
    workspace_burst: float = 60.0
    channel_per_second: float = 1.0
    channel_burst: float = 3.0
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def change(self, body: Json) -> None:
        """Take over the settings that are named in `body`; all buckets start full again."""
        self.on = bool(body.get("on", self.on))
        for name in (
            "workspace_per_minute",
            "workspace_burst",
            "channel_per_second",
            "channel_burst",
        ):
            if name in body:
                setattr(self, name, float(body[name]))
        self._buckets.clear()

    def retry_after(self, method: str, tier: int, channel: str, now: float) -> int:
        """Whole seconds to wait before this call, 0 when it may pass."""
        if not self.on:
            return 0
        if method == "chat.postMessage":
            return self._post(channel, now)
        return self._of_tier(method, tier, now)

    def shown(self) -> Json:
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}

    def _post(self, channel: str, now: float) -> int:
        in_channel = self._bucket(
            f"channel {channel}", self.channel_per_second, self.channel_burst, now
        )
        wait = in_channel.wait(now)
        if wait:
            return math.ceil(wait)
        rate = self.workspace_per_minute / 60
        wait = self._bucket("workspace", rate, self.workspace_burst, now).wait(now)
        if wait:
            in_channel.tokens += 1.0
        return math.ceil(wait)

    def _of_tier(self, method: str, tier: int, now: float) -> int:
        """A minute's worth may come at once: Slack promises no number, only that bursts pass."""
        if tier == 0:
            return 0
        a_minute = TIER_A_MINUTE[tier]
        burst = max(a_minute, LEAST_BURST)
        return math.ceil(self._bucket(method, a_minute / 60, burst, now).wait(now))

    def _bucket(self, key: str, rate: float, burst: float, now: float) -> Bucket:
        found = self._buckets.get(key)
        if found is None:
            found = self._buckets[key] = Bucket(rate=rate, burst=burst, tokens=burst, at=now)
        return found
