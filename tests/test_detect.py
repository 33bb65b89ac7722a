"""`pinwheel detect`: a line out for each line in, and what is broken harms only itself."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.functions import FUNCTIONS
from main import app
from tests.house import reading
from tests.house.reading import ROOT

Told = list[dict[str, Any]]


def detect(*lines: object, options: tuple[str, ...] = ()) -> Result:
    """Each line as it stands, or as JSON."""
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    typed = "".join(f"{line}\n" for line in written)
    return CliRunner().invoke(app, ["detect", *options], input=typed)


def told(result: Result) -> Told:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_wait_is_told_with_its_words_its_function_and_whom() -> None:
    said = "EDA done. Still waiting on Priya to merge the schema PR, so I write docs"
    result = detect({"id": "a-1", "text": said})

    assert result.exit_code == 0
    (line,) = told(result)
    (wait,) = line["blockers"]
    assert line["id"] == "a-1"
    assert wait["text"] == "waiting on Priya to merge the schema PR"
    assert wait["category"] == "code_review"
    assert wait["waiting_on"] == ["Priya"]
    assert 0.5 < wait["confidence"] <= 1


def test_categories_are_the_ids_of_functions() -> None:
    waits = ("waiting on legal to approve the survey", "waiting for labels", "Marek's migration")
    lines = told(detect(*({"id": n, "text": w, "field": "blockers"} for n, w in enumerate(waits))))

    found = [wait["category"] for line in lines for wait in line["blockers"]]
    assert len(found) == len(waits)
    assert set(found) <= set(FUNCTIONS)


def test_nothing_is_found_where_nobody_waits() -> None:
    lines = told(detect({"id": 1, "text": "no blockers"}, {"id": 2, "text": ""}))

    assert lines == [{"id": 1, "blockers": []}, {"id": 2, "blockers": []}]


def test_the_field_counts_and_none_is_no_field() -> None:
    asked, none, without = told(
        detect(
            {"id": 1, "text": "labels", "field": "blockers"},
            {"id": 2, "text": "labels", "field": None},
            {"id": 3, "text": "labels"},
        )
    )

    assert [wait["text"] for wait in asked["blockers"]] == ["labels"]
    assert none["blockers"] == without["blockers"] != asked["blockers"]


def test_pairs_are_told_to_be_one_wait_or_two() -> None:
    result = detect(
        {
            "id": "p",
            "a": "waiting on ETL changes for churn",
            "b": "churn still needs its ETL change",
        },
        {"id": "q", "a": "waiting for PR 412", "b": "waiting for PR 421"},
        options=("--pairs",),
    )

    same, two = told(result)
    assert (same["id"], same["same"]) == ("p", True)
    assert (two["id"], two["same"]) == ("q", False)
    assert 0 <= two["score"] < same["score"] <= 1


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("waiting on ETL", "create"),
        ("list", "list"),
        ("mine", "mine"),
        ("waiting", "waiting"),
        ("ALL", "all"),
        ("done 12", "resolve"),
        ("resolve 12 Dana shipped it", "resolve"),
        ("resolve 12 failing tests", "create"),
        ("reopen 12", "reopen"),
        ("edit #12", "edit"),
        ("show 12", "show"),
        ("--help", "help"),
        ("", "modal"),
        ("<@U03PRIYA>", "modal"),
        ("<!channel>", "error"),
        ("x" * 3001, "error"),
        ("resolve 0", "error"),
    ],
)
def test_commands_are_told_what_they_ask_for(text: str, action: str) -> None:
    result = detect({"id": "c", "text": text}, options=("--commands",))

    assert told(result) == [{"id": "c", "action": action}]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("nonsense", {"id": None, "error": "This line is not JSON."}),
        ("", {"id": None, "error": "This line is not JSON."}),
        ("[" * 100_000, {"id": None, "error": "This line is not JSON."}),
        ("[1]", {"id": None, "error": "This line is not a JSON object."}),
        ('{"id": 3}', {"id": 3, "error": 'There is no "text".'}),
        ('{"id": 3, "text": 5}', {"id": 3, "error": '"text" is not a text.'}),
        ('{"id": 3, "text": "", "field": 5}', {"id": 3, "error": '"field" is not a text.'}),
    ],
)
def test_a_broken_line_is_answered_in_its_place_and_the_rest_goes_on(
    line: str, answer: dict[str, object]
) -> None:
    good = {"id": "good", "text": "no blockers"}
    result = detect(good, line, good)

    before, broken, after = told(result)
    assert broken == answer
    assert before == after == {"id": "good", "blockers": []}
    assert result.exit_code == 1


def test_half_a_pair_is_broken() -> None:
    result = detect({"id": 1, "a": "waiting on legal"}, options=("--pairs",))

    assert told(result) == [{"id": 1, "error": 'There is no "b".'}]
    assert result.exit_code == 1


def test_a_file_is_read_as_the_terminal_is(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text('\ufeff{"id": 1, "text": "list"}\n{"id": 2, "text": "mine"}', encoding="utf-8")

    result = CliRunner().invoke(app, ["detect", "--commands", str(file)])
    assert [line["action"] for line in told(result)] == ["list", "mine"]


def test_only_one_thing_is_asked_at_a_time() -> None:
    assert detect(options=("--pairs", "--commands")).exit_code == 2


def test_utf8_goes_in_and_out_whatever_the_locale_and_half_a_letter_harms_nothing() -> None:
    lines = '{"id": "é→", "text": "warte auf Jürgen"}\n{"id": "\\ud800", "text": "\\ud800"}\n'
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "detect", "--commands"],
        input=lines.encode() + b'{"id": 1, "text": "\xff"}\n',
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 1
    first, second, third = ended.stdout.splitlines()
    assert first.decode() == '{"id": "é→", "action": "create"}'
    assert json.loads(second) == {"id": "\ud800", "action": "create"}
    assert json.loads(third) == {"id": None, "error": "This line is not UTF-8."}


def test_each_answer_leaves_before_the_next_line_comes() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "detect", "--commands"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("list", "mine"):
            process.stdin.write(json.dumps({"id": name, "text": name}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline()) == {"id": name, "action": name}
        process.stdin.close()


def test_the_example_of_the_readme_does_what_is_told() -> None:
    section = reading.text("README.md").partition("### The reader\n")[2].partition("\n#")[0]
    (block,) = reading.shell_blocks(section)
    said = json.loads(block.partition("'")[2].partition("'")[0])
    shown = json.loads(section.partition("```json\n")[2].partition("```")[0])

    (line,) = told(detect(said))
    for wait in [*line["blockers"], *shown["blockers"]]:
        del wait["confidence"]
    assert line == shown
