"""Waits that keep coming back: the third of its kind becomes a topic for the next retro."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from bot.functions import OTHER
from bot.reading.same import prepare, sameness
from bot.world import Work
from storage.blockers import Blocker
from storage.topics import Topic

WITHIN = timedelta(days=30)
MAKES_A_TOPIC = 3


def notice(work: Work, blocker: Blocker) -> None:
    """Nobody is told now; the retro reads it. A fourth one joins the topic of the third."""
    before = work.records.topics.kin(blocker, blocker.reported_at - WITHIN)
    kin = list(islice(alike(blocker, before), MAKES_A_TOPIC - 1))
    if blocker.state == "withdrawn" or len(kin) + 1 < MAKES_A_TOPIC:
        return
    found = (*(one.id for one in reversed(kin)), blocker.id)
    for topic in work.records.topics.since(blocker.team, work.now - WITHIN):
        if set(found) & set(topic.blockers):
            work.records.topics.grow(topic.id, list(dict.fromkeys((*topic.blockers, *found))))
            return
    topic = Topic(work.new_id(), blocker.team, blocker.function, found, work.now)
    work.records.topics.add(topic)


def alike(blocker: Blocker, others: Iterable[Blocker]) -> Iterator[Blocker]:
    """Those of the same function in the same project, or that one act would have ended as well."""
    words = prepare(blocker.words)
    for one in others:
        if _same_project(one, blocker) or sameness(words, prepare(one.words)).same:
            yield one


def _same_project(one: Blocker, other: Blocker) -> bool:
    return one.function != OTHER and bool(one.project) and one.project == other.project
