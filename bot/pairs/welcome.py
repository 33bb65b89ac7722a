"""Newcomers: who joins long before the next round has a partner on their second working day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.calendar import zone_named
from bot.pairs.dropping import bring_together, has_met
from bot.pairs.feature import NAME, SPARE
from bot.pairs.hours import first_minute
from bot.pairs.opening import circle_of
from bot.pairs.order import shuffled
from bot.pairs.people import apart, members, present
from bot.pairs.reckoning import ways_in
from bot.pairs.spare import left_over, of_today, waiting
from bot.profiles import absence, end_of, next_worked, start_of, today, zone_of
from bot.rhythms import next_of
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Place, Round
from storage.pairs_welcomes import Welcome
from storage.rhythms import Participant, Rhythm
from storage.types import PersonId

NEW = "new"  # why two meet
SOON = timedelta(days=7)


def plan(work: Work, rhythm: Rhythm) -> None:
    """Whoever joined is due on their second working day."""
    circle = circle_of(work, rhythm.team)
    for one in _newcomers(work, rhythm, circle):
        work.records.pair_welcomes.put(circle.id, one.person, _moment(work, circle, one))


def do_due(work: Work) -> bool:
    """One who is due has a partner from now on, or a turn again; False when nobody is due."""
    due = work.records.pair_welcomes.first(work.now)
    if due is None:
        return False
    again = _turn(work, due)
    if again is None:
        work.records.pair_welcomes.drop(due)
    else:
        work.records.pair_welcomes.put(due.circle, due.person, again)
    return True


def _turn(work: Work, due: Welcome) -> datetime | None:
    """When they are due again; None where they have a partner now, or are new no longer."""
    circle = work.records.pairs.circle(due.circle)
    newcomer = None if circle is None else _still_new(work, circle, due.person)
    if circle is None or newcomer is None:
        return None
    if _moment(work, circle, newcomer) <= work.now and _welcomed(work, circle, due.person):
        return None
    return _moment(work, circle, newcomer)


def _still_new(work: Work, circle: Circle, person: PersonId) -> Participant | None:
    rhythm = None if circle.team is None else work.records.rhythms.get(circle.team, NAME)
    if rhythm is None or not rhythm.on:
        return None
    return next((one for one in _newcomers(work, rhythm, circle) if one.person == person), None)


def _newcomers(work: Work, rhythm: Rhythm, circle: Circle) -> Iterator[Participant]:
    """Who joined after the others began, and after the last round did, with none to come soon."""
    known = work.records.rhythms.participants(rhythm.team, NAME)
    said = [known[one] for one in members(work, circle)]
    since = min((one.said_at for one in said), default=work.now)
    last = work.records.pair_rounds.latest(circle.id)
    if last is not None:
        since = max(since, last.begun_at)
    for one in said:
        if one.said_at <= since or not _is_far(work, rhythm, one):
            continue
        if not work.records.pair_rounds.was_paired(circle.id, one.person):
            yield one


def _is_far(work: Work, rhythm: Rhythm, one: Participant) -> bool:
    """Whether the round that came next when they joined is more than a week after."""
    coming = next_of(rhythm, zone_of(work, one.person), one.said_at, 1)
    return not coming or coming[0].date - _joined_on(work, one) > SOON


def _moment(work: Work, circle: Circle, one: Participant) -> datetime:
    """The start of their second working day; where that was in vain or passed, of the next."""
    person, now = one.person, today(work, one.person)
    first = _worked_from(work, person, _joined_on(work, one))
    day = max(next_worked(work, person, first), now, one.away_until or now)
    tried = work.records.pair_rounds.place_of(f"{circle.id}:{day}:{SPARE}", person)
    if tried is not None or work.now >= end_of(work, person, day):
        day += timedelta(days=1)
    return start_of(work, person, _worked_from(work, person, day))


def _joined_on(work: Work, one: Participant) -> date:
    return one.said_at.astimezone(zone_named(zone_of(work, one.person))).date()


def _worked_from(work: Work, person: PersonId, day: date) -> date:
    return day if absence(work, person, day) is None else next_worked(work, person, day)


def _welcomed(work: Work, circle: Circle, person: PersonId) -> bool:
    """False when nobody can today; then they wait for whoever asks for a partner."""
    round_ = of_today(work, circle, person)
    work.records.pair_rounds.place(Place(round_.id, person, None, "loose"))
    mate = _mate(work, circle, round_, person)
    if mate is None:
        return False
    if work.records.pair_rounds.place_of(round_.id, mate) is None:
        work.records.pair_rounds.place(Place(round_.id, mate, None, "loose"))
    because = {"why": NEW, "person": person}
    return bring_together(work, circle, round_, [person, mate], because=because)


def _mate(work: Work, circle: Circle, round_: Round, person: PersonId) -> PersonId | None:
    """Who wants a partner today, or has none; then who has met theirs; then any of the others."""
    taken = {one.person for one in work.records.pair_rounds.places(round_.id)}
    wants = waiting(work, round_, person)
    others = [one for one in members(work, circle) if one not in taken] + wants
    here = {one.person: one.works for one in present(work, circle, round_, [person, *others])}
    never = apart(work, circle, ways_in(work, circle, round_), [person, *others])
    fits = [
        one
        for one in shuffled(others, round_.id)
        if {one, person} <= here.keys()
        and frozenset((one, person)) not in never
        and first_minute(work.now, [here[one], here[person]]) is not None
    ]
    ranks = [set(wants), set(left_over(work, circle, round_)), _met(work, circle)]
    return min(fits, key=lambda one: [one not in rank for rank in ranks], default=None)


def _met(work: Work, circle: Circle) -> set[PersonId]:
    """Their partner of this round."""
    last = work.records.pair_rounds.latest(circle.id)
    places = [] if last is None else work.records.pair_rounds.places(last.id)
    return {one.person for one in places if has_met(work, one)}
