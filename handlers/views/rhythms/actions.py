"""The buttons of rhythms: their ids, and the small value that each of them carries."""

from collections.abc import Mapping
from typing import Any

from handlers.views import kit
from handlers.views.kit import Element

PROPOSE = "rhythms.propose"  # use the defaults: who would take part?
START = "rhythms.start"
WITHOUT = "rhythms.without"  # a choice of people, read when it is started
STOP = "rhythms.stop"
TAKE_PART = "rhythms.take_part"
NOT_ME = "rhythms.not_me"
SETTINGS = "rhythms.settings"
KEEPER = "rhythms.keeper"  # a choice of a person
ASK = "rhythms.ask"  # a choice of a person: an administrator
ALLOW = "rhythms.allow"


def value(channel: object, feature: object = "", **more: object) -> str:
    return kit.value({"channel": channel, "feature": feature, **more})


def value_of(action: Mapping[str, Any]) -> dict[str, Any]:
    """The same of what was tapped; of a choice its part names both, and whom it chose."""
    chosen = kit.chosen_in(action)
    if not chosen:
        return kit.read_value(action.get("value"))
    channel, _, feature = kit.part_of(action["action_id"]).partition(".")
    return {"channel": channel, "feature": feature, "chosen": chosen}


def act(text: str, action: str, about: Mapping[str, Any], *, style: str | None = None) -> Element:
    """About a team's rhythm; the same action may stand in a message for several."""
    part = f"{about['channel']}.{about['feature']}"
    return kit.button(
        text,
        f"{action}:{part}",
        value=value(about["channel"], about["feature"]),
        style=style,
        label=f"{text}: {about['title']}",
    )


def joining(about: Mapping[str, Any]) -> list[Element]:
    """For whoever reads it; nothing where there is nothing to take part in."""
    if not about["asks_people"]:
        return []
    return [act("Take part", TAKE_PART, about), act("Not me", NOT_ME, about)]


def settings(channel: str) -> Element:
    return kit.button("Settings", f"{SETTINGS}:{channel}", value=value(channel))
