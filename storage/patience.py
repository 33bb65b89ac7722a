"""Patience: how long somebody may wait for the database before they are told to come again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. Slack waits 3 for an answer, a lock is waited for one or so (storage.engine)."""

    turn: float = 1.0  # in the writer's queue
    last_try: float = 1.5  # since it was handed in; later it is not tried alone
    silence: float = 2.6  # longer than any lock is waited for, shorter than Slack waits for us


USUAL = Patience()
