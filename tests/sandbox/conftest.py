"""A sandbox of its own for every test, and an app that is served beside it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from sandbox.seeding import workspace
from sandbox.server import Server, serve
from tests.sandbox.page import Page
from tests.sandbox.probe import Probe, equip

MANIFEST = Path(__file__).parent / "manifest.yaml"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server() -> Iterator[Server]:
    built = workspace(manifest=MANIFEST, machine=time.time, salt="T", secret="probe")
    running = serve(built)
    yield running
    running.stop()


@pytest.fixture
def page(server: Server) -> Iterator[Page]:
    hands = Page(server.url)
    yield hands
    hands.close()


@pytest.fixture
def slack(server: Server) -> WebClient:
    """The official client with the app's bot token; it never retries by itself."""
    token = server.workspace.app.bot_token
    return WebClient(token=token, base_url=f"{server.url}/api/", retry_handlers=[])


@pytest.fixture
def admin(server: Server) -> WebClient:
    """The official client with every scope, for setting a scene."""
    token = server.workspace.app.setup_token
    return WebClient(token=token, base_url=f"{server.url}/api/", retry_handlers=[])


@pytest.fixture
def probe(server: Server) -> Iterator[Probe]:
    """A Bolt app over HTTP."""
    app = Probe(server)
    equip(app)
    yield app.over_http()
    app.stop()


@pytest.fixture
def socket_probe(server: Server) -> Iterator[Probe]:
    """The same app in Socket Mode."""
    app = Probe(server)
    equip(app)
    yield app.over_sockets()
    app.stop()
