"""Waits that were found, as only their author sees them: each with who else may hear of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.functions import FUNCTIONS
from bot.told import Card, Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.blockers.fair import face
from handlers.views.kit import Answer, Block, Element

TRACK = "found.track"  # to all of them belongs which of the found it is, and how all stand
ASK = "found.ask"
CLOCK = "found.clock"
NONE = "found.none"
SUGGESTED_TRACK = "found.suggested_track"  # value: suggestion
SUGGESTED_CLOCK = "found.suggested_clock"  # the same
SUGGESTED_NONE = "found.suggested_none"  # the same
OTHERS_WORK = "Other work? Track and ask…"
SOMEBODY_ELSE = "Somebody else? Track and ask…"
_FUNCTIONS = kit.options(FUNCTIONS)
_AGAIN, _CLOCKED = "!", "~"  # behind an id; no id has them
_MOST_TEAMS = 4

Offers = Mapping[str, Any]


def answer(told: Told) -> Answer:
    return _SAY[told.what](told)


def value_of(action: Mapping[str, Any]) -> dict[str, Any]:
    """What a button or choice says: which wait, how all that were found with it stand.

    Of a suggestion: which one.
    """
    carried = kit.read_value(action.get("value"))
    if "suggestion" in carried:
        return carried
    at, _, rest = kit.part_of(str(action.get("action_id", ""))).partition(".")
    ids, team, *_ = [*rest.split("."), ""]
    written = ids.split(",")
    every = [one.rstrip(_AGAIN + _CLOCKED) for one in written]
    said: dict[str, Any] = {
        "blocker": every[int(at)] if at.isdigit() and int(at) < len(every) else "",
        "all": every,
        "again": [one.rstrip(_AGAIN) for one in written if one.endswith(_AGAIN)],
        "clocked": [one.rstrip(_CLOCKED) for one in written if one.endswith(_CLOCKED)],
    }
    chosen = {
        "team": team,
        "function": (action.get("selected_option") or {}).get("value"),
        "person": action.get("selected_user"),
    }
    return said | {name: one for name, one in chosen.items() if one}


def taps(
    card: Card, offers: Offers, *, make: Callable[..., Element], names: Mapping[str, str]
) -> list[Element]:
    """Who else hears of it, each one tap. `make`: text, action, style; `names`: of the actions."""
    there = phrases.audience_button(card, "channel")
    ask = offers.get("ask")
    track = make(f"Track and tell {there}", names["track"], style=None if ask else "primary")
    asked = []
    if isinstance(ask, dict):
        asked = [make(f"Track and ask {face(ask)}", names["ask"], style="primary")]
    clock = make("Only clock it", names["clock"])
    return [*asked, track, clock, make("Not a blocker", names["none"])]


def corrections(action: str) -> list[Element]:
    """One choice where it was read wrongly: corrected, told, and put to whom it is on.

    `action`: the one that asks, with a part that tells which wait is meant.
    """
    return [
        kit.chooser("static_select", action, hint=OTHERS_WORK, options=_FUNCTIONS),
        kit.chooser("users_select", f"{action}.person", hint=SOMEBODY_ELSE),
    ]


def _shown(told: Told) -> Answer:
    text: list[str] = []
    blocks: list[Block] = []
    for at, card in enumerate(told.cards):
        said, its_blocks = _one(at, card, told)
        text.append(said)
        blocks.extend(its_blocks)
    return kit.answer("\n".join(text), blocks) if blocks else _plainly(_GONE)


def _one(at: int, card: Card, told: Told) -> tuple[str, list[Block]]:
    said = words.in_text(card.blocker.words, mentions=True, limit=400)
    again, clocked = (card.blocker.id in told.facts[name] for name in ("again", "clocked"))
    if again or clocked or not card.blocker.is_open or card.blocker.audience != "me":
        line = _settled(card, again=again)
        row = [kit.actions(*_ways_on(card))] if again else []
        return f"{line} {said}", [kit.section(line), words.rich(card.blocker.words), *row]
    lead = f"I read a wait, clocked as *{phrases.number(card)}*. Only you see it:"
    details = phrases.as_lines(phrases.details(card))
    return f"{lead} {said}", [
        kit.section(lead),
        words.rich(card.blocker.words),
        kit.section(details),
        *_choices(at, card, told),
    ]


def _choices(at: int, card: Card, told: Told) -> list[Block]:
    offers = told.facts["offers"].get(card.blocker.id, {})
    part = f"{at}.{_state(told)}"
    if "teams" in offers:
        return [kit.actions(*_in_teams(card, offers["teams"], part))]

    def make(text: str, action: str, style: str | None = None) -> Element:
        return act.act(text, action, card, part=part, style=style)

    names = {"track": TRACK, "ask": ASK, "clock": CLOCK, "none": NONE}
    return [
        kit.actions(*taps(card, offers, make=make, names=names)),
        kit.actions(*corrections(kit.nth(ASK, f"{part}."))),
    ]


def _in_teams(card: Card, teams: Sequence[Sequence[str]], part: str) -> list[Element]:
    """Said in a DM, it could be meant for any of them; or stay there."""
    told = [
        act.act(f"Track and tell {_place(name)}", TRACK, card, part=f"{part}.{team}")
        for team, name in teams[:_MOST_TEAMS]
    ]
    return [
        *told,
        act.act("Only clock it", CLOCK, card, part=part),
        act.act("Not a blocker", NONE, card, part=part),
    ]


def _place(name: str) -> str:
    return f"#{words.one_line(name, 50)}" if name else "the channel"


def _state(told: Told) -> str:
    again, clocked = told.facts["again"], told.facts["clocked"]
    ids = [card.blocker.id for card in told.cards]
    return ",".join(
        f"{one}{_AGAIN if one in again else _CLOCKED if one in clocked else ''}" for one in ids
    )


def _settled(card: Card, *, again: bool) -> str:
    number = phrases.number(card)
    if again:
        return f"*{number}* goes on: I took this for the wait that is open already."
    if card.blocker.state == "withdrawn":
        return f"*{number}* is no blocker, and is not counted."
    if not card.blocker.is_open:
        return f"*{number}*: {phrases.state(card)}"
    if card.blocker.audience == "me":
        return f"*{number}* is clocked. {phrases.audience(card)}"
    asked = phrases.party_of(card, card.blocker.put_to) if card.blocker.put_to else ""
    put = f" Put to {asked}." if asked else ""
    return f"*{number}* is tracked. {phrases.audience(card)}{put}"


def _ways_on(card: Card) -> list[Element]:
    other = kit.button(
        "A different one",
        kit.nth(act.OPEN_FORM, card.blocker.id),
        value=act.value(),
        label=f"A different one: not blocker {phrases.number(card)}",
    )
    return [other]


def suggested(facts: Mapping[str, Any]) -> Answer:
    """To the author of a message in which a colleague saw a wait: nothing is tracked yet."""
    name = str(facts.get("channel_name") or "")
    there = f" in #{words.line(name, 80, mentions=False)}" if name else ""
    lead = f"{phrases.who(facts['by'])} thinks that your message{there} is a wait. Track it?"
    unless = "Nothing is tracked, and nobody hears of it, unless you tap."
    value = act.value("", suggestion=facts["id"])
    tell = f"Track and tell {_place(name)}"
    buttons = [kit.button(tell, SUGGESTED_TRACK, value=value, style="primary")] if name else []
    buttons += [
        kit.button("Only clock it", SUGGESTED_CLOCK, value=value),
        kit.button("Not a blocker", SUGGESTED_NONE, value=value),
    ]
    said = words.in_text(facts["words"], mentions=True, limit=1_500)
    return kit.answer(
        f"{lead}\n{said}\n{unless}",
        [
            kit.section(lead),
            words.rich(kit.clip(facts["words"], 2_800)),
            kit.actions(*buttons),
            kit.context(unless),
        ],
    )


def _asked(told: Told) -> Answer:
    author = phrases.person(told.facts["author"])
    return _plainly(
        f"Thank you. I asked {author} privately; nothing is tracked before they say so."
    )


def _asked_before(told: Told) -> Answer:
    author = phrases.person(told.facts["author"])
    return _plainly(f"{author} was asked about that message already. It is theirs to say.")


def _unread(told: Told) -> Answer:
    """The reaction was seen; the words were not, or there was no wait in them."""
    if not told.facts["own"]:
        return _plainly(
            "I may not read that message. To ask its author, use the message's menu: "
            "*Track as blocker*."
        )
    text = "I read no wait there, or may not read there at all. Tap to say it in your words."
    button = kit.button("Open the form", act.OPEN_FORM, value=act.value(), style="primary")
    return kit.answer(text, [kit.section(text), kit.actions(button)])


def _plainly(text: str) -> Answer:
    return kit.answer(text, [kit.section(text)])


_GONE = "That is settled already. `/blocked mine` shows your open waits."
_SAY: Mapping[str, Callable[[Told], Answer]] = {
    "found.shown": _shown,
    "found.asked": _asked,
    "found.asked_before": _asked_before,
    "found.unread": _unread,
    "found.gone": lambda told: _plainly(_GONE),
    "found.none": lambda told: _plainly("Fine, that is no wait. Nothing was tracked."),
}
