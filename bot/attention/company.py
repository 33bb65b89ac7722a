"""What was kept waits for the question that a rhythm asks that day: one letter, not two."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.profiles import end_of, zone_of
from bot.rhythms import Feature, due_between
from bot.world import Work
from storage.types import PersonId


def asked_at(
    work: Work, person: PersonId, day: date, features: Mapping[str, Feature]
) -> datetime | None:
    """When, later that working day, a rhythm asks them in their morning letter; None: it does not.

    Those are the rhythms that follow each member's own clock.
    """
    zone, until = zone_of(work, person), end_of(work, person, day)
    found: list[datetime] = []
    for team in work.records.teams.of_person(person):
        for name in (one.name for one in features.values() if one.in_members_zones):
            rhythm = work.records.rhythms.get(team.id, name)
            said = work.records.rhythms.participants(team.id, name).get(person)
            if rhythm is not None and rhythm.on and said is not None and said.takes_part:
                found += [one.at for one in due_between(rhythm, zone, work.now, until)]
    return min(found, default=None)
