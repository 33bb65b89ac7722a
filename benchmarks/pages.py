"""Pages that keep what was measured: each section between two marks, the words around it stay."""

from collections.abc import Iterable
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def keep(page: str, section: str, lines: Iterable[str]) -> None:
    """Write the section anew. Raises ValueError where the page has no marks for it."""
    path = DOCS / page
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    before, opened, rest = path.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"{page} has no section {section}")
    path.write_text(before + "\n".join([begin, *lines, end]) + after, encoding="utf-8")
