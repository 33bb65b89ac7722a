"""The life of a blocker: taken in hand, helped with, ended, opened again; the first act counts."""

from dataclasses import replace

from bot.blockers import causes
from bot.blockers.find import seen
from bot.blockers.past import already, happened
from bot.blockers.post import redraw_post, say_in_thread, tell_in_hours
from bot.blockers.report import change, report, wait_of
from bot.blockers.rules import is_same_wait
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, PersonId

EFFORTS = ("minutes", "hours", "day", "days")


def take(work: Work, blocker_id: BlockerId, *, by: PersonId, over: bool = False) -> Told:
    """Somebody has it in hand. Taking it over from another person must be said on purpose."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    if blocker.helper == by and blocker.state == "in_hand":
        return Told("taken", card_of(work, blocker))
    if blocker.state == "in_hand" and not over:
        return already(work, blocker, "already_taken")
    taken = change(work, blocker, state="in_hand", helper=by, said="on_it", due=None)
    happened(work, taken, by, "taken")
    redraw_post(work, taken)
    if by != taken.waiter:
        say_in_thread(work, taken, "blocker.taken", helper=by)
    return Told("taken_over" if over and blocker.helper else "taken", card_of(work, taken))


def offer_help(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """Somebody could help: the two are put in touch; who has it in hand does not change."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    offers = work.records.blockers.history(blocker.id)
    first = not any(one.what == "offered" and one.person == by for one in offers)
    if first and by != blocker.waiter:
        happened(work, blocker, by, "offered")
        say_in_thread(work, blocker, "blocker.helper_found", helper=by)
    return Told("offered", card_of(work, blocker))


def resolve(work: Work, blocker_id: BlockerId, *, by: PersonId, note: str | None = None) -> Told:
    """It is over, because a person says so. Whoever waited is told when another one said it."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    helper = blocker.helper or (by if by != blocker.waiter else None)
    ended = change(
        work,
        blocker,
        state="resolved",
        ended_at=work.now,
        ended_by=by,
        fix=note or None,
        helper=helper,
    )
    happened(work, ended, by, "resolved", note or None)
    redraw_post(work, ended)
    causes.ended(work, ended, by=by)
    if by != ended.waiter:
        tell_in_hours(work, ended.waiter, "blocker.resolved_for_you", blocker=ended.id, by=by)
    return Told("resolved", card_of(work, ended))


def reopen(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """Not over after all. Within seven days it is the same wait; later it is a new one."""
    blocker = seen(work, blocker_id, by)
    if blocker.state != "resolved":
        return already(work, blocker, "already_open" if blocker.is_open else "already")
    if not is_same_wait(blocker, work.now):
        return _begin_again(work, blocker)
    opened = change(
        work,
        blocker,
        state="open",
        helper=None,
        ended_at=None,
        ended_by=None,
        fix=None,
        effort=None,
        said=None,
        due=None,
    )
    happened(work, opened, by, "reopened")
    redraw_post(work, opened)
    causes.opened_again(work, opened)
    if by != opened.waiter:
        tell_in_hours(work, opened.waiter, "blocker.reopened_for_you", blocker=opened.id, by=by)
    return Told("reopened", card_of(work, opened))


def note_effort(work: Work, blocker_id: BlockerId, effort: str, *, by: PersonId) -> Told:
    """How much work ended the wait, told by one tap: minutes, hours, day, days."""
    blocker = seen(work, blocker_id, by)
    if blocker.state != "resolved" or effort not in EFFORTS:
        return already(work, blocker)
    noted = change(work, blocker, effort=effort)
    happened(work, noted, by, f"effort:{effort}")
    redraw_post(work, noted)
    return Told("effort_noted", card_of(work, noted))


def _begin_again(work: Work, ended: Blocker) -> Told:
    team = work.records.teams.get(ended.team)
    if team is None:
        return already(work, ended)
    wait = replace(wait_of(ended), since=None)
    told = report(work, wait, waiter=ended.waiter, channel=team.channel, carry_on="again")
    return Told("again", told.card, {"earlier": ended.number})
