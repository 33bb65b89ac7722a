"""Keeps every payload that a test made the bot send, for Slack's own types to judge afterwards."""

import json
import os
from pathlib import Path
from typing import Any

from sandbox.server import Server

_NAMES = {"response_url": "response_url", "command": "ack.command", "submission": "ack.view_submission"}


def keep_calls(server: Server) -> None:
    """Append them where PINWHEEL_RECORD_CALLS says; without it nothing is kept."""
    place = os.environ.get("PINWHEEL_RECORD_CALLS")
    if not place:
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with (Path(place) / f"calls-{worker}.jsonl").open("a", encoding="utf-8") as file:
        for entry in server.workspace.records.entries:
            if (method := _method(entry)) and isinstance(entry["args"], dict):
                file.write(json.dumps({"method": method, "args": entry["args"]}) + "\n")


def _method(entry: dict[str, Any]) -> str | None:
    if entry["direction"] == "call":
        return str(entry["method"])
    if entry["direction"] == "response_url":
        return "response_url"
    return None
