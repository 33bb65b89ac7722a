"""Where a blocker is shown: one message for its audience, redrawn as things change."""

from collections.abc import Mapping
from typing import Any

from bot.attention import free_at, welcome_at
from bot.ids import kind_of
from bot.letters import post, redraw, take_down
from bot.told import Card, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.types import BlockerId, PersonId

POSTED = "blocker.posted"
PUT = "blocker.put"
# What may wait for a morning, and says nothing any more when the wait is over by then.
_WHILE_OPEN = frozenset(
    {
        *("blocker.asked", "blocker.ask_declined", "blocker.forwarded", "blocker.helper_found"),
        *("blocker.info_asked", "blocker.info_given", "blocker.looks_clear", "blocker.not_mine"),
        *("blocker.queued", "blocker.reopened_for_you", "blocker.suggested", "blocker.taken"),
    }
)
_WHILE_OVER = frozenset({"blocker.resolved_for_you"})


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


def publish(work: Work, blocker: Blocker, *, thread: str | None = None) -> None:
    """Tell the audience, if it may be told now; in the thread where it was said, if in one."""
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        _tell(work, POSTED, place, slot=slot, thread=thread, facts=_facts(blocker))


def redraw_post(work: Work, blocker: Blocker) -> None:
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        redraw(work, POSTED, to=place, slot=slot, facts=_facts(blocker))
    if blocker.put_to is not None:
        redraw_put(work, blocker, blocker.put_to)


def take_down_post(work: Work, blocker: Blocker) -> None:
    place = place_of(work, blocker)
    if place is not None and blocker.told == "yes":
        slot = slot_of(blocker.id, place)
        take_down(work, POSTED, to=place, slot=slot, facts=_facts(blocker))
    to = blocker.put_to
    if to is not None and _was_put(work, blocker, to):
        slot = put_slot(blocker.id, to)
        take_down(work, PUT, to=to, slot=slot, facts={**_facts(blocker), "to": to})


def put_slot(blocker: BlockerId, to: str) -> str:
    return f"put:{blocker}:{to}"


def publish_put(work: Work, blocker: Blocker) -> None:
    """To the person it was put to, or into the owner's channel."""
    to = blocker.put_to
    if to is None or blocker.told != "yes" or blocker.audience != "channel":
        return
    if kind_of(to) == "group":
        return
    _tell(work, PUT, to, slot=put_slot(blocker.id, to), facts={**_facts(blocker), "to": to})


def redraw_put(work: Work, blocker: Blocker, to: str) -> None:
    """Also for whoever it was put to before: there it says that it went on."""
    if _was_put(work, blocker, to):
        slot = put_slot(blocker.id, to)
        redraw(work, PUT, to=to, slot=slot, facts={**_facts(blocker), "to": to})


def _was_put(work: Work, blocker: Blocker, to: str) -> bool:
    slot = put_slot(blocker.id, to)
    outbox = work.records.outbox
    return outbox.last_post(slot) is not None or outbox.post(slot) is not None


def say_in_thread(work: Work, blocker: Blocker, kind: str, **facts: Any) -> None:
    """A line where waiter and helper meet: under the channel's message, else in the waiter's DM."""
    facts = {**_facts(blocker), **facts}
    place = place_of(work, blocker)
    if blocker.audience == "channel" and blocker.told == "yes" and place is not None:
        post(work, kind, to=place, thread=_root(work, slot_of(blocker.id, place)), facts=facts)
    else:
        tell_in_hours(work, blocker.waiter, kind, **facts)


def tell_in_hours(
    work: Work, person: PersonId, kind: str, /, *, asked: bool = True, **facts: Any
) -> None:
    """To one person, who did not tap just now: it can wait for their morning."""
    at = free_at(work, person)
    post(work, kind, to=person, facts=facts, not_before=at, asked=asked)


def _root(work: Work, slot: str) -> str:
    """Of a message that stands in a thread itself, the thread goes on."""
    said = work.records.outbox.last_post(slot)
    return slot if said is None or said.thread is None else said.thread


def compose(work: Work, letter: Letter) -> tuple[Card, Mapping[str, Any]] | None:
    """What a letter about a blocker says, true at the moment it leaves; None when it is moot."""
    blocker = work.records.blockers.get(letter.facts["blocker"])
    if blocker is None:
        return None
    if letter.kind in (_WHILE_OVER if blocker.is_open else _WHILE_OPEN):
        return None
    if letter.kind == POSTED and letter.verb != "delete" and not _belongs(work, blocker, letter):
        return None
    if letter.verb == "post" and _is_moot(work, blocker, letter):
        return None
    return card_of(work, blocker), letter.facts


def _belongs(work: Work, blocker: Blocker, letter: Letter) -> bool:
    """Still meant for these eyes: its author may have narrowed or withdrawn it meanwhile."""
    if blocker.state == "withdrawn":
        return False
    return letter.conversation == place_of(work, blocker)


def _is_moot(work: Work, blocker: Blocker, letter: Letter) -> bool:
    """What waited for somebody's morning: it is over, went on, or a later letter says it."""
    if letter.kind == PUT and not (blocker.is_open and blocker.put_to == letter.facts["to"]):
        return True
    if letter.kind not in (POSTED, PUT) or kind_of(letter.conversation) != "person":
        return False
    last = work.records.outbox.last_post(letter.slot or "")
    return not blocker.is_open or (last is not None and last.id != letter.id)


def _tell(work: Work, kind: str, place: str, **letter: Any) -> None:
    """One person alone reads it within their hours, and not at all if they muted such waits."""
    when = welcome_at(work, PersonId(place), kind) if kind_of(place) == "person" else work.now
    if when is not None:
        post(work, kind, to=place, not_before=when, **letter)


def _facts(blocker: Blocker) -> dict[str, Any]:
    return {"blocker": blocker.id}
