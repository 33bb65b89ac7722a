"""Figures: what was measured beside what was promised, as a table for eyes and for the docs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Figure:
    """One line of the table. `met` is None where nothing was promised."""

    what: str
    measured: str
    goal: str = ""
    met: bool | None = None
    beside: str = ""  # what one must know to read it

    @property
    def verdict(self) -> str:
        if self.met is None:
            return ""
        return "met" if self.met else "missed"


def at_least(what: str, value: float, goal: float, *, unit: str = "", beside: str = "") -> Figure:
    return Figure(what, f"{value:.3g}{unit}", f"≥ {goal:g}{unit}", met=value >= goal, beside=beside)


def at_most(what: str, value: float, goal: float, *, unit: str = "", beside: str = "") -> Figure:
    return Figure(what, f"{value:.3g}{unit}", f"≤ {goal:g}{unit}", met=value <= goal, beside=beside)


def table(figures: Sequence[Figure]) -> Table:
    shown = Table("figure", "measured", "goal", "verdict", "beside it")
    for figure in figures:
        style = "bold red" if figure.met is False else None
        shown.add_row(
            figure.what,
            figure.measured,
            figure.goal,
            figure.verdict,
            figure.beside,
            style=style,
        )
    return shown


def keep(figures: Sequence[Figure], machine: dict[str, str], *, date: str) -> None:
    """Write them into the page, between its two marks; the words around them stay."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    kept = "\n".join([BEGIN, *_lines(figures, machine, date), END])
    PAGE.write_text(f"{before}{kept}{after}", encoding="utf-8")


def _lines(figures: Sequence[Figure], machine: dict[str, str], date: str) -> list[str]:
    lines = [f"Measured on {date}.", ""]
    lines += [f"- {name}: {value}" for name, value in machine.items()]
    lines += ["", "| figure | measured | goal | verdict | beside it |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.what} | {one.measured} | {one.goal} | {one.verdict} | {one.beside} |"
        for one in figures
    ]
    return lines
