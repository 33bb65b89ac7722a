"""Carrying errands: done, later again, or told to a person who can do something."""

from bot.hosts import told
from bot.hosts.looks import OPEN, Look
from bot.hosts.moving import leave_be
from bot.hosts.unread import OF_THE_HOST, Unread, Why
from bot.world import Work
from storage.errands import DONE, FAILED, MOOT, Errand


def is_needed(errand: Errand, look: Look) -> bool:
    """What was asked before may have arrived although no answer came back."""
    if look.state != OPEN or (errand.login in look.requested) is errand.ask:
        return False
    # A host takes a request away when it is answered.
    answered = (one for one in look.verdicts if one.login == errand.login)
    return not errand.ask or all(one.at < errand.made_at for one in answered)


def was_tried(errand: Errand) -> bool:
    """It may have arrived, so it is looked up before it is repeated."""
    return errand.tries > 1


def carried(work: Work, errand: Errand) -> None:
    """It is so there now; what follows from it is read at once."""
    work.records.hosts.well(errand.host)
    work.records.errands.end(errand, next_at=errand.due_at, state=DONE, reason=None)
    work.records.followed.hint(errand.place, errand.number, now=work.now)


def not_needed(work: Work, errand: Errand) -> None:
    work.records.hosts.well(errand.host)
    work.records.errands.end(errand, next_at=errand.due_at, state=MOOT, reason="it is so already")


def not_carried(work: Work, errand: Errand, unread: Unread, *, spread: float) -> None:
    if unread.why in OF_THE_HOST:
        leave_be(work, errand.host, unread, spread=spread)
        # Of being told to wait we know that nothing was done; it is no try.
        tries = errand.tries if unread.why is Why.ILL else errand.tries - 1
        work.records.errands.end(errand, next_at=work.now, tries=tries, reason=unread.why)
        return
    ended = work.records.errands.end(
        errand, next_at=errand.due_at, state=FAILED, reason=f"{unread.why} {unread.reason}".strip()
    )
    if ended and errand.ask:
        told.not_asked(work, errand, unread)
