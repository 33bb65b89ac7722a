"""`/standup` at the door: the command, its form, its buttons, and words written back in a DM."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers import taps
from handlers.door import Door
from handlers.forms import take_forms
from handlers.knock import of_command
from handlers.standups.answer import answer_line
from handlers.standups.clicks import TAPS
from handlers.standups.forms import FORMS
from handlers.standups.hear import meant, words_meant
from handlers.views.standups import actions

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/standup")
    async def standup(ack: AsyncAck, body: Body) -> None:
        answer = await answer_line(door, of_command(body), body.get("text") or "")
        await ack(**answer) if answer else await ack()

    taps.listen(app, door, TAPS, reads=actions.value_of)
    take_forms(app, door, FORMS)


__all__ = ["answer_line", "meant", "register", "words_meant"]
