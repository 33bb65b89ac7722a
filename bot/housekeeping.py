"""Housekeeping: forgets old knocks, and knows which processes live."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.world import Work
from storage.errands import prune_errands
from storage.inbox import prune_inbox
from storage.mornings import prune_mornings
from storage.outbox import prune_outbox
from storage.suggestions import prune_suggestions
from storage.switches import Processes, Switches

KNOCKS_KEPT = timedelta(days=8)  # Slack repeats none after a day; replays are remembered a week
LETTERS_KEPT = timedelta(days=30)  # and what morning letters were made of
LIVING = timedelta(seconds=90)
PAUSE = "pause"


@dataclass(frozen=True)
class Process:
    id: str
    place: str  # host and process id, for the one who reads `pinwheel status`


def prune(work: Work) -> None:
    """Forget what serves nobody any more; what failed is kept for a person to see."""
    tx = work.records.tx
    Processes(tx).forget_old(before=work.now - LIVING)
    prune_inbox(tx, before=work.now - KNOCKS_KEPT)
    prune_outbox(tx, before=work.now - LETTERS_KEPT)
    prune_errands(tx, before=work.now - LETTERS_KEPT)
    prune_mornings(tx, before=work.now - LETTERS_KEPT)
    prune_suggestions(tx, before=work.now - LETTERS_KEPT)


def seen(work: Work, process: Process, *, sockets: int) -> None:
    """This process lives, and holds so many Socket Mode connections."""
    Processes(work.records.tx).seen(process.id, place=process.place, sockets=sockets, now=work.now)


def gone(work: Work, process: Process) -> None:
    Processes(work.records.tx).gone(process.id)


def known_sockets(work: Work) -> int:
    """Socket Mode connections of every living process of this database."""
    return Processes(work.records.tx).sockets(since=work.now - LIVING)


def pause(work: Work) -> None:
    """From now on nothing unasked is sent; what a person asks for still is."""
    Switches(work.records.tx).turn_on(PAUSE, at=work.now)


def unpause(work: Work) -> bool:
    """True when it was paused."""
    return Switches(work.records.tx).turn_off(PAUSE)


def paused_since(work: Work) -> datetime | None:
    return Switches(work.records.tx).on_since(PAUSE)
