"""Reviews as a thing of a team that is turned on: each morning, who found nobody is looked at."""

from datetime import datetime

from bot.reviews import feature
from bot.reviews.moving import look_for_hands
from bot.rhythms import Feature, Rhythm, begin_due, due_again
from bot.world import Work


def due(work: Work, rhythm: Rhythm) -> datetime | None:
    """Does what is due by now; says when something is due next."""
    for occurrence in begin_due(work, FEATURE, rhythm, [rhythm.zone]):
        look_for_hands(work, rhythm.team)
        work.records.occurrences.settle(occurrence, None)
    return due_again(work, rhythm, [rhythm.zone])


FEATURE = Feature(
    name=feature.NAME,
    title=feature.TITLE,
    what_happens=feature.WHAT_HAPPENS,
    rule=feature.RULE,
    settings=feature.SETTINGS,
    catch_up=feature.CATCH_UP,
    in_members_zones=False,
    due=due,
)
