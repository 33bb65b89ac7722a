"""What can happen to a review, here by a tap or at its code host."""

from storage.reviews import Event

REQUESTED, UNREQUESTED, TEAM_REQUESTED = "requested", "unrequested", "team_requested"
ACCEPTED, DECLINED, HANDED_ON, WRONG_PERSON = "accepted", "declined", "handed_on", "wrong_person"
SEEN, COMMENTED, APPROVED, CHANGES = "seen", "commented", "approved", "changes_requested"
TOO_BIG, DISMISSED, PUSHED, READY_AGAIN = "too_big", "dismissed", "pushed", "ready_again"
DRAFTED, READY, CLOSED, MERGED, REOPENED = "drafted", "ready", "closed", "merged", "reopened"
WITHDRAWN, FINISHED = "withdrawn", "finished"  # not needed any more; done, says its author
SNOOZED, NUDGED = "snoozed", "nudged"
THUMBED = "thumbed"  # a sign of life that answers nothing
LOST, FOUND = "lost", "found"  # the code host cannot show it to us; it can again

# Nobody did anything about the review itself.
UNMOVED = frozenset({SNOOZED, NUDGED, LOST, FOUND})
ENDINGS = {CLOSED: "closed", MERGED: "merged", WITHDRAWN: "withdrawn", FINISHED: "done"}
ANSWERS = frozenset({COMMENTED, APPROVED, CHANGES, TOO_BIG})


def is_activity(event: Event) -> bool:
    """A person did something about it, by which a nudge would come too soon."""
    return event.what not in UNMOVED and not event.by_bot


__all__ = ["Event", "is_activity"]
