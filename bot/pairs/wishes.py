"""What a person says of their own pairs: not now, never with them, to teach, to learn, to leave."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.functions import FUNCTIONS
from bot.pairs.answers import MET, pairing_of
from bot.pairs.dropping import drop_out, has_met, part, running
from bot.pairs.feature import NAME
from bot.pairs.opening import circle_of
from bot.pairs.people import ACROSS
from bot.pairs.refusals import NoRound, NotTheirKeeper, NotWithYourself, WhichDay, WhichFunction
from bot.profiles import today, zone_of
from bot.rhythms import may_change, next_of
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from storage.pairs_wishes import Wish
from storage.teams import Team
from storage.types import PersonId


def skip(work: Work, teams: Iterable[Team], *, by: PersonId) -> Told:
    """This round, where they have a place in one that goes on; else the next."""
    left = []
    for round_, place in running(work, by):
        if place.state != "out" and not has_met(work, place):
            left.append(drop_out(work, round_, place))
    if left:
        return _dropped_out(left)
    until = _after_next_round(work, teams, by)
    if until is None:
        raise NoRound
    return pause(work, teams, until, by=by)


def leave(work: Work, pairing_id: str, *, by: PersonId) -> Told:
    """One pair, by a tap on it. Raises NotYourPair."""
    pairing = pairing_of(work, pairing_id, by)
    round_ = work.records.pair_rounds.get(pairing.round)
    place = work.records.pair_rounds.place_of(pairing.round, by)
    if round_ is None or place is None or has_met(work, place):
        return Told("pairs.answered_before", None, {"how": MET, "by": pairing.answered_by})
    return _dropped_out([drop_out(work, round_, place)])


def pause(work: Work, teams: Iterable[Team], until: date | None, *, by: PersonId) -> Told:
    """`until`: the first day on which they are paired again; None: from now on."""
    taking = [one for one in teams if by in work.records.rhythms.participants(one.id, NAME)]
    if not taking:
        raise NoRound
    if until is not None and until <= today(work, by):
        raise WhichDay
    for team in taking:
        work.records.rhythms.away(team.id, NAME, by, until)
        work.records.pairs.touch(circle_of(work, team.id).id)
    if until is None:
        return Told("pairs.resumed", None, {})
    for round_, place in running(work, by):
        if not has_met(work, place):
            drop_out(work, round_, place)
    return Told("pairs.paused", None, {"until": until.isoformat()})


def never(work: Work, other: PersonId, *, by: PersonId) -> Told:
    """Private, and it holds both ways; said once more it is taken back."""
    if other == by:
        raise NotWithYourself
    facts = {"other": other}
    if work.records.pair_wishes.forgive(by, other):
        _touch(work, by)
        return Told("pairs.forgiven", None, facts)
    work.records.pair_wishes.never(by, other, at=work.now)
    _touch(work, by)
    _part(work, by, other)
    return Told("pairs.never", None, facts)


def teach(work: Work, text: str, *, by: PersonId) -> Told:
    """It stands in their profile from now on; said once more it is taken back."""
    function = _function(text)
    skills = work.records.profiles.get(by).skills
    is_new = function not in skills
    kept = sorted({*skills, function} if is_new else set(skills) - {function})
    work.records.profiles.put(by, skills=kept)
    _touch(work, by)
    return Told(
        "pairs.teaches" if is_new else "pairs.no_longer_teaches", None, {"function": function}
    )


def learn(work: Work, text: str, *, by: PersonId) -> Told:
    """Until they met somebody who can; said once more it is taken back."""
    function = _function(text)
    facts = {"function": function}
    _touch(work, by)
    if work.records.pair_wishes.unwish(by, function):
        return Told("pairs.no_longer_learns", None, facts)
    work.records.pair_wishes.wish(Wish(by, function, work.now))
    return Told("pairs.learns", None, facts)


def across(work: Work, *, wants: bool, by: PersonId) -> Told:
    work.records.pair_wishes.wants_across(by, wants)
    work.records.pairs.touch(circle_of(work, None).id)
    return Told("pairs.across" if wants else "pairs.not_across", None, {})


def leaving(work: Work, person: PersonId, on: date | None, *, by: PersonId) -> Told:
    """What only they know is paired first from now on; None: they stay after all."""
    if person != by and not _keeps_for(work, person, by):
        raise NotTheirKeeper
    if on is not None and on <= today(work, by):
        raise WhichDay
    work.records.pair_wishes.leaves(person, on)
    _touch(work, person)
    facts = {"person": person, "on": None if on is None else on.isoformat()}
    return Told("pairs.leaving" if on else "pairs.staying", None, facts)


def _dropped_out(left: Iterable[Sequence[PersonId]]) -> Told:
    """Who was with them: alone now, or of three still a pair."""
    facts = {"others": set[PersonId](), "still": set[PersonId]()}
    for people in left:
        facts["still" if len(people) > 1 else "others"].update(people)
    return Told("pairs.dropped_out", None, {name: sorted(who) for name, who in facts.items()})


def _part(work: Work, one: PersonId, other: PersonId) -> None:
    """Who are a pair just now are so no longer, where the one asked for it."""
    for round_, place in running(work, one):
        mine = [] if place.pairing is None else work.records.pair_rounds.together(place.pairing)
        if other in {each.person for each in mine}:
            part(work, round_, place)


def _touch(work: Work, person: PersonId) -> None:
    """Whatever round of theirs is being reckoned is reckoned anew."""
    for team in work.records.teams.of_person(person):
        work.records.pairs.touch(str(team.id))
    work.records.pairs.touch(ACROSS)


def _after_next_round(work: Work, teams: Iterable[Team], person: PersonId) -> date | None:
    found = []
    for team in teams:
        rhythm = work.records.rhythms.get(team.id, NAME)
        if rhythm is not None and rhythm.on:
            following = next_of(rhythm, zone_of(work, person), work.now, 2)
            found += [one.date for one in following[1:]]
    return min(found, default=None)


def _keeps_for(work: Work, person: PersonId, by: PersonId) -> bool:
    return any(may_change(work, team, by) for team in teams_of(work, person))


def _function(text: str) -> str:
    """By its id or its name, as people write it."""
    said = " ".join(text.casefold().replace("_", " ").split())
    for function, name in FUNCTIONS.items():
        names = {function.replace("_", " "), name.casefold()}
        if said in names or said in {part.strip() for one in names for part in one.split("/")}:
            return function
    starts = [one for one in FUNCTIONS if said and one.replace("_", " ").startswith(said)]
    if len(starts) == 1:
        return starts[0]
    raise WhichFunction(functions=", ".join(FUNCTIONS))
