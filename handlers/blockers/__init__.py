"""`/blocked` at the door: the command, its form and its buttons."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.blockers import clicks, forms, found, pointed, silence, voice
from handlers.blockers.answer import answer_line, meant
from handlers.blockers.found import words_meant
from handlers.door import Door
from handlers.knock import of_command

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/blocked")
    async def blocked(ack: AsyncAck, body: Body) -> None:
        answer = await answer_line(door, of_command(body), body.get("text") or "")
        await ack(**answer) if answer else await ack()

    clicks.register(app, door)
    forms.register(app, door)
    found.register(app, door)
    pointed.register(app, door)
    silence.register(app, door)
    voice.register(app, door)


__all__ = ["answer_line", "meant", "register", "words_meant"]
