"""The company of the simulation: its people, teams and dice, and its own book of what happened."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from bot import people, rhythms, teams
from bot.blockers import BlockerId, Hearing
from bot.errors import Overtaken, Refusal
from bot.reading import Learnt
from bot.standups import FEATURE
from bot.told import Card, Told
from bot.world import Work
from storage.people import Channel, Person
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId
from tests.proof.bureau import HERE, Bureau
from tests.proof.people import Member, cast

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_TIRED_AFTER = 24 * 7  # hours in which somebody finds no free one


@dataclass
class Kept:
    """One wait as its people know it."""

    blocker: BlockerId
    waiter: PersonId
    since: datetime
    ended: tuple[str, PersonId, datetime] | None = None  # resolved or withdrawn, by whom, when
    acts: int = 0


@dataclass
class Place:
    """A team by its channel, and when its standup asks."""

    channel: ChannelId
    kind: str
    people: list[PersonId]
    id: TeamId
    clock: str = "09:30"
    first: date = date.max  # of its standup


@dataclass
class Company:
    bureau: Bureau
    dice: Random
    members: dict[PersonId, Member]
    places: list[Place]
    end: datetime
    waits: dict[BlockerId, Kept] = field(default_factory=dict)
    answers: dict[tuple[TeamId, PersonId, date], datetime] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)

    def act(self, what: str, verb: Callable[[Work], Told]) -> Told | None:
        """Somebody taps or types; None when they are told in a sentence why not."""
        try:
            told = self.bureau.do(verb)
        except (Refusal, Overtaken) as refusal:
            self.refused[f"{what}: {type(refusal).__name__}"] += 1
            return None
        self.done[f"{what}: {told.what}"] += 1
        return told

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def choose(self, **weights: float) -> str:
        return self.dice.choices(list(weights), list(weights.values()))[0]

    def within(self, least: float, most: float, deed: Callable[[], None]) -> None:
        """So many minutes from now."""
        wait = self.dice.randint(int(least), int(most))
        self.bureau.at(self.bureau.now + wait * MINUTE, deed)

    def when_free(
        self, person: PersonId, least: float, most: float, deed: Callable[[], object]
    ) -> None:
        """As soon after that as they work."""

        def try_(left: int) -> None:
            facts = self.members[person].facts
            if facts.gone or not left:
                return
            if facts.is_free(self.bureau.now):
                deed()
            else:
                self.bureau.at(self.bureau.now + HOUR, lambda: try_(left - 1))

        self.within(least, most, lambda: try_(_TIRED_AFTER))

    def hearing(self, person: PersonId, names: Mapping[str, str]) -> Hearing:
        """How the bot reads this person's words now."""
        return Hearing(names, self.bureau.now, self.members[person].facts.zone, Learnt())

    def reported(self, card: Card) -> Kept:
        blocker = card.blocker
        new = Kept(blocker.id, blocker.waiter, blocker.since)
        return self.waits.setdefault(blocker.id, new)

    def ended(self, card: Card, how: str, by: PersonId) -> None:
        kept = self.waits[card.blocker.id]
        if kept.ended is None:
            kept.ended = (how, by, self.bureau.now)

    def place_of(self, team: TeamId) -> Place:
        return next(one for one in self.places if one.id == team)


def founded(bureau: Bureau, dice: Random, *, sizes: Sequence[int], end: datetime) -> Company:
    """Two teams: of all but the last, and of the last, with a few in both."""
    everybody, first, second = sizes
    members = {one.id: one for one in cast(dice, everybody, bureau.now)}
    ids = list(members)
    places = [
        Place(ChannelId("C0ALPHA"), "channel", ids[:first], TeamId("")),
        Place(ChannelId("C0BETA"), "private", ids[everybody - second :], TeamId("")),
    ]
    company = Company(bureau, dice, members, places, end)
    bureau.do(lambda work: _describe(work, company))
    for place in places:
        _turn_on(company, place)
    return company


def described(member: Member, now: datetime) -> Person:
    """As Slack describes them now."""
    facts = member.facts
    return Person(
        id=member.id,
        name=member.name,
        handle=member.name.lower(),
        zone=facts.zone,
        home=HERE,
        guest=False,
        bot=False,
        gone=facts.gone,
        learnt_at=now,
        away_until=facts.away_until,
    )


def learn(company: Company, member: Member) -> None:
    known = described(member, company.bureau.now)
    company.bureau.do(lambda work: people.learn(work, people=[known], channels=[]))


def take_part(company: Company, place: Place, person: PersonId) -> None:
    told = company.act(
        "take part", lambda work: rhythms.take_part(work, FEATURE, place.channel, person)
    )
    assert told is not None
    member = company.members[person]
    member.change(company.bureau.now, teams=member.facts.teams | {place.id})


def _describe(work: Work, company: Company) -> None:
    known = [described(one, work.now) for one in company.members.values()]
    channels = [
        Channel(one.channel, one.channel[2:].lower(), one.kind, True, len(one.people), None, None)
        for one in company.places
    ]
    people.learn(work, people=known, channels=channels)
    for member in company.members.values():
        facts = member.facts
        said: dict[str, Any] = {"country": facts.country, "days": facts.days}
        said |= {"starts": facts.starts, "ends": facts.ends}
        work.records.profiles.put(member.id, **said)


def _turn_on(company: Company, place: Place) -> None:
    """By the first of its people; the others join by their own tap."""
    keeper, *others = place.people

    def begin(work: Work) -> Team:
        return teams.team_of(work, place.channel, person=keeper)

    place.id = company.bureau.do(begin).id
    told = company.act("turn on", lambda work: rhythms.start(work, FEATURE, place.channel, keeper))
    assert told is not None
    assert told.what == "rhythm.turned_on", told
    place.first = date.fromisoformat(told.facts["first"])
    member = company.members[keeper]
    member.change(company.bureau.now, teams=member.facts.teams | {place.id})
    for person in others:
        take_part(company, place, person)
