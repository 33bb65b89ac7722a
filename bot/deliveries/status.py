"""What `pinwheel status` shows of the letters: how many in each state, and why the odd ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.world import Work
from storage.deliveries import Deliveries


@dataclass(frozen=True, slots=True)
class Owed:
    by_state: Mapping[str, int]  # ready, sending, sent, in_doubt, unconfirmed, failed, moot
    reasons: Mapping[tuple[str, str], int]  # (failed | unconfirmed, why) -> how many
    oldest_due: datetime | None  # since when the longest waiting letter could have left


def owed(work: Work) -> Owed:
    box = Deliveries(work.records.tx, work.records.workspace)
    return Owed(box.by_state(), box.reasons(), box.oldest_due(now=work.now))
