"""The two sides of a wait as far as asking them goes: who they are, and what they did last."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.blockers.silence import steps
from bot.blockers.silence.steps import Days, Side, Standing
from bot.blockers.totals import last_heard
from bot.calendar import add_working_time
from bot.ledger.edges import answerer_of
from bot.people import may_use
from bot.profiles import end_of, hours_of, zone_of
from bot.teams import reads
from bot.world import Work
from storage.blockers import Blocker, Happening
from storage.types import PersonId

# After these somebody else may be the one waited on, or know of it for the first time.
_OWNER_TURNS = frozenset(
    {
        *("reported", "reopened", "reworded", "moved", "audience"),
        *("taken", "put", "forwarded", "not_mine"),
    }
)
_BEGINNINGS = frozenset({"reported", "reopened"})


def standing_of(work: Work, blocker: Blocker) -> Standing:
    history = work.records.blockers.history(blocker.id)
    answerer = answerer_of(blocker)
    done = work.records.follow_ups.done_of(blocker.id)
    began = _last(history, lambda one: _kind(one) in _BEGINNINGS) or blocker.reported_at
    known = _last(history, lambda one: _kind(one) in _OWNER_TURNS) or began
    return Standing(
        waiter=_side(work, blocker.waiter, began, history, may_be_asked=True),
        owner=_side(work, answerer, known, history, may_be_asked=_knows(work, blocker, answerer)),
        heard=last_heard(history) or blocker.reported_at,
        promised=promised(work, blocker),
        asked=_asked(done, blocker),
        promise_asked=key_of(blocker, steps.PROMISE) in done,
    )


def person_for(blocker: Blocker, what: str) -> PersonId | None:
    return answerer_of(blocker) if what in steps.TO_OWNER else blocker.waiter


def key_of(blocker: Blocker, what: str) -> str:
    """Under which a question is remembered: of the one waited on, for each who is."""
    if what == steps.PROMISE:
        return f"{what}:{answerer_of(blocker)}:{blocker.due}"
    return f"{what}:{answerer_of(blocker)}" if what in steps.TO_OWNER else what


def working_days(work: Work, person: PersonId) -> Days:
    zone, hours = zone_of(work, person), hours_of(work, person)
    return lambda start, days: add_working_time(start, hours.length * days, zone=zone, hours=hours)


def promised(work: Work, blocker: Blocker) -> datetime | None:
    """The end of the day by when, or about when, it was promised."""
    if blocker.due is None:
        return None
    return end_of(work, answerer_of(blocker) or blocker.waiter, blocker.due)


def _asked(done: Mapping[str, datetime], blocker: Blocker) -> Mapping[str, datetime]:
    known = {key_of(blocker, what): what for what in steps.QUESTIONS}
    return {known[key]: at for key, at in done.items() if key in known}


def _side(
    work: Work,
    person: PersonId | None,
    since: datetime,
    history: Sequence[Happening],
    *,
    may_be_asked: bool,
) -> Side:
    if person is None or not may_use(work.records.people.get(person), work.records.workspace):
        may_be_asked = False
    spoke = _last(history, lambda one: one.person == person)
    return Side(working_days(work, person or PersonId("")), may_be_asked, since, spoke)


def _knows(work: Work, blocker: Blocker, answerer: PersonId | None) -> bool:
    """Whether it reached the one waited on; what a private channel was told stays in its team."""
    if answerer is None:
        return False
    if answerer in (blocker.put_to, blocker.helper):
        return True
    if blocker.told != "yes" or blocker.audience == "me":
        return False
    return blocker.audience == "asked" or reads(work, blocker.team, answerer)


def _last(history: Sequence[Happening], chosen: Callable[[Happening], bool]) -> datetime | None:
    return max((one.at for one in history if chosen(one)), default=None)


def _kind(happening: Happening) -> str:
    return happening.what.partition(":")[0]
