"""Waiter and the one waited on meet, with times that suit both; nothing is booked."""

from datetime import datetime

from bot.blockers.find import seen
from bot.blockers.meeting import Hours, times_for_both
from bot.blockers.past import already, happened
from bot.blockers.post import place_of, slot_of
from bot.blockers.putting import is_in_channel
from bot.ids import kind_of
from bot.letters import post
from bot.profiles import free_at, hours_of, zone_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, PersonId


def talk(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """In the thread where the channel may see it, else in a group DM of the two and us, within the
    hours of the one who did not tap."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    other = _other(blocker, by)
    if other is None:
        return Told("talk_to_nobody", card_of(work, blocker))
    deed = f"talk:{other}"
    if any(one.what == deed for one in work.records.blockers.history(blocker.id)):
        return Told("talk_again", card_of(work, blocker))
    blocker = happened(work, blocker, by, deed)
    in_thread = is_in_channel(blocker)
    at = work.now if in_thread else free_at(work, other if by == blocker.waiter else blocker.waiter)
    times = [one.isoformat() for one in _times(work, at, blocker.waiter, other)]
    facts = {"blocker": blocker.id, "with": other, "times": times}
    if in_thread:
        place = place_of(work, blocker) or blocker.waiter
        post(work, "blocker.talk", to=place, thread=slot_of(blocker.id, place), facts=facts)
    else:
        post(work, "blocker.talk", to=f"{blocker.waiter},{other}", facts=facts, not_before=at)
    return Told("talk", card_of(work, blocker), {"with": other})


def _other(blocker: Blocker, by: PersonId) -> PersonId | None:
    """With whom the waiter talks: whoever tapped, else who has it in hand or is waited on."""
    if by != blocker.waiter:
        return by
    put_to = blocker.put_to if kind_of(blocker.put_to) == "person" else None
    found = blocker.helper or put_to or blocker.owner
    return None if found in (None, by) else PersonId(str(found))


def _times(work: Work, at: datetime, one: PersonId, other: PersonId) -> list[datetime]:
    return times_for_both(at, _hours(work, one), _hours(work, other))


def _hours(work: Work, person: PersonId) -> Hours:
    return Hours(zone_of(work, person), hours_of(work, person))
