"""The import contracts: all of them are there, and leave nothing out."""

import re
import sys

from tests.house import reading
from tests.house.reading import FLOORS, PACKAGES, ROOT
from tests.house.test_shape import imports_of

DECISION = "docs/decisions/0001-imports-fall-and-records-are-values.md"
# The import's name where it is not the package's.
PACKAGE_OF = {"jwt": "pyjwt", "prometheus_client": "prometheus-client", "yaml": "pyyaml"}
OURS = {*PACKAGES, "main", "settings", "cli"}


def _contracts() -> list[dict[str, object]]:
    found: list[dict[str, object]] = reading.project()["tool"]["importlinter"]["contracts"]
    return found


def test_the_contracts_are_those_that_the_decision_lists() -> None:
    promised = re.findall(r"^- (.+)$", reading.text(DECISION), flags=re.MULTILINE)
    assert [contract["name"] for contract in _contracts()] == promised


def test_every_package_is_looked_at() -> None:
    assert set(reading.project()["tool"]["importlinter"]["root_packages"]) == set(PACKAGES)


def test_every_room_has_its_place_in_the_order_of_features() -> None:
    order = next(one for one in _contracts() if str(one["name"]).startswith("Between features"))
    layers = order["layers"]
    assert isinstance(layers, list)
    placed = {name.strip() for layer in layers for name in re.split("[:|]", layer)}
    assert placed == {f"bot.{name}" for name in reading.features("bot")}


def test_what_the_house_imports_is_what_it_is_installed_with() -> None:
    declared = {
        re.split(r"[^\w.-]", line, maxsplit=1)[0]
        for line in reading.project()["project"]["dependencies"]
    }
    files = [*reading.roof_files(), *reading.python_files(*FLOORS)]
    imported = {module.partition(".")[0] for file in files for module, _ in imports_of(file)}
    foreign = imported - OURS - set(sys.stdlib_module_names) - {"__future__"}
    needed = {PACKAGE_OF.get(name, name.replace("_", "-")) for name in foreign}
    assert needed - declared == set()
    assert "slack-bolt" in needed


def test_the_decisions_are_numbered_and_tell_context_choice_and_price() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [int(page.name[:4]) for page in pages]
    assert numbers == list(range(1, len(pages) + 1))
    for number, page in zip(numbers, pages, strict=True):
        said = page.read_text(encoding="utf-8")
        assert said.startswith(f"# {number}. "), page.name
        assert re.findall("^## (.+)$", said, flags=re.MULTILINE) == ["Context", "Choice", "Price"]
