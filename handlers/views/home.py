"""The Home tab: what waits on its reader, their own waits, their teams."""

from typing import Any

from bot.home import Home
from bot.told import Card
from handlers.views import kit, words
from handlers.views import pairs as pair_views
from handlers.views import reviews as review_views
from handlers.views.blockers import phrases
from handlers.views.kit import Block
from handlers.views.rhythms import team_blocks

_MOST_TEAMS = 5
_MOST_WORDS = 200
_NOT_FOR_GUESTS = "Pinwheel works for full members of this workspace."
_NO_TEAM = "You are in no team yet. Invite me to your team's channel and type `/pinwheel` there."
_HELP = "Only you see this page. `/blocked` tracks what you wait on; `/pinwheel help` tells more."


def home(found: Home | None, *, for_: str) -> dict[str, Any]:
    """`found`: None for people whom we do not serve."""
    if found is None:
        return _tab([kit.section(_NOT_FOR_GUESTS)])
    blocks = [
        *_list("Waiting on you", found.waiting_on_me, "Nothing waits on you.", waiter=True),
        *_list("Your waits", found.mine, "You have no open waits.", waiter=False),
        *_reviews(found),
        *_pairs(found),
        kit.header("Your teams"),
    ]
    for team in found.teams[:_MOST_TEAMS]:
        blocks += team_blocks(team, for_=for_)
    if not found.teams:
        blocks.append(kit.section(_NO_TEAM))
    return _tab([*blocks, kit.context(_HELP)])


def _pairs(found: Home) -> list[Block]:
    """Nothing where they take part in none."""
    mine = found.paired
    if mine is None or not (mine.pairs or mine.teams):
        return []
    return [kit.header("Your pair"), kit.section(pair_views.home_line(mine))]


def _reviews(found: Home) -> list[Block]:
    """Nothing where nothing waits for them."""
    if not found.to_review:
        return []
    return [kit.header("Reviews that are yours to act on"), *review_views.rows(found.to_review)]


def _list(title: str, cards: tuple[Card, ...], none: str, *, waiter: bool) -> list[Block]:
    rows = [kit.section(_row(card, waiter=waiter)) for card in cards]
    return [kit.header(title), *(rows or [kit.section(none)])]


def _row(card: Card, *, waiter: bool) -> str:
    who = f" {phrases.person(card.blocker.waiter)}:" if waiter else ""
    said = words.line(card.blocker.words, _MOST_WORDS)
    facts = [phrases.function_name(card.blocker.function), phrases.age(card)]
    return f"*{phrases.number(card)}*{who} {said}\n{' · '.join(facts)}"


def _tab(blocks: list[Block]) -> dict[str, Any]:
    return {"type": "home", "blocks": blocks}
