"""Letters: what the rooms ask the courier to say, each in one way."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.world import Work
from storage.outbox import INTERACTIVE, Letter
from storage.types import LetterId

ANSWER = "answer.told"  # an answer that has to travel as a letter


def post(
    work: Work,
    kind: str,
    *,
    to: str,
    facts: Mapping[str, Any],
    slot: str | None = None,
    thread: str | None = None,
    whisper_to: str | None = None,
    not_before: datetime | None = None,
    asked: bool = True,
    rank: int = INTERACTIVE,
) -> LetterId:
    """Owe a new message to a channel, or to a person's DM with us.

    `thread` is the slot or the ts of the message it answers; with `whisper_to` only that
    person sees it; `asked=False` marks what neither a person nor a rhythm caused just now.
    """
    letter = Letter(
        id=LetterId(work.new_id()),
        verb="post" if whisper_to is None else "whisper",
        kind=kind,
        conversation=to,
        facts=facts,
        made_at=work.now,
        not_before=not_before or work.now,
        whisper_to=whisper_to,
        slot=slot,
        thread=thread,
        asked=asked,
        rank=rank,
    )
    work.records.outbox.put(letter)
    return letter.id


def redraw(work: Work, kind: str, *, to: str, slot: str, facts: Mapping[str, Any]) -> None:
    """The message of this slot should say what is true now.

    A letter that has not left yet will say so by itself: letters are composed as they leave.
    """
    if not work.records.outbox.is_waiting(slot):
        _change(work, "edit", kind, to=to, slot=slot, facts=facts)


def take_down(work: Work, kind: str, *, to: str, slot: str, facts: Mapping[str, Any]) -> None:
    """The message of this slot should no longer be there."""
    _change(work, "delete", kind, to=to, slot=slot, facts=facts)


def _change(
    work: Work, verb: str, kind: str, *, to: str, slot: str, facts: Mapping[str, Any]
) -> None:
    letter = Letter(
        id=LetterId(work.new_id()),
        verb=verb,
        kind=kind,
        conversation=to,
        facts=facts,
        made_at=work.now,
        not_before=work.now,
        slot=slot,
    )
    work.records.outbox.put(letter)
