"""The shape of the house: what stands where, how it is called, how long it may be."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from tests.house import reading
from tests.house.reading import FLOORS, PACKAGES, ROOF, ROOT, name_of, tree_of

TOP_LEVEL = {
    *ROOF,
    *PACKAGES,
    ".ci",
    ".dockerignore",
    ".gcloudignore",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Dockerfile",
    "LICENSE",
    "Makefile",
    "Procfile",
    "README.md",
    "app.yaml",
    "benchmarks",
    "corpus",
    "docs",
    "manifest.yaml",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests",
}
FRONT_DESKS = {"pinwheel", "home"}  # they lead to the features and are none themselves
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MEANINGLESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "shared",
    "manager",
    "service",
}
MEANINGLESS_ENDS = ("Manager", "Service", "Helper", "Util", "Utils")

OURS = reading.product_files()
ALL = [*OURS, *reading.python_files("tests")]
PAGE = sorted(
    file for kind in ("*.js", "*.css", "*.html") for file in (ROOT / "sandbox/page").rglob(kind)
)


def test_nothing_stands_at_the_top_that_nobody_placed() -> None:
    assert reading.top_level() - TOP_LEVEL == set()


def test_what_belongs_at_the_top_is_there() -> None:
    missing = {name for name in TOP_LEVEL if not (ROOT / name).exists()}
    assert missing - {".git"} == set()


def test_a_feature_has_one_name_on_every_floor() -> None:
    spoken = reading.features("handlers") & reading.features("handlers/views") - FRONT_DESKS
    assert spoken
    for feature in spoken:
        assert feature in reading.features("bot"), feature
        assert feature in reading.features("storage"), feature
        assert feature in reading.sections(reading.text("README.md"))["The house"], feature


def test_a_feature_that_is_shown_is_known_in_the_rooms() -> None:
    shown = (
        reading.features("handlers/views") - FRONT_DESKS - {"kit", "words", "letters", "notices"}
    )
    assert shown - reading.features("bot") == set()


def test_a_feature_has_tests_on_the_ground_and_stories() -> None:
    names = {file.stem for file in reading.python_files("tests")}
    for feature in reading.features("handlers") & reading.features("storage"):
        assert f"test_{feature}" in names, feature
    assert reading.python_files("tests/stories")


@pytest.mark.parametrize("floor", [*FLOORS, "handlers/views"])
def test_a_name_is_a_file_or_a_folder_and_not_both(floor: str) -> None:
    both = {
        file.stem for file in (ROOT / floor).glob("*.py") if (ROOT / floor / file.stem).is_dir()
    }
    assert both == set()


def test_no_file_is_longer_than_one_can_keep_in_mind() -> None:
    lengths = {
        name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in [*OURS, *PAGE]
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_a_module_opens_with_a_sentence() -> None:
    assert [name_of(file) for file in ALL if not _opens_with_a_sentence(file)] == []


def test_functions_are_short() -> None:
    found = {
        f"{name_of(file)}: {function.name}": _lines(function)
        for file in OURS
        if "migrations" not in file.parts
        for function in ast.walk(tree_of(file))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in found.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}
    assert median(found.values()) < 10


def test_names_say_something() -> None:
    for file in ALL:
        parts = {part.removesuffix(".py").lower() for part in file.relative_to(ROOT).parts}
        classes = [node.name for node in ast.walk(tree_of(file)) if isinstance(node, ast.ClassDef)]
        assert parts & MEANINGLESS == set(), name_of(file)
        assert [name for name in classes if name.endswith(MEANINGLESS_ENDS)] == [], name_of(file)


def test_nothing_is_mocked() -> None:
    for file in ALL:
        imported = {f"{module}.{name}" for module, name in imports_of(file)}
        mocks = {name for name in imported if re.match(r"(unittest\.)?mock\b|pytest_mock", name)}
        assert mocks == set(), name_of(file)


def imports_of(file: Path) -> set[tuple[str, str]]:
    """Each import as module and name."""
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            found |= {(alias.name, "") for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", alias.name) for alias in node.names}
    return found


def _opens_with_a_sentence(file: Path) -> bool:
    if not file.read_text(encoding="utf-8").strip():
        return True
    said = ast.get_docstring(tree_of(file)) or ""
    return said.partition("\n\n")[0].endswith((".", "?", "!"))


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
