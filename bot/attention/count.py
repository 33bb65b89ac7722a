"""How much reaches whom: what came into each person's DM, week by week."""

from collections import Counter
from datetime import datetime

from bot.calendar import zone_named
from bot.profiles import zone_of
from bot.world import Work
from storage.types import PersonId

Week = tuple[int, int]  # ISO: year, week


def reached(
    work: Work, since: datetime, until: datetime
) -> dict[tuple[PersonId, Week], Counter[str]]:
    """How many of each kind, in the weeks of each person's own clock; asked for or not.

    It looks at what is still in the outbox, which keeps what arrived for thirty days.
    """
    found: dict[tuple[PersonId, Week], Counter[str]] = {}
    for one in work.records.nudges.reached(since, until):
        person = PersonId(one.conversation)
        day = one.at.astimezone(zone_named(zone_of(work, person)))
        found.setdefault((person, day.isocalendar()[:2]), Counter())[one.kind] += 1
    return found
