"""Every view looks as it was agreed; PINWHEEL_GOLDEN=write in the environment agrees anew."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handlers.views import letters
from tests.handlers.views import rhythm_scenes, scenes
from tests.handlers.views.limits import problems_of_message, problems_of_modal

AGREED = Path(__file__).parent / "golden"
WRITE = os.environ.get("PINWHEEL_GOLDEN") == "write"

MESSAGES = {**scenes.ANSWERS, **scenes.NOTICES, **scenes.LETTERS}
EVERYTHING = {**MESSAGES, **scenes.MODALS}


def agreed(name: str, seen: Any) -> Any:
    """What was agreed for this name; with WRITE, from now on that is what is seen."""
    path = AGREED / f"{name}.json"
    if WRITE:
        path.write_text(json.dumps(seen, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "scene"), EVERYTHING.items(), ids=EVERYTHING)
def test_a_view_looks_as_agreed(name: str, scene: Callable[[], Any]) -> None:
    seen = scene()
    assert seen == agreed(name, seen)


@pytest.mark.parametrize("scene", MESSAGES.values(), ids=MESSAGES)
def test_a_message_is_within_limits_and_manners(scene: Callable[[], Any]) -> None:
    assert problems_of_message(scene()) == []


@pytest.mark.parametrize("scene", scenes.MODALS.values(), ids=scenes.MODALS)
def test_a_form_is_within_limits_and_manners(scene: Callable[[], Any]) -> None:
    assert problems_of_modal(scene()) == []


def test_every_golden_belongs_to_a_view() -> None:
    assert {path.stem for path in AGREED.glob("*.json")} == {*EVERYTHING, *rhythm_scenes.HOMES}


def test_every_kind_of_letter_has_a_golden() -> None:
    assert {name.partition("-")[0] for name in scenes.LETTERS} == letters.KINDS
