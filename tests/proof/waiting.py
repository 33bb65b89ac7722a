"""How waits begin, and what their authors do: put them, end them, open them again, forget them."""

from collections.abc import Callable, Mapping
from datetime import date

from bot import blockers, people, standups
from bot.blockers import BlockerId, Wait
from bot.reading import read
from bot.told import Card, Told
from storage.types import PersonId, TeamId
from tests.proof import words
from tests.proof.company import Company
from tests.proof.people import instant

TYPED = 0.05  # of a person's days on which they type `/blocked`
_DAY = 24 * 60


def colleague(company: Company, person: PersonId, team: TeamId) -> PersonId:
    """Somebody of the same team who is there."""
    others = [
        one.id
        for one in company.members.values()
        if team in one.facts.teams and one.id != person and not one.facts.gone
    ]
    return company.dice.choice(others)


def type_some_day(company: Company, person: PersonId, day: date) -> None:
    """`/blocked` in a channel of theirs, or in the DM with the bot."""
    if company.chance(TYPED):
        minute = company.dice.randint(9 * 60 + 40, 16 * 60)
        clock = f"{minute // 60:02}:{minute % 60:02}"
        at = instant(day, clock, company.members[person].facts.zone)
        company.bureau.at(at, lambda: _type(company, person))


def _type(company: Company, person: PersonId) -> None:
    member = company.members[person]
    if not member.facts.teams or not member.facts.is_free(company.bureau.now):
        return
    team = TeamId(company.dice.choice(sorted(member.facts.teams)))
    channel = company.place_of(team).channel
    text = words.wait(company.dice, f"<@{colleague(company, person, team)}>")
    names = company.bureau.look(lambda work: people.names_in(work, channel))
    said = read(text, people=names, now=company.bureau.now, zone=member.facts.zone)
    wait = Wait(
        words=text,
        function=said.function,
        owner=next((PersonId(one) for one in said.waiting_on), None),
        since=said.since,
        project=said.project,
        audience=company.choose(channel=8, asked=1, me=1),
    )
    told = company.act(
        "blocked", lambda work: blockers.report(work, wait, waiter=person, channel=channel)
    )
    if told is not None and told.card is not None:
        company.reported(told.card)
        _puts(company, person, told)
        goes_on(company, told.card)


def judge_soon(company: Company, person: PersonId, team: TeamId, day: date, card: Card) -> None:
    """A wait that was found in their answer waits for its author's tap."""
    how = company.choose(track=50, clock=25, no_blocker=8, nothing=17)
    if not words.is_meant(card.blocker.words):
        how = "no_blocker"
    if how == "nothing":
        goes_on(company, card)
        return

    def judges() -> None:
        blocker = card.blocker.id
        told = company.act(
            how, lambda work: standups.judge(work, team, day, blocker, how, by=person)
        )
        if told is None or told.what != "standup.confirmed":
            return
        if how == "no_blocker":
            company.ended(card, "withdrawn", person)
            return
        goes_on(company, card)
        if how == "track":
            shown = company.bureau.look(lambda work: blockers.shown(work, blocker, person=person))
            _puts(company, person, shown)

    company.within(1, 9, judges)


def goes_on(company: Company, card: Card) -> None:
    """What its author does about it in the next days; half of them are left to the others."""
    waiter, blocker = card.blocker.waiter, card.blocker.id
    way = company.choose(resolve=45, quiet=4, talk=4, withdraw=3, again=3, merge=4, forget=37)
    after = company.dice.choice((120, 400, _DAY, 2 * _DAY, 4 * _DAY, 8 * _DAY))
    deeds: Mapping[str, Callable[[], object]] = {
        "resolve": lambda: resolve(company, waiter, blocker),
        "withdraw": lambda: _withdraw(company, waiter, blocker),
        "again": lambda: _again(company, waiter, blocker),
        "quiet": lambda: company.act(
            "ask quietly", lambda work: blockers.ask_quietly(work, blocker, by=waiter)
        ),
        "talk": lambda: company.act("talk", lambda work: blockers.talk(work, blocker, by=waiter)),
        "merge": lambda: _merge(company, waiter, blocker),
    }
    if way in deeds:
        company.when_free(waiter, after // 4, after, deeds[way])


def _puts(company: Company, person: PersonId, told: Told | None) -> None:
    """Its author's tap, where an owner is offered."""
    if told is not None and told.card is not None and "ask" in told.facts and company.chance(0.7):
        blocker = told.card.blocker.id
        company.act("put", lambda work: blockers.put_to(work, blocker, by=person))


def resolve(company: Company, by: PersonId, blocker: BlockerId) -> None:
    told = company.act("resolve", lambda work: blockers.resolve(work, blocker, by=by))
    if told is None or told.what != "resolved" or told.card is None:
        return
    company.ended(told.card, "resolved", by)
    if company.chance(0.4):
        effort = company.choose(minutes=4, hours=3, day=2, days=1)
        company.act("effort", lambda work: blockers.note_effort(work, blocker, effort, by=by))
    if company.chance(0.07):
        waiter = told.card.blocker.waiter
        after = company.dice.choice((300, 2 * _DAY, 9 * _DAY))
        company.when_free(waiter, after, after + 60, lambda: reopen(company, waiter, blocker))


def reopen(company: Company, by: PersonId, blocker: BlockerId) -> None:
    told = company.act("reopen", lambda work: blockers.reopen(work, blocker, by=by))
    if told is None or told.card is None:
        return
    if told.what == "reopened":
        company.waits[blocker].ended = None
    elif told.what == "again":
        company.reported(told.card)
    if told.what in ("reopened", "again"):
        goes_on(company, told.card)


def _withdraw(company: Company, by: PersonId, blocker: BlockerId) -> None:
    told = company.act("undo", lambda work: blockers.undo(work, blocker, by=by))
    if told is not None and told.what == "withdrawn" and told.card is not None:
        company.ended(told.card, "withdrawn", by)


def _again(company: Company, by: PersonId, blocker: BlockerId) -> None:
    """More people may see it, or fewer."""
    audience = company.choose(channel=2, asked=1, me=1)
    company.act("widen", lambda work: blockers.widen(work, blocker, audience, by=by))
    company.when_free(by, 600, 6000, lambda: resolve(company, by, blocker))


def _merge(company: Company, by: PersonId, blocker: BlockerId) -> None:
    """With whatever else their team waits on; a day later it looks clear."""
    found = company.bureau.look(lambda work: work.records.blockers.get(blocker))
    assert found is not None
    channel = company.place_of(found.team).channel
    told = company.act(
        "list", lambda work: blockers.listed(work, "list", person=by, channel=channel)
    )
    others = [] if told is None else [one.blocker.id for one in told.cards]
    if others:
        other = company.dice.choice(others)
        company.act("merge", lambda work: blockers.merge(work, blocker, other, by=by))
        company.when_free(by, 600, _DAY, lambda: _clear(company, by, blocker))


def _clear(company: Company, by: PersonId, blocker: BlockerId) -> None:
    company.act("clear", lambda work: blockers.clear(work, blocker, by=by))
