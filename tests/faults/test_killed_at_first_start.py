"""SIGKILL while the very first start makes the tables: the next start finishes what it began."""

import time
from pathlib import Path
from random import Random

import pytest

from storage.migrate import current, newest
from storage.store import open_store
from tests.faults.conftest import Place
from tests.faults.processes import BotProcess, bugs_in

pytestmark = [pytest.mark.processes, pytest.mark.timeout(600)]


def test_a_first_start_that_is_killed_is_finished_by_the_next(
    place: Place, tmp_path: Path, dice: Random, proof: bool
) -> None:
    usual = _seconds_of_a_first_start(place, tmp_path)
    for number in range(60 if proof else 4):
        url = f"sqlite:///{tmp_path / f'new-{number}.db'}"
        bot = place(url)
        bot.launch()
        time.sleep(dice.uniform(0.0, usual))
        bot.kill()
        bot.start()

        assert _revision(url) == newest()
        assert bugs_in(bot.said()) == []
        bot.close()


def _seconds_of_a_first_start(place: Place, tmp_path: Path) -> float:
    bot: BotProcess = place(f"sqlite:///{tmp_path / 'usual.db'}")
    began = time.monotonic()
    bot.start()
    took = time.monotonic() - began
    bot.close()
    return took


def _revision(url: str) -> str | None:
    store = open_store(url)
    try:
        return current(store.engine)
    finally:
        store.close()
