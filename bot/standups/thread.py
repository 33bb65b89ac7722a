"""The standup's one thread: its first message tells who answered, each answer is one reply."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.blockers.found_kept import tell
from bot.letters import post, redraw, take_down
from bot.people import may_post
from bot.standups.feature import Standup, standup_of
from bot.standups.rules import Round, round_of
from bot.told import Card, card_of, name_of
from bot.world import Work
from storage.outbox import SCHEDULED, Letter
from storage.standups import Answer
from storage.types import ChannelId, PersonId, TeamId

SUMMARY = "standup.summary"
ANSWERED = "standup.answered"
TOLD = "told"  # what the author of a wait said: the channel may know


@dataclass(frozen=True, slots=True)
class Summary:
    date: date
    round: Round
    settled: bool
    names: Mapping[PersonId, str]  # of everybody in it; a mention would call them each day


@dataclass(frozen=True, slots=True)
class Reply:
    """One person's answer as the channel reads it, with the waits that it may hear of."""

    answer: Answer
    waits: tuple[Card, ...]
    name: str  # of its author, who needs no mention to know


def summary_slot(team: TeamId, day: date) -> str:
    return f"standup:{team}:{day}"


def answer_slot(team: TeamId, day: date, person: PersonId) -> str:
    return f"standup:{team}:{day}:{person}"


def publish(work: Work, standup: Standup, answer: Answer) -> bool:
    """Post the reply, or say it anew; False while the place is closed to us."""
    if not may_post(work.records.channels.get(standup.place)):
        return False
    slot = answer_slot(answer.team, answer.date, answer.person)
    facts = {"team": answer.team, "date": answer.date.isoformat(), "person": answer.person}
    if work.records.standups.show(answer, now=work.now):
        _grow(work, standup, answer.date)
        thread = summary_slot(answer.team, answer.date)
        post(work, ANSWERED, to=standup.place, slot=slot, thread=thread, facts=facts)
        _tell_waits(work, answer)
    else:
        redraw(work, ANSWERED, to=standup.place, slot=slot, facts=facts)
        _redraw_summary(work, standup, answer.date)
    return True


def _tell_waits(work: Work, answer: Answer) -> None:
    """Those of which the channel was to hear before the thread was there."""
    for said in work.records.standup_drafts.waits(answer.team, answer.person, answer.date):
        blocker = work.records.blockers.get(said.blocker)
        if said.verdict == TOLD and blocker is not None and blocker.audience == "me":
            thread = summary_slot(answer.team, answer.date)
            tell(work, blocker.id, by=answer.person, thread=thread)


def show_what_waited(work: Work, channel: ChannelId) -> None:
    """The channel is open to us (again): answers of these days that it has not seen."""
    team = work.records.teams.of_channel(channel)
    if team is None:
        return
    standup = standup_of(work, team)
    for day in (work.now.date() - timedelta(days=1), work.now.date()):
        for answer in work.records.standups.answers_on(team.id, day):
            if answer.shown_at is None:
                publish(work, standup, answer)


def take_back(work: Work, standup: Standup, answer: Answer) -> None:
    """It counts for another day."""
    if answer.shown_at is None:
        return
    facts = {"team": answer.team, "date": answer.date.isoformat(), "person": answer.person}
    slot = answer_slot(answer.team, answer.date, answer.person)
    take_down(work, ANSWERED, to=standup.place, slot=slot, facts=facts)
    _redraw_summary(work, standup, answer.date)


def settle(work: Work, standup: Standup, day: date) -> None:
    """The last window has ended; a day without an answer leaves no message."""
    if work.records.standups.settle(standup.team, day, now=work.now):
        _redraw_summary(work, standup, day)


def _grow(work: Work, standup: Standup, day: date) -> None:
    if work.records.standups.begin_summary(standup.team, day, now=work.now):
        slot = summary_slot(standup.team, day)
        facts = _facts(standup.team, day)
        post(work, SUMMARY, to=standup.place, slot=slot, facts=facts, rank=SCHEDULED)
    else:
        _redraw_summary(work, standup, day)


def _redraw_summary(work: Work, standup: Standup, day: date) -> None:
    slot = summary_slot(standup.team, day)
    redraw(work, SUMMARY, to=standup.place, slot=slot, facts=_facts(standup.team, day))


def _facts(team: TeamId, day: date) -> dict[str, str]:
    return {"team": team, "date": day.isoformat()}


def compose_summary(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    team, day = TeamId(letter.facts["team"]), date.fromisoformat(letter.facts["date"])
    state = work.records.standups.summary(team, day)
    if state is None:
        return None
    found = round_on(work, team, day)
    people = (*found.answered, *found.away, *found.silent)
    names = {one: name_of(work, one) for one in people}
    return None, {"summary": Summary(day, found, state.settled_at is not None, names)}


def round_on(work: Work, team: TeamId, day: date) -> Round:
    asked = work.records.standups.prompts(team, since=day)
    answers = {one.person: one for one in work.records.standups.answers_on(team, day)}
    return round_of([one for one in asked if one.date == day], answers)


def compose_answer(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """None when it was taken back meanwhile; the place is that of the moment it leaves."""
    facts = letter.facts
    team, person = TeamId(facts["team"]), PersonId(facts["person"])
    if letter.verb == "delete":
        return None, facts
    answer = work.records.standups.answer(team, person, date.fromisoformat(facts["date"]))
    home = work.records.teams.get(team)
    if answer is None or home is None or standup_of(work, home).place != letter.conversation:
        return None
    return None, {"reply": reply_of(work, answer)}


def reply_of(work: Work, answer: Answer) -> Reply:
    """Waits are named to the channel only once their author said so."""
    said = work.records.standup_drafts.waits(answer.team, answer.person, answer.date)
    blockers = [work.records.blockers.get(one.blocker) for one in said]
    told = [one for one in blockers if one and one.audience == "channel" and one.told == "yes"]
    cards = tuple(card_of(work, one) for one in told)
    return Reply(answer, cards, name_of(work, answer.person))
