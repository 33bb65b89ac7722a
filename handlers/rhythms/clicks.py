"""Taps on the buttons of rhythms: which verb each of them means."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import rhythms
from bot.features import FEATURES
from bot.ids import ChannelId, PersonId
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.rhythms.channel import meet_channel
from handlers.rhythms.forms import open_settings
from handlers.taps import Act, Lands, Tap, Verb, does, means, nothing, opens
from handlers.views.kit import Answer
from handlers.views.rhythms import actions as act

Meant = Callable[[Work], Told]
More = Callable[[Tap], Mapping[str, Any]]


def _channel(tap: Tap) -> ChannelId:
    """The one that the button names, else where it was tapped."""
    return ChannelId(tap.value.get("channel") or tap.knock.channel)


def _of_a_feature(verb: Callable[..., Told], more: More = lambda tap: {}) -> Verb:
    def done(work: Work, tap: Tap) -> Told:
        feature = FEATURES[str(tap.value.get("feature"))]
        return verb(work, feature, _channel(tap), tap.by, **more(tap))

    return done


def _with_the_channel(verb: Verb) -> Act:
    """Its people are met first, for they are asked whether they take part."""

    async def found(door: Door, tap: Tap) -> Meant:
        await meet_channel(door, tap.knock, _channel(tap))
        return lambda work: verb(work, tap)

    return means(found)


def _with_whom(verb: Verb) -> Act:
    """Whoever was chosen is met first."""

    async def found(door: Door, tap: Tap) -> Meant:
        await door.directory.acquaint([tap.value["chosen"]])
        return lambda work: verb(work, tap)

    return means(found)


def _hand_over(work: Work, tap: Tap) -> Told:
    return rhythms.hand_over(work, _channel(tap), tap.by, PersonId(tap.value["chosen"]))


def _left_out(tap: Tap) -> Mapping[str, Any]:
    """Who was chosen beside the button."""
    state = tap.body.get("state") or (tap.view or {}).get("state") or {}
    fields = (state.get("values") or {}).values()
    found = [field.get(act.WITHOUT) or {} for field in fields]
    chosen = (PersonId(one) for held in found for one in held.get("selected_users") or ())
    return {"without": frozenset(chosen)}


async def _settings(door: Door, tap: Tap) -> Answer | None:
    return await open_settings(door, tap.knock, _channel(tap), at_home=tap.at_home)


TAPS: Mapping[str, Act] = {
    act.PROPOSE: _with_the_channel(_of_a_feature(rhythms.propose)),
    act.START: _with_the_channel(_of_a_feature(rhythms.start, _left_out)),
    act.WITHOUT: nothing,
    act.STOP: does(_of_a_feature(rhythms.stop)),
    act.TAKE_PART: does(_of_a_feature(rhythms.take_part), Lands.SETTLES),
    act.NOT_ME: does(_of_a_feature(rhythms.not_me), Lands.SETTLES),
    act.SETTINGS: opens(_settings),
    act.KEEPER: _with_whom(_hand_over),
    act.ASK: _with_whom(
        _of_a_feature(rhythms.ask_for_permission, lambda tap: {"to": tap.value["chosen"]})
    ),
    act.ALLOW: does(
        _of_a_feature(rhythms.allow, lambda tap: {"asker": tap.value["asker"]}), Lands.SETTLES
    ),
}
