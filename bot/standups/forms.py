"""What the form of a standup is filled with: the plan of last time, open waits, what was said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.errors import NotAMember
from bot.people import may_use
from bot.reading import as_slack_writes, as_typed
from bot.reading.cut import pieces_of
from bot.reading.slack_words import ENTITY
from bot.standups.feature import Question, standup_of
from bot.standups.people import counted_day
from bot.standups.rules import plan_of
from bot.standups.unsaid import NOTHING, Unsaid, unsaid_for
from bot.told import Card, card_of
from bot.world import Work
from storage.standups import Answer, Given
from storage.teams import Team
from storage.types import ChannelId, Day, PersonId, TeamId

MOST_IN_FIELD = 3_000
_MOST_BLOCKERS = 10


@dataclass(frozen=True, slots=True)
class Field:
    """A question with what was said to it so far, as people type it."""

    field: str
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Form:
    team: TeamId
    channel: ChannelId  # of the team
    place: ChannelId
    place_name: str
    date: date
    last: Day | None
    items: tuple[str, ...]  # of the last plan, as they were written
    ticked: tuple[str, ...]  # how each was ticked in this answer; "" for not yet
    blockers: tuple[Card, ...]  # open ones of this person
    fields: tuple[Field, ...]
    draft: str | None = None
    unsaid: Unsaid = NOTHING
    names: Mapping[str, str] = field(default_factory=dict)  # of those its words mention, by id


def form_for(
    work: Work,
    team: Team,
    *,
    person: PersonId,
    day: date | None = None,
    draft_id: str | None = None,
) -> Form:
    """Raises NotAMember. Filled with what was answered for that day before, or with a draft."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise NotAMember
    standup = standup_of(work, team)
    found = day or counted_day(work, standup, person).day
    last = work.records.standups.last_before(team.id, person, found)
    answer = work.records.standups.answer(team.id, person, found)
    items = () if last is None else plan_of(last)
    place = work.records.channels.get(standup.place)
    mine = work.records.blockers.page("mine", skip=0, size=_MOST_BLOCKERS, person=person)
    draft = _draft_words(work, draft_id, person)
    return Form(
        team=team.id,
        channel=team.channel,
        place=standup.place,
        place_name="" if place is None else place.name,
        date=found,
        last=None if last is None else last.date,
        items=items,
        ticked=_ticked(items, answer),
        blockers=tuple(card_of(work, one) for one in mine),
        fields=_fields(work, standup.questions, answer, draft),
        draft=draft_id if draft else None,
        unsaid=unsaid_for(work, team, person, found),
        names=_names(work, [*items, *(one.words for one in mine)]),
    )


def entered(work: Work, given: tuple[Given, ...], *, before: str) -> tuple[Given, ...]:
    """Words of a form in the shape in which words are kept, with the mentions they had."""
    return tuple(
        Given(
            one.field,
            one.question,
            as_slack_writes(one.words, before=before, name_of=lambda who: _name(work, who)),
        )
        for one in given
    )


def words_before(
    work: Work, team: TeamId, person: PersonId, day: date, draft_id: str | None
) -> str:
    """Everything that the form was filled with, for the mentions in it."""
    answer = work.records.standups.answer(team, person, day)
    said = [] if answer is None else [one.words for one in answer.given]
    return "\n".join([*said, _draft_words(work, draft_id, person)])


def _fields(
    work: Work, questions: tuple[Question, ...], answer: Answer | None, draft: str
) -> tuple[Field, ...]:
    """Free words keep a place of their own, in as many fields as they need."""
    said = {} if answer is None else {one.field: one for one in answer.given}
    if answer is not None and answer.same_as is not None:
        plan = "\n".join(one.item for one in answer.ticks)
        said = {"plan": Given("plan", "", plan), **said}
    asked = [
        Field(
            one.field, one.words, _typed(work, said[one.field].words if one.field in said else "")
        )
        for one in questions
    ]
    known = {one.field for one in questions}
    kept = [one for one in said.values() if one.field not in known and one.field != "said"]
    asked.extend(Field(one.field, one.question, _typed(work, one.words)) for one in kept)
    free = draft or (said["said"].words if "said" in said else "")
    return (*_free(_typed(work, free)), *asked)


def _free(words: str) -> list[Field]:
    parts = pieces_of(words, MOST_IN_FIELD)
    return [Field(f"said-{number}", "What you wrote", part) for number, part in enumerate(parts)]


def _ticked(items: tuple[str, ...], answer: Answer | None) -> tuple[str, ...]:
    known = {} if answer is None else {one.item: one.how for one in answer.ticks}
    return tuple(known.get(item, "") for item in items)


def _draft_words(work: Work, draft_id: str | None, person: PersonId) -> str:
    draft = None if draft_id is None else work.records.standup_drafts.get(draft_id)
    return "" if draft is None or draft.person != person else draft.words


def _typed(work: Work, words: str) -> str:
    return as_typed(words, name_of=lambda one: _name(work, one))


def _names(work: Work, said: Iterable[str]) -> dict[str, str]:
    """Of everybody whom these words mention; a label draws no mention by itself."""
    named = {found["person"] for words in said for found in ENTITY.finditer(words)} - {None}
    return {one: name for one in sorted(named) if (name := _name(work, one))}


def _name(work: Work, person: str) -> str:
    known = work.records.people.get(PersonId(person))
    return "" if known is None else known.name or known.handle


__all__ = ["Field", "Form", "entered", "form_for", "words_before"]
