"""The questions about an old or a silent wait: put once, and said as is true when they leave."""

from collections.abc import Mapping
from datetime import datetime

from bot.attention import nudge
from bot.blockers.offers import whom_to_ask
from bot.blockers.silence import steps
from bot.blockers.silence.sides import key_of, person_for
from bot.people import may_use
from bot.told import Card, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.types import Facts, PersonId

TO_WAITER, TO_OWNER = "silence.waiter_asked", "silence.owner_asked"
BROUGHT_TO_YOU = "silence.brought"
_MOST_SUGGESTED = 3
_ONCE_A_SILENCE = (steps.WAITER_QUIET, steps.OWNER_QUIET)
# An old wait that somebody can end goes first; of a silent one we only want to know.
_USEFULNESS: Mapping[str, int] = {
    steps.PROMISE: 60,
    steps.OWNER: 50,
    steps.WAITER: 50,
    steps.OWNER_AGAIN: 40,
    steps.WAITER_AGAIN: 40,
}
_OF_A_SILENCE = 30


def put(work: Work, blocker: Blocker, what: str, *, heard: datetime) -> None:
    """Ask one person, in private; `heard` is the last sign of life."""
    person = person_for(blocker, what)
    if person is None:
        return
    key = key_of(blocker, what)
    work.records.follow_ups.done(blocker.id, key, work.now)
    once = f"{key}:{heard.isoformat()}" if what in _ONCE_A_SILENCE else key
    nudge(
        work,
        person,
        TO_WAITER if what in steps.TO_WAITER else TO_OWNER,
        subject=f"{blocker.id}:{once}",
        facts={"blocker": blocker.id, "what": what, "to": person},
        usefulness=_USEFULNESS.get(what, _OF_A_SILENCE),
    )


def compose(work: Work, letter: Letter) -> tuple[Card, Facts] | None:
    """None when it is moot: it ended, somebody else is waited on, or the one asked spoke."""
    blocker = work.records.blockers.get(letter.facts["blocker"])
    if blocker is None or not blocker.is_open:
        return None
    if letter.kind == BROUGHT_TO_YOU:
        return card_of(work, blocker), letter.facts
    what, person = letter.facts["what"], letter.facts["to"]
    if person_for(blocker, what) != person or _spoke(work, blocker, person, letter):
        return None
    if what not in steps.TO_WAITER:
        return card_of(work, blocker), letter.facts
    answers = whom_to_ask(work, blocker)
    others = _suggested(work, blocker, answers.get("ask", {}).get("whom"))
    return card_of(work, blocker), {**letter.facts, "suggested": others, **answers}


def _spoke(work: Work, blocker: Blocker, person: str, letter: Letter) -> bool:
    history = work.records.blockers.history(blocker.id)
    return any(one.person == person and one.at > letter.made_at for one in history)


def _suggested(work: Work, blocker: Blocker, answers: str | None) -> list[list[str]]:
    """To whom else it could be brought: who ended such waits in this team, and who keeps it."""
    team = work.records.teams.get(blocker.team)
    members = work.records.teams.members(blocker.team)
    knowers = [one for one in work.records.blockers.knowers(blocker.function) if one in members]
    keeper = [] if team is None else [team.keeper]
    people = dict.fromkeys([*knowers, *keeper])
    passed_over = {blocker.waiter, blocker.owner, blocker.helper, blocker.put_to, answers}
    named = [[one, _name(work, one)] for one in people if one not in passed_over]
    return [one for one in named if one[1]][:_MOST_SUGGESTED]


def _name(work: Work, person: PersonId) -> str:
    """ "" for who cannot be asked."""
    known = work.records.people.get(person)
    if known is None or not may_use(known, work.records.workspace):
        return ""
    return known.name or known.handle
