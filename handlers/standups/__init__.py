"""`/standup` at the door: the command, its form, its buttons, and words written back in a DM."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.door import Door
from handlers.knock import of_command
from handlers.standups import clicks, forms
from handlers.standups.answer import answer_line
from handlers.standups.hear import meant, words_meant

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/standup")
    async def standup(ack: AsyncAck, body: Body) -> None:
        answer = await answer_line(door, of_command(body), body.get("text") or "")
        await ack(**answer) if answer else await ack()

    clicks.register(app, door)
    forms.register(app, door)


__all__ = ["answer_line", "meant", "register", "words_meant"]
