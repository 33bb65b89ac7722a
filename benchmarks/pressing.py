"""People who press Enter: so many signed commands a second, whoever still waits."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import uvloop

from benchmarks.load import END_OF_HEAD, Plan, length_of, signed

MOST_WAITED = 10.0  # seconds; Slack gives up after three


@dataclass(frozen=True)
class Pressing:
    """`begin` is epoch seconds."""

    plan: dict[str, Any]
    begin: float
    per_second: float


@dataclass
class Pressed:
    """Seconds from each Enter to its whole answer, in the order of Enters; None: no good answer."""

    took: list[float | None] = field(default_factory=list)
    first_bad: str = ""


class People:
    """Each Enter takes a connection that is free, or opens one, as Slack does."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.pressed = Pressed()

    async def press(self, number: int, request: bytes, at: float) -> None:
        """At that moment of the loop's clock; a late sender counts as waiting too."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(at - loop.time())
        try:
            answer = await asyncio.wait_for(self._answer(request), MOST_WAITED)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as trouble:
            answer = repr(trouble).encode()
        if self._is_good(number, answer):
            self.pressed.took[number] = loop.time() - at
        else:
            first = self.pressed.first_bad or answer.decode(errors="replace")[:400]
            self.pressed.first_bad = first

    def _is_good(self, number: int, answer: bytes) -> bool:
        """The first line is the one whose answer is known."""
        is_first = number % len(self._plan.lines) == 0
        expected = self._plan.expected.encode() if is_first else b""
        return answer.startswith(b"HTTP/1.1 200 ") and expected in answer

    async def _answer(self, request: bytes) -> bytes:
        reader, writer = await self._connection()
        writer.write(request)
        head = await reader.readuntil(END_OF_HEAD)
        body = await reader.readexactly(length_of(head))
        self._free.append((reader, writer))
        return head + body

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """One that nobody uses and the bot did not close meanwhile, else a new one."""
        while self._free:
            reader, writer = self._free.pop()
            if not reader.at_eof():
                return reader, writer
            writer.close()
        return await asyncio.open_connection("127.0.0.1", self._plan.port)


async def carried_out(pressing: Pressing, plan: Plan, requests: Iterator[bytes]) -> Pressed:
    people, loop = People(plan), asyncio.get_running_loop()
    people.pressed.took = [None] * plan.most
    begin = loop.time() + pressing.begin - time.time()
    await asyncio.gather(
        *(
            people.press(number, request, begin + number / pressing.per_second)
            for number, request in enumerate(requests)
        )
    )
    return people.pressed


def main() -> None:
    """How to press as JSON on stdin, what came of it as JSON on stdout."""
    pressing = Pressing(**json.load(sys.stdin))
    plan = Plan(**pressing.plan)
    requests = iter(list(signed(plan, int(pressing.begin))))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        pressed = runner.run(carried_out(pressing, plan, requests))
    json.dump(asdict(pressed), sys.stdout)


if __name__ == "__main__":
    main()
