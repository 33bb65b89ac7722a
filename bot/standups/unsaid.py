"""The unsaid: what a person is asked in the next form that they open, once, and nowhere else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot import attention, blockers
from bot.blockers import silence
from bot.blockers.silence.unsaid import DAYS_RUNNING, PEOPLE, is_same_plan, is_stuck, unmentioned
from bot.errors import Refusal
from bot.ledger.edges import may_know
from bot.standups.rules import plan_of
from bot.told import Card, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.ledger import SPOKEN_FOR
from storage.standups import Answer
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId

STUCK, COMMON = "standup.plan_stuck", "standup.wait_unmentioned"
PLAN = "plan"  # in what was chosen: what was said to the plan that does not move
FINE, DONE = "fine", "done"  # of a plan: just long; of a date that passed, or when instead
_LATELY = timedelta(days=7)
_MOST_REMEMBERED = 50
_MOST_WAITS = 100
_MOST_LINES = 200
_MOST_ASKED = 3


@dataclass(frozen=True, slots=True)
class CommonWait:
    """What several people wait for, by the oldest of their waits."""

    card: Card
    people: int


@dataclass(frozen=True, slots=True)
class Unsaid:
    stuck: str | None = None  # of their plan, the same five working days running
    passed: tuple[Card, ...] = ()  # waits on them whose promised date is over
    common: tuple[CommonWait, ...] = ()  # on what they answer for, and nobody here mentions


NOTHING = Unsaid()


def unsaid_for(work: Work, team: Team, person: PersonId, day: date) -> Unsaid:
    passed = silence.passed(work, person, day)[:_MOST_ASKED]
    return Unsaid(
        stuck=_stuck(work, team, person, day),
        passed=tuple(card_of(work, one) for one in passed),
        common=tuple(_common(work, team, person, day))[:_MOST_ASKED],
    )


def asked(
    work: Work, unsaid: Unsaid, chosen: Mapping[str, str], *, by: PersonId, day: date
) -> None:
    """They sent the form that asked it: it is not asked again, and what they chose is done.

    `chosen`: by PLAN, or by the blocker whose date passed.
    """
    if unsaid.stuck is not None:
        fine = chosen.get(PLAN) == FINE
        stuck = {"plan": unsaid.stuck, "fine": fine, "day": day.isoformat()}
        subject = f"{day}:{unsaid.stuck}"
        attention.told_in_form(work, by, STUCK, subject=subject, facts=stuck)
    for common in unsaid.common:
        facts = {"blocker": common.card.blocker.id}
        attention.told_in_form(work, by, COMMON, subject=facts["blocker"], facts=facts)
    for card in unsaid.passed:
        silence.asked_in_form(work, card.blocker)
        if card.blocker.id in chosen:
            _keep(work, card.blocker.id, chosen[card.blocker.id], by)


def _keep(work: Work, blocker: BlockerId, said: str, by: PersonId) -> None:
    """What somebody else changed meanwhile stays as they left it."""
    try:
        if said == DONE:
            blockers.resolve(work, blocker, by=by)
        else:
            blockers.on_it(work, blocker, said, by=by, place=ChannelId(""))
    except Refusal:
        return


def _stuck(work: Work, team: Team, person: PersonId, day: date) -> str | None:
    last = list(_last(work, team, person, day))
    if len(last) < DAYS_RUNNING:
        return None
    fine = _fine(work, person, since=last[-1].date)
    plans = [plan_of(one) for one in reversed(last)]
    stuck = (one for one in plans[-1] if is_stuck([_like(one, all_) for all_ in plans], fine=fine))
    return next(stuck, None)


def _fine(work: Work, person: PersonId, *, since: date) -> list[str]:
    """Plans that are just long, and those about which they were asked in these days."""
    known = work.records.nudges.of_kind(person, STUCK, size=_MOST_REMEMBERED)
    return [
        str(one.facts["plan"])
        for one in known
        if one.facts["fine"] or date.fromisoformat(one.facts["day"]) > since
    ]


def _last(work: Work, team: Team, person: PersonId, day: date) -> Iterator[Answer]:
    """Of the last days on which they answered, the latest first."""
    for _ in range(DAYS_RUNNING):
        answer = work.records.standups.last_before(team.id, person, day)
        if answer is None:
            return
        yield answer
        day = answer.date


def _like(item: str, items: Sequence[str]) -> str:
    return next((one for one in items if is_same_plan(item, one)), "")


def _common(work: Work, team: Team, person: PersonId, day: date) -> Iterator[CommonWait]:
    owners = work.records.owners.accepted().values()
    for function in [one.function for one in owners if person in (one.whom, one.accepted_by)]:
        waits = list(_open_waits(work, function, person))
        waiters = {one.waiter for one in waits}
        if len(waiters) >= PEOPLE:
            for group in unmentioned(waits, _said(work, team, day, without=waiters)):
                if not work.records.nudges.is_known(person, COMMON, group[0].id):
                    people = len({one.waiter for one in group})
                    yield CommonWait(card_of(work, group[0]), people)


def _open_waits(work: Work, function: str, reader: PersonId) -> Iterator[Blocker]:
    """The latest ones on this function that its owner may know."""
    for one in work.records.ledger.last_begun(function, size=_MOST_WAITS):
        blocker = work.records.blockers.get(one.id) if one.state in SPOKEN_FOR else None
        if blocker is not None and may_know(work, reader, blocker):
            yield blocker


def _said(work: Work, team: Team, day: date, *, without: Iterable[PersonId]) -> list[str]:
    """The lines of the team's last answers, but of those who wait: they do mention it."""
    days = [day - timedelta(days=back) for back in range(_LATELY.days + 1)]
    answers = [one for each in days for one in work.records.standups.answers_on(team.id, each)]
    heard = [one for one in answers if one.person not in set(without)]
    return [line for one in heard for line in plan_of(one)][:_MOST_LINES]
