"""What became of a letter, recorded; and what follows from it for the others."""

from datetime import timedelta
from typing import assert_never

from bot.deliveries.answers import Failed, InDoubt, Later, Outcome, Reach, Sent
from bot.deliveries.doubts import SETTLE, OnUnconfirmed, may_read
from bot.deliveries.errors import NO_GROUP
from bot.deliveries.parcels import Parcel
from bot.letters import post
from bot.profiles import free_at
from bot.world import Work
from storage.deliveries import Deliveries
from storage.outbox import SCHEDULED, Letter, Post
from storage.people import Channel
from storage.types import ChannelId

TROUBLE = "team.trouble"


def record(
    work: Work, parcel: Parcel, outcome: Outcome, *, fence: int, on_unconfirmed: OnUnconfirmed
) -> str:
    """Keep what Slack's answer meant; returns the word for it.

    sent, later, failed, in_doubt, unconfirmed; doubled when it had arrived twice (the caller
    takes this one down); "" when another holder of the lease decided meanwhile.
    """
    match outcome:
        case Sent():
            return _sent(work, parcel, outcome)
        case Later():
            return _later(work, parcel.letter, outcome, fence)
        case Failed():
            return _failed(work, parcel, outcome, fence)
        case InDoubt():
            return _doubted(work, parcel.letter, outcome, fence, on_unconfirmed)
        case _:
            assert_never(outcome)


def not_before(work: Work, method: str, channel: str, *, seconds: float) -> None:
    """Slack told us to wait: kept for whoever speaks for this workspace next."""
    at = work.now + timedelta(seconds=seconds)
    work.records.limits.put(method, channel, not_before=at)


def give_back(work: Work, letter: Letter, *, fence: int, wait: float = 0.0) -> None:
    """It was claimed, but Slack was never called; it may leave after `wait` seconds."""
    at = work.now + timedelta(seconds=wait) if wait else letter.not_before
    _deliveries(work).give_back(letter.id, fence=fence, at=at, reason="given back")


def _sent(work: Work, parcel: Parcel, sent: Sent) -> str:
    letter = parcel.letter
    if not _deliveries(work).sent(letter.id, ts=sent.ts):
        return _perhaps_doubled(work, letter, sent)
    if letter.slot is not None and letter.verb == "delete":
        work.records.outbox.unposted(letter.slot)
    elif letter.slot is not None and letter.verb == "post" and sent.ts is not None:
        work.records.outbox.posted(letter.slot, Post(ChannelId(sent.channel), sent.ts))
    return "sent"


def _perhaps_doubled(work: Work, letter: Letter, sent: Sent) -> str:
    now = work.records.outbox.get(letter.id)
    twice = now is not None and now.state == "sent" and sent.ts not in (None, now.ts)
    return "doubled" if twice else ""


def _later(work: Work, letter: Letter, later: Later, fence: int) -> str:
    at = work.now + timedelta(seconds=later.seconds)
    took = _deliveries(work).later(letter.id, fence=fence, at=at, reason=later.reason)
    return "later" if took else ""


def _failed(work: Work, parcel: Parcel, failed: Failed, fence: int) -> str:
    letter, box = parcel.letter, _deliveries(work)
    if failed.reach is Reach.WORKSPACE:
        give_back(work, letter, fence=fence)
        here = work.records.workspace
        work.records.workspaces.in_trouble(here, reason=failed.reason, at=work.now)
        return "refused"
    if not box.end(letter.id, fence=fence, state="failed", reason=failed.reason):
        return ""
    if failed.gone and letter.slot is not None:
        work.records.outbox.unposted(letter.slot)
    if failed.reason == NO_GROUP:
        _to_each(work, letter)
    if failed.reach is not Reach.LETTER:
        box.fail_waiting(letter.conversation, reason=failed.reason)
    if failed.reach is Reach.CHANNEL:
        _close(work, ChannelId(letter.conversation), failed.reason)
    return "failed"


def _to_each(work: Work, letter: Letter) -> None:
    """Who may not be in one conversation with us reads the same in their own."""
    for person in letter.conversation.split(","):
        slot = None if letter.slot is None else f"{letter.slot}:{person}"
        post(
            work,
            letter.kind,
            to=person,
            facts=letter.facts,
            slot=slot,
            asked=letter.asked,
            rank=letter.rank,
        )


def _close(work: Work, channel: ChannelId, reason: str) -> None:
    """Nothing more is said there; the team's keeper is told, by the first to notice."""
    known = work.records.channels.get(channel)
    if known is not None and known.trouble is not None:
        return
    if known is None:
        work.records.channels.put(_unknown(channel, reason))
    else:
        work.records.channels.in_trouble(channel, reason=reason)
        work.records.channels.doubt(channel)
    team = work.records.teams.of_channel(channel)
    if team is not None:
        facts = {"channel": channel, "reason": reason}
        at = free_at(work, team.keeper)
        to, rank = team.keeper, SCHEDULED
        post(work, TROUBLE, to=to, facts=facts, not_before=at, asked=False, rank=rank)


def archived(work: Work, channel: ChannelId) -> None:
    """Where something recurs it pauses from now on, and the keeper need not find out by missing
    it."""
    team = work.records.teams.of_channel(channel)
    if team is not None and any(one.on for one in work.records.rhythms.of_team(team.id)):
        _close(work, channel, "is_archived")


def _unknown(channel: ChannelId, reason: str) -> Channel:
    return Channel(id=channel, name="", kind="", here=False, size=0, trouble=reason, learnt_at=None)


def _doubted(
    work: Work, letter: Letter, doubt: InDoubt, fence: int, on_unconfirmed: OnUnconfirmed
) -> str:
    box = _deliveries(work)
    if letter.verb == "post" and may_read(work, letter.conversation):
        at = work.now + SETTLE
        took = box.doubt(letter.id, fence=fence, look_at=at, reason=doubt.reason)
        return "in_doubt" if took else ""
    if not box.end(letter.id, fence=fence, state="unconfirmed", reason=doubt.reason):
        return ""
    if letter.verb == "post":
        on_unconfirmed(work, letter)
    return "unconfirmed"


def _deliveries(work: Work) -> Deliveries:
    return Deliveries(work.records.tx, work.records.workspace)


__all__ = ["TROUBLE", "archived", "give_back", "not_before", "record"]
