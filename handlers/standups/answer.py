"""Answers a line about standups at once: in the acknowledgement of the command that brought it."""

from bot import standups
from bot.standups import Action
from bot.told import Told
from handlers.door import Door
from handlers.knock import Knock
from handlers.standups.forms import OpenedTooLate, open_form
from handlers.standups.hear import meant, today_of
from handlers.views import rhythms as rhythm_views
from handlers.views import standups as views
from handlers.views.kit import Answer


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    if standups.parse(text, today=today_of(door, knock)).action is Action.FORM:
        return await _open_or_choose(door, knock)
    told = await door.answer(knock, await meant(door, knock, text))
    return await answer_of(door, knock, told)


async def answer_of(door: Door, knock: Knock, told: Told) -> Answer:
    """What a verb told, looked up and rendered."""
    if told.what.startswith("rhythm."):
        return rhythm_views.answer(told, for_=knock.person)
    value = await door.look(knock, lambda work: standups.value_of(work, told, knock.person))
    return views.answer(value)


async def _open_or_choose(door: Door, knock: Knock) -> Answer | None:
    """The form of the channel's team; where several teams could be meant, a choice to tap."""
    team = await _team(door, knock)
    if team is None:
        return await answer_of(door, knock, _which(knock))
    try:
        await open_form(door, knock, {"team": team})
    except OpenedTooLate:
        return await answer_of(door, knock, _which(knock))
    return None


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


def _which(knock: Knock) -> Told:
    return Told("standup.which", None, {"channel": knock.channel})
