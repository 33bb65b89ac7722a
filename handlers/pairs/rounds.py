"""Rounds: inputs are read, pairs are found on a thread of their own, and all is kept at once."""

import asyncio
from functools import partial

import structlog

from bot import pairs
from bot.errors import StoreBusy
from bot.pairs import Ready
from handlers.door import Door

log = structlog.get_logger()
_MOST_TRIES = 5  # for one whose inputs change while it is reckoned


async def reckon(door: Door) -> None:
    """Until no round is left to be reckoned now. One that fails has a turn again later."""
    tries: dict[str, int] = {}
    while True:
        try:
            ready = await door.house.look(door.workspace, pairs.next_ready)
            if ready is None:
                return
            tries[ready.round.id] = tries.get(ready.round.id, 0) + 1
            if await _made(door, ready) or tries[ready.round.id] < _MOST_TRIES:
                continue
        except StoreBusy:
            raise
        except Exception:  # one team's round must not stop the others
            log.exception("round.failed")
        await door.house.do(door.workspace, pairs.set_aside)


async def _made(door: Door, ready: Ready) -> bool:
    """Never on the event loop, nor inside the writer's transaction."""
    found = await asyncio.to_thread(pairs.matched, ready.inputs)
    kept = await door.house.do(
        door.workspace, partial(pairs.keep, ready=ready, found=found), lane=ready.circle.id
    )
    if kept:
        log.info("round.made", round=ready.round.id, pairs=len(found.pairs), byes=len(found.byes))
    return kept
