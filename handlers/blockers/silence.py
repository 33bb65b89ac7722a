"""Answers to the questions about old and silent waits, each given by one tap."""

from collections.abc import Callable, Mapping

from bot import blockers
from bot.blockers import silence
from bot.ids import PersonId
from bot.told import Told
from bot.world import Work
from handlers.blockers.clicks import of_blocker
from handlers.door import Door
from handlers.taps import Act, Lands, Tap, does, means
from handlers.views.blockers import silence as act


async def _bring(door: Door, tap: Tap) -> Callable[[Work], Told]:
    """To whoever the button names, or to anybody who was chosen."""
    blocker, to = tap.value["blocker"], PersonId(tap.value.get("to") or tap.value["chosen"])
    await door.directory.acquaint([to])
    return lambda work: silence.bring(work, blocker, to, by=tap.by)


TAPS: Mapping[str, Act] = {
    act.GOES_ON: does(of_blocker(silence.still_waiting), Lands.SETTLES),
    act.DONE: does(of_blocker(blockers.resolve), Lands.SETTLES),
    act.WITHDRAW: does(of_blocker(blockers.undo), Lands.SETTLES),
    act.BRING: means(_bring, Lands.BESIDE),  # it can be brought to several
    act.BRING_TO: means(_bring, Lands.BESIDE),
}
