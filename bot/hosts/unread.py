"""Why a code host did not do or show what was asked, and how long to leave it be."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

FIRST_AGAIN = timedelta(seconds=30)
LONGEST_AGAIN = timedelta(minutes=15)
REFUSED_AGAIN = timedelta(hours=1)  # somebody may have mended the key meanwhile
GONE_AGAIN = timedelta(hours=1)  # it may come back


class Why(StrEnum):
    ILL = "ill"  # it cannot be reached, or answers with nonsense
    LIMITED = "limited"  # it told us to wait
    REFUSED = "refused"  # our key is not valid there
    GONE = "gone"  # not there, or not for us to see: hosts tell no difference
    FORBIDDEN = "forbidden"  # it is there, and not for us to change
    INVALID = "invalid"  # it understood, and says no to just this
    ELSEWHERE = "elsewhere"  # it sent us to another host, where we do not go


OF_THE_HOST = frozenset({Why.ILL, Why.LIMITED, Why.REFUSED, Why.ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Unread:
    why: Why
    reason: str = ""  # its own words or a number, for whoever runs us
    seconds: float | None = None  # how long it asks us to wait


def again_in(unread: Unread, tries: int, *, spread: float) -> timedelta:
    """Twice as long after each try, a little apart; never before it said. `spread`: 0 to 1."""
    if unread.seconds is not None:
        return timedelta(seconds=unread.seconds) + FIRST_AGAIN * spread
    if unread.why is Why.REFUSED or unread.why is Why.ELSEWHERE:
        return REFUSED_AGAIN * (1 + spread / 4)
    if unread.why in (Why.GONE, Why.FORBIDDEN, Why.INVALID):
        return GONE_AGAIN * (1 + spread / 4)
    doubled: int = 2 ** min(max(tries, 1) - 1, 10)
    return min(FIRST_AGAIN * doubled, LONGEST_AGAIN) * (1 - spread / 4)
