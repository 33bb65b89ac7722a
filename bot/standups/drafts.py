"""Writing back in the DM: messages are gathered, shown once more, and posted only by a tap."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.answers import SAID_ALREADY
from bot.blockers import Wait
from bot.errors import Overtaken
from bot.letters import post, redraw, take_down
from bot.standups.answer import CONFIRMED, Said, give
from bot.standups.feature import standup_of
from bot.standups.refusals import TooLongAnAnswer
from bot.standups.rules import MOST_CHARACTERS, gathered
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from storage.standup_drafts import Draft
from storage.standups import Given
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId

PREVIEWED = "standup.previewed"
DRAFT = "standup.draft"
_UNDECIDED = ("open", "typed")


@dataclass(frozen=True, slots=True)
class Place:
    team: TeamId
    channel: ChannelId
    name: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be posted, and where it could go."""

    draft: Draft
    places: tuple[Place, ...]


def awaits_words(work: Work, person: PersonId) -> bool:
    """Whether a question of a standup is open to this person, so that words may answer it."""
    return bool(_open_teams(work, person))


def gather(work: Work, words: str, *, by: PersonId, thread: str | None) -> Told:
    """One more message; the one preview follows the last of them."""
    draft = work.records.standup_drafts.open_of(by)
    if draft is None or draft.changed_at < _asked_since(work, by):
        draft = begin(work, words, by=by, thread=thread)
    else:
        whole = gathered(draft.words, words)
        _check_length(whole)
        _take_down(work, draft)
        draft = _changed(
            work, draft, words=whole, pieces=draft.pieces + 1, thread=thread, changed_at=work.now
        )
    post(work, PREVIEWED, to=by, slot=_slot(draft), thread=thread, facts=_facts(draft))
    return Told(SAID_ALREADY)


def begin(
    work: Work, words: str, *, by: PersonId, thread: str | None = None, state: str = "open"
) -> Draft:
    """Words that somebody wrote back, or typed behind `/standup`: nobody else has seen them."""
    _check_length(words)
    draft = Draft(work.new_id(), by, words, 1, thread, state, work.now)
    work.records.standup_drafts.add(draft)
    return draft


def typed(work: Work, words: str, *, by: PersonId) -> Told:
    """A typed line is shown once more before anybody reads it."""
    draft = begin(work, words, by=by, state="typed")
    return Told(DRAFT, None, {"draft": draft.id})


def post_to(
    work: Work, draft_id: str, team: Team, waits: tuple[Wait, ...], *, pieces: int, by: PersonId
) -> Told:
    """Its author's tap. What was added after the tap is shown first."""
    draft = work.records.standup_drafts.get(draft_id)
    if draft is None or draft.person != by or draft.state == "dropped":
        return Told("standup.gone")
    if draft.state == "posted" and draft.team and draft.day:
        return Told(CONFIRMED, None, {"team": draft.team, "date": draft.day.isoformat()})
    if draft.pieces != pieces:
        return Told(DRAFT, None, {"draft": draft.id})
    told = give(work, team, Said((Given("said", "", draft.words),), waits=waits), by=by)
    day = date.fromisoformat(told.facts["date"])
    _redraw(work, _changed(work, draft, state="posted", team=team.id, day=day))
    return told


def posted_by_form(work: Work, draft_id: str, told: Told) -> None:
    """It was edited in the form, and posted from there."""
    draft = work.records.standup_drafts.get(draft_id)
    if draft is not None and draft.state in _UNDECIDED:
        day = date.fromisoformat(told.facts["date"])
        team = TeamId(told.facts["team"])
        _redraw(work, _changed(work, draft, state="posted", team=team, day=day))


def drop(work: Work, draft_id: str, *, by: PersonId) -> Told:
    """It was no standup; nobody else has seen it."""
    draft = work.records.standup_drafts.get(draft_id)
    if draft is None or draft.person != by or draft.state == "posted":
        return Told("standup.gone")
    if draft.state in _UNDECIDED:
        _redraw(work, _changed(work, draft, state="dropped"))
    return Told("standup.dropped")


def words_of_draft(work: Work, draft_id: str, *, by: PersonId) -> str:
    draft = work.records.standup_drafts.get(draft_id)
    return "" if draft is None or draft.person != by else draft.words


def preview_of(work: Work, draft: Draft) -> Preview:
    asked = _open_teams(work, draft.person)
    teams = asked or teams_of(work, draft.person)
    return Preview(draft, tuple(place_of(work, team) for team in teams))


def _open_teams(work: Work, person: PersonId) -> list[Team]:
    """Those whose question is open and not answered yet."""
    found = []
    for prompt in work.records.standups.open_for(person, now=work.now):
        team = work.records.teams.get(prompt.team)
        answer = work.records.standups.answer(prompt.team, person, prompt.date)
        if team is not None and answer is None:
            found.append(team)
    return found


def _asked_since(work: Work, person: PersonId) -> datetime:
    """What was written to an earlier question is another draft."""
    asked = work.records.standups.open_for(person, now=work.now)
    return min((one.at for one in asked), default=work.now)


def place_of(work: Work, team: Team) -> Place:
    place = standup_of(work, team).place
    channel = work.records.channels.get(place)
    return Place(team.id, place, "" if channel is None else channel.name)


def _changed(work: Work, draft: Draft, **new: Any) -> Draft:
    if not work.records.standup_drafts.change(draft, **new):
        raise Overtaken
    return replace(draft, **new)


def _redraw(work: Work, draft: Draft) -> None:
    redraw(work, PREVIEWED, to=draft.person, slot=_slot(draft), facts=_facts(draft))


def _take_down(work: Work, draft: Draft) -> None:
    take_down(work, PREVIEWED, to=draft.person, slot=_slot(draft), facts=_facts(draft))


def _slot(draft: Draft) -> str:
    return f"standup:draft:{draft.id}:{draft.pieces}"


def _facts(draft: Draft) -> dict[str, Any]:
    return {"draft": draft.id, "pieces": draft.pieces}


def _check_length(words: str) -> None:
    if len(words) > MOST_CHARACTERS:
        raise TooLongAnAnswer(length=len(words), give_back=words)
