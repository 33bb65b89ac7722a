"""Taps on "Are you … on GitHub?": a yes links the account, a no leaves it."""

from collections.abc import Callable, Mapping

from slack_bolt.async_app import AsyncApp

from bot import hosts
from bot.ids import PersonId
from bot.told import Told
from bot.world import Work
from handlers import taps
from handlers.door import Door
from handlers.taps import Act, Lands, Tap, Verb, does
from handlers.views import hosts as views

Says = Callable[..., Told]


def _about(says: Says) -> Verb:
    def verb(work: Work, tap: Tap) -> Told:
        host, login = (str(tap.value.get(name) or "") for name in ("host", "login"))
        by: PersonId = tap.by
        return says(work, host, login, by=by)

    return verb


TAPS: Mapping[str, Act] = {
    views.YES: does(_about(hosts.confirm), Lands.SETTLES),
    views.NOT_ME: does(_about(hosts.refuse), Lands.SETTLES),
}


def register(app: AsyncApp, door: Door) -> None:
    taps.listen(app, door, TAPS)
