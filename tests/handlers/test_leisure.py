"""Leisure: spent in a storm, back in a calm."""

from contextlib import ExitStack

from handlers.leisure import AT_ONCE, SAVED_SECONDS, SHARE, Leisure


class Watch:
    """Seconds that pass only when they are told to."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_storm_uses_it_up_and_a_calm_brings_it_back() -> None:
    watch = Watch()
    leisure = Leisure(watch)
    looks = 0
    for _ in range(1_000):  # each look takes a hundredth of a second, one after the other
        if leisure.there_is():
            looks += 1
            with leisure.spent():
                watch.at += 0.01
        else:
            watch.at += 0.01

    passed = 1_000 * 0.01
    assert abs(looks * 0.01 - (SAVED_SECONDS + SHARE * passed)) <= 0.02

    watch.at += 1.0
    assert leisure.there_is()


def test_no_more_is_saved_up_than_a_little() -> None:
    watch = Watch()
    leisure = Leisure(watch)
    watch.at += 86_400
    assert leisure.there_is()
    with leisure.spent():
        watch.at += 2 * SAVED_SECONDS
    assert not leisure.there_is()


def test_a_crowd_that_comes_at_once_does_not_spend_it_many_times_over() -> None:
    leisure = Leisure(Watch())
    with ExitStack() as looking:
        looks = 0
        for _ in range(64):
            if leisure.there_is():
                looks += 1
                looking.enter_context(leisure.spent())

        assert looks == AT_ONCE
    assert leisure.there_is()
