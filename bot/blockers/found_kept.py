"""Waits that were found become blockers: clocked at once for their author, told by a tap alone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from bot.blockers.find import owned
from bot.blockers.found import plain
from bot.blockers.offers import whom_to_ask
from bot.blockers.past import happened
from bot.blockers.putting import put_to
from bot.blockers.report import Wait, correct, report, show_to
from bot.blockers.silence import still_waiting
from bot.reading.same import sameness
from bot.reading.same_items import prepare
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, ChannelId, PersonId, TeamId

_MOST_OPEN = 100
_MOST_COMPARED = 20  # a comparison takes part of a millisecond, inside the writer


def clock(
    work: Work, wait: Wait, *, waiter: PersonId, channel: ChannelId, in_dm: bool = False
) -> Blocker:
    """It becomes a blocker that only its author sees."""
    mine = replace(wait, audience="me")
    told = report(work, mine, waiter=waiter, channel=channel, in_dm=in_dm)
    if told.card is None:
        raise ValueError("a report without its blocker")
    return told.card.blocker


def open_of(work: Work, person: PersonId, team: TeamId | None = None) -> list[Blocker]:
    """The open waits of a person; in one team, if one is named."""
    mine = work.records.blockers.page("mine", skip=0, size=_MOST_OPEN, person=person)
    return [one for one in mine if team in (None, one.team)]


def again(wait: Wait, mine: list[Blocker]) -> Blocker | None:
    """An open wait in the same words, else the most alike of those that mean the same thing."""
    alike = [one for one in mine if plain(one.words) == plain(wait.words)]
    if alike:
        return alike[0]
    said = prepare(wait.words)
    compared = [(sameness(one.words, said), one) for one in mine[:_MOST_COMPARED]]
    same = [(found.score, one) for found, one in compared if found.same]
    return max(same, key=lambda pair: pair[0])[1] if same else None


def clock_or_go_on(
    work: Work,
    waits: Iterable[Wait],
    mine: list[Blocker],
    *,
    waiter: PersonId,
    channel: ChannelId,
    in_dm: bool = False,
    known: Collection[BlockerId] = (),
) -> Iterator[tuple[Wait, Blocker, bool]]:
    """Each with its blocker, a new one or one that is open already and goes on; but for those that
    are known from the same words."""
    for wait in waits:
        before = again(wait, mine)
        if before is None:
            blocker = clock(work, wait, waiter=waiter, channel=channel, in_dm=in_dm)
            mine.append(blocker)
            yield wait, blocker, False
        elif before.id not in known:
            still_waiting(work, before.id, by=waiter)
            yield wait, before, True


def tell(work: Work, blocker_id: BlockerId, *, by: PersonId, thread: str | None = None) -> Blocker:
    """Its author lets the channel know. Their tap is the yes that a large channel needs."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open or (blocker.audience == "channel" and blocker.told == "yes"):
        return blocker
    told = show_to(work, blocker, "channel", sure=True, thread=thread)
    return happened(work, told, by, "audience:channel")


def tell_and_ask(
    work: Work,
    blocker_id: BlockerId,
    *,
    by: PersonId,
    function: str | None = None,
    person: PersonId | None = None,
    thread: str | None = None,
) -> None:
    """The same, and put to whoever answers for its function; or for the one that is named now, or
    to the person who is."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return
    if (function or person) and (function, person) != (blocker.function, blocker.owner):
        correct(work, blocker_id, by=by, function=function, owner=person)
    told = tell(work, blocker_id, by=by, thread=thread)
    if function is not None or (person is None and whom_to_ask(work, told)):
        put_to(work, blocker_id, by=by)
