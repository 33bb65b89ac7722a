"""Taps on the buttons of standups: which verb each of them means."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import date

from bot import standups, vocabulary
from bot.blockers import Hearing
from bot.ids import BlockerId
from bot.standups import Given
from bot.told import Told
from bot.vocabulary import Learnt
from bot.world import Work
from handlers.door import Door
from handlers.standups.forms import open_form
from handlers.taps import Act, Lands, Tap, Verb, does, means, opens
from handlers.views.kit import Answer
from handlers.views.standups import actions as act


async def _open(door: Door, tap: Tap) -> Answer | None:
    return await open_form(door, tap.knock, tap.value)


async def _post(door: Door, tap: Tap) -> Callable[[Work], Told]:
    """The draft's waits are read here, before the writer; what changed meanwhile is shown first."""
    words, names, learnt = await door.look(tap.knock, lambda work: _draft_words(work, tap))
    now, zone = door.house.world.now(), door.directory.zone(tap.by)
    given, hearing = (Given("said", "", words),), Hearing(names, now, zone, learnt)
    waits = await asyncio.to_thread(standups.waits_of, given, (), hearing)
    draft, pieces = tap.value.get("draft", ""), int(tap.value.get("pieces", "0"))
    return lambda work: standups.post_to(
        work, draft, _team(work, tap), waits, pieces=pieces, by=tap.by
    )


def _draft_words(work: Work, tap: Tap) -> tuple[str, Mapping[str, str], Learnt]:
    team = _team(work, tap)
    words = standups.words_of_draft(work, tap.value.get("draft", ""), by=tap.by)
    return words, *vocabulary.known_here(work, team.channel, tap.by)


def _team(work: Work, tap: Tap) -> standups.Team:
    return standups.known_team(work, tap.value.get("team", ""))


def _same(work: Work, tap: Tap) -> Told:
    return standups.same_again(work, _team(work, tap), _day(tap), by=tap.by)


def _skip(work: Work, tap: Tap) -> Told:
    return standups.skip(work, _team(work, tap), _day(tap), by=tap.by)


def _count_for(work: Work, tap: Tap) -> Told:
    return standups.count_for(work, _team(work, tap), _day(tap), _day(tap, "other"), by=tap.by)


def _drop(work: Work, tap: Tap) -> Told:
    return standups.drop(work, tap.value["draft"], by=tap.by)


def _back(work: Work, tap: Tap) -> Told:
    return standups.off_until(work, standups.teams_of_person(work, tap.by), None, by=tap.by)


def _judge(how: str) -> Verb:
    def verb(work: Work, tap: Tap) -> Told:
        team, blocker = _team(work, tap), BlockerId(tap.value["blocker"])
        chosen = {name: tap.value.get(name) for name in ("function", "person")}
        return standups.judge(work, team.id, _day(tap), blocker, how, by=tap.by, **chosen)

    return verb


def _day(tap: Tap, name: str = "date") -> date:
    return date.fromisoformat(tap.value[name])


TAPS: Mapping[str, Act] = {
    act.FORM: opens(_open),
    act.SAME: does(_same),
    act.SKIP: does(_skip),
    act.BACK: does(_back),
    act.POST: means(_post, Lands.BY_LETTER),  # which redraws the preview
    act.DROP: does(_drop, Lands.BY_LETTER),
    act.COUNT_FOR: does(_count_for, Lands.IN_PLACE),
    act.TRACK: does(_judge("track"), Lands.IN_PLACE),
    act.ASK: does(_judge("ask"), Lands.IN_PLACE),
    act.CLOCK: does(_judge("clock"), Lands.IN_PLACE),
    act.NO_BLOCKER: does(_judge("no_blocker"), Lands.IN_PLACE),
    act.ANOTHER: does(_judge("another"), Lands.IN_PLACE),
}
