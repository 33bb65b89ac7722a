"""Did you meet? One tap of either; what was not confirmed is not a meeting."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.knowledge import PAIRED, knew
from bot.letters import redraw
from bot.pairs.making import ASKED, couples, slot_of
from bot.pairs.needs import LEAVING, PROJECT, SKILL, WAIT
from bot.pairs.refusals import NotYourPair
from bot.told import Told
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Pairing, Round
from storage.types import PersonId

MET, NOT_YET, WILL_NOT = "met", "not_yet", "will_not"
ANSWERS = (MET, NOT_YET, WILL_NOT)


def answer(work: Work, pairing_id: str, how: str, *, by: PersonId) -> Told:
    """The first tap counts; after "not yet" another may follow. Raises NotYourPair."""
    pairing = pairing_of(work, pairing_id, by)
    facts = {"pairing": pairing.id}
    if pairing.answer in (MET, WILL_NOT) or pairing.answer == how:
        said = {"how": pairing.answer, "by": pairing.answered_by}
        return Told("pairs.answered_before", None, {**facts, **said})
    if not work.records.pair_rounds.answer(pairing, how, by=by, now=work.now):
        return answer(work, pairing_id, how, by=by)
    if how == MET:
        _met(work, pairing)
    redraw_all(work, pairing)
    return Told("pairs.answered", None, {**facts, "how": how})


def pairing_of(work: Work, pairing_id: str, by: PersonId) -> Pairing:
    """Raises NotYourPair."""
    pairing = work.records.pair_rounds.pairing(pairing_id)
    if pairing is None or by not in people_in(work, pairing):
        raise NotYourPair
    return pairing


def people_in(work: Work, pairing: Pairing) -> list[PersonId]:
    return [one.person for one in work.records.pair_rounds.together(pairing.id)]


def redraw_all(work: Work, pairing: Pairing) -> None:
    """Whatever was said of this pair, in one conversation or to each alone, is true again."""
    people = sorted(people_in(work, pairing))
    facts = {"pairing": pairing.id}
    for slot, kind in (
        (slot_of(pairing.id), "pairs.made"),
        (f"{slot_of(pairing.id)}:asked", ASKED),
    ):
        for to in (",".join(people), *people):
            its_own = slot if "," in to else f"{slot}:{to}"
            if work.records.outbox.post(its_own) is not None:
                redraw(work, kind, to=to, slot=its_own, facts=facts)


def _met(work: Work, pairing: Pairing) -> None:
    round_ = work.records.pair_rounds.get(pairing.round)
    circle = None if round_ is None else work.records.pairs.circle(round_.circle)
    if round_ is None or circle is None:
        return
    people = people_in(work, pairing)
    for two in couples(people):
        before = work.records.pairs.meeting(circle.id, *sorted(two))
        number = round_.number or circle.rounds
        now = replace(before, met=max(number, before.met), met_at=work.now, tries=0)
        work.records.pairs.keep(circle.id, now)
    _end_needs(work, circle, round_, pairing, people)
    work.records.pairs.touch(circle.id)


def _end_needs(
    work: Work, circle: Circle, round_: Round, pairing: Pairing, people: Collection[PersonId]
) -> None:
    for reason in pairing.reasons:
        if reason["why"] in (PROJECT, LEAVING) and circle.team is not None:
            for person in people:
                knew(work, person, reason["project"], PAIRED, work.now, team=circle.team)
        if reason["why"] in (SKILL, WAIT):
            work.records.pairs.end_need(circle.id, reason["why"], reason["subject"], at=work.now)
        _learnt(work, reason)


def _learnt(work: Work, reason: Mapping[str, Any]) -> None:
    if reason["why"] == SKILL:
        learner = PersonId(reason["learner"])
        work.records.pair_wishes.unwish(learner, reason["function"])
