"""Rhythms and the Home tab: what is entered is read back, and no text of theirs does harm."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rhythms import WHEN, problems
from bot.told import Told
from handlers.views import home, rhythms
from tests.handlers.views import rhythm_scenes as scenes
from tests.handlers.views.cards import ANA
from tests.handlers.views.hostile import ANY
from tests.handlers.views.limits import problems_of_message, problems_of_modal
from tests.handlers.views.test_goldens import agreed
from tests.team import initial

_PATIENT = settings(deadline=None, max_examples=100)
_WHAT = (
    *("proposed", "needs_admin", "turned_on", "already_on", "turned_off", "already_off"),
    *("taking_part", "not_taking_part", "allowed", "changed", "team", "settings_offered"),
)


def as_left(form: dict[str, Any]) -> dict[str, Any]:
    """The state of a form that nobody touched."""
    return {
        block["block_id"]: {block["block_id"]: initial(block["element"]) or {}}
        for block in form["blocks"]
        if block["type"] == "input"
    }


def problems_of_tab(view: dict[str, Any]) -> list[str]:
    assert view["type"] == "home"
    return problems_of_modal({"private_metadata": "", "callback_id": "", **view})


@pytest.mark.parametrize(("name", "scene"), scenes.HOMES.items(), ids=scenes.HOMES)
def test_the_home_tab_looks_as_agreed(name: str, scene: Callable[[], Any]) -> None:
    seen = scene()
    assert seen == agreed(name, seen)
    assert problems_of_tab({**seen}) == []


def test_a_form_that_nobody_touched_says_what_it_was_filled_with() -> None:
    form = rhythms.form(scenes.FEATURES, {"tea": scenes.FILLED}, channel=scenes.PLACE)
    state = as_left(form)
    assert rhythms.read_form(scenes.FEATURES, state) == {
        "tea": {**scenes.FILLED, "poured": "09:05"}
    }


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), st.dictionaries(st.text(), ANY))))
@_PATIENT
def test_whatever_state_comes_is_read_and_checked(state: dict[str, Any]) -> None:
    entered = rhythms.read_form(scenes.FEATURES, state)["tea"]
    assert WHEN in problems(scenes.TEA, entered)


@given(ANY)
@_PATIENT
def test_a_refusal_stands_at_its_field(text: str) -> None:
    field = {"value": text}
    state = {"tea.cups": {"tea.cups": field}, f"tea.{WHEN}": {f"tea.{WHEN}": field}}
    entered = rhythms.read_form(scenes.FEATURES, state)["tea"]
    wrong = rhythms.form_errors({"tea": problems(scenes.TEA, entered)})
    assert {"tea.when", "tea.cups"} <= wrong.keys()


@given(ANY, st.sampled_from(_WHAT))
@_PATIENT
def test_no_answer_does_harm_or_breaks_a_limit(text: str, what: str) -> None:
    facts = {
        **scenes.about(channel_name=text, zone=text),
        "teams": [scenes.team(channel_name=text, place=f"C0{n}") for n in range(9)],
        "changes": [scenes.change(zone=text)] * 5,
    }
    said = rhythms.answer(Told(f"rhythm.{what}", None, facts), for_=ANA)
    assert problems_of_message(dict(said)) == []


@given(ANY)
@_PATIENT
def test_no_home_does_harm_or_breaks_a_limit(text: str) -> None:
    assert problems_of_tab(home.home(scenes.at_home(text), for_=ANA)) == []


@given(ANY)
@_PATIENT
def test_no_settings_do_harm_or_break_a_limit(text: str) -> None:
    filled = {**scenes.FILLED, WHEN: text, "sort": text, "biscuits": [text] * 9, "cups": text}
    form = rhythms.form(scenes.FEATURES, {"tea": filled}, channel=scenes.PLACE)
    assert problems_of_modal(form) == []
