"""Blocks: what Slack would refuse is refused, and nothing at all breaks the sandbox."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sandbox.blocks import checked_blocks, checked_view
from sandbox.elements import state_of
from sandbox.ids import Ids
from sandbox.wire import Json, SlackError


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(**more: Any) -> Json:
    return {"type": "button", "action_id": "a", "text": plain("Take"), **more}


def options(count: int) -> list[Json]:
    return [{"text": plain(str(n)), "value": str(n)} for n in range(count)]


def in_actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


FINE: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}},
    {"type": "section", "fields": [plain("x" * 2000)] * 10},
    {"type": "header", "text": plain("x" * 150)},
    {"type": "context", "elements": [plain("x")] * 10},
    {"type": "divider"},
    in_actions(*(button(action_id=str(n)) for n in range(25))),
    in_actions({"type": "overflow", "action_id": "o", "options": options(5)}),
    {"type": "rich_text", "elements": []},
]

BROKEN: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},
    {"type": "section", "text": {"type": "mrkdwn", "text": ""}},
    {"type": "section", "fields": [plain("x")] * 11},
    {"type": "header", "text": plain("x" * 151)},
    {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    {"type": "context", "elements": [plain("x")] * 11},
    {"type": "context", "elements": [button()]},
    {"type": "image", "image_url": "https://a.example/b.png"},
    {"type": "divider", "block_id": "x" * 256},
    {"type": "markdown", "text": "x" * 12_001},
    in_actions(),
    in_actions(*(button(action_id=str(n)) for n in range(26))),
    in_actions(button(), button()),
    in_actions(button(text=plain("x" * 76))),
    in_actions(button(value="x" * 2001)),
    in_actions({"type": "button", "text": plain("x")}),
    in_actions({"type": "overflow", "action_id": "o", "options": options(6)}),
    {"type": "sectoin"},
]


@pytest.mark.parametrize("block", FINE)
def test_a_block_at_its_limits_is_taken(block: Json) -> None:
    (kept,) = checked_blocks([block], Ids("B"))
    assert kept["block_id"]


@pytest.mark.parametrize("block", BROKEN)
def test_a_block_beyond_its_limits_is_refused(block: Json) -> None:
    with pytest.raises(SlackError, match="invalid_blocks"):
        checked_blocks([block], Ids("B"))


def modal(**more: Any) -> Json:
    return {"type": "modal", "title": plain("A title"), "blocks": [{"type": "divider"}], **more}


FIELD = {
    "type": "input",
    "label": plain("What?"),
    "element": {"type": "plain_text_input", "action_id": "t"},
}


@pytest.mark.parametrize(
    "view",
    [
        modal(title=plain("x" * 25)),
        modal(submit=plain("x" * 25)),
        modal(title=None),
        modal(blocks=[FIELD]),
        modal(blocks=[{"type": "divider"}] * 101),
        modal(private_metadata="x" * 3001),
        modal(callback_id="x" * 256),
        {"type": "home", "blocks": []},
        "modal",
    ],
)
def test_a_modal_that_slack_would_not_open_is_refused(view: Any) -> None:
    with pytest.raises(SlackError, match="invalid_arguments"):
        checked_view(view, Ids("B"), kind="modal")


def test_a_modal_with_a_field_needs_and_has_a_submit() -> None:
    view = checked_view(modal(blocks=[FIELD], submit=plain("Send")), Ids("B"), kind="modal")
    assert view["blocks"][0]["block_id"]


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(["type", "text", "elements", "element", "options", "action_id"]),
            inner | some.sampled_from(["section", "actions", "input", "button", "static_select"]),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(blocks=JSON | some.lists(JSON, max_size=3))
def test_any_json_is_taken_or_refused_and_what_is_taken_has_a_state(blocks: Any) -> None:
    with suppress(SlackError):
        assert isinstance(state_of(checked_blocks(blocks, Ids("B")), {}), dict)
