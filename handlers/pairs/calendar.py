"""A calendar file of a pair's time: put into its conversation after the tap, at most once."""

import asyncio
from datetime import datetime
from functools import partial

from bot import pairs
from bot.ids import ChannelId
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.sharing import share
from handlers.taps import Lands, Tap
from handlers.taps.landing import land
from handlers.views.pairs import calendar_file as views


async def put_file(door: Door, tap: Tap) -> None:
    told = await door.answer(tap.knock, partial(_wanted, tap=tap))
    is_wanted = told.what == "pairs.file_wanted"
    door.afterwards.do(_put(door, tap, told) if is_wanted else land(door, tap, told, Lands.BESIDE))


def _wanted(work: Work, tap: Tap) -> Told:
    at = datetime.fromisoformat(str(tap.value["at"]))
    return pairs.want_file(work, str(tap.value["pairing"]), at, by=tap.by)


async def _put(door: Door, tap: Tap, told: Told) -> None:
    """A tap that Slack tells twice puts it there once. The file itself is answer enough."""
    pair = await door.house.do(door.workspace, partial(pairs.begin_file, told=told))
    if pair is None:
        return
    at, now = datetime.fromisoformat(told.facts["at"]), door.house.world.now()
    content = await asyncio.to_thread(views.written, pair, at, now=now)
    channel = ChannelId(told.facts["channel"])
    is_there = await share(
        door.client, channel, content, name=views.name(at), comment=views.comment(at)
    )
    end = partial(pairs.end_file, told=told, is_there=is_there)
    ended = await door.house.do(door.workspace, end)
    if not is_there or tap.knock.channel != channel:
        await land(door, tap, ended, Lands.BESIDE)
