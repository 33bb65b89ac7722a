"""What a person is told of standups, looked up anew whenever it is told: values for the views."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.blockers.offers import whom_to_ask
from bot.rhythms import taking_part
from bot.standups.drafts import Place, place_of, preview_of
from bot.standups.feature import NAME, standup_of
from bot.standups.people import absence, counted_day, next_asked, today_of
from bot.standups.rules import Round
from bot.standups.thread import Reply, reply_of, round_on
from bot.standups.where import teams_meant
from bot.told import Card, Told, card_of
from bot.world import Work
from storage.outbox import Letter
from storage.people import Channel
from storage.standup_drafts import Draft
from storage.standups import Answer
from storage.teams import Team
from storage.types import BlockerId, ChannelId, Day, PersonId, TeamId


@dataclass(frozen=True, slots=True)
class FoundHere:
    """A wait that an answer brought to light, and what was said to it so far."""

    card: Card
    verdict: str | None
    offers: Mapping[str, Any] = field(default_factory=dict)  # whom to ask, while it is open


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An answer as its author is shown it: for which day, who sees it, what was found in it."""

    team: TeamId
    place: ChannelId
    place_name: str
    trouble: str | None  # why nobody sees it yet
    date: date
    other: Day | None  # what may have been meant instead
    shown: bool  # False: it is shown on its day
    same_as: Day | None
    waits: tuple[FoundHere, ...]
    changed: tuple[Card, ...]  # blockers of which its author said that they changed


@dataclass(frozen=True, slots=True)
class Who:
    place_name: str
    is_on: bool
    takes_part: bool
    date: date
    round: Round
    people: tuple[PersonId, ...]
    away: tuple[PersonId, ...]
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers of a day; of one person, if one was named."""

    date: date
    person: PersonId | None
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Which:
    """The teams whose form could be meant."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """What needs no more than its name and facts."""

    what: str
    facts: Mapping[str, Any]


def value_of(work: Work, told: Told, person: PersonId) -> object:
    """The value that the view of this answer is a function of."""
    look = _LOOKS.get(told.what)
    found = None if look is None else look(work, told.facts, person)
    if found is not None:
        return found
    if told.card is not None:
        return FoundHere(told.card, told.what.removeprefix("standup."))
    return Plain(told.what, told.facts)


def confirmed(work: Work, facts: Mapping[str, Any], person: PersonId) -> Confirmed | None:
    team = work.records.teams.get(TeamId(facts["team"]))
    day = date.fromisoformat(facts["date"])
    answer = None if team is None else work.records.standups.answer(team.id, person, day)
    if team is None or answer is None:
        return None
    standup = standup_of(work, team)
    place = work.records.channels.get(standup.place)
    return Confirmed(
        team=team.id,
        place=standup.place,
        place_name="" if place is None else place.name,
        trouble=_trouble(place),
        date=day,
        other=_other(work, team, answer),
        shown=answer.shown_at is not None,
        same_as=answer.same_as,
        waits=tuple(_found(work, answer)),
        changed=tuple(_mine(work, facts.get("changed", ()), person)),
    )


def who(work: Work, team: Team, *, person: PersonId) -> Who:
    standup = standup_of(work, team)
    place = work.records.channels.get(standup.place)
    people = taking_part(work, team, NAME)
    said = work.records.rhythms.participants(team.id, NAME)
    today = today_of(work, person)
    away = [one for one in people if absence(work, one, today, said.get(one)) is not None]
    return Who(
        place_name="" if place is None else place.name,
        is_on=standup.is_on,
        takes_part=person in people,
        date=today,
        round=round_on(work, team.id, today),
        people=tuple(people),
        away=tuple(away),
        next_at=next_asked(work, standup, person) if person in people else None,
    )


def shown(work: Work, team: Team, day: date | None, person: PersonId | None) -> Shown:
    """Only what the channel has seen; without a day, the last one that has answers."""
    found = day or work.records.standups.latest_shown(team.id)
    if found is None:
        return Shown(work.now.date(), person, ())
    answers = work.records.standups.answers_on(team.id, found)
    seen = [one for one in answers if one.shown_at and person in (None, one.person)]
    order = sorted(seen, key=lambda one: (one.answered_at, one.person))
    return Shown(found, person, tuple(reply_of(work, one) for one in order))


def _who(work: Work, facts: Mapping[str, Any], person: PersonId) -> Who | None:
    team = work.records.teams.get(TeamId(facts["team"]))
    return None if team is None else who(work, team, person=person)


def _shown(work: Work, facts: Mapping[str, Any], person: PersonId) -> Shown | None:
    team = work.records.teams.get(TeamId(facts["team"]))
    day = date.fromisoformat(facts["date"]) if facts.get("date") else None
    of = PersonId(facts["person"]) if facts.get("person") else None
    return None if team is None else shown(work, team, day, of)


def which(work: Work, channel: ChannelId, person: PersonId) -> Which:
    teams = teams_meant(work, channel=channel, person=person)
    return Which(tuple(place_of(work, team) for team in teams))


def compose_preview(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """A preview that was overtaken by one more message is moot."""
    draft = work.records.standup_drafts.get(letter.facts["draft"])
    if letter.verb == "delete":
        return None, letter.facts
    if draft is None or draft.pieces != letter.facts["pieces"]:
        return None
    return None, {"value": _draft_value(work, draft)}


def _which(work: Work, facts: Mapping[str, Any], person: PersonId) -> Which:
    return which(work, ChannelId(facts["channel"]), person)


def _draft(work: Work, facts: Mapping[str, Any], person: PersonId) -> object:
    draft = work.records.standup_drafts.get(facts["draft"])
    return None if draft is None else _draft_value(work, draft)


def _draft_value(work: Work, draft: Draft) -> object:
    """A preview; once it was posted, the answer that it became."""
    if draft.state == "posted" and draft.team and draft.day:
        facts = {"team": draft.team, "date": draft.day.isoformat()}
        return confirmed(work, facts, draft.person)
    return Plain("standup.dropped", {}) if draft.state == "dropped" else preview_of(work, draft)


def _found(work: Work, answer: Answer) -> list[FoundHere]:
    said = work.records.standup_drafts.waits(answer.team, answer.person, answer.date)
    pairs = [(work.records.blockers.get(BlockerId(one.blocker)), one.verdict) for one in said]
    known = [
        FoundHere(card_of(work, blocker), verdict, whom_to_ask(work, blocker))
        for blocker, verdict in pairs
        if blocker
    ]
    return sorted(known, key=lambda one: one.card.blocker.number)


def _mine(work: Work, ids: Iterable[str], person: PersonId) -> list[Card]:
    known = [work.records.blockers.get(BlockerId(one)) for one in ids]
    return [card_of(work, one) for one in known if one is not None and one.waiter == person]


def _other(work: Work, team: Team, answer: Answer) -> date | None:
    """The other day that it may have been meant for, while that one has no answer."""
    counted = counted_day(work, standup_of(work, team), answer.person)
    near = [counted.day, counted.other]
    free = [day for day in near if day is not None and day != answer.date]
    taken = work.records.standups.answer
    return next((day for day in free if taken(team.id, answer.person, day) is None), None)


def _trouble(place: Channel | None) -> str | None:
    if place is None:
        return None
    return place.trouble or (None if place.here else "not_in_channel")


_LOOKS: Mapping[str, Callable[[Work, Mapping[str, Any], PersonId], object]] = {
    "standup.confirmed": confirmed,
    "standup.draft": _draft,
    "standup.which": _which,
    "standup.who": _who,
    "standup.shown": _shown,
}
