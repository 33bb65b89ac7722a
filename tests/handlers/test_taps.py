"""Every button that we show means something, and a question that was answered keeps none."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from handlers import owners, profiles, rhythms, standups, vocabulary
from handlers.blockers import clicks, found, silence, voice
from handlers.hosts import clicks as hosts
from handlers.pairs import clicks as pairs
from handlers.reviews import clicks as reviews
from handlers.taps import Act
from handlers.views import answers, kit
from handlers.views.kit import Answer, Block

GOLDEN = Path(__file__).parent / "views" / "golden"
FEATURES = (owners, profiles, rhythms, standups, vocabulary)
TABLES: list[Mapping[str, Act]] = [
    *(one.TAPS for one in (clicks, found, silence, voice, hosts, pairs, reviews)),
    *(one.TAPS for one in FEATURES),
]
NOTED = kit.answer("Noted.", [kit.section("Noted.")])


def shown(part: Any) -> Iterator[str]:
    """The ids of all that can be pressed there; fields of a form are sent with it."""
    if isinstance(part, list):
        for one in part:
            yield from shown(one)
    elif isinstance(part, dict) and part.get("type") != "input":
        if "action_id" in part:
            yield kit.verb_of(part["action_id"])
        for one in part.values():
            yield from shown(one)


def test_each_button_that_is_shown_means_something() -> None:
    files = sorted(GOLDEN.glob("*.json"))
    pressed = {one for file in files for one in shown(json.loads(file.read_text("utf-8")))}
    heard = {name for table in TABLES for name in table}

    assert pressed
    assert pressed - heard == set()


def test_no_button_means_two_things() -> None:
    names = [name for table in TABLES for name in table]
    assert len(names) == len(set(names))


def row(block: str, *elements: Mapping[str, str]) -> Block:
    return {"type": "actions", "block_id": block, "elements": list(elements)}


def about(blocker: str, action: str = "silence.done") -> dict[str, str]:
    return {"action_id": action, "value": kit.value({"blocker": blocker}), "block_id": "r2"}


def settled(*blocks: Block, tapped: Mapping[str, str]) -> Answer | None:
    return answers.settled({"text": "Is it a wait?", "blocks": blocks}, tapped, NOTED)


def test_the_answer_stands_where_the_buttons_were() -> None:
    question = kit.section("Is it a wait?")
    said = settled(question, row("r2", about("b1")), kit.context("Only you"), tapped=about("b1"))

    assert said is not None
    assert said["text"] == "Is it a wait?\nNoted."
    assert said["blocks"] == [question, *NOTED["blocks"], kit.context("Only you")]


def test_all_buttons_of_the_same_question_go_and_those_of_others_stay() -> None:
    choice = {"action_id": "silence.bring_to:b1"}
    rows = [row("r1", choice), row("r2", about("b1")), row("r3", about("b2"))]
    said = settled(*rows, tapped=about("b1"))

    assert said is not None
    assert said["blocks"] == [*NOTED["blocks"], rows[2]]


def test_buttons_about_nothing_in_particular_go_alone() -> None:
    tapped = {"action_id": "rhythms.allow", "value": "{}", "block_id": "r2"}
    rows = [row("r1", {"action_id": "x.y", "value": "{}"}), row("r2", tapped)]
    said = settled(*rows, tapped=tapped)

    assert said is not None
    assert said["blocks"] == [rows[0], *NOTED["blocks"]]


def test_a_button_beside_words_goes_and_the_words_stay() -> None:
    line = {"type": "section", "block_id": "r2", "accessory": about("b1")}
    said = settled(line, tapped=about("b1"))

    assert said is not None
    assert said["blocks"] == [{"type": "section", "block_id": "r2"}, *NOTED["blocks"]]


@pytest.mark.parametrize(("others", "fits"), [(49, True), (50, False)])
def test_what_slack_would_not_take_is_left_as_it_is(others: int, fits: bool) -> None:
    blocks = [kit.divider()] * others
    said = settled(*blocks, row("r2", about("b1")), tapped=about("b1"))
    assert (said is not None) is fits
