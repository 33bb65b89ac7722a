"""The form to report or edit a blocker, what was entered in it, and what is shown afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.blockers import FormPlace, Wait
from bot.functions import FUNCTIONS, OTHER
from bot.ids import PersonId
from bot.told import Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.blockers.answers import answer
from handlers.views.kit import Block, Element

REPORT = "blockers.report"
REWORD = "blockers.edit"
CONFIRMED = "blockers.confirmed"

WORDS, OWNER, FUNCTION, OUTSIDE = "words", "owner", "function", "outside"
PROJECT, SINCE, SEVERITY, LINK, AUDIENCE = "project", "since", "severity", "link", "audience"

MOST_WORDS = 3_000
MOST_NAME = 150
_SEVERITIES = {"stopped": "I'm stopped", "slowed": "I'm slowed down"}
_NOTHING_YET = Wait(words="", function="")


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What was entered in the form."""

    wait: Wait
    function_is_open: bool  # none was chosen, so that the words may decide


def form(
    place: FormPlace, wait: Wait | None = None, *, functions: Mapping[str, str] = FUNCTIONS
) -> dict[str, Any]:
    """The modal, filled with the wait, else with the place's. Its private_metadata holds ids
    (blocker, channel, group) and is read with read_value."""
    filled = wait or place.wait or _NOTHING_YET
    number = place.number
    ids = {"channel": place.channel, **({"group": filled.user_group} if filled.user_group else {})}
    return kit.modal(
        "Report a blocker" if number is None else f"Edit blocker #{number}",
        [*_what_and_whom(filled, functions), *_around_it(filled), _who_sees(filled, place)],
        callback=REPORT if number is None else REWORD,
        metadata=act.value(place.blocker or "", **ids),
        submit="Track it" if number is None else "Save",
    )


def audience_choices(place: FormPlace) -> dict[str, str]:
    """Each audience that this place allows, in words that name it."""
    choices = {
        "asked": "Only the person I wait on will see this",
        "me": "Only I see this",
    }
    if place.in_dm:
        return choices
    name = words.one_line(place.channel_name, 50)
    return {"channel": f"{f'#{name}' if name else 'The channel'} will see this", **choices}


def read_form(state: Mapping[str, Any], ids: Mapping[str, Any] | None = None) -> FormAnswer:
    """What was entered: `state` is the submission's view.state.values, `ids` its private_metadata
    as read_value gives it. Total, whatever comes."""
    function = _chosen(state, FUNCTION)
    owner = _entered(state, OWNER, "selected_user")
    group = (ids or {}).get("group")
    wait = Wait(
        words=_entered(state, WORDS, "value") or "",
        function=function or OTHER,
        owner=None if owner is None else PersonId(owner),
        user_group=group if isinstance(group, str) else None,
        outside=_entered(state, OUTSIDE, "value"),
        project=_entered(state, PROJECT, "value"),
        link=_entered(state, LINK, "value"),
        severity=_chosen(state, SEVERITY) or "stopped",
        since=_instant(kit.field(state, SINCE).get("selected_date_time")),
        audience=_chosen(state, AUDIENCE),
    )
    return FormAnswer(wait, function_is_open=function is None)


def form_errors(entered: FormAnswer, *, now: datetime | None = None) -> dict[str, str]:
    """What the person has to put right, by field; empty when all is well."""
    wait, errors = entered.wait, {}
    if not wait.words:
        errors[WORDS] = "Please say in a few words what you are waiting on."
    if len(wait.words) > MOST_WORDS:
        errors[WORDS] = f"That is {len(wait.words):,} characters; I can keep up to 3,000."
    if wait.audience == "asked" and wait.owner is None:
        errors[OWNER] = "Please say who should see it, or choose another audience below."
    if now is not None and wait.since is not None and wait.since > now:
        errors[SINCE] = "That is still to come. Since when do you wait?"
    if wait.link is not None and words.address(wait.link) is None:
        errors[LINK] = "Please give a whole web address, beginning with https://"
    return errors


def confirmed(told: Told, *, for_: str = "") -> dict[str, Any]:
    """The same modal after it was sent, or after a button in it: how it stands now.

    Without `for_` it is the author who looks.
    """
    card = told.card
    metadata = act.value() if card is None else act.value(card.blocker.id)
    title = "Blocker" if card is None else f"Blocker {phrases.number(card)}"
    reader = for_ or ("" if card is None else card.blocker.waiter)
    blocks = answer(told, for_=reader)["blocks"]
    return kit.modal(title, blocks, callback=CONFIRMED, metadata=metadata, close="Done")


def _what_and_whom(filled: Wait, functions: Mapping[str, str]) -> list[Block]:
    what = kit.text_input(filled.words, most=MOST_WORDS, lines=True)
    people: Element = {"type": "users_select"}
    if filled.owner:
        people["initial_user"] = filled.owner
    function = kit.select("static_select", functions, chosen=filled.function, hint="Choose one")
    outside = kit.text_input(filled.outside, most=MOST_NAME)
    return [
        kit.input_(WORDS, "What are you waiting on?", what),
        kit.input_(OWNER, "From whom?", people, optional=True),
        kit.input_(
            FUNCTION, "Which function?", function, optional=True, hint="Whose work could end it?"
        ),
        kit.input_(OUTSIDE, "Somebody outside?", outside, optional=True, hint="A company, a team."),
    ]


def _around_it(filled: Wait) -> list[Block]:
    since: Element = {"type": "datetimepicker"}
    if filled.since is not None and phrases.is_shown_as_time(filled.since):
        since["initial_date_time"] = int(filled.since.timestamp())
    link: Element = {"type": "url_text_input"}
    if filled.link and words.address(filled.link):
        link["initial_value"] = filled.link
    severity = kit.select("radio_buttons", _SEVERITIES, chosen=filled.severity)
    return [
        kit.input_(
            PROJECT, "Project", kit.text_input(filled.project, most=MOST_NAME), optional=True
        ),
        kit.input_(SINCE, "Since when?", since, optional=True, hint="From now when left empty."),
        kit.input_(SEVERITY, "How much does it hold you up?", severity),
        kit.input_(LINK, "Link", link, optional=True),
    ]


def _who_sees(filled: Wait, place: FormPlace) -> Block:
    choices = audience_choices(place)
    wanted = filled.audience or place.audience
    radio = kit.select("radio_buttons", choices, chosen=wanted if wanted in choices else "me")
    return kit.input_(AUDIENCE, "Who may see it?", radio)


def _entered(state: Mapping[str, Any], name: str, key: str) -> str | None:
    value = kit.field(state, name).get(key)
    return value.strip() or None if isinstance(value, str) else None


def _chosen(state: Mapping[str, Any], name: str) -> str | None:
    option = kit.field(state, name).get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else None
    return value if isinstance(value, str) else None


def _instant(epoch: object) -> datetime | None:
    if not isinstance(epoch, int) or isinstance(epoch, bool):
        return None
    try:
        return datetime.fromtimestamp(epoch, UTC)
    except (ValueError, OverflowError, OSError):
        return None
