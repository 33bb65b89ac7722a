"""What Slack did sign but nobody would expect: answered politely, kept whole, without a trace."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.outcome import Delivery
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.envelopes import bring, last_delivery
from tests.faults.load import Patient
from tests.faults.processes import BotProcess, bugs_in
from tests.team import Json

pytestmark = [pytest.mark.processes]

STRANGE = {
    "a NUL": "waiting on \x00 the silo",
    "half a surrogate": "waiting on \ud83d the silo",
    "a text that runs backwards": "waiting on \u202eolis eht",
    "a new line for the log": 'waiting\n{"event": "bot.ready"}\r\nforged',
    "the word payload": "waiting on the payload schema",
    "a formula": "=cmd|' /C calc'!A0",
    "a query": "'; DROP TABLE blockers; --",
    "braces": "waiting on {0} %s {words} <!channel>",
}


@pytest.fixture
def people(slack: Server) -> Iterator[Patient]:
    used = Patient(slack)
    yield used
    used.close()


@pytest.fixture
def bot(place: Place, any_database: str) -> BotProcess:
    return place(any_database, log_level="debug").start()


def test_any_text_is_answered_in_words(slack: Server, bot: BotProcess, people: Patient) -> None:
    people.says("ana", "/blocked waiting on the grain silo")
    seed = last_delivery(slack, "/blocked")
    for name, text in STRANGE.items():
        answer = bring(slack, bot.slack_url, changed(seed, text=text, trigger_id=f"1.2.{name}"))
        assert answer.status_code == 200, name
        assert "tracked as" in answer.text, (name, answer.text)
    assert bugs_in(bot.said()) == []
    assert all(line.startswith("{") for line in bot.said().splitlines()), "one event a line"


def test_any_message_is_taken(slack: Server, bot: BotProcess, people: Patient) -> None:
    people.says("ana", "blocked waiting on the grain silo", to="dm")
    seed = last_delivery(slack, "message")
    for name, text in STRANGE.items():
        strange = changed(seed, event_id=f"Ev{name}", event={"text": f"blocked {text}"})
        assert bring(slack, bot.slack_url, strange).status_code == 200, name
    assert bugs_in(bot.said()) == []


def test_kinds_that_nobody_knows_are_passed_over(
    slack: Server, bot: BotProcess, people: Patient
) -> None:
    people.says("ana", "blocked waiting on the grain silo", to="dm")
    seed = last_delivery(slack, "message")
    for number, inner in enumerate(({"type": "unheard_of"}, {"subtype": "huddle_thread"})):
        unknown = changed(seed, event_id=f"Ev{number}", event=inner)
        assert bring(slack, bot.slack_url, unknown).status_code in (200, 404)
    assert bugs_in(bot.said()) == []


def changed(seed: Delivery, **new: Any) -> Delivery:
    """The same, with other values; those of an object are changed one by one."""
    payload: Json = copy.deepcopy(seed.payload)
    for name, value in new.items():
        payload[name] = {**payload[name], **value} if isinstance(value, dict) else value
    return Delivery(seed.kind, seed.name, json.loads(json.dumps(payload)))
