"""The buttons of standups: their ids, and the small value that each of them carries."""

from collections.abc import Mapping
from typing import Any

from handlers.views import kit
from handlers.views.kit import Element

FORM = "standups.form"  # value: team, date, draft
SAME = "standups.same"  # value: team, date
SKIP = "standups.skip"  # the same
COUNT_FOR = "standups.count_for"  # value: team, date, other
POST = "standups.post"  # value: draft, team, pieces
DROP = "standups.drop"  # value: draft
TRACK = "standups.track"  # value: team, date, blocker
ASK = "standups.ask"  # the same; as a choice, its part holds them and its value the function
CLOCK = "standups.clock"  # the same
NO_BLOCKER = "standups.no_blocker"  # the same
ANOTHER = "standups.another"  # the same
BACK = "standups.back"


def value(**facts: object) -> str:
    return kit.value({name: str(one) for name, one in facts.items() if one is not None})


def value_of(action: Mapping[str, Any]) -> dict[str, Any]:
    """What a button says; or a choice of whose work it is, which has no value of its own."""
    function = (action.get("selected_option") or {}).get("value")
    person = action.get("selected_user")
    if not (function or person):
        return kit.read_value(action.get("value"))
    part = [*kit.part_of(action["action_id"]).split("."), "", "", ""]
    said = dict(zip(("team", "date", "blocker"), part, strict=False))
    return said | ({"function": function} if function else {"person": person})


def act(
    text: str,
    action: str,
    part: str,
    *,
    style: str | None = None,
    about: str | None = None,
    **facts: Any,
) -> Element:
    """`part` keeps its id apart from those of others in the same message."""
    label = None if about is None else f"{text}: {about}"
    return kit.button(text, kit.nth(action, part), value=value(**facts), style=style, label=label)
