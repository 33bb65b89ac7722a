"""Dropping out: whoever is left gets another loose person, or is told; nobody gets two partners."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.letters import redraw
from bot.pairs import people as who
from bot.pairs.answers import MET, redraw_all
from bot.pairs.hours import first_minute, shared
from bot.pairs.making import MADE, pair_up, slot_of, tell_alone
from bot.pairs.people import Present
from bot.pairs.reckoning import ways_in
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Place, Round
from storage.types import PersonId

LEFT = "left"  # why somebody is alone: their partner dropped out
_BOTH_LOOSE: Mapping[str, Any] = {"why": "loose"}


def running(
    work: Work, person: PersonId, *, circle: str | None = None
) -> list[tuple[Round, Place]]:
    """This person's places in rounds that go on."""
    found = []
    for place in work.records.pair_rounds.of_person(person, since=work.now.date()):
        round_ = work.records.pair_rounds.get(place.round)
        if round_ is not None and round_.state == "made" and circle in (None, round_.circle):
            found.append((round_, place))
    return found


def drop_out(work: Work, round_: Round, place: Place) -> list[PersonId]:
    """Who was with them and is paired anew, or told. Empty when they were out already."""
    if place.state == "out" or not work.records.pair_rounds.move(place, "out"):
        return []
    if place.pairing is None:
        return []
    left = work.records.pair_rounds.together(place.pairing)
    pairing = work.records.pair_rounds.pairing(place.pairing)
    if pairing is not None and len(left) > 1:
        redraw_all(work, pairing)  # of three two are still a pair
        return [one.person for one in left]
    work.records.pair_rounds.end(place.pairing)
    _take_back(work, place.pairing, [place.person, *(one.person for one in left)])
    for one in left:
        if work.records.pair_rounds.move(one, "loose"):
            find_for(work, round_, one.person)
    return [one.person for one in left]


def part(work: Work, round_: Round, place: Place) -> None:
    """They are no pair any more, and both may get somebody else."""
    drop_out(work, round_, place)
    gone = work.records.pair_rounds.place_of(round_.id, place.person)
    if gone is not None and work.records.pair_rounds.move(gone, "loose"):
        find_for(work, round_, place.person)


def has_met(work: Work, place: Place) -> bool:
    pairing = None if place.pairing is None else work.records.pair_rounds.pairing(place.pairing)
    return pairing is not None and pairing.answer == MET


def find_for(work: Work, round_: Round, person: PersonId) -> bool:
    """Another loose person of the round becomes their partner; else they are told."""
    circle = work.records.pairs.circle(round_.circle)
    if circle is None:
        return False
    mate = _best_loose(work, circle, round_, person)
    if mate is None:
        _sits_out(work, circle, round_, person)
        return False
    return bring_together(work, circle, round_, [person, mate])


def bring_together(
    work: Work,
    circle: Circle,
    round_: Round,
    people: Sequence[PersonId],
    *,
    because: Mapping[str, Any] = _BOTH_LOOSE,
    asked_by: PersonId | None = None,
) -> bool:
    """Two loose people of a round are a pair from now on; False when one of them no longer is."""
    here = who.present(work, circle, round_, people)
    places = [work.records.pair_rounds.place_of(round_.id, one.person) for one in here]
    loose = [one for one in places if one is not None and one.state == "loose"]
    if len(loose) != len(people):
        return False
    pairing, roles = pair_up(
        work,
        round_,
        here,
        number=round_.number or circle.rounds,
        reasons=[because],
        relaxed=_is_short(work, circle, round_, here),
        asked_by=asked_by,
    )
    for place in loose:
        role = roles[place.person]
        work.records.pair_rounds.move(place, "paired", pairing=pairing.id, role=role)
        if place.bye:
            _give_back_turn(work, circle, place.person)
    return True


def _best_loose(work: Work, circle: Circle, round_: Round, person: PersonId) -> PersonId | None:
    """Whom they have not met for longest, of those who may meet them."""
    loose = [
        one.person
        for one in work.records.pair_rounds.places(round_.id)
        if one.state == "loose" and one.person != person
    ]
    here = {one.person: one.works for one in who.present(work, circle, round_, [person, *loose])}
    apart = who.apart(work, circle, ways_in(work, circle, round_), [person, *loose])
    fits = [
        one
        for one in loose
        if {one, person} <= here.keys()
        and frozenset((one, person)) not in apart
        and first_minute(work.now, [here[one], here[person]]) is not None
    ]
    meeting = work.records.pairs.meeting
    return min(fits, key=lambda one: (meeting(circle.id, one, person).met, one), default=None)


def _sits_out(work: Work, circle: Circle, round_: Round, person: PersonId) -> None:
    """Theirs is a turn to sit out like any other, and counts as one."""
    place = work.records.pair_rounds.place_of(round_.id, person)
    if place is None or place.bye:
        return
    if round_.kind != "spare":
        work.records.pair_rounds.move(place, "loose", bye=True)
        _count_bye(work, circle, person, 1)
    for one in who.present(work, circle, round_, [person]):
        tell_alone(work, round_, one, why=LEFT)


def _give_back_turn(work: Work, circle: Circle, person: PersonId) -> None:
    _count_bye(work, circle, person, -1)


def _count_bye(work: Work, circle: Circle, person: PersonId, step: int) -> None:
    for seat in work.records.pairs.seats(circle.id):
        if seat.person == person:
            last = circle.rounds if step > 0 else None
            counted = replace(seat, byes=max(seat.byes + step, 0), last_bye=last)
            work.records.pairs.seat(circle.id, counted)
    work.records.pairs.touch(circle.id)


def _take_back(work: Work, pairing: str, people: Sequence[PersonId]) -> None:
    """What the two read says that it is off; a letter that has not left stays where it is."""
    facts = {"pairing": pairing}
    for to in (",".join(sorted(people)), *people):
        slot = slot_of(pairing) if "," in to else f"{slot_of(pairing)}:{to}"
        if work.records.outbox.post(slot) is not None:
            redraw(work, MADE, to=to, slot=slot, facts=facts)


def _is_short(work: Work, circle: Circle, round_: Round, people: Sequence[Present]) -> bool:
    least = ways_in(work, circle, round_).least
    one, *others = people
    return any(shared(one.works, other.works) < least for other in others)
