"""Taps about owners: yes, no, mute, hand over; and the form that asks somebody."""

from collections.abc import Mapping

from bot import blockers, owners
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, open_small
from handlers.owners.words import verb_of, with_queue
from handlers.taps import Act, Lands, Tap, Verb, does, looks, opens
from handlers.views import owners as views
from handlers.views.owners import phrases as act


def _answer(*, yes: bool) -> Verb:
    def verb(work: Work, tap: Tap) -> Told:
        function, at = str(tap.value.get("function")), str(tap.value.get("at"))
        told = owners.answer(work, function, at, yes=yes, by=tap.by)
        return with_queue(work, told, tap.knock)

    return verb


def _mute(*, quiet: bool) -> Verb:
    return lambda work, tap: owners.mute(
        work, str(tap.value.get("function")), quiet=quiet, by=tap.by
    )


def _queue(work: Work, tap: Tap) -> Told:
    return blockers.listed(work, "queue", person=tap.by, channel=tap.knock.channel)


async def _open(door: Door, tap: Tap) -> None:
    view = views.form(function=tap.value.get("function"), channel=tap.knock.channel)
    await open_small(door, tap.knock, view)


# A list stays; the question that is asked once is redrawn by a letter.
TAPS: Mapping[str, Act] = {
    act.ADD: opens(_open),
    act.QUEUE: looks(_queue, Lands.BESIDE),
    act.YES: does(_answer(yes=True), Lands.BESIDE),
    act.NO: does(_answer(yes=False), Lands.BESIDE),
    act.MUTE: does(_mute(quiet=True), Lands.BESIDE),
    act.UNMUTE: does(_mute(quiet=False), Lands.BESIDE),
}


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    line = views.read_form(sent.values)
    wrong = views.form_errors(line)
    if wrong:
        return wrong
    return await door.answer(sent.knock, await verb_of(door, sent.knock, line))


FORMS: Mapping[str, Takes] = {views.ASK: _submitted}
