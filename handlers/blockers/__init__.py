"""`/blocked` at the door: the command, its form and its buttons."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers import taps
from handlers.blockers import clicks, forms, found, pointed, silence, voice
from handlers.blockers.answer import answer_line, meant
from handlers.blockers.found import words_meant
from handlers.door import Door
from handlers.forms import take_forms
from handlers.knock import of_command
from handlers.views.blockers import actions
from handlers.views.blockers import found as found_views

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/blocked")
    async def blocked(ack: AsyncAck, body: Body) -> None:
        answer = await answer_line(door, of_command(body), body.get("text") or "")
        await ack(**answer) if answer else await ack()

    of_a_blocker = {**clicks.TAPS, **silence.TAPS, **voice.TAPS}
    taps.listen(app, door, of_a_blocker, reads=actions.value_of)
    taps.listen(app, door, found.TAPS, reads=found_views.value_of)
    take_forms(app, door, {**forms.FORMS, **voice.FORMS})
    pointed.register(app, door)


__all__ = ["answer_line", "meant", "register", "words_meant"]
