"""What the form asks its reader alone: a plan that does not move, a date that is over, a wish of
several."""

from bot.blockers.when import ON_IT
from bot.standups import DONE, FINE, PLAN, CommonWait, Unsaid
from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import phrases as waits
from handlers.views.kit import Block
from handlers.views.standups import phrases

_LENGTH = 300
_NO_DATE = "open"
_FINE = {FINE: "Fine, just long"}
_DATES = {
    DONE: "It is done",
    **{key: "No date yet" if key == _NO_DATE else f"By {day}" for key, day in ON_IT.items()},
}
_ALONE = "Only you are asked this, once."


def blocks(unsaid: Unsaid) -> list[Block]:
    asked = [
        *([_stuck(unsaid.stuck)] if unsaid.stuck else []),
        *(_passed(card) for card in unsaid.passed),
        *(_common(one) for one in unsaid.common),
    ]
    return [*asked, kit.context(_ALONE)] if asked else []


def subjects(unsaid: Unsaid) -> list[str]:
    """What a choice is given to, by what it is kept under."""
    return [*([PLAN] if unsaid.stuck else []), *(card.blocker.id for card in unsaid.passed)]


def name(subject: str) -> str:
    return f"unsaid-{subject}"


def _stuck(item: str) -> Block:
    return kit.input_(
        name(PLAN),
        f"Five days running: {words.one_line(item, _LENGTH)}",
        kit.select("static_select", _FINE, hint="Is it just long?"),
        hint="If something holds it up, say so below.",
        optional=True,
    )


def _passed(card: Card) -> Block:
    blocker = card.blocker
    day = "" if blocker.due is None else phrases.day(blocker.due)
    return kit.input_(
        name(blocker.id),
        f"{waits.number(card)} was to be done by {day}: {words.one_line(blocker.words, _LENGTH)}",
        kit.select("static_select", _DATES, hint="How does it stand?"),
        optional=True,
    )


def _common(common: CommonWait) -> Block:
    blocker = common.card.blocker
    return kit.section(
        f"{common.people} people wait on *{waits.function_name(blocker.function)}* for the same "
        f"thing, and nobody here has mentioned it: {words.line(blocker.words, _LENGTH)}"
    )
