"""Who answers for which function, for the whole workspace and so for every team in it."""

from typing import Any

from bot import groups
from bot.functions import FUNCTIONS, OTHER, FunctionId
from bot.told import Told
from bot.world import Work
from storage.owners import Owner
from storage.types import ChannelId, PersonId


def owner_of(work: Work, function: FunctionId) -> Owner | None:
    """Who accepted to answer for it."""
    return work.records.owners.accepted().get(function)


def is_deliberate(work: Work, function: FunctionId) -> bool:
    """Whether a hand-off to it is meant to be: to specialists, for compliance."""
    return function in work.records.owners.deliberate()


def listed(work: Work) -> Told:
    """Every function, with who answers for it, who was asked to, and which are deliberate."""
    accepted, asked = work.records.owners.accepted(), work.records.owners.asked()
    rows = [
        {
            "function": one,
            "owner": called(accepted[one]) if one in accepted else None,
            "asked": called(asked[one]) if one in asked else None,
            "deliberate": is_deliberate(work, one),
        }
        for one in FUNCTIONS
        if one != OTHER
    ]
    return Told("owners.listed", None, {"rows": rows})


def called(owner: Owner) -> dict[str, Any]:
    """An owner as the facts of an answer or a letter keep it."""
    return {
        "function": owner.function,
        "kind": owner.kind,
        "whom": owner.whom,
        "name": owner.name,
        "why": owner.why,
        "asked_by": owner.asked_by,
        "muted": owner.muted,
    }


def places_of(work: Work, person: PersonId, channel: ChannelId) -> list[str]:
    """Whose queue this person reads here: their own, of what they speak for, of this channel."""
    owners = work.records.owners.accepted().values()
    spoken_for = [one.whom for one in owners if speaks_for(work, one, person)]
    here = [one.whom for one in owners if one.whom == channel]
    return list(dict.fromkeys([person, *spoken_for, *groups.of_person(work, person), *here]))


def speaks_for(work: Work, owner: Owner, person: PersonId) -> bool:
    """Who answers for it; of a group each member, else whoever said yes for it or for a channel."""
    is_in = groups.has(work, owner.whom, person) if owner.kind == "group" else None
    return person in (owner.whom, owner.accepted_by) if is_in is None else is_in
