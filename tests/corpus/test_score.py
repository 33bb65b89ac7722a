"""The shipped reader on the tuning part, and the score itself on texts counted by hand."""

from bot.reading import FoundWait
from corpus.reading import part, read
from corpus.scoring import score
from corpus.texts import Label, Text

TEXT = Text("t-1", "en", "wait", "Docs done. Waiting on legal", "", (Label(11, 27, "other", ()),))
QUIET = Text("t-2", "en", "none", "No blockers", "", ())


def wait(text: Text, start: int, end: int) -> FoundWait:
    return FoundWait(start, end, text.text[start:end], "other", ("legal",), 0.9, ())


def test_a_found_wait_is_right_by_the_words_that_it_shares() -> None:
    total = score([TEXT, QUIET], {"t-1": [wait(TEXT, 11, 27)], "t-2": []})
    assert (total.messages.f1, total.spans.f1, total.macro, total.false_alarms) == (1, 1, 1, 0)
    assert total.whom.wrong == 1


def test_words_beside_the_wait_and_a_wait_out_of_nothing_count_against() -> None:
    total = score([TEXT, QUIET], {"t-1": [wait(TEXT, 0, 9)], "t-2": [wait(QUIET, 0, 11)]})
    assert (total.spans.right, total.spans.wrong, total.spans.missed) == (0, 2, 1)
    assert total.false_alarms == 1
    assert [name for name, _, _ in total.errors] == ["false alarm: none"]


def test_what_it_was_taught_is_read_well() -> None:
    texts = part("tune")
    total = score(texts, read(texts))
    assert total.messages.f1 > 0.90
    assert total.false_alarms < 0.03
    assert total.spans.f1 > 0.85
