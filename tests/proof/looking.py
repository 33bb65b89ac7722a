"""Everything that each person of a crowd can open, read for what was not promised to them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bot import blockers, home, standups
from bot.blockers import BlockerId
from bot.errors import Refusal
from bot.features import FEATURES
from bot.told import Told
from bot.world import Work
from handlers.views import home as home_view
from handlers.views import letters
from handlers.views import standups as standup_views
from storage.types import ChannelId, PersonId, TeamId
from tests.proof.promises import CLOSED, OPEN, Crowd, dm_of

_WHO_LOOK = 3  # of the crowd, each time
_MOST_SHOWN = 8


def some_look(crowd: Crowd) -> None:
    """At each list and form that they can open, in their channels and in their DM."""
    for person in crowd.dice.sample(crowd.everybody, _WHO_LOOK):
        for where, text in _looks(crowd, person):
            crowd.sees(where, person, text)


def _looks(crowd: Crowd, person: PersonId) -> Iterator[tuple[str, str]]:
    channels = [one for one in (OPEN, CLOSED) if person in crowd.people_of(one)]
    for channel in (*channels, dm_of(person)):
        for which in ("list", "mine", "waiting", "all", "queue"):
            yield f"listed {which} {channel}", _listed(crowd, person, channel, which)
    for blocker in crowd.dice.sample(list(crowd.waits), min(_MOST_SHOWN, len(crowd.waits))):
        yield "shown", _answer(crowd, person, partial(_shown, blocker=blocker, person=person))
    number = crowd.dice.randint(1, max(1, len(crowd.waits)))
    yield "numbered", _answer(crowd, person, lambda work: _numbered(work, number, person))
    yield "home", _home(crowd, person)
    for channel in channels:
        yield from _standups(crowd, person, channel)
    for author, draft in crowd.drafts[-5:]:
        if author == person:
            told = Told("standup.draft", None, {"draft": draft})
            yield "draft", _answer(crowd, person, partial(_as_it_is, told=told))
        elif channels:
            yield "draft of another", _form(crowd, person, channels[0], draft)


def _as_it_is(work: Work, told: Told) -> Told:
    return told


def _listed(crowd: Crowd, person: PersonId, channel: ChannelId, which: str) -> str:
    page = crowd.dice.randint(0, 3)
    return _answer(
        crowd,
        person,
        lambda work: blockers.listed(work, which, person=person, channel=channel, page=page),
    )


def _shown(work: Work, blocker: BlockerId, person: PersonId) -> Told | None:
    """Whoever was handed the number of a wait that they may not see finds nothing."""
    kept = work.records.blockers.get(blocker)
    team = None if kept is None else work.records.teams.get(kept.team)
    if team is None or (team.channel == CLOSED and person not in _members(work, team.id)):
        return None
    return blockers.shown(work, blocker, person=person)


def _members(work: Work, team: TeamId) -> set[PersonId]:
    return set(work.records.teams.members(team))


def _numbered(work: Work, number: int, person: PersonId) -> Told:
    return blockers.those_numbered(work, number, "show", person=person, channel=dm_of(person))


def _answer(crowd: Crowd, person: PersonId, look: Callable[[Work], Told | None]) -> str:
    def composed(work: Work) -> str:
        told = look(work)
        if told is None:
            return ""
        facts: dict[str, Any] = {"told": told, "for": person}
        if told.what.startswith("standup."):
            facts["value"] = standups.value_of(work, told, person)
        return str(letters.render("answer.told", None, facts, now=work.now))

    try:
        return crowd.bureau.look(composed)
    except Refusal:
        return ""


def _home(crowd: Crowd, person: PersonId) -> str:
    found = crowd.bureau.look(lambda work: home.home_of(work, FEATURES, person))
    return str(home_view.home(found, for_=person))


def _standups(crowd: Crowd, person: PersonId, channel: ChannelId) -> Iterator[tuple[str, str]]:
    team = crowd.teams[channel]
    told = Told("standup.shown", None, {"team": team, "date": None, "person": None})
    shown = partial(_as_it_is, told=told)
    yield "standup show", _answer(crowd, person, shown)
    yield "standup form", _form(crowd, person, channel, None)


def _form(crowd: Crowd, person: PersonId, channel: ChannelId, draft: str | None) -> str:
    def look(work: Work) -> str:
        team = standups.known_team(work, crowd.teams[channel])
        form = standups.form_for(work, team, person=person, draft_id=draft)
        return str(standup_views.form(form))

    return crowd.bureau.look(look)
