"""Answers a line about blockers: at once to a command, by letter to what was said to us."""

from collections.abc import Callable

from bot import answers, blockers
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import open_form
from handlers.blockers.hear import understand
from handlers.door import Door
from handlers.knock import Knock
from handlers.views import blockers as views
from handlers.views import pinwheel
from handlers.views.kit import Answer


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    heard = await understand(door, knock, text)
    if heard.verb is not None:
        return views.answer(await door.answer(knock, heard.verb), for_=knock.person)
    if heard.look is not None:
        return views.answer(await door.look(knock, heard.look), for_=knock.person)
    if heard.form is None:
        return pinwheel.usage()
    return await open_form(door, knock, heard.form)


async def meant(door: Door, knock: Knock, text: str) -> Callable[[Work], Told]:
    """What the line asks for, where the answer goes as a letter; a form needs a tap first."""
    heard = await understand(door, knock, text)
    if heard.form is not None:
        form = heard.form
        return lambda work: answers.form_offered(blockers.ids_of(form(work)))
    return heard.verb or heard.look or (lambda work: answers.usage(understood=True))
