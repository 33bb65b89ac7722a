"""Messages that somebody pointed at as a wait: their author is asked, and nobody else decides."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.attention import nudge
from bot.blockers.found_elsewhere import SHOWN, find, judge
from bot.blockers.report import Wait
from bot.errors import CannotAskThem, MembersOnly, NotAMember, NotAReaction, NoTeamHere
from bot.ids import kind_of
from bot.people import may_use
from bot.rhythms.rights import require
from bot.teams import is_small, team_of
from bot.told import Told
from bot.world import Work
from storage.outbox import Letter
from storage.suggestions import ASKED, NONE, TRACKED, Suggestion
from storage.teams import Team
from storage.types import ChannelId, PersonId

SUGGESTED = "found.suggested"
_USEFUL = 60
_OFF = frozenset({"off", "none"})
_REACTION = re.compile(r":?([a-z0-9_+'-]{1,100}):?")


def suggest(
    work: Work, words: str, *, author: PersonId, channel: ChannelId, message: str, by: PersonId
) -> Told:
    """The message is somebody else's: they are asked privately, once, and nothing is tracked."""
    people = work.records.people
    if not may_use(people.get(by), work.records.workspace):
        raise MembersOnly
    if not may_use(people.get(author), work.records.workspace):
        raise CannotAskThem
    facts = {"author": author}
    if work.records.suggestions.about(channel, message) is not None:
        return Told("found.asked_before", None, facts)
    new = Suggestion(work.new_id(), channel, message, author, words, by, work.now)
    work.records.suggestions.add(new)
    about = {"suggestion": new.id}
    nudge(work, author, SUGGESTED, subject=new.id, facts=about, usefulness=_USEFUL, by_name=True)
    return Told("found.asked", None, facts)


def suggested_words(work: Work, suggestion: str, *, by: PersonId) -> Suggestion | None:
    """Its words, for its author alone, while they have not said."""
    found = work.records.suggestions.get(suggestion)
    return found if found and found.author == by and found.state == ASKED else None


def decide(work: Work, suggestion: str, how: str, waits: Iterable[Wait], *, by: PersonId) -> Told:
    """Its author's tap. `how`: track, clock, none."""
    found = suggested_words(work, suggestion, by=by)
    became = NONE if how == "none" else TRACKED
    if found is None or not work.records.suggestions.settle(found, became):
        return Told("found.gone")
    if how == "none":
        return Told("found.none")
    in_dm = is_small(work.records.channels.get(found.channel)) or kind_of(found.channel) == "dm"
    told = find(work, waits, person=by, channel=found.channel, in_dm=in_dm)
    ids = [card.blocker.id for card in told.cards]
    for one in ids:
        if one not in told.facts["again"]:
            told = judge(work, {**told.facts, "blocker": one, "all": ids}, how, by=by)
    return told


def compose(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """Moot once its author has said."""
    found = work.records.suggestions.get(letter.facts["suggestion"])
    if found is None or found.state != ASKED:
        return None
    place = work.records.channels.get(found.channel)
    name = "" if place is None or is_small(place) or not place.here else place.name
    return None, {"id": found.id, "words": found.words, "by": found.by, "channel_name": name}


def signal_of(work: Work, channel: ChannelId) -> str | None:
    """The reaction that marks a wait in this channel; none unless its team chose one."""
    team = work.records.teams.of_channel(channel)
    return None if team is None else work.records.signals.of_team(team.id)


def signal_in(work: Work, channel: ChannelId, *, by: PersonId) -> Told:
    """Raises NoTeamHere, NotAMember."""
    team = _team_here(work, channel, by)
    return _signal(work.records.signals.of_team(team.id) or "")


def set_signal(work: Work, channel: ChannelId, words: str, *, by: PersonId) -> Told:
    """Raises NotTheKeeper, NotAReaction, NoTeamHere, NotAMember."""
    team = _team_here(work, channel, by)
    require(work, team, by)
    said = words.strip().lower()
    if said in _OFF:
        work.records.signals.remove(team.id)
        return _signal("")
    found = _REACTION.fullmatch(said)
    if found is None:
        raise NotAReaction
    work.records.signals.set(team.id, found[1], by=by, at=work.now)
    return _signal(found[1])


def _team_here(work: Work, channel: ChannelId, by: PersonId) -> Team:
    """The channel's, made at the first word of a member; a DM has no reactions to choose."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if is_small(work.records.channels.get(channel)):
        raise NoTeamHere
    return team_of(work, channel, person=by)


def _signal(reaction: str) -> Told:
    return Told("vocabulary.signal", None, {"reaction": reaction})


__all__ = [
    "SHOWN",
    "SUGGESTED",
    "compose",
    "decide",
    "set_signal",
    "signal_in",
    "signal_of",
    "suggest",
    "suggested_words",
]
