"""What people do when they are told of a wait: on it, in queue, not mine, a hand, or nothing."""

from collections.abc import Callable, Mapping

from bot import blockers
from bot.blockers import BlockerId
from bot.blockers.silence import bring, still_waiting
from bot.told import Card
from storage.types import PersonId, TeamId
from tests.proof.bureau import Sent
from tests.proof.company import Company
from tests.proof.waiting import colleague, resolve

_WHEN = ("today", "tomorrow", "week", "next_week", "open")
_QUESTION = "Which of the two tables?"
_DAY = 24 * 60


def on_wait(company: Company, person: PersonId, card: Card) -> None:
    """Somebody reads in their DM of a wait that they could end."""
    blocker = card.blocker.id
    way = company.choose(on_it=38, queue=15, info=8, not_mine=9, resolve=12, ignore=18)
    deeds: Mapping[str, Callable[[], object]] = {
        "on_it": lambda: _on_it(company, person, blocker),
        "queue": lambda: _queues(company, person, blocker),
        "info": lambda: _asks_back(company, person, blocker),
        "not_mine": lambda: _passes_on(company, person, blocker),
        "resolve": lambda: resolve(company, person, blocker),
    }
    if way in deeds:
        company.when_free(person, 10, 420, deeds[way])


def _on_it(company: Company, person: PersonId, blocker: BlockerId) -> None:
    when, place = company.dice.choice(_WHEN), company.places[0].channel
    told = company.act(
        "on it", lambda work: blockers.on_it(work, blocker, when, by=person, place=place)
    )
    if told is not None and told.what == "on_it" and company.chance(0.75):
        company.when_free(person, 200, 5 * _DAY, lambda: resolve(company, person, blocker))


def _queues(company: Company, person: PersonId, blocker: BlockerId) -> None:
    when = company.choose(week=2, next_week=2, month=1, open=2)
    place = company.places[0].channel
    company.act(
        "queue", lambda work: blockers.in_queue(work, blocker, when, by=person, place=place)
    )
    company.when_free(person, _DAY, 9 * _DAY, lambda: resolve(company, person, blocker))


def _asks_back(company: Company, person: PersonId, blocker: BlockerId) -> None:
    place = company.places[0].channel
    company.act(
        "info", lambda work: blockers.need_info(work, blocker, _QUESTION, by=person, place=place)
    )


def on_question_back(company: Company, person: PersonId, sent: Sent) -> None:
    """What was missing, where it was asked in their DM."""
    blocker, to = sent.letter.facts["blocker"], sent.letter.facts["by"]
    company.when_free(
        person,
        5,
        200,
        lambda: company.act(
            "give info",
            lambda work: blockers.give_info(work, blocker, "The first.", to=to, by=person),
        ),
    )


def _passes_on(company: Company, person: PersonId, blocker: BlockerId) -> None:
    team = company.dice.choice([one.id for one in company.places])
    to = colleague(company, person, team) if company.chance(0.6) else None
    function = None if to else company.choose(data_engineering=1, code_review=1)
    place = company.places[0].channel
    company.act(
        "not mine",
        lambda work: blockers.not_mine(
            work, blocker, by=person, place=place, person=to, function=function
        ),
    )


def on_channel_post(company: Company, card: Card) -> None:
    """Now and then somebody in the channel takes it, or offers a hand."""
    way = company.choose(take=20, offer=8, nobody=72)
    blocker = card.blocker
    person = colleague(company, blocker.waiter, blocker.team)
    if way == "take":
        company.when_free(person, 5, 300, lambda: _takes(company, person, blocker.id))
    elif way == "offer":
        company.when_free(person, 5, 300, lambda: _offers(company, person, blocker.id))


def _offers(company: Company, person: PersonId, blocker: BlockerId) -> None:
    company.act("offer", lambda work: blockers.offer_help(work, blocker, by=person))


def _takes(company: Company, person: PersonId, blocker: BlockerId) -> None:
    told = company.act("take", lambda work: blockers.take(work, blocker, by=person))
    if told is not None and told.what == "taken" and company.chance(0.8):
        company.when_free(person, 60, 4 * _DAY, lambda: resolve(company, person, blocker))


def on_silence(company: Company, person: PersonId, card: Card) -> None:
    """Asked how their own wait stands: they say so, end it, bring it to somebody, or nothing."""
    blocker, team = card.blocker.id, card.blocker.team
    way = company.choose(still=40, resolve=25, bring=10, nothing=25)
    deeds: Mapping[str, Callable[[], object]] = {
        "still": lambda: _still(company, person, blocker),
        "resolve": lambda: resolve(company, person, blocker),
        "bring": lambda: _brings(company, person, blocker, team),
    }
    if way in deeds:
        company.when_free(person, 10, 300, deeds[way])


def _still(company: Company, person: PersonId, blocker: BlockerId) -> None:
    company.act("still", lambda work: still_waiting(work, blocker, by=person))


def _brings(company: Company, person: PersonId, blocker: BlockerId, team: TeamId) -> None:
    to = colleague(company, person, team)
    company.act("bring", lambda work: bring(work, blocker, to, by=person))


def on_quiet_question(company: Company, person: PersonId, ask: str) -> None:
    said = company.choose(yes=4, no=4, nothing=2)
    if said != "nothing":
        company.when_free(person, 5, 200, lambda: _answers(company, person, ask, said))


def _answers(company: Company, person: PersonId, ask: str, said: str) -> None:
    company.act("answer ask", lambda work: blockers.answer_ask(work, ask, said, by=person))
