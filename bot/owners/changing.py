"""What an owner changes: muted, handed back; and which hand-offs are deliberate."""

from bot.errors import KeepersOnly, NotTheOwner, Overtaken
from bot.functions import FUNCTIONS, FunctionId
from bot.owners.listing import called, owner_of, speaks_for
from bot.told import Told
from bot.world import Work
from storage.owners import Owner
from storage.types import PersonId


def mute(work: Work, function: FunctionId, *, quiet: bool, by: PersonId) -> Told:
    """Muted, a wait put to them stands in their queue and sends no message."""
    owner = _own(work, function, by)
    if not work.records.owners.mute(owner, quiet=quiet):
        raise Overtaken
    return Told("owners.muted" if quiet else "owners.unmuted", None, called(owner))


def step_down(work: Work, function: FunctionId, *, by: PersonId) -> Told:
    """By the owner; or by whoever asked, while the question is open."""
    asked = work.records.owners.asked().get(function)
    if asked is not None and asked.asked_by == by and work.records.owners.decline(asked):
        return Told("owners.withdrawn", None, called(asked))
    owner = _own(work, function, by)
    if not work.records.owners.step_down(owner):
        raise Overtaken
    return Told("owners.stepped_down", None, called(owner))


def mark(work: Work, function: FunctionId, *, deliberate: bool, by: PersonId) -> Told:
    """A deliberate hand-off is clocked and forecast as any other, and counted apart."""
    owner = owner_of(work, function)
    if not (_keeps(work, by) or (owner is not None and speaks_for(work, owner, by))):
        raise KeepersOnly(function=FUNCTIONS.get(function, function))
    if deliberate:
        work.records.owners.mark_deliberate(function, by=by, at=work.now)
    else:
        work.records.owners.mark_ordinary(function)
    return Told("owners.marked", None, {"function": function, "deliberate": deliberate})


def _own(work: Work, function: FunctionId, by: PersonId) -> Owner:
    owner = owner_of(work, function)
    if owner is None or not speaks_for(work, owner, by):
        raise NotTheOwner(function=FUNCTIONS.get(function, function))
    return owner


def _keeps(work: Work, person: PersonId) -> bool:
    known = work.records.people.get(person)
    teams = work.records.teams.of_person(person)
    return (known is not None and known.admin) or any(team.keeper == person for team in teams)
