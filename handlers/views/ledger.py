"""How the ledger speaks: a team's week, and a circle of waits to those who are in it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.calendar import in_words
from bot.ledger.books import Digest
from bot.ledger.sums import Sum
from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.kit import Answer

_MOST_FUNCTIONS = 3
_STEP = 150  # characters of a wait's words in a circle
_MOST_ALONE = 8
_LITTLE = timedelta(minutes=5)


def digest(week: Digest, alone: Sequence[str] = ()) -> Answer:
    """A team's week in at most five lines: functions, never names; and one line of the projects
    that only one person knows."""
    waits = [line for line in _lines(week) if line] if week.total.waits else []
    lines = [*waits, *_alone(alone)]
    text = "\n".join(lines)
    return kit.answer(text, [kit.section(text)])


def _alone(projects: Sequence[str]) -> list[str]:
    if not projects:
        return []
    named = ", ".join(f"*{words.line(one, 60, mentions=False)}*" for one in projects[:_MOST_ALONE])
    rest = len(projects) - _MOST_ALONE
    more = f" and {rest} more" if rest > 0 else ""
    return [f"One person alone knows {named}{more}: the next review or pair there makes it two."]


def circle(cards: Sequence[Card], *, easiest: str) -> Answer:
    """To one of its members, privately: the whole circle, and where to break it."""
    first = next((one for one in cards if one.blocker.id == easiest), cards[0])
    lead = f"{len(cards)} waits go round in a circle, so none of them can end by itself:"
    steps = [_step(card, next_) for card, next_ in zip(cards, [*cards[1:], cards[0]], strict=True)]
    way_out = (
        f"*{phrases.number(first)}* looks the easiest to end first. "
        f"A word between {phrases.person(first.blocker.waiter)} and {_behind(cards, first)} "
        "could be enough."
    )
    who = "Only the people in it read this, each of them once."
    show = act.act("Show", act.SHOW, first)
    text = "\n".join([lead, *steps, way_out, who])
    blocks = [
        kit.section("\n".join([lead, *steps])),
        kit.section(way_out),
        kit.actions(show),
        kit.context(who),
    ]
    return kit.answer(text, blocks)


def _step(card: Card, next_: Card) -> str:
    """The function stands between the two where no person was named."""
    blocker, on = card.blocker, phrases.person(next_.blocker.waiter)
    if next_.blocker.waiter not in (blocker.owner, blocker.put_to):
        on = f"{phrases.function_name(blocker.function)} ({on})"
    said = words.line(blocker.words, _STEP)
    return f"• *{phrases.number(card)}*: {phrases.person(blocker.waiter)} waits on {on}: {said}"


def _behind(cards: Sequence[Card], card: Card) -> str:
    at = cards.index(card)
    return phrases.person(cards[(at + 1) % len(cards)].blocker.waiter)


def _lines(week: Digest) -> list[str]:
    total = week.total
    return [
        f"*Waits this week:* {week.begun} began, {week.ended} ended, {week.open} open.",
        _where(week),
        _how_long(total),
        _work(total),
        _apart(week),
    ]


def _where(week: Digest) -> str:
    """The functions most waited for; what is handed on by choice is not among them."""
    most = [one for one in week.functions if one.waited >= _LITTLE][:_MOST_FUNCTIONS]
    named = ", ".join(f"{phrases.function_name(str(one.name))} {_time(one.waited)}" for one in most)
    said = f"Waited in all: {_time(week.total.waited)} of working time"
    return f"{said}. Most on: {named}." if named else f"{said}."


def _how_long(total: Sum) -> str:
    if total.half is None:
        return ""
    most = "" if total.most is None else f", 85 % within {_time(total.most)}"
    return f"Half of the waits end within {_time(total.half)}{most}."


def _work(total: Sum) -> str:
    if total.ratio is None:
        return ""
    return (
        f"Ending them took about {_time(total.work)} of work where it was told: "
        f"{total.ratio:.1f} h of waiting for 1 h of work."
    )


def _apart(week: Digest) -> str:
    """What stands beside the sums: hours that nobody confirmed, hand-offs that are meant to be."""
    said = []
    if week.total.unconfirmed >= _LITTLE:
        said.append(f"Not confirmed, and not in these sums: {_time(week.total.unconfirmed)}.")
    if week.deliberate:
        waited = sum((one.waited for one in week.deliberate), timedelta(0))
        said.append(f"Handed on by choice: {_time(waited)}.")
    return " ".join(said)


def _time(time: timedelta) -> str:
    return "less than 5 min" if time < _LITTLE else in_words(time)
