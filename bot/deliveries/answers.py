"""What Slack's answer to a letter means: sent, later, failed, or in doubt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.deliveries.errors import (
    CHANNEL,
    ILL,
    LETTER,
    LIMITED,
    MESSAGE_GONE,
    MOVING,
    NO_GROUP,
    PERSON,
    WORKSPACE,
)

WITHOUT_A_NUMBER = 30.0  # seconds to wait when Slack says "too many" but not how long
LONGEST_BACK_OFF = 60.0
IDEMPOTENT = frozenset({"edit", "delete"})


class Trouble(StrEnum):
    """Why there is no answer to read."""

    UNREACHED = "unreached"  # no byte of the request left us
    LOST = "lost"  # it may have arrived


class Reach(StrEnum):
    """How far a failure goes."""

    LETTER = "letter"
    PERSON = "person"  # everything that waits for this DM
    CHANNEL = "channel"  # everything that waits for this channel; its keeper is told
    WORKSPACE = "workspace"  # we may not speak there at all


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from one call, before anybody judges it."""

    status: int | None = None
    body: Mapping[str, Any] = field(default_factory=dict)  # {} when it was not a JSON object
    retry_after: str | None = None  # the header, as it was
    date: datetime | None = None  # what Slack's clock says
    trouble: Trouble | None = None

    @property
    def ok(self) -> bool:
        return self.trouble is None and self.status == 200 and self.body.get("ok") is True

    @property
    def error(self) -> str:
        """Slack's word for what is wrong; "" when it said none."""
        return str(self.body.get("error") or "")

    @property
    def limited(self) -> bool:
        return self.status == 429 or self.error in LIMITED


@dataclass(frozen=True, slots=True)
class Sent:
    channel: str
    ts: str | None


@dataclass(frozen=True, slots=True)
class Later:
    """Slack certainly did not do it; `limited` when it told us to wait."""

    seconds: float
    reason: str
    limited: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """It will never work like this; `known` is False for an error that nobody foresaw."""

    reason: str
    reach: Reach
    known: bool = True
    gone: bool = False  # the message that it was about does not exist any more


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Slack may have done it, or not."""

    reason: str


Outcome = Sent | Later | Failed | InDoubt


def outcome_of(answer: Answer, *, verb: str, tries: int = 1, to_person: bool = False) -> Outcome:
    """Total: every answer has exactly one outcome.

    `tries` counts this one too and lengthens the back-off; `to_person` is True where the
    conversation is somebody's DM with us, which has no team behind it.
    """
    if answer.ok:
        return _sent(answer, verb)
    if answer.limited:
        return Later(seconds_to_wait(answer), "ratelimited", limited=True)
    if answer.trouble is Trouble.UNREACHED:
        return Later(back_off(tries), "unreached")
    if answer.error and answer.error not in ILL:
        return _refused(answer.error, verb, tries, to_person)
    if not answer.error and answer.status is not None and 400 <= answer.status < 500:
        # Not Slack's own refusal (that is a JSON object): something between us said no.
        return _unclear(f"status {answer.status}", verb, tries, did_nothing=answer.status != 408)
    return _unclear(_symptom(answer), verb, tries)


def without_group(answer: Answer) -> Answer:
    """What it means that a conversation with several people was not opened.

    A refusal is about that conversation alone, a missing scope too: each of them has a DM with us.
    """
    if answer.limited or answer.error in MOVING or answer.trouble is Trouble.UNREACHED:
        return answer
    if answer.trouble is not None or answer.error in ILL | {""}:
        return Answer(trouble=Trouble.UNREACHED)  # nothing was said, and opening twice is harmless
    if answer.error in WORKSPACE and answer.error != "missing_scope":
        return answer
    return Answer(status=200, body={"ok": False, "error": NO_GROUP})


def seconds_to_wait(answer: Answer) -> float:
    """What Retry-After says, or half a minute when it says nothing sensible."""
    try:
        seconds = float(answer.retry_after or "")
    except ValueError:
        return WITHOUT_A_NUMBER
    return seconds if math.isfinite(seconds) and seconds >= 0 else WITHOUT_A_NUMBER


def back_off(tries: int) -> float:
    """1, 2, 4 … 60 seconds."""
    return min(LONGEST_BACK_OFF, 2.0 ** min(max(tries, 1) - 1, 6))


def _sent(answer: Answer, verb: str) -> Outcome:
    channel, ts = answer.body.get("channel"), answer.body.get("ts")
    if verb == "post" and not (isinstance(channel, str) and isinstance(ts, str)):
        return InDoubt("no ts")
    return Sent(str(channel or ""), ts if verb == "post" else None)


def _refused(error: str, verb: str, tries: int, to_person: bool) -> Outcome:
    if error in MOVING:
        return Later(back_off(max(tries, 5)), error)
    if error in MESSAGE_GONE and verb == "delete":
        return Sent("", None)
    if error in WORKSPACE:
        return Failed(error, Reach.WORKSPACE)
    if error in PERSON:
        return Failed(error, Reach.PERSON if to_person else Reach.LETTER)
    if error in CHANNEL or error.startswith("restricted_action"):
        return Failed(error, Reach.PERSON if to_person else Reach.CHANNEL)
    if error in MESSAGE_GONE and verb in IDEMPOTENT:
        return Failed(error, Reach.LETTER, gone=True)
    return Failed(error, Reach.LETTER, known=error in LETTER)


def _unclear(reason: str, verb: str, tries: int, *, did_nothing: bool = False) -> Outcome:
    if did_nothing or verb in IDEMPOTENT:
        return Later(back_off(tries), reason)
    return InDoubt(reason)


def _symptom(answer: Answer) -> str:
    if answer.trouble is not None:
        return str(answer.trouble)
    if answer.error:
        return answer.error
    return "unparsable" if answer.status == 200 else f"status {answer.status}"


class Unreadable(StrEnum):
    """Why a conversation could not be read."""

    PASSING = "passing"  # it proves nothing; later again
    FORBIDDEN = "forbidden"  # we have no right to read there
    REFUSED = "refused"  # Slack does not let us do anything at all


def why_unread(answer: Answer) -> Unreadable:
    """What the answer to a reading means that was not ok."""
    if answer.trouble is not None or answer.limited or answer.error in ILL | MOVING | {""}:
        return Unreadable.PASSING
    # Reading has scopes of its own; that one is missing says nothing about writing.
    if answer.error in WORKSPACE and answer.error != "missing_scope":
        return Unreadable.REFUSED
    return Unreadable.FORBIDDEN
