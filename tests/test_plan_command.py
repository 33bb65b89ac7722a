"""`pinwheel plan`: an occurrence a line, by the code that plans the real ones."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from main import app

BERLIN = {"zone": "Europe/Berlin", "rule": "weekdays 09:30"}
SPRING = {"from": "2026-03-27", "to": "2026-03-30"}


def plan(*words: str, said: str | None = None, **fields: str) -> Result:
    options = [word for name, value in fields.items() for word in (f"--{name}", value)]
    return CliRunner().invoke(app, ["plan", *options, *words], input=said)


def batch(*lines: object) -> list[Any]:
    said = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
    answered = plan("--batch", said=said)
    assert answered.exit_code == 0
    return list(_read(answered.stdout))


def _read(text: str) -> Iterator[Any]:
    return map(json.loads, text.splitlines())


def test_each_line_is_an_occurrence_with_its_date_and_instant() -> None:
    found = plan("--json", **BERLIN, **SPRING)
    assert list(_read(found.stdout)) == [
        {"date": "2026-03-27", "utc": "2026-03-27T08:30:00Z"},
        {"date": "2026-03-30", "utc": "2026-03-30T07:30:00Z"},
    ]


def test_for_people_it_is_said_by_the_clock_there() -> None:
    found = plan(**BERLIN, **SPRING)
    assert "Mon 2026-03-30 09:30 CEST (2026-03-30 07:30 UTC)" in found.stdout


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        ("daily 00:30", ["2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30"]),
        ("mon,sat 14:00", ["2026-03-28", "2026-03-30"]),
        ("every 2 weeks fri 10:00", ["2026-03-27"]),
    ],
)
def test_the_rules_that_it_reads(rule: str, dates: list[str]) -> None:
    found = plan("--json", zone="Asia/Kolkata", rule=rule, **SPRING)
    assert [one["date"] for one in _read(found.stdout)] == dates


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"zone": "Nowhere"}, "There is no time zone 'Nowhere'."),
        ({"zone": "Europe"}, "There is no time zone 'Europe'."),
        ({"zone": "../UTC"}, "There is no time zone '../UTC'."),
        ({"zone": ""}, "Please give --zone"),
        ({"rule": "sometimes"}, 'I can\'t read "sometimes" as days and a time.'),
        ({"from": "yesterday"}, "--from is a date like 2026-03-01, not 'yesterday'."),
        ({"to": "2026-02-30"}, "--to is a date like 2026-03-01, not '2026-02-30'."),
        ({"to": "2026-01-01"}, "--to (2026-01-01) is before --from (2026-03-27)."),
        ({"to": "9999-12-31"}, "--to is a date from 1970-01-01 to 2199-12-31."),
    ],
)
def test_what_cannot_be_planned_is_refused_in_a_sentence(
    changed: dict[str, str], said: str
) -> None:
    refused = plan("--json", **{**BERLIN, **SPRING, **changed})
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_batch_answers_line_after_line_with_errors_in_their_place() -> None:
    found = batch(
        {**BERLIN, **SPRING},
        {**BERLIN, **SPRING, "zone": "Nowhere", "id": 7},
        "not json",
        "[1]",
        "",
        {**BERLIN, **SPRING, "rule": 9},
        {**BERLIN, **SPRING, "rule": "mon 9:30", "id": "b"},
    )
    assert found == [
        {"date": "2026-03-27", "utc": "2026-03-27T08:30:00Z"},
        {"date": "2026-03-30", "utc": "2026-03-30T07:30:00Z"},
        {"id": 7, "error": "There is no time zone 'Nowhere'. One is Europe/Berlin."},
        {"error": "This line is not JSON."},
        {"error": "This line is not a JSON object."},
        {"error": "Please give --rule, or use --batch with zone, rule, from, to."},
        {"id": "b", "date": "2026-03-30", "utc": "2026-03-30T07:30:00Z"},
    ]
