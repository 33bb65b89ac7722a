"""What an author may want next about a wait: to put it to whoever answers for its function."""

from dataclasses import replace
from typing import Any

from bot.blockers.rules import may_see
from bot.blockers.totals import silent_since
from bot.ledger.books import forecast_of
from bot.owners import owner_of
from bot.told import Told
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, PersonId


def whom_to_ask(work: Work, blocker: Blocker) -> dict[str, Any]:
    """Facts for an answer: the accepted owner, where the author named nobody; else nothing."""
    if not blocker.is_open or blocker.owner or blocker.user_group or blocker.put_to:
        return {}
    owner = owner_of(work, blocker.function)
    if owner is None or owner.whom == blocker.waiter:
        return {}
    if owner.kind != "person":
        return {"ask": {"kind": owner.kind, "whom": owner.whom, "name": owner.name}}
    person = work.records.people.get(PersonId(owner.whom))
    name = "" if person is None else person.name or person.handle
    return {"ask": {"kind": owner.kind, "whom": owner.whom, "name": name}}


def usual_time(work: Work, blocker: Blocker) -> dict[str, Any]:
    """Facts for an answer: how long such waits last here, where enough of them are known."""
    found = forecast_of(work, blocker.function, silent_since, team=blocker.team)
    return {} if found is None else {"forecast": found.facts}


def with_same(work: Work, told: Told, other: BlockerId | None) -> Told:
    """The answer, offering to tie the new wait to one that tells the same."""
    same = None if other is None else work.records.blockers.get(other)
    if same is None or told.card is None or not same.is_open:
        return told
    mine = told.card.blocker
    if same.id == mine.id or same.team != mine.team or not may_see(same, mine.waiter):
        return told
    return replace(told, facts={**told.facts, "same": {"blocker": same.id, "number": same.number}})
