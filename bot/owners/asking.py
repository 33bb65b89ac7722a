"""Asking somebody to answer for a function, once; nothing is put to them before their yes."""

from typing import Any

from bot import groups
from bot.attention import welcome_at
from bot.errors import (
    CannotAnswer,
    NotAMember,
    NotAsked,
    NotInTheGroup,
    NotInThere,
    Overtaken,
    SomebodyElseSays,
    WhereTheyRead,
)
from bot.functions import FunctionId
from bot.letters import post, redraw
from bot.owners.lines import Target
from bot.owners.listing import called, owner_of
from bot.people import may_use
from bot.profiles import free_at
from bot.teams import is_small
from bot.told import Told
from bot.world import Work
from storage.outbox import Letter
from storage.owners import Owner
from storage.types import ChannelId, PersonId

ASKED = "owner.asked"


def ask(
    work: Work, function: FunctionId, to: Target, why: str, *, by: PersonId, at: ChannelId
) -> Told:
    """`at` is where it was said: there a user group is reached. Naming oneself is a yes."""
    _check(work, to, by=by, at=at)
    owner = owner_of(work, function)
    if owner is not None and owner.whom == to.whom:
        return Told("owners.same", None, called(owner))
    name = groups.handle_of(work, to.whom) or to.name
    asked = Owner(function, to.kind, to.whom, name, why, asked_by=by, asked_at=work.now)
    groups.named(work, to.whom)
    work.records.owners.ask(asked)
    if to.whom == by:
        return _accept(work, asked, by=by)
    _post(work, asked, at=at)
    return Told("owners.asked", None, called(asked))


def answer(work: Work, function: FunctionId, asked_at: str, *, yes: bool, by: PersonId) -> Told:
    """The first answer counts; a question that was replaced or withdrawn meanwhile is over."""
    asked = work.records.owners.asked().get(function)
    if asked is None or asked.asked_at.isoformat() != asked_at:
        return Told("owners.over", None, {"function": function})
    if asked.kind == "person" and asked.whom != by:
        raise NotAsked
    if asked.asked_by == by:
        raise SomebodyElseSays
    if asked.kind == "group" and groups.has(work, asked.whom, by) is False:
        raise NotInTheGroup(group=f"@{asked.name.removeprefix('@')}")
    return _accept(work, asked, by=by) if yes else _decline(work, asked, by=by)


def compose(work: Work, letter: Letter) -> tuple[None, dict[str, Any]] | None:
    """None when the question was answered or replaced before it left."""
    facts = dict(letter.facts)
    if letter.kind == ASKED and letter.verb == "post":
        asked = work.records.owners.asked().get(facts["function"])
        if asked is None or asked.asked_at.isoformat() != facts["asked_at"]:
            return None
    return None, facts


def _check(work: Work, to: Target, *, by: PersonId, at: ChannelId) -> None:
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if to.kind == "person":
        person = work.records.people.get(PersonId(to.whom))
        if not may_use(person, work.records.workspace):
            raise CannotAnswer
    place = work.records.channels.get(ChannelId(to.whom if to.kind == "channel" else at))
    here = place is not None and place.here and not place.trouble
    if to.kind == "channel" and not here:
        raise NotInThere
    if to.kind == "group" and (not here or is_small(place)):
        raise WhereTheyRead


def _post(work: Work, asked: Owner, *, at: ChannelId) -> None:
    """A person within their hours; who muted such questions may still name themselves."""
    to = at if asked.kind == "group" else asked.whom
    when = welcome_at(work, PersonId(to), ASKED) if asked.kind == "person" else work.now
    if when is not None:
        facts = {**called(asked), "asked_at": asked.asked_at.isoformat(), "at": to}
        post(work, ASKED, to=to, slot=_slot(asked), facts=facts, not_before=when)


def _accept(work: Work, asked: Owner, *, by: PersonId) -> Told:
    before = owner_of(work, asked.function)
    if not work.records.owners.accept(asked, by=by, at=work.now):
        raise Overtaken
    facts = {**called(asked), "said": "yes", "said_by": by}
    _answered(work, asked, facts)
    if asked.asked_by != by:
        _tell(work, "owner.accepted", asked.asked_by, facts)
    if before is not None and before.kind == "person" and before.whom != by:
        _tell(work, "owner.replaced", PersonId(before.whom), facts)
    handed = {} if before is None else {"before": before.whom}
    return Told("owners.accepted", None, {**facts, **handed})


def _decline(work: Work, asked: Owner, *, by: PersonId) -> Told:
    if not work.records.owners.decline(asked):
        raise Overtaken
    facts = {**called(asked), "said": "no", "said_by": by}
    _answered(work, asked, facts)
    _tell(work, "owner.declined", asked.asked_by, facts)
    return Told("owners.declined", None, facts)


def _tell(work: Work, kind: str, person: PersonId, facts: dict[str, Any]) -> None:
    """Within their hours: it is good to know, and can wait."""
    post(work, kind, to=person, facts=facts, not_before=free_at(work, person))


def _answered(work: Work, asked: Owner, facts: dict[str, Any]) -> None:
    """The question shows its answer in place of its buttons."""
    slot = _slot(asked)
    last = work.records.outbox.last_post(slot)
    if last is not None:
        redraw(work, ASKED, to=last.conversation, slot=slot, facts={**last.facts, **facts})


def _slot(asked: Owner) -> str:
    return f"owner:{asked.function}:{asked.asked_at.isoformat()}"
