"""Rules about blockers: who may see them, who may change them, whom their telling must wait for."""

from datetime import datetime, timedelta

from storage.blockers import Blocker
from storage.people import Channel, Person
from storage.types import PersonId

SAME_WAIT = timedelta(days=7)  # reopened within this it is the same wait, and the gap counts
ASK_BEFORE_POSTING_TO = 50
_MEANS_NOT_HERE = ("not_in_channel", "channel_not_found")


def default_audience(channel: Channel | None, *, in_dm: bool) -> str:
    if in_dm or (channel is not None and channel.kind in ("dm", "group")):
        return "me"
    return "channel"


def telling(
    audience: str, *, waiter: Person | None, channel: Channel | None, owner: PersonId | None
) -> str:
    """Whether the audience can be told now: "yes", or the reason why not yet."""
    if audience == "me":
        return "no"
    if waiter is None:
        return "unknown"
    if audience == "asked":
        return "nobody" if owner is None else "yes"
    if channel is None:
        return "unknown"
    if not channel.here or channel.trouble in _MEANS_NOT_HERE:
        return "not_here"
    if channel.trouble:
        return "closed"
    return "asking" if channel.size > ASK_BEFORE_POSTING_TO else "yes"


def may_see(blocker: Blocker, person: PersonId) -> bool:
    """Of those who can see the channel; whether a person can is Slack's to say.

    While its audience has not been told, a blocker is its author's alone.
    """
    if person == blocker.waiter:
        return True
    if blocker.told != "yes":
        return False
    return blocker.audience == "channel" or person in (blocker.owner, blocker.helper)


def is_same_wait(blocker: Blocker, now: datetime) -> bool:
    return blocker.ended_at is not None and now - blocker.ended_at <= SAME_WAIT
