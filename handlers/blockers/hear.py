"""Hears what follows `/blocked`, wherever it is said, and does the one verb that it means."""

from collections.abc import Callable
from dataclasses import dataclass

from bot import blockers
from bot.blockers import BlockerId, FormPlace
from bot.errors import NotFound, OnlyABroadcast, TooLong
from bot.ids import PersonId
from bot.lines import Action, Line, Reason, length, parse
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import empty_form
from handlers.blockers.wait import only_named, reported, told_before, wait_in
from handlers.door import Door
from handlers.knock import Knock

Verb = Callable[[Work], Told]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a line asks for: a verb to do, a look, a form to open, or help."""

    verb: Verb | None = None
    look: Verb | None = None
    form: Callable[[Work], FormPlace] | None = None
    help: bool = False


async def understand(door: Door, knock: Knock, text: str) -> Heard:
    """Raises Refusal when nothing sensible can be done with the line."""
    line = await _parsed(door, knock, text)
    if line.action is Action.ERROR:
        raise _refusal(line, text)
    if line.action is Action.HELP:
        return Heard(help=True)
    if line.action is Action.MODAL:
        wait = await only_named(door, knock, line.text) if line.text else None
        return Heard(form=empty_form(knock, wait))
    if line.action is Action.CREATE:
        wait = await wait_in(door, knock, line.text)
        same = await told_before(door, knock, wait.words)
        return Heard(verb=lambda work: reported(work, wait, knock, same))
    if line.action in _LISTS:
        return _list(line, knock)
    if line.number is None:
        return await _without_number(door, line, knock)
    return await _with_number(door, line, line.number, knock)


async def _parsed(door: Door, knock: Knock, text: str) -> Line:
    """Only a line that could mean a blocker by its number costs a look at the database."""
    asked: set[int] = set()

    def ask_later(number: int) -> bool:
        asked.add(number)
        return False

    line = parse(text, exists=ask_later)
    there = {number for number in asked if await _is_there(door, knock, number)}
    return parse(text, exists=there.__contains__) if there else line


async def _is_there(door: Door, knock: Knock, number: int) -> bool:
    there: bool = await door.look(
        knock,
        lambda work: blockers.is_there(work, number, person=knock.person, channel=knock.channel),
    )
    return there


_LISTS = (Action.LIST, Action.MINE, Action.WAITING, Action.ALL)


def _list(line: Line, knock: Knock) -> Heard:
    which, person, channel = line.action.value, knock.person, knock.channel
    return Heard(look=lambda work: blockers.listed(work, which, person=person, channel=channel))


async def _with_number(door: Door, line: Line, number: int, knock: Knock) -> Heard:
    """That one; where the numbers of several teams could be meant, a choice to tap."""

    def choice(work: Work) -> Told:
        return blockers.those_numbered(
            work, number, line.action.value, person=knock.person, channel=knock.channel
        )

    cards = (await door.look(knock, choice)).cards
    if not cards:
        raise NotFound
    if len(cards) > 1:
        return Heard(look=choice)
    return _about(cards[0].blocker.id, line, knock.person)


async def _without_number(door: Door, line: Line, knock: Knock) -> Heard:
    """The only one that could be meant, else a choice to tap."""
    person = knock.person
    if line.action is Action.RESOLVE:
        return Heard(verb=lambda work: _resolve_the_only_one(work, person))

    def choice(work: Work) -> Told:
        return blockers.mine_for(work, line.action.value, person=person)

    cards = (await door.look(knock, choice)).cards
    if len(cards) == 1 and line.action is not Action.REOPEN:
        return _about(cards[0].blocker.id, line, person)
    return Heard(look=choice)


def _about(blocker: BlockerId, line: Line, person: PersonId) -> Heard:
    note = line.note
    match line.action:
        case Action.RESOLVE:
            return Heard(verb=lambda work: blockers.resolve(work, blocker, by=person, note=note))
        case Action.REOPEN:
            return Heard(verb=lambda work: blockers.reopen(work, blocker, by=person))
        case Action.EDIT:
            return Heard(form=lambda work: blockers.form_for(work, blocker, person=person))
        case _:
            return Heard(look=lambda work: blockers.shown(work, blocker, person=person))


def _resolve_the_only_one(work: Work, person: PersonId) -> Told:
    told = blockers.mine_for(work, "resolve", person=person)
    if len(told.cards) == 1:
        return blockers.resolve(work, told.cards[0].blocker.id, by=person)
    return told


def _refusal(line: Line, text: str) -> Exception:
    if line.reason is Reason.TOO_LONG:
        return TooLong(length=f"{length(line.text):,}", give_back=line.text)
    if line.reason is Reason.NO_SUCH_NUMBER:
        return NotFound()
    return OnlyABroadcast()
