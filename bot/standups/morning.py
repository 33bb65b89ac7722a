"""The standup's part of a person's morning letter: the question, while it is one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import mornings
from bot.profiles import last_worked
from bot.standups.feature import standup_of
from bot.standups.rules import plan_of
from bot.world import Work
from storage.types import ChannelId, Day, Facts, PersonId, TeamId

PART = "standup"
_MOST_COUNTED = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the letter asks, or says once it needs no answer any more."""

    team: TeamId
    place: ChannelId
    place_name: str
    date: date
    state: str  # open, answered, skipped
    questions: tuple[str, ...]
    last: Day | None  # of the last answer
    plan: tuple[str, ...]  # of then
    since: Day | None  # after days off: the last day that they really worked
    open_blockers: int
    ends_at: datetime


def ask(work: Work, team: TeamId, person: PersonId, day: date, at: datetime) -> None:
    facts = {"team": team, "date": day.isoformat()}
    mornings.put_in(work, person, day=day, at=at, part=PART, subject=f"{team}", facts=facts)


def refresh(work: Work, team: TeamId, person: PersonId, day: date) -> None:
    """The question in the letter that was sent is answered, or open again."""
    prompt = work.records.standups.prompt(team, person, day)
    if prompt is not None and prompt.absence in (None, "skipped"):
        ask(work, team, person, day, prompt.at)


def compose(work: Work, person: PersonId, day: date, facts: Facts) -> Asked | None:
    """None when nobody is asked any more: the person was away, or the team is gone."""
    team = work.records.teams.get(TeamId(facts["team"]))
    prompt = work.records.standups.prompt(TeamId(facts["team"]), person, day)
    if team is None or prompt is None or prompt.absence not in (None, "skipped"):
        return None
    standup = standup_of(work, team)
    place = work.records.channels.get(standup.place)
    last = work.records.standups.last_before(team.id, person, day)
    answered = work.records.standups.answer(team.id, person, day) is not None
    return Asked(
        team=team.id,
        place=standup.place,
        place_name="" if place is None else place.name,
        date=day,
        state="answered" if answered else ("open" if prompt.absence is None else "skipped"),
        questions=tuple(one.words for one in standup.questions),
        last=None if last is None else last.date,
        plan=() if last is None else plan_of(last),
        since=_after_days_off(work, person, day),
        open_blockers=work.records.blockers.count("mine", person=person),
        ends_at=prompt.ends_at,
    )


def _after_days_off(work: Work, person: PersonId, day: date) -> date | None:
    before = last_worked(work, person, day)
    return None if day - before == timedelta(days=1) else before
