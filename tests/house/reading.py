"""Reads the repository as its readers do: files, their code as trees, the README's tables."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
FLOORS = ("bot", "handlers", "storage")
PACKAGES = (*FLOORS, "sandbox")
ROOF = ("main.py", "settings.py", "cli")


def python_files(*folders: str) -> list[Path]:
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in found if "node_modules" not in file.parts)


def roof_files() -> list[Path]:
    alone = [ROOT / name for name in ROOF if name.endswith(".py")]
    return alone + python_files(*(name for name in ROOF if not name.endswith(".py")))


def product_files() -> list[Path]:
    """All our Python but the tests."""
    return [*roof_files(), *python_files(*PACKAGES, "benchmarks")]


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def features(floor: str) -> set[str]:
    """The names on a floor: files, or folders of the same name."""
    found = set()
    for entry in (ROOT / floor).iterdir():
        is_module = entry.suffix == ".py" and entry.stem != "__init__"
        if is_module or (entry / "__init__.py").exists():
            found.add(entry.stem)
    return found


def top_level() -> set[str]:
    """What stands at the top, without what git leaves out."""
    ignored = [line.strip("/") for line in text(".gitignore").split()]
    names = {entry.name for entry in ROOT.iterdir()}
    return {name for name in names if not any(fnmatch(name, pattern) for pattern in ignored)}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))


def sections(document: str) -> dict[str, str]:
    """Heading -> what stands under it, up to the next heading of any level."""
    parts = re.split(r"^#+ (.+)$", _without_code(document), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def table_rows(section: str) -> Iterator[list[str]]:
    """The cells of each row, without the head."""
    rows = [line for line in section.splitlines() if line.startswith("|")]
    for row in rows[2:]:
        yield [cell.strip() for cell in row.strip("|").split("|")]


def shell_blocks(document: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", document, flags=re.MULTILINE | re.DOTALL)


def in_backticks(said: str) -> list[str]:
    return re.findall(r"`([^`]+)`", _without_code(said))


def commands_in(document: str) -> list[str]:
    """What the reader is told to type into a terminal, a line each."""
    lines = [line for block in shell_blocks(document) for line in block.splitlines()]
    return [line.removeprefix(".venv/bin/") for line in [*lines, *in_backticks(document)]]


def _without_code(document: str) -> str:
    """Comments in shell look like headings."""
    return re.sub(r"^```.*?^```$", "", document, flags=re.MULTILINE | re.DOTALL)
