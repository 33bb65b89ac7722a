"""Listens for the taps of a feature: one pattern for all the ids that its table names."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import answers
from bot.errors import Refusal
from handlers.door import Door
from handlers.knock import of_click
from handlers.taps.acts import Act
from handlers.taps.landing import Lands, land
from handlers.taps.tap import Body, Tap, Value
from handlers.views import kit

Reads = Callable[[Mapping[str, Any]], Value]


def _carried(action: Mapping[str, Any]) -> Value:
    return kit.read_value(action.get("value"))


def listen(app: AsyncApp, door: Door, taps: Mapping[str, Act], reads: Reads = _carried) -> None:
    """`taps`: action ids to acts; `reads`: what a button or choice of this feature carries.

    An id of the feature that the table does not name, of an older message, is acknowledged.
    """
    prefixes = sorted({re.escape(name.partition(".")[0]) for name in taps})

    @app.action(re.compile(rf"^(?:{'|'.join(prefixes)})\."))
    async def tapped(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        action = body["actions"][0]
        name = kit.verb_of(action["action_id"])
        act = taps.get(name)
        if act is not None:
            knock = of_click(body, workspace=door.workspace)
            await _act(door, Tap(knock, name, reads(action), body, respond), act)
        await ack()


async def _act(door: Door, tap: Tap, act: Act) -> None:
    """In a form and on the Home tab a refusal can only stand where the answer would."""
    try:
        await act(door, tap)
    except Refusal as refusal:
        if tap.view is None:
            raise
        door.afterwards.do(land(door, tap, answers.refused(refusal.sentence), Lands.NEAR))
