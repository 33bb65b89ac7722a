"""Parcels: letters composed as they leave, from what is true then, with their address resolved."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import Refusal
from bot.ids import kind_of
from bot.told import Card
from bot.world import Work
from storage.outbox import Letter, Post
from storage.types import ChannelId

Content = tuple[Card | None, Mapping[str, Any]]
Composers = Mapping[str, Callable[[Work, Letter], Content | None]]

# A composer that stumbles must not stop the others' letters: its own fails, and is logged.
_STUMBLES = (ArithmeticError, AttributeError, LookupError, Refusal, TypeError, ValueError)
_TS = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Parcel:
    """Everything that the door needs to say one letter; nothing is looked up any more."""

    letter: Letter
    card: Card | None
    facts: Mapping[str, Any]
    channel: str  # where to post; or where the message stands that is edited or taken down
    ts: str | None = None  # the message that is edited or taken down
    thread_ts: str | None = None

    @property
    def to_person(self) -> bool:
        return is_person(self.letter.conversation)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A letter that will not leave: moot, failed, or unknown to this version of ours."""

    letter: Letter
    state: str  # moot, failed, unknown
    reason: str


def is_person(conversation: str) -> bool:
    """A person's DM with us, by their id or by the DM's own."""
    return kind_of(conversation) in ("person", "dm")


def root_of(work: Work, letter: Letter) -> Post | None:
    """The message that it answers, if it answers one that Slack confirmed."""
    if letter.thread is None:
        return None
    if _TS.fullmatch(letter.thread):
        return Post(ChannelId(letter.conversation), letter.thread)
    return work.records.outbox.post(letter.thread)


def pack(work: Work, letter: Letter, composers: Composers) -> Parcel | Unsaid:
    compose = composers.get(letter.kind)
    if compose is None:
        return Unsaid(letter, "unknown", "unknown kind")
    channel = work.records.channels.get(ChannelId(letter.conversation))
    if channel is not None and channel.trouble is not None:
        return Unsaid(letter, "failed", channel.trouble)
    try:
        content = compose(work, letter)
    except _STUMBLES as stumble:
        return Unsaid(letter, "failed", f"not composed: {type(stumble).__name__}")
    if content is None:
        return Unsaid(letter, "moot", "moot")
    return _addressed(work, letter, *content)


def _addressed(
    work: Work, letter: Letter, card: Card | None, facts: Mapping[str, Any]
) -> Parcel | Unsaid:
    if letter.verb in ("edit", "delete"):
        return _of_message(work, letter, card, facts)
    if letter.thread is None:
        return Parcel(letter, card, facts, channel=letter.conversation)
    root = root_of(work, letter)
    if root is None:
        return Unsaid(letter, "failed", _why_no_root(work, letter.thread))
    return Parcel(letter, card, facts, channel=root.channel, thread_ts=root.ts)


def _of_message(
    work: Work, letter: Letter, card: Card | None, facts: Mapping[str, Any]
) -> Parcel | Unsaid:
    post = work.records.outbox.post(letter.slot or "")
    if post is None:
        return Unsaid(letter, "moot", "never posted")
    return Parcel(letter, card, facts, channel=post.channel, ts=post.ts)


def _why_no_root(work: Work, slot: str) -> str:
    root = work.records.outbox.last_post(slot)
    if root is None or root.state == "sent":
        return "its message is gone"
    return f"its message is {root.state}"
