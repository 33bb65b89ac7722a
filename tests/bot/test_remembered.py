"""What is remembered of words: found once, and never more than there is room for."""

from bot.reading.needed import cannot_say
from bot.reading.remembered import Remembered


def test_a_word_is_looked_into_once() -> None:
    looked: list[str] = []

    def find(word: str) -> int:
        looked.append(word)
        return len(word)

    lengths = Remembered(find)
    assert [lengths[word] for word in ("etl", "churn", "etl")] == [3, 5, 3]
    assert looked == ["etl", "churn"]


def test_endless_words_do_not_fill_the_memory() -> None:
    lengths = Remembered(len)
    for number in range(50_000):
        assert lengths[str(number)] == len(str(number))
    assert len(lengths) < 20_000


def test_a_pattern_is_left_out_only_where_it_cannot_match() -> None:
    assert cannot_say("GPU quota for run 7", "since")
    assert not cannot_say("stuck SINCE Monday", "since")
    assert not cannot_say("ſtuck ſince Monday", "since")  # a pattern takes the long s for an s
