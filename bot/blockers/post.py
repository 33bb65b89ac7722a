"""Where a blocker is shown: one message for its audience, redrawn as things change."""

from collections.abc import Mapping
from typing import Any

from bot.letters import post, redraw, take_down
from bot.told import Card, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.types import BlockerId

POSTED = "blocker.posted"
_WHILE_OPEN = ("blocker.asked", "blocker.ask_declined")  # a question may wait for the morning


def place_of(work: Work, blocker: Blocker) -> str | None:
    """The conversation whose people are its audience; None when only the waiter sees it."""
    if blocker.audience == "asked":
        return blocker.owner
    if blocker.audience == "me":
        return None
    team = work.records.teams.get(blocker.team)
    return None if team is None else team.channel


def slot_of(blocker: BlockerId, place: str) -> str:
    return f"blocker:{blocker}:{place}"


def publish(work: Work, blocker: Blocker) -> None:
    """Tell the audience, if it may be told now."""
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        post(work, POSTED, to=place, slot=slot, facts=_facts(blocker))


def redraw_post(work: Work, blocker: Blocker) -> None:
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        redraw(work, POSTED, to=place, slot=slot, facts=_facts(blocker))


def take_down_post(work: Work, blocker: Blocker) -> None:
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        take_down(work, POSTED, to=place, slot=slot, facts=_facts(blocker))


def say_in_thread(work: Work, blocker: Blocker, kind: str, **facts: Any) -> None:
    """A line where waiter and helper meet: under the channel's message, else in the waiter's DM."""
    facts = {**_facts(blocker), **facts}
    place = place_of(work, blocker)
    if blocker.audience == "channel" and blocker.told == "yes" and place is not None:
        post(work, kind, to=place, thread=slot_of(blocker.id, place), facts=facts)
    else:
        post(work, kind, to=blocker.waiter, facts=facts)


def compose(work: Work, letter: Letter) -> tuple[Card, Mapping[str, Any]] | None:
    """What a letter about a blocker says, true at the moment it leaves; None when it is moot."""
    blocker = work.records.blockers.get(letter.facts["blocker"])
    if blocker is None:
        return None
    if letter.kind in _WHILE_OPEN and not blocker.is_open:
        return None
    if letter.kind == POSTED and letter.verb != "delete" and not _belongs(work, blocker, letter):
        return None
    return card_of(work, blocker), letter.facts


def _belongs(work: Work, blocker: Blocker, letter: Letter) -> bool:
    """Still meant for these eyes: its author may have narrowed or withdrawn it meanwhile."""
    if blocker.state == "withdrawn":
        return False
    return letter.conversation == place_of(work, blocker)


def _facts(blocker: Blocker) -> dict[str, Any]:
    return {"blocker": blocker.id}
