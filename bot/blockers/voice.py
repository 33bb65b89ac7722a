"""The fair voice of the one waited on: on it, in queue, need info, not mine; and the waiter's."""

from datetime import date
from typing import Any

from bot import groups
from bot.blockers.find import seen
from bot.blockers.past import already, happened
from bot.blockers.post import redraw_post, say_in_thread, tell_in_hours
from bot.blockers.putting import is_in_channel, route
from bot.blockers.report import change
from bot.blockers.when import day_meant
from bot.errors import NotAsked
from bot.functions import FunctionId
from bot.ids import kind_of
from bot.owners import Target, owner_of, places_of, target_of
from bot.profiles import hours_of, zone_of
from bot.teams import reads
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, ChannelId, PersonId


def on_it(work: Work, blocker_id: BlockerId, when: str, *, by: PersonId, place: ChannelId) -> Told:
    """In hand, by a date or without one. Who has it already says when by saying it again."""
    blocker = _to_take(work, blocker_id, by, place)
    if isinstance(blocker, Told):
        return blocker
    due = _day(work, when, by)
    new = {"state": "in_hand", "helper": by, "said": "on_it", "due": due}
    taken = change(work, blocker, **new)
    taken = happened(work, taken, by, "taken")
    if due is not None:
        taken = happened(work, taken, by, f"promised:{due.isoformat()}")
    redraw_post(work, taken)
    say_in_thread(work, taken, "blocker.taken", helper=by)
    return Told("on_it", card_of(work, taken))


def in_queue(
    work: Work, blocker_id: BlockerId, when: str, *, by: PersonId, place: ChannelId
) -> Told:
    """Seen and waiting its turn: about then, or not promised. Nobody has it in hand."""
    blocker = _to_take(work, blocker_id, by, place)
    if isinstance(blocker, Told):
        return blocker
    due = _day(work, when, by)
    new = {"state": "open", "helper": None, "said": "queued", "due": due}
    queued = change(work, blocker, **new)
    queued = happened(work, queued, by, "queued" if due is None else f"queued:{due.isoformat()}")
    redraw_post(work, queued)
    say_in_thread(work, queued, "blocker.queued", by=by)
    return Told("queued", card_of(work, queued))


def need_info(
    work: Work, blocker_id: BlockerId, question: str, *, by: PersonId, place: ChannelId
) -> Told:
    """What is missing goes to the waiter: under the channel's message, else to their DM."""
    blocker = asked_of(work, blocker_id, by, place)
    if not blocker.is_open:
        return already(work, blocker)
    asking = change(work, blocker, said="info")
    asking = happened(work, asking, by, "info_asked", question)
    redraw_post(work, asking)
    say_in_thread(work, asking, "blocker.info_asked", by=by, words=question)
    return Told("info_asked", card_of(work, asking))


def give_info(work: Work, blocker_id: BlockerId, words: str, *, to: PersonId, by: PersonId) -> Told:
    """The waiter's answer, where there is no thread to write it in."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open or by != blocker.waiter:
        return already(work, blocker)
    known = change(work, blocker, said=None) if blocker.said == "info" else blocker
    known = happened(work, known, by, "info_given", words)
    redraw_post(work, known)
    tell_in_hours(work, to, "blocker.info_given", blocker=known.id, by=by, words=words)
    return Told("info_given", card_of(work, known), {"to": to})


def not_mine(
    work: Work,
    blocker_id: BlockerId,
    *,
    by: PersonId,
    place: ChannelId,
    person: PersonId | None = None,
    function: FunctionId | None = None,
) -> Told:
    """Passed on to whom they name; where only its author may show it, its author is asked."""
    blocker = asked_of(work, blocker_id, by, place)
    if not blocker.is_open:
        return already(work, blocker)
    if person in (by, blocker.waiter):
        person = None
    if person is not None:
        return _to_person(work, blocker, person, by=by)
    if function is not None and function != blocker.function:
        return _to_function(work, blocker, function, by=by)
    freed = _free(work, blocker, by, "not_mine")
    tell_in_hours(work, freed.waiter, "blocker.not_mine", blocker=freed.id, by=by)
    return Told("not_mine", card_of(work, freed))


def asked_of(work: Work, blocker_id: BlockerId, by: PersonId, place: ChannelId) -> Blocker:
    """Raises NotAsked for anybody but the one it waits on, or who speaks for them here."""
    blocker = seen(work, blocker_id, by)
    if by == blocker.waiter or not _speaks(work, blocker, by, place):
        raise NotAsked
    return blocker


def asked_card(work: Work, blocker_id: BlockerId, *, by: PersonId, place: ChannelId) -> Told:
    """For a form that only the one it waits on may fill."""
    return Told("shown", card_of(work, asked_of(work, blocker_id, by, place)))


def _to_take(work: Work, blocker_id: BlockerId, by: PersonId, place: ChannelId) -> Blocker | Told:
    """Or what to say to them: it is over, or in another person's hands."""
    blocker = asked_of(work, blocker_id, by, place)
    if not blocker.is_open:
        return already(work, blocker)
    if blocker.state == "in_hand" and blocker.helper != by:
        return already(work, blocker, "already_taken")
    return blocker


