"""A calendar file of one time: asked for by a tap, put once where the two read of their pair."""

from datetime import datetime, timedelta

from bot.pairs.answers import pairing_of
from bot.pairs.looking import Shown, shown
from bot.pairs.making import slot_of
from bot.pairs.refusals import TimePassed
from bot.told import Told
from bot.world import Work
from storage.pairs_files import PairFile
from storage.pairs_rounds import Pairing
from storage.types import ChannelId, PersonId

WANTED, SENDING, SENT = "wanted", "sending", "sent"
UNDER_WAY = timedelta(minutes=1)  # after that, whoever was sending it is no more


def want_file(work: Work, pairing_id: str, at: datetime, *, by: PersonId) -> Told:
    """`pairs.file_wanted`: whoever asked now puts it there. Raises NotYourPair, TimePassed."""
    pairing = pairing_of(work, pairing_id, by)
    if at <= work.now:
        raise TimePassed
    facts = {"pairing": pairing.id, "at": at.isoformat()}
    channel = _where(work, pairing, by)
    if channel is None:
        return Told("pairs.file_refused", None, facts)
    before = work.records.pair_files.get(pairing.id, channel, at)
    if before is not None and not _is_lost(work, before):
        return Told("pairs.file_before", None, facts)
    work.records.pair_files.put(PairFile(pairing.id, channel, at, WANTED, work.now))
    return Told("pairs.file_wanted", None, {**facts, "channel": channel})


def begin_file(work: Work, told: Told) -> Shown | None:
    """What stands in it, for the one who sends it; None where it is being sent already."""
    file, pairing = _file(work, told), work.records.pair_rounds.pairing(told.facts["pairing"])
    if file is None or pairing is None or file.state != WANTED:
        return None
    if not work.records.pair_files.move(file, SENDING, now=work.now):
        return None
    return shown(work, pairing)


def end_file(work: Work, told: Told, *, is_there: bool) -> Told:
    file = _file(work, told)
    if file is not None and is_there:
        work.records.pair_files.move(file, SENT, now=work.now)
    elif file is not None:
        work.records.pair_files.drop(file)
    return Told("pairs.file_sent" if is_there else "pairs.file_refused", None, told.facts)


def _where(work: Work, pairing: Pairing, by: PersonId) -> ChannelId | None:
    """Where they read of their pair: never where `/pair` happened to be typed."""
    slot = slot_of(pairing.id)
    for one in (slot, f"{slot}:{by}"):
        post = work.records.outbox.post(one)
        if post is not None:
            return post.channel
    return None


def _is_lost(work: Work, file: PairFile) -> bool:
    return file.state != SENT and work.now - file.changed_at >= UNDER_WAY


def _file(work: Work, told: Told) -> PairFile | None:
    facts = told.facts
    at = datetime.fromisoformat(facts["at"])
    return work.records.pair_files.get(facts["pairing"], ChannelId(facts["channel"]), at)
