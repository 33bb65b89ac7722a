"""What follows `/pinwheel owner`, `owners` and `queue`: read, and turned into one verb."""

from collections.abc import Callable

from bot import blockers, owners
from bot.errors import NoSuchFunction
from bot.ids import ChannelId
from bot.owners import OwnerLine, Target
from bot.told import Told
from bot.world import Work
from handlers import groups
from handlers.door import Door
from handlers.forms import open_small
from handlers.knock import Knock
from handlers.said import answer_of
from handlers.views import owners as views
from handlers.views.kit import Answer

Verb = Callable[[Work], Told]


async def on_owner(door: Door, knock: Knock, text: str) -> Answer | None:
    """Without a name it is a form."""
    line = owners.parse(text)
    if line.act == "form":
        view = views.form(function=line.function, channel=knock.channel)
        await open_small(door, knock, view)
        return None
    told = await door.answer(knock, await verb_of(door, knock, line))
    return await answer_of(door, knock, told)


async def mean_owners(door: Door, knock: Knock, text: str) -> Verb:
    return owners.listed


async def mean_queue(door: Door, knock: Knock, text: str) -> Verb:
    return lambda work: blockers.listed(work, "queue", person=knock.person, channel=knock.channel)


async def mean_owner(door: Door, knock: Knock, text: str) -> Verb:
    """Said in words, where no form opens: the list shows whom to ask, with buttons."""
    line = owners.parse(text)
    return owners.listed if line.act == "form" else await verb_of(door, knock, line)


async def verb_of(door: Door, knock: Knock, line: OwnerLine) -> Verb:
    """Raises NoSuchFunction. Whoever is named is looked up first."""
    function, by = line.function, knock.person
    if function is None:
        raise NoSuchFunction
    if line.target is not None:
        to = line.target
        await _acquaint(door, knock, to)
        return lambda work: with_queue(
            work, owners.ask(work, function, to, line.why, by=by, at=knock.channel), knock
        )
    if line.act in ("mute", "unmute"):
        return lambda work: owners.mute(work, function, quiet=line.act == "mute", by=by)
    if line.act == "none":
        return lambda work: owners.step_down(work, function, by=by)
    return lambda work: owners.mark(work, function, deliberate=line.act == "deliberate", by=by)


def with_queue(work: Work, told: Told, knock: Knock) -> Told:
    """After a yes the queue of whoever answered before goes along."""
    before = told.facts.get("before")
    if told.what != "owners.accepted" or not before:
        return told
    moved = blockers.hand_over(work, told.facts["function"], before, by=knock.person)
    return Told(told.what, None, {**told.facts, "waiting": moved})


async def _acquaint(door: Door, knock: Knock, to: Target) -> None:
    if to.kind == "person":
        await door.directory.acquaint([to.whom])
    elif to.kind == "channel":
        await door.directory.meet(knock.person, ChannelId(to.whom), in_dm=False)
    elif to.kind == "group":
        await groups.acquaint(door, to.whom)
