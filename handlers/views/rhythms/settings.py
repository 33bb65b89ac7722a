"""The settings of a team: one form, a section for each feature, made from what it declared."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.rhythms import WHEN, Feature, Setting
from handlers.views import kit
from handlers.views.kit import Block, Element
from handlers.views.rhythms import actions as act

SETTINGS = "rhythms.settings"
CONFIRMED = "rhythms.confirmed"
_YES_NO = {"yes": "Yes", "no": "No"}
_HOW_TO = "Like weekdays 9:30, daily 17:00, mon,thu 14:00 or every 2 weeks mon 10:00."
Filled = Mapping[str, Mapping[str, Any]]


def form(
    features: Mapping[str, Feature], filled: Filled, *, channel: str, at_home: bool = False
) -> dict[str, Any]:
    where = {"home": True} if at_home else {}  # the Home tab changes with what is saved
    blocks: list[Block] = []
    for name, feature in features.items():
        blocks += _section(feature, filled[name])
    return kit.modal(
        "Settings", blocks, callback=SETTINGS, metadata=act.value(channel, **where), submit="Save"
    )


def read_form(
    features: Mapping[str, Feature], state: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """What was entered; `state` is the submission's view.state.values. Total, whatever comes."""
    return {name: _read(feature, state) for name, feature in features.items()}


def form_errors(problems: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """By field; `problems`: by feature and setting."""
    return {
        _field(feature, name): sentence
        for feature, found in problems.items()
        for name, sentence in found.items()
    }


def confirmed(blocks: list[Block]) -> dict[str, Any]:
    """What became of it, where the form was, or over the Home tab."""
    return kit.modal("Your team", blocks, callback=CONFIRMED, close="Done")


def _section(feature: Feature, filled: Mapping[str, Any]) -> list[Block]:
    rule = kit.text_input(str(filled[WHEN]), most=100)
    fields = [kit.input_(_field(feature.name, WHEN), "When", rule, hint=_HOW_TO)]
    fields += [_input(feature, one, filled.get(one.name)) for one in feature.settings]
    return [kit.header(feature.title), *fields]


def _input(feature: Feature, setting: Setting, value: Any) -> Block:
    optional = setting.kind == "channel" or (not setting.default and setting.kind != "yes_no")
    return kit.input_(
        _field(feature.name, setting.name),
        setting.title,
        _ELEMENTS[setting.kind](setting, value),
        hint=setting.hint or None,
        optional=optional,
    )


def _text(setting: Setting, value: Any) -> Element:
    return kit.text_input(str(value or ""))


def _lines(setting: Setting, value: Any) -> Element:
    return kit.text_input("\n".join(value or ()), lines=True)


def _choice(setting: Setting, value: Any) -> Element:
    return kit.select("static_select", dict(setting.choices), chosen=value)


def _time(setting: Setting, value: Any) -> Element:
    hour, _, minute = str(value).partition(":")
    return {"type": "timepicker", "initial_time": f"{int(hour):02}:{int(minute):02}"}


def _number(setting: Setting, value: Any) -> Element:
    return kit.text_input(str(value), most=10)


def _channel(setting: Setting, value: Any) -> Element:
    made: Element = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if value:
        made["initial_conversation"] = value
    return made


def _yes_no(setting: Setting, value: Any) -> Element:
    return kit.select("radio_buttons", _YES_NO, chosen="yes" if value else "no")


_ELEMENTS: Mapping[str, Callable[[Setting, Any], Element]] = {
    "text": _text,
    "lines": _lines,
    "choice": _choice,
    "time": _time,
    "number": _number,
    "channel": _channel,
    "yes_no": _yes_no,
}


def _field(feature: str, name: str) -> str:
    return f"{feature}.{name}"


def _read(feature: Feature, state: Mapping[str, Any]) -> dict[str, Any]:
    said = {WHEN: str(_entered(feature.name, WHEN, state) or "")}
    for one in feature.settings:
        said[one.name] = _READERS[one.kind](one, _entered(feature.name, one.name, state))
    return said


def _entered(feature: str, name: str, state: Mapping[str, Any]) -> Any:
    """Whatever the field holds, of whichever kind it is."""
    field = _field(feature, name)
    element = (state.get(field) or {}).get(field) or {}
    option = element.get("selected_option") or {}
    held = ("value", "selected_time", "selected_conversation")
    return option.get("value") or next((element[one] for one in held if element.get(one)), None)


def _number_of(setting: Setting, entered: Any) -> Any:
    """A number, or what was typed instead, to be refused in words."""
    try:
        number = float(str(entered).replace(",", "."))
    except ValueError:
        return entered
    return int(number) if number.is_integer() else number


_READERS: Mapping[str, Callable[[Setting, Any], Any]] = {
    "text": lambda setting, entered: str(entered or "").strip() or setting.default,
    "lines": lambda setting, entered: [
        line.strip() for line in str(entered or "").splitlines() if line.strip()
    ],
    "choice": lambda setting, entered: entered,
    "time": lambda setting, entered: entered or setting.default,
    "number": _number_of,
    "channel": lambda setting, entered: entered,
    "yes_no": lambda setting, entered: entered == "yes",
}
