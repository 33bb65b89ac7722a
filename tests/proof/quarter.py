"""A quarter of a company: it is founded, its people live, and read what the bot sends them."""

from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any

from bot import attention, owners, standups
from bot.blockers import BlockerId
from bot.owners import Target
from bot.told import Card
from storage.store import Store
from storage.types import PersonId
from tests.proof import answering, days, helping, waiting
from tests.proof.bureau import Bureau, Sent
from tests.proof.company import DAY, Company, founded
from tests.proof.people import days_of

_OWNED = ("data_engineering", "ml_engineering", "data_access", "compute_gpu", "code_review")


def lived(
    store: Store, *, seed: int, begin: datetime, end: datetime, sizes: Sequence[int]
) -> Company:
    """From the moment on which the standups are turned on until the end."""
    bureau = Bureau(store, begin)
    company = founded(bureau, Random(seed), sizes=sizes, end=end)
    bureau.hears = lambda sent: _read(company, sent)
    _name_owners(company)
    days.plan(company)
    for day in days_of(begin.date() + 2 * DAY, end.date() - DAY):
        for person in company.members:
            waiting.type_some_day(company, person, day)
    bureau.live_until(end)
    return company


def _name_owners(company: Company) -> None:
    """Some people answer for a function, of the larger team; one for two of them."""
    keeper = company.places[0].people[0]
    candidates = company.places[0].people[1:4] * 2
    for function, person in zip(_OWNED, candidates, strict=False):
        to = Target("person", person)
        _name_owner(company, function, to, by=keeper)


def _name_owner(company: Company, function: str, to: Target, *, by: PersonId) -> None:
    at = company.places[0].channel
    company.act("own", lambda work: owners.ask(work, function, to, "", by=by, at=at))
    asked_at = company.bureau.now.isoformat()
    who = PersonId(to.whom)
    company.act("own", lambda work: owners.answer(work, function, asked_at, yes=True, by=who))


def _read(company: Company, sent: Sent) -> None:
    """Whoever a message reached acts on it by and by."""
    if sent.letter.verb != "post":
        return
    for person in map(PersonId, sent.to):
        if sent.letter.kind == "morning.letter":
            _read_morning(company, person, sent.facts["parts"])
        else:
            _read_one(company, person, sent.letter.kind, sent.card, sent)
    if not sent.to and sent.letter.kind == "blocker.posted" and sent.card is not None:
        helping.on_channel_post(company, sent.card)


def _read_morning(company: Company, person: PersonId, parts: Sequence[tuple[str, Any]]) -> None:
    for part, value in parts:
        if part == standups.PART and value.state == "open":
            answering.on_question(company, person, value)
        elif part == attention.PART:
            for kind, card, facts in value:
                _told(company, person, kind, card, facts)


def _read_one(company: Company, person: PersonId, kind: str, card: Card | None, sent: Sent) -> None:
    if kind == standups.PREVIEWED:
        answering.on_preview(company, person, sent)
    elif kind == "blocker.info_asked":
        helping.on_question_back(company, person, sent)
    else:
        _told(company, person, kind, card, sent.letter.facts)


def _told(company: Company, person: PersonId, kind: str, card: Card | None, facts: Any) -> None:
    if kind == "blocker.asked":
        helping.on_quiet_question(company, person, facts["ask"])
    elif kind == "silence.waiter_asked" and card is not None:
        helping.on_silence(company, person, card)
    elif kind == "blocker.looks_clear" and company.chance(0.6):
        blocker = BlockerId(facts["blocker"])
        company.when_free(person, 5, 200, lambda: waiting.resolve(company, person, blocker))
    elif kind in _TO_WHO_CAN_END_IT and card is not None:
        helping.on_wait(company, person, card)


_TO_WHO_CAN_END_IT = frozenset(
    {"blocker.put", "blocker.posted", "silence.owner_asked", "silence.brought"}
)
