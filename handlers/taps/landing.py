"""Landing: where the answer to a tap goes, decided by where the tap was."""

from enum import Enum, auto

from slack_bolt.async_app import AsyncRespond

from bot.told import Told
from handlers.door import Door
from handlers.home import show_home
from handlers.said import answer_of, form_after
from handlers.taps.tap import OVER_HOME, Body, Tap
from handlers.views import answers as views
from handlers.views.kit import Answer


class Lands(Enum):
    """In a form, or over the Home tab, where the tap was there; in a conversation like this."""

    NEAR = auto()  # in place of our words to that person alone, else beside the button
    BESIDE = auto()  # what was tapped stays of use
    IN_PLACE = auto()  # of our message, which only this person reads
    SETTLES = auto()  # the question stays, its buttons go; where others read it, as NEAR
    BY_LETTER = auto()  # a letter redraws the message; only words to that person alone change here


async def land(door: Door, tap: Tap, told: Told, lands: Lands) -> None:
    if tap.view is not None:
        await _in_view(door, tap, tap.view, told)
    elif tap.is_alone or lands is not Lands.BY_LETTER:
        answer = await answer_of(door, tap.knock, told)
        settled = _settled(tap, answer) if lands is Lands.SETTLES else None
        near = tap.is_alone and lands is not Lands.BESIDE
        in_place = near or lands is Lands.IN_PLACE or settled is not None
        await whisper(tap.respond, settled or answer, in_place=in_place)


async def whisper(respond: AsyncRespond, answer: Answer, *, in_place: bool = False) -> None:
    """By the response URL: to one person, at most once, never the only copy."""
    await respond(**answer, response_type="ephemeral", replace_original=in_place)


def _settled(tap: Tap, answer: Answer) -> Answer | None:
    message = tap.message
    return None if message is None else views.settled(message, tap.body["actions"][0], answer)


async def _in_view(door: Door, tap: Tap, view: Body, told: Told) -> None:
    """In the form, or over the Home tab, which shows what changed as well."""
    shown = await form_after(door, tap.knock, told)
    if tap.at_home:
        shown = {**shown, "private_metadata": OVER_HOME}
    if view["type"] == "home":
        await door.client.views_open(trigger_id=tap.knock.trigger, view=shown)
    else:
        await door.client.views_update(view_id=view["id"], view=shown)
    if tap.at_home:
        await show_home(door, tap.by)
