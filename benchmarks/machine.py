"""The machine that the figures come from, and what its processes and its disk cost."""

import os
import platform
import sqlite3
import time
from pathlib import Path
from statistics import median

TICKS = os.sysconf("SC_CLK_TCK")
FSYNCS = 200
APPENDED = b"x" * 512


def described() -> dict[str, str]:
    """What a reader needs to compare our figures with their own."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }


def fsync_seconds(place: Path) -> float:
    """The median time that a small append to a file takes to reach this disk."""
    file = place / "fsync.probe"
    took = []
    with file.open("wb", buffering=0) as out:
        for _ in range(FSYNCS):
            out.write(APPENDED)
            began = time.perf_counter()
            os.fsync(out.fileno())
            took.append(time.perf_counter() - began)
    file.unlink()
    return median(took)


def cpu_seconds(process: int) -> float:
    """Of a process with all its threads, since its start; Linux only."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_megabytes(process: int) -> float:
    """What the process holds in memory now; Linux only."""
    return _megabytes(process, "VmRSS:")


def peak_megabytes(process: int) -> float:
    """The most that it ever held; Linux only."""
    return _megabytes(process, "VmHWM:")


def _megabytes(process: int, name: str) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell how much memory a process holds")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
