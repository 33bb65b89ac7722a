"""Lists of blockers, longest wait first, and the choice when several could be meant."""

from collections.abc import Callable, Mapping, Sequence

from bot.told import Card, Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.kit import Answer, Block, Element

_MOST_SHOWN = 15  # each takes two blocks, and a message has room for 50
_LINE = 150
_TITLES = {
    "list": "Open here",
    "mine": "What you wait on",
    "waiting": "Waiting on you",
    "queue": "Your queue: put to you, or to what you answer for",
    "all": "All here, ended ones too",
}
_HOW = "`/blocked waiting on … from @someone` tracks one."
_EMPTY = {
    "list": f"No open waits here. When something holds you up, {_HOW}",
    "mine": f"You have no open waits. When something holds you up, {_HOW}",
    "queue": "Your queue is empty: nothing is put to you right now.",
    "ended": "None of your waits has ended yet, so there is nothing to reopen.",
    "waiting": "Nothing waits on you right now. `/blocked list` shows what your team waits on.",
    "all": f"Nothing was reported here yet. When something holds you up, {_HOW}",
}
_WHICH = "You have several open waits. Which one do you mean?"
_VERBS: Mapping[str, tuple[str, str]] = {
    "resolve": ("Resolved", act.RESOLVE),
    "reopen": ("Reopen", act.REOPEN),
    "edit": ("Edit", act.EDIT),
    "show": ("Show", act.SHOW),
}


def _listed(told: Told) -> Answer:
    which = str(told.facts.get("which", "list"))
    if not told.cards:
        return _one(_EMPTY.get(which, _EMPTY["list"]))
    shown = told.cards[:_MOST_SHOWN]
    title = f"*{_title(told, which)}*, longest wait first{_where(told)}"
    blocks: list[Block] = [kit.section(title)]
    waiter, place = which != "mine", _in_several_places(shown)
    for card in shown:
        blocks.append(kit.section(_row(card, waiter=waiter, place=place)))
        blocks.append(kit.actions(*_buttons(card, which)))
    paging = _paging(told, which)
    blocks.extend([kit.actions(*paging)] if paging else [])
    lines = [_line(one, waiter=waiter, place=place) for one in shown]
    return kit.answer("\n".join([title, *lines]), blocks)


def _choose(told: Told) -> Answer:
    verb = str(told.facts.get("verb", "resolve"))
    face, action = _VERBS.get(verb, _VERBS["show"])
    shown = told.cards[:_MOST_SHOWN]
    if not shown:
        return _none_open(told)
    title = _question(told, verb)
    blocks: list[Block] = [kit.section(title)]
    place = _in_several_places(shown)
    for card in shown:
        choice = act.act(face, action, card, part=card.blocker.id)
        blocks.append({**kit.section(_row(card, place=place)), "accessory": choice})
    total = told.facts.get("total")
    if isinstance(total, int) and total > len(shown):
        where = "all" if verb == "reopen" else "mine"
        blocks.append(kit.context(f"and {total - len(shown)} more, see `/blocked {where}`"))
    lines = [_line(card, place=place) for card in shown]
    return kit.answer("\n".join([title, *lines]), blocks)


def _question(told: Told, verb: str) -> str:
    if "number" in told.facts:
        return f"Several waits have the number {told.facts['number']}. Which one do you mean?"
    return _WHICH if verb != "reopen" else "Which one is not over after all?"


def _none_open(told: Told) -> Answer:
    return _one(_EMPTY["ended" if told.facts.get("verb") == "reopen" else "mine"])


def _one(text: str) -> Answer:
    return kit.answer(text, [kit.section(text)])


def _row(card: Card, *, waiter: bool = False, place: bool = False) -> str:
    return f"{_what(card, waiter=waiter)}\n{' · '.join(_facts(card, place=place))}"


def _line(card: Card, *, waiter: bool = False, place: bool = False) -> str:
    return f"{_what(card, waiter=waiter)} ({', '.join(_facts(card, place=place))})"


def _in_several_places(cards: Sequence[Card]) -> bool:
    """Then their numbers alone do not tell them apart."""
    return len({card.channel for card in cards}) > 1


def _what(card: Card, *, waiter: bool) -> str:
    """Names stand with the words, away from the hours."""
    who = f" {phrases.person(card.blocker.waiter)}:" if waiter else ""
    return f"*{phrases.number(card)}*{who} {words.line(card.blocker.words, _LINE)}"


def _facts(card: Card, *, place: bool = False) -> list[str]:
    """The place is named where everybody may know it, or where its people were told."""
    known = card.channel_kind == "channel" or card.blocker.audience == "channel"
    where = [f"in {phrases.channel_name(card)}"] if place and known else []
    return [phrases.function_name(card.blocker.function), *where, *_standing(card)]


def _standing(card: Card) -> list[str]:
    blocker = card.blocker
    if blocker.state == "resolved":
        return [f"resolved after {phrases.waited(card)}"]
    if blocker.state == "withdrawn":
        return ["withdrawn"]
    state = _how(card)
    seen = [] if blocker.audience == "channel" else ["not in the channel"]
    return [phrases.age(card), state, *seen]


def _how(card: Card) -> str:
    if card.blocker.state == "in_hand":
        by = f", {phrases.by_when(card)}" if card.blocker.due else ""
        return f"{phrases.person(card.blocker.helper)} is on it{by}"
    if card.blocker.said == "queued" and card.blocker.state == "open":
        return f"in queue, {phrases.about(card)}"
    return "unconfirmed" if card.blocker.state == "unconfirmed" else "open"


def _buttons(card: Card, which: str) -> list[Element]:
    part = card.blocker.id
    show = act.act("Show", act.SHOW, card, part=part)
    if card.blocker.state == "resolved":
        return [act.reopen(card, part=part), show]
    if not card.blocker.is_open:
        return [show]
    if which == "queue":
        return [fair.in_one_choice(card, hint="Answer"), act.resolve(card, part=part), show]
    take = act.act("On it", act.TAKE, card, part=part)
    return [act.resolve(card, part=part), take, show]


def _title(told: Told, which: str) -> str:
    """In a DM the team is named."""
    title, where = _TITLES.get(which, _TITLES["list"]), str(told.facts.get("where") or "")
    if not where:
        return title
    return title.replace("here", f"in #{words.line(where, 80, mentions=False)}")


def _where(told: Told) -> str:
    page, pages = _pages(told)
    return f". Page {page + 1} of {pages}" if pages > 1 else ""


def _pages(told: Told) -> tuple[int, int]:
    """This page, counted from 0, and how many there are."""
    page, size, total = (told.facts.get(name) for name in ("page", "size", "total"))
    if not (isinstance(page, int) and isinstance(size, int) and isinstance(total, int)):
        return 0, 1
    return page, -(-total // max(size, 1))


def _paging(told: Told, which: str) -> list[Element]:
    page, pages = _pages(told)
    buttons = []
    if page > 0:
        buttons.append(_turn(told, "Earlier page", "earlier", which, page - 1))
    if page + 1 < pages:
        buttons.append(_turn(told, "Next page", "next", which, page + 1))
    return buttons


def _turn(told: Told, face: str, part: str, which: str, page: int) -> Element:
    value = act.value(which=which, page=page, channel=told.facts.get("channel", ""))
    return kit.button(face, kit.nth(act.PAGE, part), value=value)


LISTS: Mapping[str, Callable[[Told], Answer]] = {
    "listed": _listed,
    "choose": _choose,
    "none_open": _none_open,
}
