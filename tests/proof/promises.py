"""Things said to the bot in all ways, each with a promised audience that its author may widen."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from bot import blockers, people, standups
from bot.blockers import BlockerId, Wait
from bot.blockers.silence import bring
from bot.errors import Overtaken, Refusal
from bot.standups import Given, Said
from bot.told import Told
from bot.world import Work
from storage.people import Channel, Person
from storage.types import ChannelId, PersonId, TeamId
from tests.proof.bureau import Bureau, Sent

T = TypeVar("T")
OPEN, CLOSED = ChannelId("C0OPEN"), ChannelId("C0CLOSED")
_FUNCTIONS = ("data_engineering", "code_review", "compute_gpu", "data_access")
_LEADS = (
    *("waiting on the {} table from data engineering", "need a review of {} <@{}>"),
    *("blocked by <@{1}>: {0} & the <https://example.com/x|export>", "GPU queue for {}"),
    *("still no access to `{}`", "*{}* :hourglass: no ok yet", "> quoted {}\nand waiting"),
)
_TOKEN = re.compile(r"zq[a-z]{2}\d{5}x")
_WAYS = ("standup", "standup", "draft", "typed", "typed", "asked", "me", "dm", "note", "question")


@dataclass
class Crowd:
    """Twelve people of one workspace: most in an open channel's team, some in a private one's."""

    bureau: Bureau
    dice: Random
    mark: str  # of this workspace, in every token
    everybody: list[PersonId]
    closed: set[PersonId]  # in the private channel now
    readers: dict[str, set[PersonId]] = field(default_factory=dict)  # by token
    waits: dict[BlockerId, str] = field(default_factory=dict)  # its token
    teams: dict[ChannelId, TeamId] = field(default_factory=dict)
    drafts: list[tuple[PersonId, str]] = field(default_factory=list)
    leaks: list[tuple[str, PersonId, str]] = field(default_factory=list)
    read: int = 0  # tokens that somebody could read, each time

    def say(self, *readers: PersonId, of: ChannelId | None = None) -> str:
        """A new token, promised to these and to a channel's people."""
        token = f"zq{self.mark}{len(self.readers):05}x"
        self.readers[token] = {*readers, *(self.people_of(of) if of else ())}
        return token

    def people_of(self, channel: ChannelId) -> Iterable[PersonId]:
        return self.everybody if channel == OPEN else self.closed

    def words(self, token: str) -> str:
        return self.dice.choice(_LEADS).format(token, self.dice.choice(self.everybody))

    def do(self, verb: Callable[[Work], T]) -> T | None:
        try:
            return self.bureau.do(verb)
        except (Refusal, Overtaken):
            return None

    def sees(self, where: str, person: PersonId, text: str) -> None:
        for token in set(_TOKEN.findall(text)):
            self.read += 1
            if person not in self.readers.get(token, ()):
                self.leaks.append((where, person, token))


def gathered(bureau: Bureau, dice: Random, mark: str) -> Crowd:
    everybody = [PersonId(f"U0P{number:02}") for number in range(12)]
    crowd = Crowd(bureau, dice, mark, everybody, set(everybody[6:]))
    bureau.hears = lambda sent: _hears(crowd, sent)
    bureau.do(lambda work: _introduce(work, crowd))
    return crowd


def _introduce(work: Work, crowd: Crowd) -> None:
    here, now = work.records.workspace, work.now
    known = [
        Person(one, f"Person {one[-2:]}", one.lower(), "UTC", here, False, False, False, now)
        for one in crowd.everybody
    ]
    places = [Channel(OPEN, "open", "channel", True, 13, None, now)]
    places.append(Channel(CLOSED, "closed", "private", True, 7, None, now))
    direct = [Channel(dm_of(one), "", "dm", True, 2, None, now) for one in crowd.everybody]
    people.learn(work, people=known, channels=[*places, *direct])
    for channel, members in ((OPEN, crowd.everybody[:9]), (CLOSED, sorted(crowd.closed))):
        for one in members:
            crowd.teams[channel] = standups.team_here(work, channel=channel, person=one).id


def dm_of(person: PersonId) -> ChannelId:
    return ChannelId(f"D{person[1:]}")


def speak(crowd: Crowd) -> None:
    """Somebody says something new, in one of all the ways."""
    channel = crowd.dice.choice((OPEN, CLOSED))
    person = crowd.dice.choice(crowd.everybody[:9] if channel == OPEN else sorted(crowd.closed))
    way = crowd.dice.choice(_WAYS)
    if way == "standup":
        _answers(crowd, person, channel)
    elif way == "draft" or not crowd.waits:
        _drafts(crowd, person)
    elif way in ("note", "question"):
        _speaks_of_a_wait(crowd, way)
    else:
        _reports(crowd, person, channel, way)


def _answers(crowd: Crowd, person: PersonId, channel: ChannelId) -> None:
    words = crowd.words(crowd.say(person, of=channel))
    given = (Given("plan", "What is next?", words), Given("waits", "Waiting?", words))
    wait = Wait(words=words, function=crowd.dice.choice(_FUNCTIONS))
    waits = (wait,) if crowd.dice.random() < 0.5 else ()

    def give(work: Work) -> Told:
        team = standups.known_team(work, crowd.teams[channel])
        return standups.give(work, team, Said(given, waits=waits), by=person)

    crowd.do(give)


