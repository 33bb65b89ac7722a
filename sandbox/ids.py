"""New ids in Slack's shapes, never the same twice in one workspace."""

from itertools import count


class Ids:
    """Counts upwards; `salt` (capitals and digits) keeps two runs of a workspace apart."""

    def __init__(self, salt: str) -> None:
        self.salt = salt
        self._numbers = count(1)
        self._last_micros = 0

    def new(self, prefix: str) -> str:
        return f"{prefix}{self.salt}{next(self._numbers):06X}"

    def trigger(self) -> str:
        number = next(self._numbers)
        return f"{number}.{number * 7919}.{self.salt.lower()}{number:024x}"

    def ts(self, now: float) -> str:
        """A message's ts: seconds and microseconds of `now`, always later than the last one."""
        self._last_micros = max(int(now * 1_000_000), self._last_micros + 1)
        seconds, micros = divmod(self._last_micros, 1_000_000)
        return f"{seconds}.{micros:06d}"

    def rewind(self) -> None:
        """Let message times begin anew at an earlier moment, as long as none was given out."""
        self._last_micros = 0
