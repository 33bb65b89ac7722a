"""Asking quietly: one person who ended such waits before, who learns nobody's name before a yes."""

from datetime import timedelta

from bot.attention import free_at, nudge, welcome_at
from bot.blockers.find import seen
from bot.blockers.past import already, happened
from bot.blockers.post import say_in_thread, tell_in_hours
from bot.calendar import add_working_time
from bot.errors import NotFound
from bot.people import may_use
from bot.profiles import hours_of, zone_of
from bot.teams import reads
from bot.told import Told, card_of
from bot.world import Work
from storage.asks import Ask
from storage.blockers import Blocker
from storage.people import Person
from storage.types import BlockerId, PersonId

TIME_TO_ANSWER = timedelta(hours=4)  # of the working time of whoever is asked
_SOON = timedelta(days=4)  # a long weekend; who is away for longer is not asked
_KIND = "blocker.asked"


def ask_quietly(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """Ask who last ended a wait on this function and was not asked about this one yet.

    One at a time: nobody else is asked while somebody still has time to answer.

    The question comes within that person's working hours; facts["later"] is true when
    that is not now. When it is stays unsaid: an hour can be as good as a name.
    """
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    pending = _pending(work, blocker)
    if pending is not None:
        ago = int((work.now - pending.at).total_seconds())
        return Told("still_asking", card_of(work, blocker), {"ago": ago})
    person = _next_to_ask(work, blocker, asker=by)
    if person is None:
        return Told("nobody_to_ask", card_of(work, blocker))
    later = free_at(work, person.id) > work.now
    ask = Ask(id=work.new_id(), blocker=blocker.id, asker=by, asked=person.id, at=work.now)
    work.records.asks.add(ask)
    happened(work, blocker, by, "asked")
    facts = {"blocker": blocker.id, "ask": ask.id}
    # A person wants it of somebody, so it comes at once within their hours.
    nudge(work, person.id, _KIND, subject=ask.id, facts=facts, usefulness=5, by_name=True)
    return Told("asked", card_of(work, blocker), {"later": later})


def answer_ask(work: Work, ask_id: str, said: str, *, by: PersonId) -> Told:
    """A yes puts the two in touch; a no goes to nobody but the one who asked, without a name."""
    ask = work.records.asks.get(ask_id)
    blocker = None if ask is None else work.records.blockers.get(ask.blocker)
    if ask is None or blocker is None or ask.asked != by:
        raise NotFound
    first = work.records.asks.answer(ask.id, said)
    what = f"ask_{said if first else ask.answer or said}"
    if first and blocker.is_open:
        _pass_on(work, ask, blocker, said)
    return Told(what, card_of(work, blocker))


def _pending(work: Work, blocker: Blocker) -> Ask | None:
    for ask in work.records.asks.about(blocker.id):
        zone, hours = zone_of(work, ask.asked), hours_of(work, ask.asked)
        until = add_working_time(ask.at, TIME_TO_ANSWER, zone=zone, hours=hours)
        if ask.answer is None and work.now < until:
            return ask
    return None


def _pass_on(work: Work, ask: Ask, blocker: Blocker, said: str) -> None:
    if said == "yes":
        happened(work, blocker, ask.asked, "offered")
        say_in_thread(work, blocker, "blocker.helper_found", helper=ask.asked)
    else:
        tell_in_hours(work, ask.asker, "blocker.ask_declined", blocker=blocker.id)


def _next_to_ask(work: Work, blocker: Blocker, *, asker: PersonId) -> Person | None:
    """Of the people who may see it: in a private channel only its team."""
    asked = {ask.asked for ask in work.records.asks.about(blocker.id)}
    passed_over = asked | {blocker.waiter, blocker.owner, blocker.helper, asker}
    team = work.records.teams.members(blocker.team)
    for knower in work.records.blockers.knowers(blocker.function):
        person = work.records.people.get(knower)
        if person is None or knower in passed_over or not _hears(work, knower):
            continue
        if may_use(person, work.records.workspace) and (
            knower in team or (blocker.audience == "channel" and reads(work, blocker.team, knower))
        ):
            return person
    return None


def _hears(work: Work, person: PersonId) -> bool:
    """They have not muted such questions, and are not away for long."""
    at = welcome_at(work, person, _KIND)
    return at is not None and at - work.now <= _SOON
