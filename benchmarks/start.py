"""How soon a bot is ready, and what it holds in memory while nothing happens."""

import os
import subprocess
import sys
import time
from statistics import median

from benchmarks.databases import Database
from benchmarks.figures import Figure, at_most
from benchmarks.machine import resident_megabytes
from benchmarks.processes import HOME, a_bot, a_slack

MOST_SECONDS = 1.5
MOST_MEGABYTES = 50.0
IDLE_SECONDS = 5.0
IMPORTS = "import main, uvloop; print(flush=True); input()"


def measure(database: Database, *, rounds: int) -> list[Figure]:
    """Each start finds its database migrated and its workspace known."""
    url = database.new()
    took, idle = [], []
    with a_slack() as slack:
        with a_bot(slack, url):
            pass
        for _ in range(rounds):
            with a_bot(slack, url) as bot:
                took.append(bot.took)
                time.sleep(IDLE_SECONDS)
                idle.append(resident_megabytes(bot.process))
    imports = _imports_alone()
    return [
        at_most(
            "warm start until /readyz answers 200",
            median(took),
            MOST_SECONDS,
            unit=" s",
            beside=f"of {rounds}, the slowest {max(took):.2f} s",
        ),
        at_most(
            "memory of the idle bot over that of its imports alone",
            median(idle) - imports,
            MOST_MEGABYTES,
            unit=" MB",
            beside=f"{median(idle):.0f} MB over {imports:.0f} MB resident",
        ),
    ]


def _imports_alone() -> float:
    """Megabytes of a process that imported what the bot imports, and did nothing else."""
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTS],
        cwd=HOME,
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        held = resident_megabytes(process.pid)
        process.communicate("\n")
    return held
