"""The form of a wait: what it shows is what comes back, and what is wrong is said at its field."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blockers import Wait
from bot.functions import FUNCTIONS
from handlers.views import blockers
from handlers.views.blockers.actions import value
from handlers.views.kit import read_value
from tests.handlers.views.cards import DANA, NOW
from tests.handlers.views.scenes import place

_INITIAL = {
    "plain_text_input": ("initial_value", "value"),
    "url_text_input": ("initial_value", "value"),
    "users_select": ("initial_user", "selected_user"),
    "static_select": ("initial_option", "selected_option"),
    "radio_buttons": ("initial_option", "selected_option"),
    "datetimepicker": ("initial_date_time", "selected_date_time"),
}


def sent(view: Mapping[str, Any], **entered: Any) -> dict[str, Any]:
    """What Slack sends when the form is submitted as it was opened, but for what was entered."""
    state = {}
    for block in view["blocks"]:
        element, name = block["element"], block["block_id"]
        shown, answered = _INITIAL[element["type"]]
        now = entered.get(name, element.get(shown))
        state[name] = {element["action_id"]: {"type": element["type"], answered: now}}
    return state


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": "…"}, "value": value}


_NAMES = st.text(alphabet="abcxyz é", min_size=1, max_size=30).map(str.strip).filter(bool)
_WAITS = st.builds(
    Wait,
    words=_NAMES,
    function=st.sampled_from(sorted(FUNCTIONS)),
    owner=st.sampled_from([None, DANA]),
    user_group=st.sampled_from([None, "S0DATAENG"]),
    outside=st.none() | _NAMES,
    project=st.none() | _NAMES,
    link=st.sampled_from([None, "https://x.example/a?b=1"]),
    severity=st.sampled_from(["slowed", "stopped"]),
    since=st.none()
    | st.integers(1_500_000_000, 1_900_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    audience=st.sampled_from(["channel", "asked", "me"]),
)


@given(_WAITS)
def test_a_form_sent_as_it_was_opened_tells_the_same_wait(wait: Wait) -> None:
    view = blockers.form(place(), wait)
    entered = blockers.read_form(sent(view), read_value(view["private_metadata"]))
    assert entered.wait == wait
    assert not entered.function_is_open


def test_a_form_for_a_new_wait_leaves_open_what_it_does_not_know() -> None:
    entered = blockers.read_form(sent(blockers.form(place()), words="a GPU"))
    assert entered.wait == Wait(words="a GPU", function="other", audience="channel")
    assert entered.function_is_open


def test_each_audience_is_named_and_the_usual_one_chosen() -> None:
    who = blockers.form(place())["blocks"][-1]["element"]
    assert [one["text"]["text"] for one in who["options"]] == [
        "#ds-team will see this",
        "Only the person I wait on will see this",
        "Only I see this",
    ]
    assert who["initial_option"]["value"] == "channel"


def test_in_a_dm_there_is_no_channel_to_show_it_to() -> None:
    alone = place(in_dm=True, audience="me", channel_name="")
    assert list(blockers.audience_choices(alone)) == ["asked", "me"]


def test_a_form_knows_its_blocker_and_its_channel_by_id() -> None:
    view = blockers.form(place(blocker="b12", number=12))
    assert view["callback_id"] == blockers.REWORD
    assert read_value(view["private_metadata"]) == {"blocker": "b12", "channel": "C0DSTEAM"}
    assert blockers.form(place())["callback_id"] == blockers.REPORT


def test_a_good_form_has_no_errors() -> None:
    entered = blockers.read_form(sent(blockers.form(place()), words="a GPU"))
    assert blockers.form_errors(entered, now=NOW) == {}


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": "x" * 3_001}, "words"),
        ({"audience": option("asked"), "owner": None}, "owner"),
        ({"since": int((NOW + timedelta(hours=1)).timestamp())}, "since"),
        ({"link": "not a link"}, "link"),
        ({"link": "https://a.example|https://b.example"}, "link"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(entered: dict[str, Any], field: str) -> None:
    view = blockers.form(place())
    state = sent(view, **{"words": "a GPU", **entered})
    assert list(blockers.form_errors(blockers.read_form(state), now=NOW)) == [field]
    assert field in {block["block_id"] for block in view["blocks"]}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_FIELDS = ("words", "owner", "function", "since", "severity", "link", "audience", "project")
_STATES = st.dictionaries(
    st.sampled_from(_FIELDS),
    _JSON
    | st.dictionaries(
        st.sampled_from(_FIELDS),
        _JSON | st.dictionaries(st.sampled_from([b for _, b in _INITIAL.values()]), _JSON),
    ),
)


@given(_STATES)
def test_reading_a_form_never_fails(state: dict[str, Any]) -> None:
    entered = blockers.read_form(state)
    assert isinstance(blockers.form_errors(entered, now=NOW), dict)


@given(st.text() | _JSON.map(str))
def test_reading_a_value_never_fails(text: str) -> None:
    assert isinstance(read_value(text), dict)


def test_a_value_comes_back_as_it_was_given() -> None:
    assert read_value(value("b12", audience="me")) == {"blocker": "b12", "audience": "me"}
    assert read_value(None) == {}
    assert read_value("[" * 100_000) == {}
    assert read_value("[1]") == {}
