"""Serves a double in a thread of its own, at an address of this machine."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextmanager
def served(app: ASGIApp, port: int) -> Iterator[str]:
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        date_header=False,  # a double says itself what time it is there
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=_run, args=(server,), daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    try:
        yield f"http://localhost:{port}"
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(10)


def _run(server: uvicorn.Server) -> None:
    with asyncio.Runner() as runner:
        runner.run(server.serve())
