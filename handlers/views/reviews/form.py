"""The form that asks for a review, and the small one that links what we have already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.ids import PersonId
from bot.links import read_link
from bot.reviews import AskPlace, Wish
from handlers.views import kit
from handlers.views.kit import Block, Element, View

ASK = "reviews.ask"
LINK_IT = "reviews.link"
LINK, NOTE, REVIEWER, MANY, DUE = "link", "note", "reviewer", "many", "due"
QUESTION, SOURCE, TEAM = "question", "source", "team"
MOST_WORDS = 1_000
MOST_LINK = 2_000
_MANY = {"1": "One reviewer", "2": "Two reviewers", "3": "Three reviewers"}
_NO_LINK = "Please give the address of what shall be looked at, like https://github.com/…/pull/12"


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered, or what has to be put right."""

    wish: Wish | None
    team: str | None
    errors: Mapping[str, str] = field(default_factory=dict)


def form(place: AskPlace) -> View:
    """Filled with what is known; names who reads it."""
    blocks = [kit.context("Your reviewer reads this, and your team can."), *_fields(place)]
    if len(place.teams) > 1:
        teams = kit.select("static_select", dict(place.teams))
        blocks.insert(1, kit.input_(TEAM, "In which team?", teams))
    return kit.modal(
        "Ask for a review",
        blocks,
        callback=ASK,
        metadata=kit.value({"channel": place.channel}),
        submit="Ask",
    )


def _fields(place: AskPlace) -> list[Block]:
    link = kit.text_input(place.link, most=MOST_LINK)
    note = kit.text_input(place.note, most=MOST_WORDS, lines=True)
    person: Element = {"type": "users_select"}
    return [
        kit.input_(LINK, "What shall be looked at?", link),
        kit.input_(NOTE, "What should the reviewer know?", note, optional=True),
        _words(QUESTION, "Which question does it answer?"),
        _words(SOURCE, "Where does the data come from?"),
        kit.input_(
            REVIEWER,
            "Who shall look at it?",
            person,
            hint="Empty: whoever is next, fairly.",
            optional=True,
        ),
        kit.input_(MANY, "How many?", kit.select("static_select", _MANY), optional=True),
        kit.input_(DUE, "By when?", {"type": "datepicker"}, optional=True),
    ]


def _words(name: str, label: str) -> Block:
    return kit.input_(name, label, kit.text_input(None, most=MOST_WORDS), optional=True)


def read_form(state: Mapping[str, Any]) -> Entered:
    """Total, whatever comes."""
    link = read_link(_text(state, LINK) or "")
    if link is None:
        return Entered(None, None, {LINK: _NO_LINK})
    person = kit.field(state, REVIEWER).get("selected_user")
    wish = Wish(
        link,
        note=_text(state, NOTE),
        reviewers=(PersonId(str(person)),) if person else (),
        wanted=int(_chosen(state, MANY) or "0"),
        due=_day(kit.field(state, DUE).get("selected_date")),
        question=_text(state, QUESTION),
        source=_text(state, SOURCE),
    )
    return Entered(wish, _chosen(state, TEAM))


def link_form(review: str, number: int) -> View:
    field_ = kit.text_input(None, most=MOST_LINK)
    hint = "A library, a notebook, a table: whatever is shared already. Its author reads it."
    return kit.modal(
        f"Review #{number}",
        [kit.input_(LINK, "Where do we have it?", field_, hint=hint)],
        callback=LINK_IT,
        metadata=kit.value({"review": review}),
        submit="Link it",
    )


def read_link_form(state: Mapping[str, Any]) -> str | None:
    """The address; None when it is none."""
    link = read_link(_text(state, LINK))
    return None if link is None else link.url


def link_errors() -> dict[str, str]:
    return {LINK: "Please give a web address, like https://github.com/acme/shared"}


def _text(state: Mapping[str, Any], name: str) -> str:
    value = kit.field(state, name).get("value")
    return value.strip() if isinstance(value, str) else ""


def _chosen(state: Mapping[str, Any], name: str) -> str | None:
    option = kit.field(state, name).get("selected_option")
    return str(option["value"]) if isinstance(option, Mapping) and "value" in option else None


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written)) if written else None
    except ValueError:
        return None
