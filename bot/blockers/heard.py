"""A sign of life: what it plans anew, and how it brings back a wait that had fallen silent."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.blockers.post import redraw_post
from bot.blockers.states import UNCONFIRMED, after, is_spoken
from bot.errors import Overtaken
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

NEW, LOOK = "new", "look"  # what is planned: a first look at a new wait, and each later one
MENTIONED = "mentioned"
FIRST_LOOK_AFTER = timedelta(hours=1)  # many waits are over by then, and the morning is busy


def heard(work: Work, blocker: Blocker, what: str) -> Blocker:
    """What somebody did was noted; returns the blocker as it is now."""
    kind = what.partition(":")[0]
    if kind == "reported":
        work.records.follow_ups.begin(blocker.id, NEW, work.now + FIRST_LOOK_AFTER)
    elif blocker.is_open and is_spoken(kind):
        work.records.follow_ups.plan(blocker.id, LOOK, work.now)
        return _brought_back(work, blocker, kind) if blocker.state == UNCONFIRMED else blocker
    return blocker


def sign_of_life(work: Work, blocker: Blocker, by: PersonId, at: datetime) -> Blocker:
    """Somebody said of an open blocker, in whatever way, that it still is one."""
    if not blocker.is_open:
        return blocker
    work.records.blockers.note(blocker.id, at=at, person=by, what=MENTIONED, note=None)
    return heard(work, blocker, MENTIONED)


def _brought_back(work: Work, blocker: Blocker, what: str) -> Blocker:
    state = after(UNCONFIRMED, what)
    if not work.records.blockers.change(blocker, state=state):
        raise Overtaken
    back = replace(blocker, state=state)
    redraw_post(work, back)
    return back
