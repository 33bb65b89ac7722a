"""Windows in which people sit: each a browser context of its own, looking at one sandbox."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

from sandbox.server import Server

PATIENCE = 8_000  # milliseconds
READY = "body[data-stream=open] :is([data-composer], .foot)"

Opens = Callable[..., Page]


@contextmanager
def windows(browser: Browser, server: Server) -> Iterator[Opens]:
    """`opens("dana", at="C0DSTEAM")` gives the window in which Dana looks at that conversation.

    Further options go to the browser's context. Whatever the page's scripts complain about in
    any of the windows fails the test in the end.
    """
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def opens(who: str, *, at: str = "", **options: Any) -> Page:
        context = browser.new_context(base_url=server.url, **options)
        contexts.append(context)
        window = context.new_page()
        window.set_default_timeout(PATIENCE)
        _listen(window, complaints)
        window.goto(f"/?as={who}#{at}")
        window.wait_for_selector(READY)
        return window

    yield opens
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(window: Page, complaints: list[str]) -> None:
    def wrong(error: Error) -> None:
        complaints.append(str(error))

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    window.on("pageerror", wrong)
    window.on("console", said)
