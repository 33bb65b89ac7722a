"""What a person said about themselves, in a screen and in a form; only they see it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.attention import REACHES
from bot.functions import FUNCTIONS
from bot.told import Told
from handlers.views import kit, words
from handlers.views.kit import Answer, Block, Element

SAVE = "profiles.save"
SAVED = "profiles.saved"
OPEN = "profiles.open_form"

STARTS, ENDS, DAYS, COUNTRY, OFF = "starts", "ends", "days", "country", "off"
PAUSE, SKILLS, REACH = "pause", "skills", "reach"
_BLOCK_OF = {"hours": ENDS, "mute": REACH}  # where what was read of a form stands in it
_WEEKDAYS = {
    "1": "Monday",
    "2": "Tuesday",
    "3": "Wednesday",
    "4": "Thursday",
    "5": "Friday",
    "6": "Saturday",
    "7": "Sunday",
}
_USAGE = (
    "`/pinwheel me` opens a form, `me show` tells what I know. In a line: "
    "`me hours 9:00 to 17:30`, `me days mon-fri`, `me country DE-BY`, "
    "`me off 1 Apr to 10 Apr`, `me pause until monday`, `me skills code_review`, `me mute help`; "
    "with `none` each is empty again. A calendar file (.ics) with your days off: send it to me in "
    "our DM."
)


def answer(told: Told) -> Answer:
    """In a message: what is kept, and the way to change it."""
    if told.what in _WITHOUT_FACTS:
        return _WITHOUT_FACTS[told.what]()
    lead = "Saved. " if told.what == "profile.saved" else ""
    lines = _lines(told.facts)
    text = f"{lead}Only you see this.\n" + "\n".join(lines)
    change = kit.button("Change", OPEN, value="{}")
    blocks = [kit.section("\n".join(lines)), kit.actions(change)]
    blocks.append(kit.context(f"{lead}Only you see this."))
    return kit.answer(text, blocks)


def usage() -> Answer:
    return kit.answer(_USAGE, [kit.section(_USAGE)])


def form_offered() -> Answer:
    """Where Slack opens no form by itself."""
    text = "Tap to say when you work and what may reach you. Only you see the form."
    button = kit.button("Open the form", OPEN, value="{}", style="primary")
    return kit.answer(text, [kit.section(text), kit.actions(button)])


_WITHOUT_FACTS: Mapping[str, Callable[[], Answer]] = {
    "profile.form_offered": form_offered,
    "profile.usage": usage,
}


def form(standing: Mapping[str, Any]) -> dict[str, Any]:
    """Filled with what is known; only the person sees it."""
    return kit.modal(
        "When I work",
        [*_when(standing), *_days_off(standing), *_what_else(standing)],
        callback=SAVE,
        submit="Save",
    )


def read_form(state: Mapping[str, Any]) -> dict[str, str]:
    """What was entered, each as people type it in a line. Total, whatever comes."""
    starts, ends = _entered(state, STARTS, "selected_time"), _entered(state, ENDS, "selected_time")
    reached = _chosen(state, REACH)
    return {
        "hours": f"{starts} to {ends}",
        "days": ",".join(_chosen(state, DAYS)),
        "country": _entered(state, COUNTRY, "value"),
        "off": _entered(state, OFF, "value"),
        "pause": _entered(state, PAUSE, "selected_date"),
        "skills": ",".join(_chosen(state, SKILLS)),
        "mute": ",".join(key for key in REACHES if key not in reached),
    }


def form_errors(wrong: Mapping[str, str]) -> dict[str, str]:
    """By the block in which it was entered."""
    return {_BLOCK_OF.get(name, name): sentence for name, sentence in wrong.items()}


def confirmed(told: Told) -> dict[str, Any]:
    """The form after it was sent."""
    lines = "\n".join(_lines(told.facts))
    blocks = [kit.section(lines), kit.context("Only you see this.")]
    return kit.modal("Saved", blocks, callback=SAVED, close="Done")


def _lines(facts: Mapping[str, Any]) -> list[str]:
    muted = [words.line(REACHES.get(one, one), 80) for one in facts["muted"]]
    skills = [words.line(FUNCTIONS.get(one, one), 80) for one in facts["skills"]]
    zone = words.line(facts["zone"], 60, mentions=False)
    days = ", ".join(_WEEKDAYS[one][:3] for one in facts["days"])
    lines = [
        f"*You work:* {days}, {facts['starts']} to {facts['ends']} ({zone}, as Slack says)",
        f"*Public holidays:* {words.line(facts['country_name'], 80) or 'no country named yet'}",
        f"*Days off:* {', '.join(stretches(facts['off'])) or 'none to come'}",
        f"*You can do:* {', '.join(skills) or 'nothing named yet'}",
        f"*Muted:* {', '.join(muted) or 'nothing'}",
    ]
    if facts["paused_until"]:
        lines.append(f"*Paused:* you hear from me again on {_said(facts['paused_until'])}")
    return lines


def stretches(off: Sequence[Sequence[str]]) -> list[str]:
    return [
        _said(first) if first == last else f"{_said(first)} to {_said(last)}" for first, last in off
    ]


def _said(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {found:%b %Y}"


def _when(standing: Mapping[str, Any]) -> list[Block]:
    times = [
        kit.input_(name, label, {"type": "timepicker", "initial_time": standing[name]})
        for name, label in ((STARTS, "I work from"), (ENDS, "until"))
    ]
    days = _several("checkboxes", _WEEKDAYS, list(standing["days"]))
    hint = f"By your clock in Slack: {standing['zone']}."
    return [*times, kit.input_(DAYS, "on", days, hint=hint)]


def _days_off(standing: Mapping[str, Any]) -> list[Block]:
    country = kit.text_input(standing["country"], most=60)
    off = kit.text_input("\n".join(stretches(standing["off"])), lines=True)
    pause: Element = {"type": "datepicker"}
    if standing["paused_until"]:
        pause["initial_date"] = standing["paused_until"]
    about_off = "One stretch a line, like 1 Apr to 10 Apr. Or send me your calendar file in our DM."
    about_pause = "On that day you hear from me again. Your clocks go on meanwhile."
    return [
        kit.input_(
            COUNTRY,
            "Country whose public holidays are mine",
            country,
            optional=True,
            hint="Germany, or DE-BY for a region of it.",
        ),
        kit.input_(OFF, "Days off", off, optional=True, hint=about_off),
        kit.input_(PAUSE, "Leave me alone until", pause, optional=True, hint=about_pause),
    ]


def _what_else(standing: Mapping[str, Any]) -> list[Block]:
    skills = _several("multi_static_select", FUNCTIONS, standing["skills"])
    reached = [key for key in REACHES if key not in standing["muted"]]
    about = "At most one message a day comes by itself; the rest waits for your morning."
    return [
        kit.input_(SKILLS, "Functions that I can do", skills, optional=True),
        kit.input_(
            REACH,
            "What may reach me",
            _several("checkboxes", REACHES, reached),
            optional=True,
            hint=about,
        ),
    ]


def _several(kind: str, choices: Mapping[str, str], chosen: Sequence[str]) -> Element:
    options = kit.options(choices)
    made: Element = {"type": kind, "options": options}
    initial = [one for one in options if one["value"] in chosen]
    if initial:
        made["initial_options"] = initial
    return made


def _entered(state: Mapping[str, Any], name: str, key: str) -> str:
    value = kit.field(state, name).get(key)
    return value.strip() if isinstance(value, str) else ""


def _chosen(state: Mapping[str, Any], name: str) -> list[str]:
    options = kit.field(state, name).get("selected_options")
    found = options if isinstance(options, list) else []
    return [str(one["value"]) for one in found if isinstance(one, Mapping) and "value" in one]