def _speaks(work: Work, blocker: Blocker, by: PersonId, place: ChannelId) -> bool:
    """Of a user group its members; where Slack does not tell who they are, the channel sees it."""
    if by == blocker.owner or blocker.put_to in (by, place):
        return True
    group = blocker.put_to or blocker.user_group or ""
    if blocker.owner is None and kind_of(group) == "group":
        return groups.has(work, group, by) is not False
    return blocker.put_to in places_of(work, by, place)


def _to_person(work: Work, blocker: Blocker, person: PersonId, *, by: PersonId) -> Told:
    if not _may_read(work, blocker, person):
        return _suggested(work, blocker, person, by=by)
    moved = route(work, blocker, target_of(person))
    return _forwarded(work, moved, person, by=by)


def _to_function(work: Work, blocker: Blocker, function: FunctionId, *, by: PersonId) -> Told:
    owner = owner_of(work, function)
    if owner is None or owner.whom in (by, blocker.waiter):
        freed = _free(work, blocker, by, _gone(function, blocker), function=function)
        say_in_thread(work, freed, "blocker.forwarded", by=by, to="")
        return Told("forwarded", card_of(work, freed), {"to": ""})
    if owner.kind == "person" and not _may_read(work, blocker, PersonId(owner.whom)):
        return _suggested(work, blocker, PersonId(owner.whom), by=by)
    if owner.kind != "person" and not is_in_channel(blocker):
        freed = _free(work, blocker, by, _gone(function, blocker), function=function)
        say_in_thread(work, freed, "blocker.forwarded", by=by, to="")
        return Told("forwarded", card_of(work, freed), {"to": ""})
    to = Target(owner.kind, owner.whom, owner.name)
    moved = route(work, blocker, to, quiet=owner.muted, function=function)
    return _forwarded(work, moved, owner.whom, by=by, what=_gone(owner.whom, blocker))


def _gone(to: str, before: Blocker) -> str:
    """To another function: the ledger counts for each the time that the wait was there."""
    return f"forwarded:{to}:{before.function}"


def _forwarded(work: Work, moved: Blocker, to: str, *, by: PersonId, what: str = "") -> Told:
    moved = happened(work, moved, by, what or f"forwarded:{to}")
    say_in_thread(work, moved, "blocker.forwarded", by=by, to=to)
    return Told("forwarded", card_of(work, moved), {"to": to})


def _suggested(work: Work, blocker: Blocker, person: PersonId, *, by: PersonId) -> Told:
    """Its author chose who sees it; more eyes are the author's to give."""
    freed = _free(work, blocker, by, "not_mine")
    kind = "blocker.suggested"
    tell_in_hours(work, freed.waiter, kind, blocker=freed.id, by=by, person=person)
    return Told("suggested", card_of(work, freed), {"to": person})


def _free(work: Work, blocker: Blocker, by: PersonId, what: str, **more: Any) -> Blocker:
    """Whoever said that it is not theirs is no longer waited on, if it was in their hands."""
    new: dict[str, Any] = {"said": None, "due": None, "state": "open", "helper": None, **more}
    if is_in_channel(blocker):
        new |= {"put_to": None, "put_at": None, "owner": None, "user_group": None}
    freed = change(work, blocker, **new)
    freed = happened(work, freed, by, what)
    redraw_post(work, freed)
    return freed


def _may_read(work: Work, blocker: Blocker, person: PersonId) -> bool:
    """Whether this person reads the channel that was told anyway."""
    return is_in_channel(blocker) and reads(work, blocker.team, person)


def _day(work: Work, when: str, person: PersonId) -> date | None:
    zone, hours = zone_of(work, person), hours_of(work, person)
    return day_meant(when, work.now, zone=zone, hours=hours)
