"""Acts: what a tap can mean. It does a verb, looks at something, or opens a form."""

from collections.abc import Awaitable, Callable

from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.taps.landing import Lands, land, whisper
from handlers.taps.tap import Tap
from handlers.views.kit import Answer

Act = Callable[[Door, Tap], Awaitable[None]]
Verb = Callable[[Work, Tap], Told]
Meant = Callable[[Work], Told]


def does(verb: Verb, lands: Lands = Lands.NEAR) -> Act:
    """The verb, once for each tap."""

    async def meant(door: Door, tap: Tap) -> Meant:
        return lambda work: verb(work, tap)

    return means(meant, lands)


def means(find: Callable[[Door, Tap], Awaitable[Meant]], lands: Lands = Lands.NEAR) -> Act:
    """The verb that is found first: where somebody must be looked up, or words be read."""

    async def act(door: Door, tap: Tap) -> None:
        told = await door.answer(tap.knock, await find(door, tap))
        door.directory.forget_taught()
        door.afterwards.do(land(door, tap, told, lands))

    return act


def looks(verb: Verb, lands: Lands = Lands.NEAR) -> Act:
    """What changes nothing."""

    async def act(door: Door, tap: Tap) -> None:
        told = await door.look(tap.knock, lambda work: verb(work, tap))
        door.afterwards.do(land(door, tap, told, lands))

    return act


def opens(form: Callable[[Door, Tap], Awaitable[Answer | None]]) -> Act:
    """A form; what it returns instead is said beside the button: mostly, a way to open it again."""

    async def act(door: Door, tap: Tap) -> None:
        instead = await form(door, tap)
        if instead is not None and tap.view is None:
            door.afterwards.do(whisper(tap.respond, instead))

    return act


async def nothing(door: Door, tap: Tap) -> None:
    """A field beside buttons, which is read when one of them is pressed."""
