"""Keeps every payload that a test made the bot send, for Slack's own types to judge afterwards."""

import json
import os
from pathlib import Path
from typing import Any

from sandbox.server import Server
from sandbox.sharing import BRING, DOWNLOAD

_OURS = frozenset({"call", "ack", "response_url"})
_BARE_BYTES = frozenset({BRING, DOWNLOAD})  # of files, at addresses that are no methods of Slack


def keep_calls(server: Server) -> None:
    """Append them where PINWHEEL_RECORD_CALLS says; without it nothing is kept."""
    place = os.environ.get("PINWHEEL_RECORD_CALLS")
    if not place:
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with (Path(place) / f"calls-{worker}.jsonl").open("a", encoding="utf-8") as file:
        for entry in server.workspace.records.entries:
            if _is_ours(entry):
                file.write(json.dumps(_record(entry)) + "\n")


def _record(entry: dict[str, Any]) -> dict[str, Any]:
    """A user group is called only by our own first word, where it answers for a function."""
    record = {"method": entry["method"], "args": entry["args"]}
    is_meant = str(entry["args"].get("text", "")).startswith("<!subteam^")
    return {**record, "broadcast": True} if is_meant else record


def _is_ours(entry: dict[str, Any]) -> bool:
    """What the bot said; not where a fault struck before anybody read it."""
    if entry["direction"] not in _OURS or not isinstance(entry["args"], dict):
        return False
    if entry["method"] in _BARE_BYTES:
        return False
    return entry["direction"] != "response_url" or bool(entry["args"])
