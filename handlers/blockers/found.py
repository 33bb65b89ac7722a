"""Waits found in what was said to us: read here, before the writer; then a tap of their author."""

import asyncio
from collections.abc import Callable, Mapping

from bot import vocabulary
from bot.blockers import Hearing, Wait, found_elsewhere, found_pointed
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.taps import Act, Lands, Tap, does, means
from handlers.views.blockers import found as views

Verb = Callable[[Work], Told]


async def words_meant(door: Door, knock: Knock, words: str) -> Verb | None:
    """Of free words said to us: the waits in them, if there are any."""
    waits = await waits_in(door, knock, words)
    if not waits:
        return None
    return lambda work: found_elsewhere.find(
        work, waits, person=knock.person, channel=knock.channel, in_dm=knock.in_dm
    )


async def waits_in(door: Door, knock: Knock, words: str) -> tuple[Wait, ...]:
    hearing = await hearing_of(door, knock)
    return await asyncio.to_thread(found_elsewhere.waits_of, words, hearing)


async def hearing_of(door: Door, knock: Knock) -> Hearing:
    """How this person's words are read where they were said."""
    names, learnt = await door.look(
        knock,
        lambda work: vocabulary.known_here(work, knock.channel, knock.person, in_dm=knock.in_dm),
    )
    return Hearing(names, door.house.world.now(), door.directory.zone(knock.person), learnt)


def _judged(work: Work, tap: Tap) -> Told:
    return found_elsewhere.judge(work, tap.value, tap.name.removeprefix("found."), by=tap.by)


async def _on_suggestion(door: Door, tap: Tap) -> Verb:
    """The waits of the message; where none is found, all of it is one, for its author says so."""
    how, suggestion = tap.name.removeprefix("found.suggested_"), tap.value.get("suggestion", "")
    found = await door.look(
        tap.knock, lambda work: found_pointed.suggested_words(work, suggestion, by=tap.by)
    )
    waits: tuple[Wait, ...] = ()
    if found is not None and how != "none":
        there = Knock(tap.knock.key, tap.by, found.channel, found.channel.startswith("D"))
        hearing = await hearing_of(door, there)
        waits = await asyncio.to_thread(found_elsewhere.waits_of, found.words, hearing)
        waits = waits or (found_elsewhere.taken_as_one(found.words, hearing),)
    return lambda work: found_pointed.decide(work, suggestion, how, waits, by=tap.by)


_JUDGED = (views.TRACK, views.ASK, views.CLOCK, views.NONE)
_SUGGESTED = (views.SUGGESTED_TRACK, views.SUGGESTED_CLOCK, views.SUGGESTED_NONE)
TAPS: Mapping[str, Act] = {
    **{name: does(_judged, Lands.IN_PLACE) for name in _JUDGED},
    **{name: means(_on_suggestion, Lands.IN_PLACE) for name in _SUGGESTED},
}
