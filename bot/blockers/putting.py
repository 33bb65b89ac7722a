"""Putting a wait to whoever answers for its function, by its author's tap; and moving it on."""

from typing import Any

from bot.blockers.find import owned
from bot.blockers.past import already, happened
from bot.blockers.post import (
    publish_put,
    redraw_post,
    redraw_put,
    say_in_thread,
    take_down_post,
)
from bot.blockers.report import change, show_to
from bot.owners import Target, called, owner_of, target_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, PersonId


def put_to(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """To the accepted owner of its function; a second tap changes nothing."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    owner = owner_of(work, blocker.function)
    if owner is None or owner.whom == by:
        return Told("put_to_nobody", card_of(work, blocker))
    facts = called(owner)
    if owner.whom == blocker.put_to:
        return Told("put", card_of(work, blocker), facts)
    if owner.kind != "person" and not is_in_channel(blocker):
        return Told("put_needs_channel", card_of(work, blocker), facts)
    to = Target(owner.kind, owner.whom, owner.name)
    put = route(work, blocker, to, quiet=owner.muted)
    put = happened(work, put, by, f"put:{owner.whom}")
    return Told("put", card_of(work, put), facts)


def put_to_person(work: Work, blocker_id: BlockerId, person: PersonId, *, by: PersonId) -> Told:
    """To somebody whom the one waited on named, where only the author may pass it on."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    if person in (blocker.owner, by):
        return Told("audience", card_of(work, blocker))
    moved = route(work, blocker, target_of(person))
    moved = happened(work, moved, by, f"forwarded:{person}")
    return Told("audience", card_of(work, moved))


def route(work: Work, blocker: Blocker, to: Target, *, quiet: bool = False, **more: Any) -> Blocker:
    """The edge moves, the clock runs on; what the one before said no longer stands."""
    new: dict[str, Any] = {
        "put_to": to.whom,
        "put_at": work.now,
        "said": None,
        "due": None,
        "state": "open",
        "helper": None,
        "owner": to.whom if to.kind == "person" else None,
        **more,
    }
    if to.kind != "person" or is_in_channel(blocker):
        return _in_the_open(work, blocker, to, new, quiet=quiet)
    if not quiet:
        return show_to(work, blocker, "asked", **new)
    take_down_post(work, blocker)
    return change(work, blocker, audience="asked", told="yes", **new)


def hand_over(work: Work, function: str, before: str, *, by: PersonId) -> int:
    """The queue of whoever answered for a function before goes to whoever does now.

    What only the one before was shown stays with them: its author chose those eyes. No message
    for each wait: the new owner is told how many there are. Returns how many.
    """
    owner = owner_of(work, function)
    if owner is None:
        return 0
    found = work.records.blockers.put_to(before, function)
    waiting = [one for one in found if is_in_channel(one)]
    for blocker in waiting:
        new = {"put_to": owner.whom, "owner": owner.whom if owner.kind == "person" else None}
        moved = change(work, blocker, **new)
        happened(work, moved, by, f"forwarded:{owner.whom}")
        redraw_post(work, moved)
        redraw_put(work, moved, before)
    return len(waiting)


def is_in_channel(blocker: Blocker) -> bool:
    """Its team's channel has read it."""
    return blocker.audience == "channel" and blocker.told == "yes"


def _in_the_open(
    work: Work, blocker: Blocker, to: Target, new: dict[str, Any], *, quiet: bool
) -> Blocker:
    changed = change(work, blocker, **new)
    redraw_post(work, changed)
    if blocker.put_to not in (None, to.whom):
        redraw_put(work, changed, str(blocker.put_to))
    if quiet:
        return changed
    if to.kind == "group":
        say_in_thread(work, changed, "blocker.put_to_group", group=to.whom)
    else:
        publish_put(work, changed)
    return changed
