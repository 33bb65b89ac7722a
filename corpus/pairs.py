"""The score of sameness on labelled pairs, and of the actions of `/blocked` lines."""

from pathlib import Path

from bot.lines import parse
from bot.reading.same import sameness
from corpus.scoring import Tally
from corpus.texts import rows_of


def wrong_pairs(path: Path) -> tuple[float, float]:
    """F1 of the pairs called the same, and how many of the different ones were."""
    tally, different = Tally(), 0
    for row in rows_of(path):
        called = sameness(row["a"], row["b"]).same
        different += not row["same"]
        tally.right += called and row["same"]
        tally.wrong += called and not row["same"]
        tally.missed += row["same"] and not called
    return tally.f1, tally.wrong / different if different else 0.0


def wrong_lines(path: Path) -> float:
    """How many lines got the labelled action, as `pinwheel detect --commands` reads them."""
    rows = rows_of(path)
    right = [parse(row["text"], exists=None).action == row["action"] for row in rows]
    return right.count(True) / len(rows)
