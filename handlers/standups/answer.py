"""Answers a line about standups at once: in the acknowledgement of the command that brought it."""

from bot import standups
from bot.standups import Action
from handlers.door import Door
from handlers.knock import Knock
from handlers.said import answer_of
from handlers.standups.forms import open_form, which
from handlers.standups.hear import meant
from handlers.views.kit import Answer


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    if standups.parse(text, today=door.directory.today(knock.person)).action is Action.FORM:
        return await _open_or_choose(door, knock)
    told = await door.answer(knock, await meant(door, knock, text))
    return await answer_of(door, knock, told)


async def _open_or_choose(door: Door, knock: Knock) -> Answer | None:
    """The form of the channel's team; where several teams could be meant, a choice to tap."""
    team = await _team(door, knock)
    if team is None:
        return await answer_of(door, knock, which(knock))
    return await open_form(door, knock, {"team": team})


async def _team(door: Door, knock: Knock) -> str | None:
    """In a channel its team, made at the first word; in a DM the person's only one."""
    if not knock.in_dm:
        found = await door.house.do(
            door.workspace,
            lambda work: standups.team_here(work, channel=knock.channel, person=knock.person),
            lane=knock.channel,
        )
        return str(found.id)
    teams = await door.look(
        knock,
        lambda work: standups.teams_meant(work, channel=knock.channel, person=knock.person),
    )
    return str(teams[0].id) if len(teams) == 1 else None
