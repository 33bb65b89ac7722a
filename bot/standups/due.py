"""What is due of a team's standup: each person asked once, reminded, and the thread settled."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import profiles
from bot.calendar import instant_of
from bot.letters import post
from bot.people import may_post
from bot.rhythms import Feature, as_begun, begin_due, due_again, parse, taking_part
from bot.standups import feature as declared
from bot.standups.feature import Standup, standup_of
from bot.standups.morning import ask as put_in_letter
from bot.standups.people import absence
from bot.standups.rules import is_too_late_to_ask, reminders
from bot.standups.thread import publish, settle
from bot.world import Work
from storage.outbox import SCHEDULED, Letter
from storage.rhythms import Occurrence, Participant, Rhythm
from storage.standups import Prompt
from storage.teams import Team
from storage.types import PersonId, TeamId

REMINDED = "standup.reminded"
CLOSED = "channel_closed"
AT_ONCE = 50  # people asked, or reminded, in a unit
_ON_TIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Round:
    """One date of a team's standup, as it began."""

    standup: Standup
    occurrence: Occurrence
    rule: str
    people: dict[PersonId, Participant]


def due(work: Work, rhythm: Rhythm) -> datetime | None:
    """Does what is due by now; says when something is due next."""
    team = work.records.teams.get(rhythm.team)
    if team is None:
        return None
    people = taking_part(work, team, declared.NAME)
    zones = {profiles.zone_of(work, person) for person in people} or {rhythm.zone}
    begin_due(work, FEATURE, rhythm, zones)
    open_rounds = work.records.occurrences.open_of(team.id, declared.NAME)
    moments = [due_again(work, rhythm, zones)]
    moments.extend(_go_on(work, team, rhythm, one, people) for one in open_rounds)
    return min((at for at in moments if at is not None), default=None)


def compose_reminder(work: Work, letter: Letter) -> tuple[None, dict[str, object]] | None:
    """None when it was answered, or need not be, before the reminder left."""
    facts = letter.facts
    team, person = TeamId(facts["team"]), PersonId(facts["person"])
    day = datetime.fromisoformat(facts["date"]).date()
    prompt = work.records.standups.prompt(team, person, day)
    answered = work.records.standups.answer(team, person, day)
    if prompt is None or prompt.absence is not None or answered is not None:
        return None
    home = work.records.teams.get(team)
    place = None if home is None else work.records.channels.get(standup_of(work, home).place)
    name = "" if place is None else place.name
    ends_at = prompt.ends_at
    return None, {
        **facts,
        "place": "" if place is None else place.id,
        "name": name,
        "ends_at": ends_at,
    }


def _go_on(
    work: Work, team: Team, rhythm: Rhythm, occurrence: Occurrence, people: Collection[PersonId]
) -> datetime | None:
    begun = as_begun(rhythm, occurrence)
    standup = standup_of(work, team, begun)
    if not may_post(work.records.channels.get(standup.place)):
        work.records.occurrences.settle(occurrence, CLOSED)
        return None
    said = work.records.rhythms.participants(team.id, declared.NAME)
    taking = {person: said[person] for person in people}
    return _advance(work, Round(standup, occurrence, begun.rule, taking))


def _advance(work: Work, round_: Round) -> datetime | None:
    """Ask, remind, settle; the next moment of this date, None once it is settled.

    A few people a unit: whoever types meanwhile does not wait for a whole crowd to be asked.
    """
    standup, day = round_.standup, round_.occurrence.date
    asked = {one.person: one for one in _prompts(work, round_)}
    times = {one: _time_of(work, round_, one) for one in round_.people.keys() - asked.keys()}
    waiting = sorted(one for one, at in times.items() if at <= work.now)
    for person in waiting[:AT_ONCE]:
        asked[person] = _ask(work, round_, person, times[person])
    if len(waiting) > AT_ONCE:
        return work.now
    coming = [at for at in times.values() if at > work.now]
    coming.extend(_remind(work, standup, asked.values()))
    ends = [one.ends_at for one in asked.values() if one.absence is None]
    coming.extend(at for at in ends if at > work.now)
    if not coming:
        work.records.occurrences.settle(round_.occurrence)
        settle(work, standup, day)
    return min(coming, default=None)


def _prompts(work: Work, round_: Round) -> Iterator[Prompt]:
    day = round_.occurrence.date
    found = work.records.standups.prompts(round_.standup.team, since=day)
    return (one for one in found if one.date == day)


def _time_of(work: Work, round_: Round, person: PersonId) -> datetime:
    local = datetime.combine(round_.occurrence.date, parse(round_.rule).time)
    return instant_of(local, zone=profiles.zone_of(work, person))


def _ask(work: Work, round_: Round, person: PersonId, at: datetime) -> Prompt:
    """A row for everybody, with the reason where nobody is asked."""
    standup, day = round_.standup, round_.occurrence.date
    why = absence(work, person, day, round_.people[person])
    late = is_too_late_to_ask(at, work.now)
    begins = at if work.now - at < _ON_TIME or late else work.now
    prompt = Prompt(
        team=standup.team,
        person=person,
        date=day,
        at=begins,
        ends_at=begins + standup.window,
        absence=why or ("missed" if late else None),
    )
    work.records.standups.ask(prompt)
    answer = work.records.standups.answer(standup.team, person, day)
    if answer is not None:
        publish(work, standup, answer)
    elif prompt.absence is None:
        put_in_letter(work, standup.team, person, day, begins)
    return prompt


def _remind(work: Work, standup: Standup, asked: Collection[Prompt]) -> Iterator[datetime]:
    """Yields the moments of reminders that are still to come, or now while some are to be sent."""
    sent = 0
    for prompt in asked:
        if prompt.absence is not None or prompt.ends_at <= work.now:
            continue
        times = reminders(prompt.at, prompt.ends_at, how=standup.reminders)
        gone = [at for at in times if at <= work.now]
        if len(gone) > prompt.reminded and not _has_answered(work, prompt):
            if sent == AT_ONCE:
                yield work.now
                return
            sent += _send_reminder(work, prompt)
        yield from (at for at in times if at > work.now)


def _send_reminder(work: Work, prompt: Prompt) -> bool:
    """False when another process does."""
    if not work.records.standups.remind(prompt):
        return False
    facts = {"team": prompt.team, "person": prompt.person, "date": prompt.date.isoformat()}
    post(work, REMINDED, to=prompt.person, facts=facts, asked=False, rank=SCHEDULED)
    return True


def _has_answered(work: Work, prompt: Prompt) -> bool:
    found = work.records.standups.answer(prompt.team, prompt.person, prompt.date)
    return found is not None


FEATURE = Feature(
    name=declared.NAME,
    title=declared.TITLE,
    what_happens=declared.WHAT_HAPPENS,
    rule=declared.RULE,
    settings=declared.SETTINGS,
    catch_up=timedelta(hours=2),
    in_members_zones=True,
    due=due,
)
