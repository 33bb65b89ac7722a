"""The pages that keep figures: each part that is measured has its section, and only one."""

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.pages import keep
from tests.house import reading

SECTIONS = [("docs/benchmarks.md", name) for name in PARTS] + [
    ("docs/reader.md", "score"),
    ("docs/notifications.md", "spring"),
    ("docs/notifications.md", "autumn"),
]


@pytest.mark.parametrize(("page", "section"), SECTIONS)
def test_each_section_has_its_marks_once_and_in_order(page: str, section: str) -> None:
    text = reading.text(page)
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    assert (text.count(begin), text.count(end)) == (1, 1)
    assert text.index(begin) < text.index(end)


def test_a_section_that_no_page_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no section"):
        keep("benchmarks.md", "nowhere", [])
