"""Faults on demand: which call fails next, how, and how often."""

from dataclasses import dataclass, field

from sandbox.wire import Json, SlackError, truth

KINDS = frozenset(
    {"ratelimited", "status", "error", "slow", "hang", "close_before", "close_after", "garbage"}
)


@dataclass(slots=True)
class Fault:
    """`times` is how often it still strikes (-1: always), `skip` how many calls pass before.

    `slow` waits `seconds` before the deed, or after it (`after`) with the answer held back;
    `hang` never answers, and does the deed only with `after`.
    """

    method: str
    kind: str
    status: int = 500
    error: str = "internal_error"
    retry_after: int | str = 5
    seconds: float = 4.0
    after: bool = False
    times: int = 1
    skip: int = 0
    channel: str | None = None

    def meets(self, method: str, channel: str | None) -> bool:
        if self.method not in ("*", method):
            return False
        return self.channel is None or self.channel == channel


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def take(self, method: str, channel: str | None) -> Fault | None:
        """The fault that strikes this call, used up by one."""
        for fault in self.waiting:
            if fault.meets(method, channel):
                return self._strike(fault)
        return None

    def _strike(self, fault: Fault) -> Fault | None:
        if fault.skip > 0:
            fault.skip -= 1
            return None
        if fault.times > 0:
            fault.times -= 1
            if fault.times == 0:
                self.waiting.remove(fault)
        return fault

    def clear(self) -> None:
        self.waiting.clear()


def read_fault(body: Json) -> Fault:
    """A fault from a request's body; raises SlackError("invalid_fault")."""
    kind = body.get("kind")
    if kind not in KINDS or not truth(body.get("times", 1) != 0):
        raise SlackError("invalid_fault")
    known = {name: body[name] for name in Fault.__slots__ if body.get(name) is not None}
    return Fault(**{"method": "*"} | known)
