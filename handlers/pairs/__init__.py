"""`/pair` at the door: the command, its buttons, and the rounds that are reckoned beside it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers import taps
from handlers.door import Door
from handlers.knock import of_command
from handlers.pairs.clicks import TAPS
from handlers.pairs.hear import answer_line, meant
from handlers.pairs.rounds import reckon

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/pair")
    async def pair(ack: AsyncAck, body: Body) -> None:
        await ack(**await answer_line(door, of_command(body), body.get("text") or ""))

    taps.listen(app, door, TAPS)


__all__ = ["answer_line", "meant", "reckon", "register"]
