"""Who composes which kind of letter as it leaves; one line a kind."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import (
    answers,
    attention,
    blockers,
    digest,
    hosts,
    mornings,
    newcomers,
    owners,
    pairs,
    reviews,
    rhythms,
    standups,
)
from bot.blockers import found_pointed, silence
from bot.deliveries import Composers
from bot.features import FEATURES
from bot.ids import PersonId
from bot.ledger import circles
from bot.letters import ANSWER
from bot.told import Told
from bot.world import Work
from storage.outbox import Letter


def as_written(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]]:
    """Its facts say it all."""
    return None, letter.facts


def _answer(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]]:
    """Answers of some features need more than a blocker beside them."""
    _, facts = answers.compose(work, letter)
    told = facts["told"]
    find = VALUES.get(told.what.partition(".")[0])
    return None, facts if find is None else {**facts, "value": find(work, told, facts["for"])}


# What a feature's answers need beside what its verbs told, looked up as they are said.
VALUES: Mapping[str, Callable[[Work, Told, PersonId], object]] = {
    "pairs": pairs.value_of,
    "review": reviews.value_of,
    "standup": standups.value_of,
}


COMPOSERS: Composers = {
    "blocker.talk": blockers.compose,
    "blocker.suggested": blockers.compose,
    "blocker.queued": blockers.compose,
    "blocker.put_to_group": blockers.compose,
    "blocker.put": blockers.compose,
    "blocker.not_mine": blockers.compose,
    "blocker.looks_clear": blockers.compose,
    "blocker.info_given": blockers.compose,
    "blocker.info_asked": blockers.compose,
    "blocker.forwarded": blockers.compose,
    ANSWER: _answer,
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
    digest.KIND: digest.compose,
    **dict.fromkeys(hosts.KINDS, as_written),
    hosts.IS_THIS_YOU: hosts.compose,
    found_pointed.SUGGESTED: found_pointed.compose,
    mornings.KIND: lambda work, letter: mornings.compose(work, letter, MORNING_PARTS),
    circles.KIND: circles.compose,
    newcomers.KIND: lambda work, letter: newcomers.compose(work, letter, FEATURES),
    reviews.ANSWERED: reviews.compose,
    reviews.ASKED: reviews.compose,
    reviews.NUDGED: reviews.compose,
    reviews.SEATED: reviews.compose,
    pairs.ASKED: pairs.compose,
    pairs.MADE: pairs.compose,
    pairs.SAT_OUT: pairs.compose_alone,
    "rhythm.permission_asked": as_written,
    "rhythm.turned_off": lambda work, letter: rhythms.compose(work, letter, FEATURES),
    "rhythm.turned_on": lambda work, letter: rhythms.compose(work, letter, FEATURES),
    "silence.brought": silence.compose,
    "silence.owner_asked": silence.compose,
    "silence.waiter_asked": silence.compose,
    "owner.accepted": owners.compose,
    "owner.asked": owners.compose,
    "owner.declined": owners.compose,
    "owner.replaced": owners.compose,
    standups.ANSWERED: standups.compose_answer,
    standups.PREVIEWED: standups.compose_preview,
    standups.REMINDED: standups.compose_reminder,
    standups.SUMMARY: standups.compose_summary,
    "team.trouble": as_written,
}
# What each feature says in a morning letter, true as it leaves.
MORNING_PARTS: Mapping[str, mornings.PartComposer] = {
    attention.PART: lambda work, person, day, facts: attention.compose(
        work, person, day, COMPOSERS
    ),
    reviews.PART: reviews.compose_morning,
    standups.PART: standups.compose_question,
}
