"""Newcomers: who joins a channel in which something is on is told once, and chooses."""

from collections.abc import Mapping
from typing import Any

from bot.attention import nudge
from bot.people import may_use
from bot.rhythms import Feature
from bot.rhythms.standing import about
from bot.teams import come_in, reads
from bot.world import Work
from storage.outbox import Letter
from storage.types import ChannelId, PersonId, TeamId

KIND = "rhythm.newcomer_told"
_USEFULNESS = 40

Features = Mapping[str, Feature]


def joined(work: Work, features: Features, channel: ChannelId, person: PersonId) -> None:
    """In private and when their attention allows; nothing is theirs before they tap."""
    team = work.records.teams.of_channel(channel)
    if team is None or not may_use(work.records.people.get(person), work.records.workspace):
        return
    come_in(work, team, person)
    for feature in features.values():
        if _is_open_to(work, feature, team.id, person):
            facts = {"team": team.id, "feature": feature.name, "person": person}
            subject = f"{team.id}:{feature.name}"
            nudge(work, person, KIND, subject=subject, facts=facts, usefulness=_USEFULNESS)


def compose(
    work: Work, letter: Letter, features: Features
) -> tuple[None, Mapping[str, Any]] | None:
    """None when it is off again, or before the letter left they said yes or no, or went out of a
    private channel again."""
    facts = letter.facts
    team, feature = work.records.teams.get(TeamId(facts["team"])), features.get(facts["feature"])
    if team is None or feature is None:
        return None
    person = PersonId(facts["person"])
    if not (reads(work, team.id, person) and _is_open_to(work, feature, team.id, person)):
        return None
    return None, about(work, feature, team)


def _is_open_to(work: Work, feature: Feature, team: TeamId, person: PersonId) -> bool:
    rhythm = work.records.rhythms.get(team, feature.name)
    if rhythm is None or not (rhythm.on and feature.asks_people):
        return False
    return person not in work.records.rhythms.participants(team, feature.name)
