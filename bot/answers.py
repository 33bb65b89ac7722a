"""Answers that travel as letters, because nobody waits for them at the door."""

from collections.abc import Mapping
from typing import Any

from bot.letters import ANSWER, post
from bot.profiles import free_at
from bot.told import Told, again, kept
from bot.world import Work
from storage.outbox import Letter
from storage.types import PersonId

SAID_ALREADY = "said_already"  # the use case posted its own letter


def send(
    work: Work, told: Told, *, to: str, person: PersonId, in_channel: bool, thread: str | None
) -> None:
    """To the person's DM, or to a channel where only that person sees it."""
    if told.what == SAID_ALREADY:
        return
    facts = {**kept(told), "for": person}
    whisper_to = person if in_channel else None
    post(work, ANSWER, to=to, facts=facts, thread=thread, whisper_to=whisper_to)


def send_in_hours(work: Work, told: Told, *, person: PersonId) -> None:
    """To the person's DM, where nobody knocked just now: it can wait for their morning."""
    facts = {**kept(told), "for": person}
    post(work, ANSWER, to=person, facts=facts, not_before=free_at(work, person))


def usage(*, understood: bool) -> Told:
    return Told("usage" if understood else "not_understood")


def form_offered(ids: Mapping[str, str]) -> Told:
    """A form needs a tap first; `ids` say which one."""
    return Told("form_offered", None, ids)


def refused(sentence: str) -> Told:
    return Told("refused", None, {"sentence": sentence})


def compose(work: Work, letter: Letter) -> tuple[None, dict[str, Any]]:
    """The answer as it is true when the letter leaves."""
    return None, {"told": again(work, letter.facts), "for": letter.facts["for"]}
