"""What may reach a person, by kind: they can mute each."""

from collections.abc import Mapping

# What a person mutes together, in their words.
REACHES: Mapping[str, str] = {
    "help": "Quiet questions: can you help?",
    "waits_on_me": "Waits that are put to me",
    "my_waits": "Questions about my own waits",
    "circles": "Waits that go round in a circle",
    "reviews": "Reviews that are asked of me, and answers to mine",
    "late_reviews": "Reviews that wait for me longer than a day",
    "other": "Everything else that I did not ask for",
}
_REACH_OF: Mapping[str, str] = {
    "blocker.asked": "help",
    "blocker.posted": "waits_on_me",
    "blocker.put": "waits_on_me",
    "ledger.circle": "circles",
    "review.answered": "reviews",
    "review.asked": "reviews",
    "review.nudged": "late_reviews",
    "review.seated": "reviews",
    "silence.brought": "waits_on_me",
    "silence.owner_asked": "waits_on_me",
    "silence.waiter_asked": "my_waits",
}


def reach_of(kind: str) -> str:
    """Which of them a letter of this kind belongs to."""
    return _REACH_OF.get(kind, "other")