def _drafts(crowd: Crowd, person: PersonId) -> None:
    words = crowd.words(crowd.say(person))
    told = crowd.do(lambda work: standups.typed(work, words, by=person))
    if told is not None:
        crowd.drafts.append((person, told.facts["draft"]))


def _reports(crowd: Crowd, person: PersonId, channel: ChannelId, way: str) -> None:
    owner = crowd.dice.choice([one for one in crowd.everybody if one != person])
    audience = {"typed": "channel", "asked": "asked"}.get(way, "me")
    readers = [person, owner] if way == "asked" else [person]
    token = crowd.say(*readers, of=channel if way == "typed" else None)
    wait = Wait(
        words=crowd.words(token),
        function=crowd.dice.choice(_FUNCTIONS),
        owner=owner if way == "asked" or crowd.dice.random() < 0.5 else None,
        audience=None if way == "dm" else audience,
    )
    place = dm_of(person) if way == "dm" else channel
    told = crowd.do(
        lambda work: blockers.report(work, wait, waiter=person, channel=place, in_dm=way == "dm")
    )
    if told is not None and told.card is not None:
        crowd.waits[told.card.blocker.id] = token


def _speaks_of_a_wait(crowd: Crowd, way: str) -> None:
    """Words beside a wait are for those who may read the wait."""
    blocker = crowd.dice.choice(list(crowd.waits))
    readers = crowd.readers[crowd.waits[blocker]]
    person = crowd.dice.choice(sorted(readers))
    token = crowd.say()
    crowd.readers[token] = readers
    words = f"about {token} then"
    if way == "note" and crowd.dice.random() < 0.3:
        crowd.do(lambda work: blockers.resolve(work, blocker, by=person, note=words))
    else:
        crowd.do(
            lambda work: blockers.need_info(work, blocker, words, by=person, place=dm_of(person))
        )


def meddle(crowd: Crowd) -> None:
    """Somebody does something with a wait of before; its author may let more people see it."""
    if not crowd.waits:
        return
    blocker = crowd.dice.choice(list(crowd.waits))
    kept = crowd.bureau.look(lambda work: work.records.blockers.get(blocker))
    assert kept is not None
    readers, author = crowd.readers[crowd.waits[blocker]], kept.waiter
    other = crowd.dice.choice(crowd.everybody)
    reader = crowd.dice.choice(sorted(readers))
    way = crowd.dice.choice(("widen", "bring", "take", "offer", "not_mine", "talk", "on_it", "ask"))
    if way == "bring":
        readers.add(other)
        crowd.do(lambda work: bring(work, blocker, other, by=author))
    elif way == "widen":
        _widens(crowd, kept, author)
    elif way == "ask" and reader == author:
        _asks_quietly(crowd, kept, author)
    elif way == "talk" and reader == author:
        told = crowd.do(lambda work: blockers.talk(work, blocker, by=author))
        readers.update([] if told is None or "with" not in told.facts else [told.facts["with"]])
    else:
        _act(crowd, way, blocker, reader, other)


def _widens(crowd: Crowd, kept: Any, author: PersonId) -> None:
    audience = crowd.dice.choice(("channel", "asked", "me"))
    readers = crowd.readers[crowd.waits[kept.id]]
    channel = next((one for one, team in crowd.teams.items() if team == kept.team), None)
    if audience == "channel" and channel is not None:
        readers.update(crowd.people_of(channel))
    elif audience == "asked" and kept.owner is not None:
        readers.add(kept.owner)
    crowd.do(lambda work: blockers.widen(work, kept.id, audience, by=author))


def _asks_quietly(crowd: Crowd, kept: Any, author: PersonId) -> None:
    """Its author lets one more person of the team read it, whoever that may be."""
    told = crowd.do(lambda work: blockers.ask_quietly(work, kept.id, by=author))
    if told is not None and told.what == "asked":
        asks = crowd.bureau.look(lambda work: work.records.asks.about(kept.id))
        asked = asks[-1].asked
        assert kept.team != crowd.teams[CLOSED] or asked in crowd.closed
        crowd.readers[crowd.waits[kept.id]].add(asked)


def _act(crowd: Crowd, way: str, blocker: BlockerId, by: PersonId, other: PersonId) -> None:
    place = dm_of(by)
    verbs: dict[str, Callable[[Work], Told]] = {
        "take": lambda work: blockers.take(work, blocker, by=by),
        "offer": lambda work: blockers.offer_help(work, blocker, by=by),
        "talk": lambda work: blockers.talk(work, blocker, by=by),
        "on_it": lambda work: blockers.on_it(work, blocker, "week", by=by, place=place),
        "not_mine": lambda work: blockers.not_mine(work, blocker, by=by, place=place, person=other),
        "ask": lambda work: blockers.ask_quietly(work, blocker, by=by),
    }
    crowd.do(verbs[way])


def one_leaves(crowd: Crowd) -> None:
    """The private channel; whoever comes later reads what is said from then on."""
    leaver = crowd.dice.choice(sorted(crowd.closed)[1:])
    crowd.closed.discard(leaver)
    team = crowd.teams[CLOSED]
    crowd.bureau.do(lambda work: work.records.teams.leave(team, leaver))


def _hears(crowd: Crowd, sent: Sent) -> None:
    """A letter is read by whom it is whispered to, by whose DM it stands in, or by a channel."""
    channel = ChannelId(sent.letter.conversation)
    readers = sent.to or list(crowd.people_of(channel))
    for person in readers:
        crowd.sees(f"{sent.letter.kind} {sent.letter.verb}", PersonId(person), sent.read)
