"""Meets the people of a channel, before they are asked whether they take part in something."""

from bot import teams
from bot.ids import ChannelId
from bot.rhythms import EVERYBODY_UP_TO
from handlers.door import Door
from handlers.knock import Knock


async def meet_channel(door: Door, knock: Knock, channel: ChannelId) -> None:
    """Its people are known as far as Slack tells; those of a small channel are its team.

    For `/standup on` and the like, before `rhythms.propose`. Does nothing in a DM.
    """
    in_dm = channel.startswith("D")
    await door.directory.meet(knock.person, channel, in_dm=in_dm)
    if in_dm:
        return
    found = await door.directory.members(channel, at_most=EVERYBODY_UP_TO + 1)
    await door.house.do(
        door.workspace,
        lambda work: teams.meet(work, channel, person=knock.person, people=found),
        lane=channel,
    )
