"""The states of a blocker and what moves it: only people end it, silence never does."""

from collections.abc import Mapping

OPEN, IN_HAND, UNCONFIRMED = "open", "in_hand", "unconfirmed"
RESOLVED, WITHDRAWN = "resolved", "withdrawn"

SILENCE = "silence"  # everybody who could say how it stands was asked, and nobody did
# What happens around a blocker without anybody saying a word about it.
UNSPOKEN = frozenset({SILENCE, "waiter_asked", "owner_asked", "none_said", "left", "date_passed"})
# Where these lead from every state that is not an end. All other words of people keep the state,
# but for the unconfirmed: that it is spoken of confirms it.
_LEADS_TO: Mapping[str, str] = {
    "resolved": RESOLVED,
    "withdrawn": WITHDRAWN,
    "taken": IN_HAND,
    "queued": OPEN,
    "put": OPEN,
    "forwarded": OPEN,
    "not_mine": OPEN,
    SILENCE: UNCONFIRMED,
}


def after(state: str, happened: str) -> str:
    """The state that follows; the same one where what happened changes nothing."""
    if state in (RESOLVED, WITHDRAWN):
        return OPEN if (state, happened) == (RESOLVED, "reopened") else state
    if happened in _LEADS_TO:
        return _LEADS_TO[happened]
    return OPEN if state == UNCONFIRMED and is_spoken(happened) else state


def is_spoken(happened: str) -> bool:
    """Whether a person said or did something about the blocker: a sign of life."""
    return happened not in UNSPOKEN
