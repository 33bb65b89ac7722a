"""What happens to people over a quarter: leave, a status in Slack, a journey, coming and going."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot import standups, teams
from bot.told import Told
from bot.world import Work
from storage.types import PersonId
from tests.proof.company import DAY, Company, Place, learn, take_part
from tests.proof.people import HOMES, Member, days_of, instant

_BEFORE_WORK = "06:05"


def plan(company: Company) -> None:
    """For everybody, by dice, before anything begins."""
    quarters = (company.end - company.bureau.now) / (90 * DAY)
    for member in company.members.values():
        for deed, times in _IN_A_QUARTER.items():
            for _ in range(_times(company, times * quarters)):
                deed(company, member)
    everybody = list(company.members.values())
    for member in company.dice.sample(everybody, max(1, len(everybody) // 13)):
        _travels(company, member)
    _one_comes_and_one_leaves(company)


def _times(company: Company, mean: float) -> int:
    return int(mean) + company.chance(mean % 1)


def _day(company: Company, *, before_end: int) -> date:
    first = company.bureau.now.date() + 2 * DAY
    last = company.end.date() - before_end * DAY
    return company.dice.choice(list(days_of(first, max(first, last))))


def _morning(
    company: Company, member: Member, day: date, deed: Callable[[], None], clock: str = _BEFORE_WORK
) -> None:
    """Early on that day of theirs."""
    company.bureau.at(instant(day, clock, member.facts.zone), deed)


def _says(company: Company, member: Member, **said: Any) -> None:
    company.bureau.do(lambda work: work.records.profiles.put(member.id, **said))
    member.change(company.bureau.now, **{name: tuple(value) for name, value in said.items()})


def _holiday(company: Company, member: Member) -> None:
    """Entered a day or two before it begins."""
    first = _day(company, before_end=3)
    span = (first, first + company.dice.choice((0, 1, 4, 9)) * DAY)
    said = first - company.dice.choice((1, 2)) * DAY
    _morning(company, member, said, lambda: _says(company, member, off=[*member.facts.off, span]))


def _paused(company: Company, member: Member) -> None:
    first = _day(company, before_end=8)
    span = (first, first + 4 * DAY)
    _morning(company, member, first, lambda: _says(company, member, paused=[span]))


def _ill(company: Company, member: Member) -> None:
    """By a status in Slack, up to a day or until it is taken away."""
    first = _day(company, before_end=4)
    length = company.dice.choice((0, 1, 2))
    until = date.max if company.chance(0.3) else first + length * DAY
    _morning(company, member, first, lambda: _status(company, member, until))
    back = first + (length + 1) * DAY
    _morning(company, member, back, lambda: _status(company, member, None))


def _status(company: Company, member: Member, until: date | None) -> None:
    now = company.bureau.now
    day, _ = member.facts.there(now)
    if until is None and member.facts.away_until is not None:
        member.away -= set(days_of(day, day + 30 * DAY))
    elif until is not None:
        member.away |= set(days_of(day, min(until, day + 30 * DAY)))
    member.change(now, away_until=until)
    learn(company, member)


def _not_asked(company: Company, member: Member) -> None:
    first = _day(company, before_end=6)
    until = first + company.dice.choice((3, 7)) * DAY

    def off(work: Work) -> Told:
        mine = standups.teams_of_person(work, member.id)
        return standups.off_until(work, mine, until, by=member.id)

    def says() -> None:
        if member.facts.teams and company.act("off until", off) is not None:
            asked_by = sorted(member.facts.teams)
            member.change(company.bureau.now, not_asked=tuple((one, until) for one in asked_by))

    _morning(company, member, first, says)


def _travels(company: Company, member: Member) -> None:
    """A week in another zone, and home again; both on a Saturday, while Slack learns it."""
    first = _day(company, before_end=9)
    first += ((5 - first.weekday()) % 7) * DAY
    home = member.facts.zone
    there = company.dice.choice([zone for zone, _ in HOMES if zone != home])
    at = instant(first, "12:05", home)
    company.bureau.at(at, lambda: _moves(company, member, there))
    company.bureau.at(at + timedelta(days=8), lambda: _moves(company, member, home))


def _moves(company: Company, member: Member, zone: str) -> None:
    member.change(company.bureau.now, zone=zone)
    learn(company, member)


def _one_comes_and_one_leaves(company: Company) -> None:
    """Into each team, from the other one; and somebody leaves the company for good."""
    middle = company.bureau.now + (company.end - company.bureau.now) / 2
    for place in company.places:
        strangers = [one for one in company.members if one not in place.people]
        comes = company.dice.choice(strangers)
        leaves = company.dice.choice(place.people[1:])
        company.bureau.at(_whole(middle), partial(_comes, company, place, comes))
        company.bureau.at(_whole(middle + 3 * DAY), partial(_leaves, company, place, leaves))
    retires = company.dice.choice(list(company.members.values())[1 : len(company.members) // 2])
    company.bureau.at(_whole(middle + 5 * DAY), lambda: _retires(company, retires))


def _whole(at: datetime) -> datetime:
    return at.replace(minute=17, second=0, microsecond=0)


def _comes(company: Company, place: Place, person: PersonId) -> None:
    if not company.members[person].facts.gone:
        take_part(company, place, person)


def _leaves(company: Company, place: Place, person: PersonId) -> None:
    company.bureau.do(lambda work: teams.left(work, place.channel, person))
    member = company.members[person]
    member.change(company.bureau.now, teams=member.facts.teams - {place.id})


def _retires(company: Company, member: Member) -> None:
    member.change(company.bureau.now, gone=True)
    learn(company, member)


_IN_A_QUARTER: Mapping[Callable[[Company, Member], None], float] = {
    _holiday: 1.5,
    _ill: 1,
    _paused: 0.1,
    _not_asked: 0.15,
}
