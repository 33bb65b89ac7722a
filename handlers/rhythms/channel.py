"""Meets the people of a channel, before they are asked whether they take part in something."""

from bot import people, teams
from bot.ids import ChannelId
from bot.people import may_use
from bot.rhythms import EVERYBODY_UP_TO
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock


async def meet_channel(door: Door, knock: Knock, channel: ChannelId) -> None:
    """Its people are known as far as Slack tells; those of a small channel are its team.

    For `/standup on` and the like, before `rhythms.propose`. Does nothing in a DM.
    """
    await door.directory.meet(knock.person, channel, in_dm=channel.startswith("D"))
    if channel.startswith("D"):
        return
    found = await door.directory.members(channel, at_most=EVERYBODY_UP_TO + 1)

    def verb(work: Work) -> None:
        if may_use(work.records.people.get(knock.person), work.records.workspace):
            team = teams.team_of(work, channel, person=knock.person)
            people.learn(work, people=found or [], channels=[])
            if found is not None:
                teams.fill(work, team.id, people=found)

    await door.house.do(door.workspace, verb, lane=channel)
