"""A browser, a sandbox with an app beside it, and windows in which people sit."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from slack_sdk import WebClient

from sandbox.seeding import workspace
from sandbox.server import Server, serve
from tests.browser.windows import Opens, windows
from tests.sandbox.probe import Probe, equip

MANIFEST = Path(__file__).parent.parent / "sandbox" / "manifest.yaml"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The page must need nothing but its own server, so nothing else has an address here.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Only for this package: an open sync Playwright keeps a loop running in this thread."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: the page is not tried in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def server() -> Iterator[Server]:
    built = workspace(manifest=MANIFEST, machine=time.time, salt="T", secret="probe")
    running = serve(built)
    yield running
    running.stop()


@pytest.fixture
def probe(server: Server) -> Iterator[Probe]:
    """The app of the workspace."""
    app = Probe(server)
    equip(app)
    yield app.over_http()
    app.stop()


@pytest.fixture
def slack(server: Server) -> WebClient:
    """The app's own client."""
    token = server.workspace.app.bot_token
    return WebClient(token=token, base_url=f"{server.url}/api/", retry_handlers=[])


@pytest.fixture
def opens(browser: Browser, server: Server) -> Iterator[Opens]:
    with windows(browser, server) as open_as:
        yield open_as
