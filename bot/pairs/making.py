"""Making pairs: everybody gets a place, each pair its DM in the first minute that they share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

from bot.letters import post
from bot.pairs.feature import SPARE, kind_of
from bot.pairs.hours import Stretch, first_minute
from bot.pairs.inputs import written
from bot.pairs.matching import Matching
from bot.pairs.needs import Need
from bot.pairs.people import Couple, Present
from bot.pairs.reckoning import Ready, seats_of, still_true
from bot.pairs.seats import sat_out
from bot.world import Work
from storage.outbox import INTERACTIVE, SCHEDULED
from storage.pairs import Meeting
from storage.pairs_rounds import Pairing, Place, Round
from storage.types import PersonId

MADE, ASKED, SAT_OUT = "pairs.made", "pairs.asked", "pairs.sat_out"
LEADS, JOINS = "leads", "joins"  # driver and navigator, or author and reviewer
Reason = Mapping[str, Any]


def keep(work: Work, ready: Ready, found: Matching) -> bool:
    """All of the round at once; False when an input changed after it was read.

    Then nothing is kept, and the round is reckoned again.
    """
    if not still_true(work, ready) or not work.records.pairs.turn(ready.circle):
        return False
    number = ready.inputs.number
    kind = kind_of(ready.ways, number)
    outcome = {"pairs": [list(group) for group in found.pairs], "byes": list(found.byes)}
    inputs = {**written(ready.inputs), "kind": kind, "found": outcome}
    if not work.records.pair_rounds.made(ready.round, number=number, inputs=inputs, now=work.now):
        return False
    alone = len(ready.present) < 2
    seats = ready.seats if alone else sat_out(ready.seats, found.byes, number)
    work.records.pairs.seat_all(ready.circle.id, seats_of(seats))
    here = {one.person: one for one in ready.present}
    relaxed = {frozenset(group) for group in found.relaxed}
    for group in found.pairs:
        together = [here[person] for person in group]
        _pair(work, ready, together, relaxed=frozenset(group) in relaxed)
    for person in found.byes:
        bye = Place(ready.round.id, person, None, "loose", bye=not alone)
        work.records.pair_rounds.place(bye)
        tell_alone(work, ready.round, here[person], why="alone" if alone else "bye")
    return True


def pair_up(
    work: Work,
    round_: Round,
    people: Sequence[Present],
    *,
    number: int,
    reasons: Sequence[Reason],
    relaxed: bool = False,
    asked_by: PersonId | None = None,
) -> tuple[Pairing, Mapping[PersonId, str]]:
    """A pairing and its letter; whoever calls gives them their places. Also everybody's role.

    `asked_by`: a person wants it now; else it goes in the first minute that all of them work.
    """
    starts_at = first_minute(work.now, [one.works for one in people]) or work.now
    pairing = Pairing(
        id=work.new_id(),
        round=round_.id,
        state="on",
        starts_at=starts_at,
        asks_at=_asks_at(round_, starts_at, [one.works for one in people]),
        relaxed=relaxed,
        reasons=tuple(reasons),
    )
    work.records.pair_rounds.add_pairing(pairing)
    names = sorted(one.person for one in people)
    roles = _count(work, round_.circle, names, number, is_spare=round_.kind == SPARE)
    post(
        work,
        MADE,
        to=",".join(names),
        slot=slot_of(pairing.id),
        facts={"pairing": pairing.id},
        not_before=starts_at,
        asked=asked_by is not None,
        rank=SCHEDULED if asked_by is None else INTERACTIVE,
    )
    return pairing, roles


def tell_alone(work: Work, round_: Round, one: Present, *, why: str) -> None:
    """Kindly, in their own first working minute: nobody is left without a word."""
    facts = {"round": round_.id, "person": one.person, "why": why}
    at = first_minute(work.now, [one.works])
    slot = f"{round_.id}:{one.person}:{why}"
    post(
        work,
        SAT_OUT,
        to=one.person,
        facts=facts,
        slot=slot,
        not_before=at,
        asked=False,
        rank=SCHEDULED,
    )


def slot_of(pairing: str) -> str:
    return f"pairing:{pairing}"


def couples(people: Iterable[PersonId]) -> list[Couple]:
    return [frozenset(two) for two in combinations(sorted(people), 2)]


def _pair(work: Work, ready: Ready, people: Sequence[Present], *, relaxed: bool) -> None:
    pairing, roles = pair_up(
        work,
        ready.round,
        people,
        number=ready.inputs.number,
        reasons=_reasons(work, ready, [one.person for one in people]),
        relaxed=relaxed,
    )
    for person, role in roles.items():
        place = Place(ready.round.id, person, pairing.id, "paired", role)
        work.records.pair_rounds.place(place)


def _reasons(work: Work, ready: Ready, people: Sequence[PersonId]) -> list[Reason]:
    """Why these, the weightiest first: what is needed, then how long ago they met."""
    found: list[Need] = [need for two in couples(people) for need in ready.needs.get(two, ())]
    needs = {(one.kind, one.subject): one for one in found}
    ordered = sorted(needs.values(), key=lambda one: (-one.quarters, one.kind, one.subject))
    said: list[Reason] = [{"why": one.kind, "subject": one.subject, **one.facts} for one in ordered]
    if len(ready.present) == 2:
        return [*said, {"why": "only_two"}]
    last = _last_meetings(ready, people)
    if not any(last):
        meeting, circle = work.records.pairs.meeting, ready.circle.id
        tried = any(meeting(circle, *sorted(two)).made for two in couples(people))
        return [*said, {"why": "not_met" if tried else "never_met"}]
    return [*said, {"why": "longest", "rounds": ready.inputs.number - max(last)}]


def _last_meetings(ready: Ready, people: Sequence[PersonId]) -> list[int]:
    """By the numbers of their rounds; 0 of who never met."""
    at = [n for n, one in enumerate(ready.inputs.seats) if one.who in people]
    return [int(ready.inputs.met[one, other]) for one, other in combinations(at, 2)]


def _count(
    work: Work, circle: str, people: Sequence[PersonId], number: int, *, is_spare: bool
) -> dict[PersonId, str]:
    """That they were paired is known from now on, and who leads this time."""
    pairs = work.records.pairs
    known = {two: pairs.meeting(circle, *sorted(two)) for two in couples(people)}
    leader = _leader(people, list(known.values()), number)
    for one in known.values():
        led = leader if leader in (one.one, one.other) else one.led
        tries = one.tries if is_spare else one.tries + 1
        made = one.made if is_spare else number
        pairs.keep(circle, replace(one, made=made, tries=tries, led=led))
    return {person: LEADS if person == leader else JOINS for person in people}


def _leader(people: Sequence[PersonId], known: Sequence[Meeting], number: int) -> PersonId:
    """Whoever led the least lately among these; the first time by turns."""
    led = [one.led for one in known if one.led is not None]
    turn = [*people[number % len(people) :], *people[: number % len(people)]]
    return min(turn, key=led.count)


def _asks_at(round_: Round, starts_at: datetime, works: Sequence[Sequence[Stretch]]) -> datetime:
    """Past the middle of the round, while all of them work."""
    days = (round_.until - round_.date).days
    later = starts_at + timedelta(days=max(days * 4 // 7, 1))
    return first_minute(later, works) or later
