"""The shipped weights are what training makes, and what they are worth on writers never read."""

import json
import os

import pytest

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
pytestmark = pytest.mark.skipif(not PROOF, reason="trains the reader many times: `make proof`")

A_STEP = 1  # of rounding, which another machine may take the other way
MODELS = ("wait", "text", "joins", "whom", "function")


@pytest.mark.timeout(600)
def test_the_shipped_weights_are_what_training_makes() -> None:
    from corpus.training import KEPT_AT, shipped

    kept, made = json.loads(KEPT_AT.read_text(encoding="utf-8")), shipped()
    assert kept["levels"] == made["levels"]
    assert kept["functions"] == made["functions"]
    for name in MODELS:
        common = kept[name].keys() & made[name].keys()
        assert len(common) >= 0.99 * max(len(kept[name]), len(made[name]))
        near = [one for one in common if _near(kept[name][one], made[name][one])]
        assert len(near) >= 0.99 * len(common)


def _near(kept: int | list[int], made: int | list[int]) -> bool:
    if isinstance(kept, int) or isinstance(made, int):
        return isinstance(kept, int) and isinstance(made, int) and abs(kept - made) <= A_STEP
    before, after = (dict(zip(one[::2], one[1::2], strict=True)) for one in (kept, made))
    few = 2 * A_STEP + 1  # smaller weights are not kept
    return all(
        abs(before.get(one, 0) - after.get(one, 0)) <= few for one in before.keys() | after.keys()
    )


@pytest.mark.timeout(900)
def test_writers_that_it_never_read_are_read_well_too() -> None:
    from corpus.crossing import by_writer, crossed

    total = crossed(by_writer)
    assert total.messages.f1 > 0.85
    assert total.false_alarms < 0.09
    assert total.spans.f1 > 0.77
    assert total.macro > 0.72
    assert total.whom.f1 > 0.74
