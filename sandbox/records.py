"""Everything that went over the wire, in order, without tokens, secrets and signatures."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.wire import Json

MOST_KEPT = 200_000
SECRET = frozenset(
    {"token", "client_secret", "access_token", "refresh_token", "signing_secret", "authorization"}
)


@dataclass
class Records:
    """Numbered from 1; `deliveries` keeps what record n delivered, to deliver it again."""

    entries: list[Json] = field(default_factory=list)
    deliveries: dict[int, Any] = field(default_factory=dict)
    _count: int = 0

    def add(
        self,
        *,
        at: float,
        direction: str,
        method: str,
        args: Json,
        answer: Any = None,
        status: int | None = None,
    ) -> Json:
        """Directions are call, delivery, response_url and ack; `at` is epoch seconds."""
        self._count += 1
        entry: Json = {
            "n": self._count,
            "at": at,
            "direction": direction,
            "method": method,
            "args": without_secrets(args),
            "answer": without_secrets(answer),
            "status": status,
        }
        self.entries.append(entry)
        if len(self.entries) > MOST_KEPT:
            self._drop_the_oldest()
        return entry

    def after(self, number: int) -> list[Json]:
        first = self._count - len(self.entries)
        return self.entries[max(0, number - first) :]

    def clear(self) -> None:
        self.entries.clear()
        self.deliveries.clear()

    def _drop_the_oldest(self) -> None:
        del self.entries[: MOST_KEPT // 10]
        kept_from = self.entries[0]["n"]
        for number in [n for n in self.deliveries if n < kept_from]:
            del self.deliveries[number]


def without_secrets(value: Any) -> Any:
    """The same value with every credential left out, at any depth."""
    if isinstance(value, dict):
        return {k: without_secrets(v) for k, v in value.items() if str(k).lower() not in SECRET}
    if isinstance(value, list):
        return [without_secrets(item) for item in value]
    return value
