"""Taps on the buttons of pairs: which verb each of them means."""

from collections.abc import Mapping

from bot import pairs
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from handlers.pairs.calendar import put_file
from handlers.taps import Act, Lands, Tap, Verb, does, nothing
from handlers.views.pairs import actions as act


def _answer(how: str) -> Verb:
    def verb(work: Work, tap: Tap) -> Told:
        return pairs.answer(work, _pairing(tap), how, by=tap.by)

    return verb


def _drop_out(work: Work, tap: Tap) -> Told:
    return pairs.leave(work, _pairing(tap), by=tap.by)


def _now(work: Work, tap: Tap) -> Told:
    return pairs.spare_now(work, tap.knock.channel, by=tap.by)


def _resume(work: Work, tap: Tap) -> Told:
    return pairs.pause(work, teams_of(work, tap.by), None, by=tap.by)


def _pairing(tap: Tap) -> str:
    return str(tap.value.get("pairing") or "")


TAPS: Mapping[str, Act] = {
    act.MET: does(_answer(pairs.MET), Lands.BESIDE),
    act.NOT_YET: does(_answer(pairs.NOT_YET), Lands.BESIDE),
    act.WILL_NOT: does(_answer(pairs.WILL_NOT), Lands.BESIDE),
    act.DROP_OUT: does(_drop_out, Lands.BESIDE),
    act.CALENDAR: nothing,
    act.FILE: put_file,
    act.NOW: does(_now),
    act.RESUME: does(_resume),
}
