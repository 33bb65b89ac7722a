"""Status: what is owed, late, failed, unconfirmed or paused; nothing is silently dropped."""

from dataclasses import dataclass
from datetime import datetime

from bot.housekeeping import LIVING, paused_since
from bot.world import Work
from storage.counts import (
    Letters,
    Rounds,
    Trouble,
    errands_by_state,
    host_troubles,
    letters_by_state,
    open_reviews,
    rounds_of_pairs,
    troubles,
    worries,
)
from storage.signals import any_signal
from storage.switches import Processes


@dataclass(frozen=True)
class Status:
    letters: dict[str, int]  # by state
    oldest_owed: datetime | None
    worries: list[Letters]  # failed and unconfirmed letters, the newest first
    troubles: list[Trouble]  # workspaces and channels that Slack refuses us
    hosts: list[Trouble]  # code hosts that refuse our key
    errands: dict[str, int]  # by state
    reviews: dict[str, int]  # open ones, by whom they wait for
    rounds: Rounds
    paused_since: datetime | None
    processes: list[tuple[str, str, int]]  # id, place, sockets
    reactions: bool  # whether any team marks waits by one


def status(work: Work) -> Status:
    """For all workspaces of this database."""
    tx = work.records.tx
    by_state, oldest = letters_by_state(tx)
    return Status(
        letters=by_state,
        oldest_owed=oldest,
        worries=worries(tx),
        troubles=troubles(tx),
        hosts=host_troubles(tx),
        errands=errands_by_state(tx),
        reviews=open_reviews(tx),
        rounds=rounds_of_pairs(tx),
        paused_since=paused_since(work),
        processes=Processes(tx).living(since=work.now - LIVING),
        reactions=any_signal(tx),
    )
