"""What a channel reads of a rhythm: that it was turned on or off, true when the letter leaves."""

from collections.abc import Mapping
from typing import Any

from bot.rhythms.features import Feature
from bot.rhythms.standing import about
from bot.rhythms.taking_part import taking_part
from bot.world import Work
from storage.outbox import Letter
from storage.types import TeamId

Composed = tuple[None, Mapping[str, Any]]


def compose(work: Work, letter: Letter, features: Mapping[str, Feature]) -> Composed | None:
    """None when it is moot: the feature or the team is gone."""
    facts = letter.facts
    team = work.records.teams.get(TeamId(facts["team"]))
    feature = features.get(facts["feature"])
    if team is None or feature is None:
        return None
    rhythm = work.records.rhythms.get(team.id, feature.name)
    standing = {
        **about(work, feature, team),
        "on": rhythm is not None and rhythm.on,
        "by": None if rhythm is None else rhythm.turned_by,
        "first": str(rhythm.starts_on) if rhythm is not None and rhythm.starts_on else None,
        "people": taking_part(work, team, feature.name),
    }
    return None, {**facts, **standing}
