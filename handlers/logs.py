"""Logs: one event a line, ids only; no message text, token, secret or response address, ever."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

_SECRETS = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|https://hooks\.slack[^\s\"']*"
    r"|gh[opsu]_\w+|github_pat_\w+|gl[a-z]+-[\w-]{20,}"
    r"|wss?://[^\s\"']*|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
)
# They print tokens and whole payloads when asked for details, so they are never asked.
_CHATTY = ("slack_bolt", "slack_sdk", "aiohttp", "httpx", "httpcore", "websockets", "urllib3")


def set_up(*, level: str, form: str, out: TextIO = sys.stderr) -> None:
    """`form` is console or json."""
    last: Processor = (
        structlog.dev.ConsoleRenderer(colors=out.isatty())
        if form == "console"
        else structlog.processors.JSONRenderer()
    )
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        _where_it_failed,
        _hide_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level.upper()),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns that it was given a client beside the token in the environment, which is meant.
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "apscheduler", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _where_it_failed(
    logger: Any, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Of an exception only its class and its lines: its words may be somebody's text."""
    trouble = event.pop("exc_info", None)
    if trouble is True:
        trouble = sys.exc_info()[1]
    elif isinstance(trouble, tuple):
        trouble = trouble[1]
    if isinstance(trouble, BaseException):
        frames = traceback.extract_tb(trouble.__traceback__)
        event["error"] = type(trouble).__name__
        event["at"] = " < ".join(
            f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}:{frame.name}"
            for frame in reversed(frames[-6:])
        )
    return event


def _hide_secrets(
    logger: Any, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str) and name not in ("level", "timestamp"):
            event[name] = _SECRETS.sub("(hidden)", value)
    return event
