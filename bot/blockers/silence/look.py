"""Looks at a wait when it is time: asks the next question, or lets it become unconfirmed."""

from datetime import datetime, timedelta

from bot.blockers.heard import LOOK, NEW
from bot.blockers.past import happened
from bot.blockers.post import redraw_post
from bot.blockers.report import change
from bot.blockers.silence.chains import waits_on_another
from bot.blockers.silence.questions import put
from bot.blockers.silence.repeats import notice
from bot.blockers.silence.sides import standing_of
from bot.blockers.silence.steps import UNCONFIRMED, next_step
from bot.blockers.states import SILENCE, after
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

_TRIED_AGAIN_AFTER = timedelta(hours=1)
_A_DAY = 1.0  # while it waits on another wait, we look so often whether it still does
EXCUSED = 20.0  # working days of its waiter: then it is asked about like any other


def next_due(work: Work) -> datetime | None:
    """When a blocker is to be looked at next."""
    return work.records.follow_ups.next_due()


def do_due(work: Work) -> bool:
    """Look at one blocker that is due; False when none is."""
    due = work.records.follow_ups.due(work.now, 1)
    for one in due:
        blocker = work.records.blockers.get(one.blocker)
        if work.records.follow_ups.take(one) and blocker is not None:
            if one.what == NEW:
                notice(work, blocker)
            _go_on(work, blocker)
    return bool(due)


def set_aside(work: Work) -> None:
    """Something of ours went wrong with the first one; the others go on, it has a turn again."""
    for one in work.records.follow_ups.due(work.now, 1):
        work.records.follow_ups.plan(one.blocker, one.what, work.now + _TRIED_AGAIN_AFTER)


def _go_on(work: Work, blocker: Blocker) -> None:
    """Do what is due about it, and plan when to look again. Nothing while it is unconfirmed."""
    while blocker.is_open and blocker.state != UNCONFIRMED:
        standing = standing_of(work, blocker)
        step = next_step(standing, work.now)
        if step.at > work.now:
            work.records.follow_ups.plan(blocker.id, LOOK, step.at)
            return
        waiter = standing.waiter
        if work.now < waiter.days(waiter.since, EXCUSED) and waits_on_another(work, blocker):
            work.records.follow_ups.plan(blocker.id, LOOK, waiter.days(work.now, _A_DAY))
            return
        if step.what == UNCONFIRMED:
            blocker = _fall_silent(work, blocker)
        else:
            put(work, blocker, step.what, heard=standing.heard)


def _fall_silent(work: Work, blocker: Blocker) -> Blocker:
    """Nobody who was asked said how it stands; that is noted as ours, for it is nobody's act."""
    silent = change(work, blocker, state=after(blocker.state, SILENCE))
    us = work.records.workspaces.get(work.records.workspace)
    happened(work, silent, PersonId("") if us is None else us.bot_user, SILENCE)
    redraw_post(work, silent)
    return silent
