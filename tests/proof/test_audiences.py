"""Everything said to the bot has a promised audience; nobody else ever reads it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from storage.store import Store
from storage.types import WorkspaceId
from tests.proof.bureau import Bureau, open_quickly
from tests.proof.looking import some_look
from tests.proof.promises import Crowd, gathered, meddle, one_leaves, speak
from tests.running import copied

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
TEXTS = 10_000 if PROOF else 240
ROUND = 40  # texts, after which everybody looks around
MONDAY = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(migrated: Path, tmp_path: Path) -> Iterator[Store]:
    opened = open_quickly(copied(migrated, tmp_path / "pinwheel.db"))
    yield opened
    opened.close()


@pytest.mark.timeout(1_800 if PROOF else 120)
def test_nobody_reads_what_was_not_promised_to_them(store: Store) -> None:
    """In two workspaces whose people and channels bear the same ids."""
    crowds = [
        gathered(Bureau(store, MONDAY, WorkspaceId(f"T0{mark}")), Random(3), mark)
        for mark in ("aa", "bb")
    ]
    for number in range(TEXTS // ROUND):
        for crowd in crowds:
            _live(crowd, number)
    for crowd in crowds:
        assert not crowd.leaks, crowd.leaks[:5]
        assert crowd.read > TEXTS
        assert not [one for one in crowd.bureau.unsaid if one.state != "moot"]
    assert sum(len(crowd.readers) for crowd in crowds) >= TEXTS


def _live(crowd: Crowd, number: int) -> None:
    for _ in range(ROUND // 2):
        speak(crowd)
        meddle(crowd)
    some_look(crowd)
    if number % 60 == 20:
        one_leaves(crowd)
    crowd.bureau.live_for(hours=5)
