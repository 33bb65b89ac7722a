"""Figures: what was measured beside what was promised, as a table for eyes and for the docs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table


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


def rows(figures: Iterable[Figure]) -> list[str]:
    """The same table for a page."""
    head = ["| figure | measured | goal | verdict | beside it |", "|---|---|---|---|---|"]
    return head + [
        f"| {one.what} | {one.measured} | {one.goal} | {one.verdict} | {one.beside} |"
        for one in figures
    ]
