"""Letters in doubt: looked for before they are ever sent again, or shown to a person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deliveries.parcels import is_person, root_of
from bot.ids import kind_of
from bot.world import Work
from storage.deliveries import Deliveries
from storage.outbox import Letter, Post
from storage.types import ChannelId

SETTLE = timedelta(seconds=30)  # what Slack does late is visible after this
BEFORE_THE_ATTEMPT = timedelta(seconds=120)
BETWEEN_LOOKS = timedelta(seconds=30)
LONGEST_BETWEEN_LOOKS = timedelta(minutes=10)
LOOKS_BEFORE_RESENDING = 2
MOST_LOOKS = 3 * LOOKS_BEFORE_RESENDING  # a letter that is lost three times is shown to a person
GIVE_UP_LOOKING = timedelta(days=1)

_SCOPE_TO_READ = {
    "channel": "channels:history",
    "private": "groups:history",
    "dm": "im:history",
    "group": "mpim:history",
}

OnUnconfirmed = Callable[[Work, Letter], None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where to look for a letter; `person` when its channel is still to be asked for."""

    letter: Letter
    channel: str
    thread_ts: str | None
    oldest: datetime

    @property
    def person(self) -> str | None:
        return self.channel if kind_of(self.channel) == "person" else None


def doubt_of(work: Work, letter: Letter) -> Doubt | None:
    """None when we have no right to read there, or it is too long ago."""
    attempt = letter.attempt_at or letter.made_at
    if not may_read(work, letter.conversation) or work.now - attempt > GIVE_UP_LOOKING:
        return None
    root = root_of(work, letter)
    if letter.thread is not None and root is None:
        return None
    return Doubt(
        letter=letter,
        channel=letter.conversation if root is None else root.channel,
        thread_ts=None if root is None else root.ts,
        oldest=attempt - BEFORE_THE_ATTEMPT,
    )


def may_read(work: Work, conversation: str) -> bool:
    """Whether our scopes allow it; that we are a member, Slack itself tells when we look."""
    workspace = work.records.workspaces.get(work.records.workspace)
    if workspace is None:
        return False
    if "," in conversation:
        return workspace.may(_SCOPE_TO_READ["group"])
    if is_person(conversation):
        return workspace.may(_SCOPE_TO_READ["dm"])
    channel = work.records.channels.get(ChannelId(conversation))
    if channel is None or channel.kind not in _SCOPE_TO_READ:
        return workspace.may("channels:history") or workspace.may("groups:history")
    return workspace.may(_SCOPE_TO_READ[channel.kind])


def found(work: Work, doubt: Doubt, post: Post) -> bool:
    """It had arrived."""
    letter = doubt.letter
    if not _deliveries(work).sent(letter.id, ts=post.ts):
        return False
    if letter.slot is not None:
        work.records.outbox.posted(letter.slot, post)
    return True


def absent(work: Work, doubt: Doubt, *, on_unconfirmed: OnUnconfirmed) -> str:
    """It was not there, in a complete reading.

    After two of these, half a minute apart, it is sent again with the same id. Returns what
    became of it: looked (once more, later), resent, unconfirmed, or "" when somebody else
    decided meanwhile.
    """
    letter, box = doubt.letter, _deliveries(work)
    looks = letter.looks + 1
    if looks >= MOST_LOOKS:
        return unconfirmed(work, doubt, reason="lost again", on_unconfirmed=on_unconfirmed)
    if looks % LOOKS_BEFORE_RESENDING == 0:
        return "resent" if box.resend(letter.id, looks=letter.looks, at=work.now) else ""
    at = work.now + BETWEEN_LOOKS
    took = box.look_again(letter.id, looks=letter.looks, now_looks=looks, at=at)
    return "looked" if took else ""


def unread(work: Work, doubt: Doubt, *, wait: float = 0.0) -> None:
    """The reading was not complete, which proves nothing: later again, at growing distances.

    `wait` is what Slack asked for, in seconds.
    """
    since = work.now - (doubt.letter.attempt_at or doubt.letter.made_at)
    pause = min(max(since / 2, BETWEEN_LOOKS), LONGEST_BETWEEN_LOOKS)
    at = work.now + max(pause, timedelta(seconds=wait))
    looks = doubt.letter.looks
    _deliveries(work).look_again(doubt.letter.id, looks=looks, now_looks=looks, at=at)


def unconfirmed(work: Work, doubt: Doubt, *, reason: str, on_unconfirmed: OnUnconfirmed) -> str:
    """We cannot know; it is never sent again by itself. "" when somebody else decided."""
    letter = doubt.letter
    if not _deliveries(work).end_doubt(
        letter.id, looks=letter.looks, state="unconfirmed", reason=reason
    ):
        return ""
    on_unconfirmed(work, letter)
    return "unconfirmed"


def _deliveries(work: Work) -> Deliveries:
    return Deliveries(work.records.tx, work.records.workspace)
