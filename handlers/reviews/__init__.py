"""`/review` at the door: the command, its form, its buttons, and "Ask for a review"."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from handlers import taps
from handlers.door import Door
from handlers.forms import take_forms
from handlers.knock import of_command, of_shortcut
from handlers.reviews.clicks import TAPS
from handlers.reviews.forms import FORMS, open_form
from handlers.reviews.hear import answer_line, meant
from handlers.taps import whisper
from handlers.views.reviews import actions

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/review")
    async def review(ack: AsyncAck, body: Body) -> None:
        answer = await answer_line(door, of_command(body), body.get("text") or "")
        await ack(**answer) if answer else await ack()

    @app.message_shortcut("ask_for_review")
    async def pointed(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_shortcut(body, workspace=door.workspace)
        text = str(body["message"].get("text") or "")
        answer = await open_form(door, knock, text)
        if answer is not None:
            door.afterwards.do(whisper(respond, answer))
        await ack()

    taps.listen(app, door, TAPS, reads=actions.value_of)
    take_forms(app, door, FORMS)


__all__ = ["answer_line", "meant", "register"]
