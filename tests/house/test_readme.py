"""The README is true: its commands exist and run, its tables are those of the code."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from pydantic_core import PydanticUndefined
from typer.main import get_command
from typer.testing import CliRunner

from handlers import manifest
from main import app
from settings import Settings
from tests.house import reading
from tests.house.reading import ROOT

README = reading.text("README.md")
SECTIONS = reading.sections(README)
SET_BY_THE_HOST = {"DYNO", "GAE_SERVICE"}
PROMISED_TARGETS = {"demo", "test", "check", "setup", "run", "bench", "proof"}
LONG_RUNNING = {"run", "demo"}
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
TOLD = reading.commands_in(README) + reading.commands_in(reading.text("CONTRIBUTING.md"))
MAKE_TARGETS = sorted({line.split()[1] for line in TOLD if line.startswith("make ")})


def pinwheel_lines() -> list[list[str]]:
    """Every `pinwheel …` that a reader is told to type, as words."""
    return [shlex.split(line)[1:] for line in TOLD if line.startswith("pinwheel ")]


def test_it_opens_with_a_sentence_a_picture_and_one_command() -> None:
    title, _, rest = README.partition("\n\n")
    sentence, picture, command = rest.split("\n\n")[:3]
    assert title == "# Pinwheel"
    assert sentence.startswith("A ")
    assert sentence.endswith(".")
    assert re.fullmatch(r"!\[.+\]\(docs/sandbox\.png\)", picture)
    assert command == "```sh\nmake demo\n```"


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed here")
@pytest.mark.parametrize("target", MAKE_TARGETS)
def test_each_make_target_exists(target: str) -> None:
    asked = ["make", "--dry-run", "--no-print-directory", target]
    planned = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert planned.returncode == 0, planned.stderr


def test_each_promised_make_target_is_told() -> None:
    assert set(MAKE_TARGETS) >= PROMISED_TARGETS
    told = {row[0].strip("`") for row in reading.table_rows(SECTIONS["The house"])}
    assert told == {f"make {target}" for target in PROMISED_TARGETS}


@pytest.mark.parametrize("words", pinwheel_lines(), ids=" ".join)
def test_each_pinwheel_command_runs(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(app, ["migrate"])
    ended = CliRunner().invoke(app, [*words, "--help"] if words[0] in LONG_RUNNING else words)
    assert ended.exit_code == (1 if words == ["doctor"] else 0), ended.output
    assert isinstance(ended.exception, SystemExit | None)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_tells_what_it_does(command: str) -> None:
    helped = CliRunner().invoke(app, [command, "--help"])
    assert helped.exit_code == 0
    assert COMMANDS[command].help
    assert " ".join(COMMANDS[command].help.split())[:30] in " ".join(helped.output.split())


def test_each_command_is_in_the_readme() -> None:
    told = {words[0] for words in pinwheel_lines()} | set(MAKE_TARGETS)
    assert set(COMMANDS) - told == set()


@pytest.mark.parametrize("block", reading.shell_blocks(README))
def test_each_shell_block_is_shell(block: str) -> None:
    read = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr


def test_the_settings_table_is_that_of_the_settings() -> None:
    told = {row[0].strip("`"): row[1] for row in reading.table_rows(SECTIONS["Settings"])}
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    assert told.keys() == fields.keys() - SET_BY_THE_HOST
    for name, default in told.items():
        value = fields[name].default
        if value is not PydanticUndefined:  # else it depends on the terminal, told in words
            assert default == ("" if value is None else f"`{value}`"), name


def test_slash_commands_of_the_readme_are_those_of_the_manifest() -> None:
    manifest = yaml.safe_load(reading.text("manifest.yaml"))
    offered = {one["command"] for one in manifest["features"]["slash_commands"]}
    told = {
        word
        for row in reading.table_rows(SECTIONS["What to type"])
        for line in reading.in_backticks(row[0])
        for word in line.split()[:1]
        if word.startswith("/")
    }
    assert told == offered


def test_the_scopes_of_the_readme_are_those_of_the_manifest() -> None:
    rows = reading.table_rows(SECTIONS["In your Slack: five steps"])
    told = [scope for row in rows for scope in reading.in_backticks(row[0])]
    assert sorted(told) == manifest.scopes()


def test_an_installation_takes_five_steps_and_at_most_twelve_actions() -> None:
    section = SECTIONS["In your Slack: five steps"]
    assert len(re.findall(r"^\d\. ", section, flags=re.MULTILINE)) == 5
    assert len(re.findall(r"^   - ", section, flags=re.MULTILINE)) <= 12


def test_each_page_that_it_leads_to_is_there() -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", reading.text(page)):
            assert (ROOT / target).exists(), f"{page}: {target}"


def test_the_map_names_every_floor() -> None:
    drawn = re.search(r"^```\n(main\.py.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    assert drawn is not None
    for place in (*reading.ROOF, *(f"{name}/" for name in reading.PACKAGES), "handlers/views/"):
        assert place in drawn[1], place
