"""The morning letter: one DM a day for each person, made of what every feature puts in."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from bot.letters import post, redraw
from bot.world import Work
from storage.mornings import Part
from storage.outbox import SCHEDULED, Letter
from storage.types import Facts, PersonId

KIND = "morning.letter"
# What a part says, true as the letter leaves or is redrawn; None when it is moot by now.
PartComposer = Callable[[Work, PersonId, date, Facts], Any | None]

_NEVER_ARRIVED = ("moot", "failed")


def put_in(
    work: Work,
    person: PersonId,
    *,
    day: date,
    at: datetime,
    part: str,
    subject: str,
    facts: Mapping[str, Any],
    leads: bool = True,
) -> None:
    """Part of the person's letter of their own date, which leaves at the earliest `at`.

    Once it has left, a new part redraws it when its own `at` comes, a part put in again at once.
    With `leads` off it goes when the others go, or at its `at` when there are no others.
    """
    work.records.mornings.put(person, day, Part(part, subject, facts, leads), at=at)
    if (part, subject) in work.records.mornings.left(person, day):
        send(work, person, day)


def send(work: Work, person: PersonId, day: date) -> None:
    """The letter leaves; or, when it stands in their DM already, says what is true now."""
    slot = slot_of(person, day)
    facts = {"person": person, "day": day.isoformat()}
    last = work.records.outbox.last_post(slot)
    if last is None or last.state in _NEVER_ARRIVED:
        post(work, KIND, to=person, slot=slot, facts=facts, asked=False, rank=SCHEDULED)
    else:
        redraw(work, KIND, to=person, slot=slot, facts=facts)


def slot_of(person: PersonId, day: date) -> str:
    return f"morning:{person}:{day}"


def compose(
    work: Work, letter: Letter, parts: Mapping[str, PartComposer]
) -> tuple[None, dict[str, Any]] | None:
    """Every part that still says something; a letter that would say nothing does not leave."""
    person, day = PersonId(letter.facts["person"]), date.fromisoformat(letter.facts["day"])
    said = []
    for one in work.records.mornings.parts(person, day):
        value = parts[one.part](work, person, day, one.facts)
        if value is not None:
            said.append((one.part, value))
    if not said and letter.verb == "post":
        return None
    return None, {"parts": said}
