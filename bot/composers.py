"""Who composes which kind of letter as it leaves; one line a kind."""

from collections.abc import Mapping
from typing import Any

from bot import answers, blockers
from bot.deliveries import Composers
from bot.letters import ANSWER
from bot.world import Work
from storage.outbox import Letter


def as_written(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]]:
    """Its facts say it all."""
    return None, letter.facts


COMPOSERS: Composers = {
    ANSWER: answers.compose,
    "blocker.ask_declined": blockers.compose,
    "blocker.asked": blockers.compose,
    "blocker.helper_found": blockers.compose,
    "blocker.not_for_guests": blockers.compose,
    "blocker.posted": blockers.compose,
    "blocker.reopened_for_you": blockers.compose,
    "blocker.resolved_for_you": blockers.compose,
    "blocker.taken": blockers.compose,
    "blocker.unconfirmed": blockers.compose,
    "channel.greeted": as_written,
    "team.trouble": as_written,
}
