"""The form behind `/blocked`: opened, read, checked; what was typed is never lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot import blockers
from bot.blockers import FormPlace, Wait
from bot.ids import BlockerId
from bot.told import Told
from bot.world import Work
from handlers.blockers.wait import completed, reported, told_before
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, opened
from handlers.knock import Knock
from handlers.views import blockers as views
from handlers.views import pinwheel
from handlers.views.blockers import FormAnswer
from handlers.views.kit import Answer


async def open_form(door: Door, knock: Knock, filled: Callable[[Work], FormPlace]) -> Answer | None:
    """None when it opened; too late, a button that opens it. Raises Refusal when it is not
    theirs to fill."""
    place = await door.look(knock, filled)
    if await opened(door, knock, views.form(place)):
        return None
    return pinwheel.open_again(place)


def empty_form(knock: Knock, wait: Wait | None = None) -> Callable[[Work], FormPlace]:
    """For a new wait, filled with what the line already said."""
    return lambda work: blockers.form_place(
        work, channel=knock.channel, person=knock.person, in_dm=knock.in_dm, wait=wait
    )


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    form = views.read_form(sent.values, sent.ids)
    wrong = views.form_errors(form, now=door.house.world.now())
    if wrong:
        return wrong
    wait = await _completed(door, sent.knock, form, new=not sent.ids.get("blocker"))
    same = None if sent.ids.get("blocker") else await told_before(door, sent.knock, wait.words)
    told = await door.answer(sent.knock, lambda work: _do(work, wait, sent, same))
    door.directory.forget_taught()
    return told


FORMS: Mapping[str, Takes] = {views.REPORT: _submitted, views.REWORD: _submitted}


async def _completed(door: Door, knock: Knock, form: FormAnswer, *, new: bool) -> Wait:
    """Where no function was chosen the words decide; of a new wait they tell the rest as well."""
    understood = await completed(door, knock, form.wait)
    function = understood.function if form.function_is_open else form.wait.function
    return replace(understood if new else form.wait, function=function)


def _do(work: Work, wait: Wait, sent: Submission, same: BlockerId | None) -> Told:
    if blocker := sent.ids.get("blocker"):
        said = blockers.entered(work, wait, of=blocker)
        return blockers.reword(work, blocker, said, by=sent.by)
    return reported(work, blockers.entered(work, wait), sent.knock, same)
