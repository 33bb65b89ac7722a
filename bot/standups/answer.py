"""Answering: kept for its day, its waits clocked, shown in the thread; the last answer wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot import blockers
from bot.blockers import BlockerId, Wait
from bot.blockers.silence import still_waiting
from bot.calendar import instant_of
from bot.errors import NotAMember, Refusal
from bot.people import may_use
from bot.profiles import zone_of
from bot.rhythms import parse
from bot.standups import waits as said_waits
from bot.standups.feature import Standup, assumed, standup_of
from bot.standups.morning import refresh
from bot.standups.people import counted_day, today_of
from bot.standups.refusals import NoTeam, NothingBefore, NothingSaid, NotInTeam, TooLongAnAnswer
from bot.standups.rules import MOST_CHARACTERS, plan_of
from bot.standups.thread import publish, take_back
from bot.standups.unsaid import NOTHING, Unsaid, asked
from bot.told import Told
from bot.world import Work
from storage.standups import Answer, Given, Prompt, Tick
from storage.teams import Team
from storage.types import PersonId, TeamId

CONFIRMED = "standup.confirmed"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person answers, by whichever way it came."""

    given: tuple[Given, ...]
    ticks: tuple[Tick, ...] = ()
    waits: tuple[Wait, ...] = ()  # found in it
    carried: Mapping[BlockerId, str] | None = None  # open blockers: still, resolved, changed
    day: date | None = None  # None: the one that counts now
    unsaid: Unsaid = NOTHING  # what the form asked beside
    chosen: Mapping[str, str] = field(default_factory=dict)  # and what was said to it


def give(work: Work, team: Team, said: Said, *, by: PersonId) -> Told:
    """Keep it and show it. Raises Refusal; then nothing was kept."""
    words = _words(said.given)
    _check(work, team, words, by)
    if not (words.strip() or said.ticks or said.carried or said.chosen):
        raise NothingSaid
    standup = standup_of(work, team)
    day = said.day or counted_day(work, standup, by).day
    before = work.records.standups.answer(team.id, by, day)
    answer = Answer(
        team=team.id,
        person=by,
        date=day,
        ticks=said.ticks,
        given=tuple(one for one in said.given if one.words.strip()),
        answered_at=work.now if before is None else before.answered_at,
        changed_at=work.now,
        shown_at=None if before is None else before.shown_at,
    )
    _keep(work, standup, answer)
    said_waits.clock(work, answer, said.waits, channel=team.channel)
    _carry(work, said.carried or {}, by)
    asked(work, said.unsaid, said.chosen, by=by, day=day)
    return _confirmed(answer, changed=[one for one, how in _said(said) if how == "changed"])


def same_again(work: Work, team: Team, day: date, *, by: PersonId) -> Told:
    """One tap: the plan of last time goes on; its waits are open blockers, which need no words."""
    last = work.records.standups.last_before(team.id, by, day)
    if last is None:
        raise NothingBefore
    _check(work, team, _words(last.given), by)
    before = work.records.standups.answer(team.id, by, day)
    if before is not None:
        return _confirmed(before)
    answer = Answer(
        team=team.id,
        person=by,
        date=day,
        ticks=tuple(Tick(item, "not_yet") for item in plan_of(last)),
        given=(),
        answered_at=work.now,
        changed_at=work.now,
        same_as=last.date,
    )
    _keep(work, standup_of(work, team), answer)
    return _confirmed(answer)


def count_for(work: Work, team: Team, day: date, other: date, *, by: PersonId) -> Told:
    """It was meant for another day. A day that has an answer keeps it."""
    answer = work.records.standups.answer(team.id, by, day)
    taken = work.records.standups.answer(team.id, by, other)
    if answer is None or taken is not None:
        return _confirmed_for(team.id, other if taken else day)
    standup = standup_of(work, team)
    take_back(work, standup, answer)
    work.records.standups.drop(answer)
    work.records.standup_drafts.move(team.id, by, day, to=other)
    moved = replace(answer, date=other, shown_at=None, changed_at=work.now)
    _keep(work, standup, moved)
    refresh(work, team.id, by, day)
    return _confirmed(moved)


def skip(work: Work, team: Team, day: date, *, by: PersonId) -> Told:
    """Not today: they are not reminded, and nobody asks why."""
    if work.records.standups.prompt(team.id, by, day) is None:
        _skip_before_asked(work, team, day, by)
    work.records.standups.excuse(team.id, by, day, "skipped")
    refresh(work, team.id, by, day)
    return Told("standup.skipped", None, {"team": team.id, "date": day.isoformat()})


def _skip_before_asked(work: Work, team: Team, day: date, by: PersonId) -> None:
    """Said before the question came: then it does not come."""
    standup = standup_of(work, team)
    local = datetime.combine(day, parse(assumed(standup).rule).time)
    at = instant_of(local, zone=zone_of(work, by))
    prompt = Prompt(team.id, by, day, at, at + standup.window, "skipped")
    work.records.standups.ask(prompt)


def skip_all(work: Work, teams: Sequence[Team], *, by: PersonId) -> Told:
    """`/standup skip`: today, or the day that counts now."""
    if not teams:
        raise NoTeam
    told = [skip(work, team, _day_to_skip(work, team, by), by=by) for team in teams]
    return told[0]


def _day_to_skip(work: Work, team: Team, by: PersonId) -> date:
    open_now = work.records.standups.open_for(by, now=work.now)
    asked = [one.date for one in open_now if one.team == team.id]
    return asked[0] if asked else today_of(work, by)


def _words(given: Iterable[Given]) -> str:
    return "\n".join(one.words for one in given)


def _check(work: Work, team: Team, words: str, by: PersonId) -> None:
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember(give_back=words)
    if by not in work.records.teams.members(team.id):
        raise NotInTeam(give_back=words)
    if len(words) > MOST_CHARACTERS:
        raise TooLongAnAnswer(length=len(words), give_back=words)


def _keep(work: Work, standup: Standup, answer: Answer) -> None:
    """Shown at once on its day; what is for a later day is shown when that day is asked about."""
    work.records.standups.put(answer)
    if answer.date <= today_of(work, answer.person):
        publish(work, standup, answer)
    refresh(work, answer.team, answer.person, answer.date)


def _said(said: Said) -> Iterable[tuple[BlockerId, str]]:
    return (said.carried or {}).items()


def _carry(work: Work, carried: Mapping[BlockerId, str], by: PersonId) -> None:
    """Open blockers need no new words. One that somebody else ended meanwhile stays ended."""
    for blocker, how in carried.items():
        try:
            _carry_one(work, blocker, how, by)
        except Refusal:
            continue


def _carry_one(work: Work, blocker: BlockerId, how: str, by: PersonId) -> None:
    if how == "resolved":
        blockers.resolve(work, blocker, by=by)
    elif how == "still":
        still_waiting(work, blocker, by=by)


def _confirmed(answer: Answer, *, changed: Sequence[BlockerId] = ()) -> Told:
    told = _confirmed_for(answer.team, answer.date)
    return replace(told, facts={**told.facts, "changed": list(changed)}) if changed else told


def _confirmed_for(team: TeamId, day: date) -> Told:
    return Told(CONFIRMED, None, {"team": team, "date": day.isoformat()})


__all__ = ["CONFIRMED", "Said", "count_for", "give", "same_again", "skip"]
