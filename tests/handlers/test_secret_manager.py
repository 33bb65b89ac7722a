"""Secret Manager: a secret is read with the machine's own rights, over two plain requests."""

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from handlers.secret_manager import SecretUnread, names_a_secret, read_secret

NAME = "projects/northwind/secrets/slack-bot-token/versions/latest"


class Google(ThreadingHTTPServer):
    """Both of Google's addresses in one: gives a token, and for that token the secret."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.answer = json.dumps({"payload": {"data": b64encode(b"xoxb-secret").decode()}})
        self.status = 200

    def line(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.server_port, timeout=5)


class _Answers(BaseHTTPRequestHandler):
    server: Google

    def do_GET(self) -> None:
        if self.path.startswith("/computeMetadata/"):
            self._say(200 if self.headers["Metadata-Flavor"] else 403, '{"access_token": "ya29"}')
        elif self.path == f"/v1/{NAME}:access" and self.headers["Authorization"] == "Bearer ya29":
            self._say(self.server.status, self.server.answer)
        else:
            self._say(404, "{}")

    def _say(self, status: int, body: str) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Nothing: a test's output is for the test."""


@pytest.fixture
def google() -> Iterator[Google]:
    server = Google()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_secret_is_read(google: Google) -> None:
    assert read_secret(NAME, metadata=google.line(), secrets=google.line()) == "xoxb-secret"


@pytest.mark.parametrize(
    ("status", "answer", "why"),
    [
        (403, "{}", "Google says 403 Forbidden"),
        (404, "{}", "Google says 404 Not Found"),
        (200, "not json", "can't be read"),
        (200, '{"payload": {}}', "can't be read"),
        (200, '{"payload": {"data": "***"}}', "can't be read"),
        (200, "[]", "can't be read"),
    ],
)
def test_why_it_could_not_be_read_is_said(
    google: Google, status: int, answer: str, why: str
) -> None:
    google.status, google.answer = status, answer
    with pytest.raises(SecretUnread, match=why):
        read_secret(NAME, metadata=google.line(), secrets=google.line())


def test_nobody_at_googles_address_is_said_too(google: Google) -> None:
    nobody = HTTPConnection("127.0.0.1", 1, timeout=1)
    with pytest.raises(SecretUnread, match="does not answer"):
        read_secret(NAME, metadata=nobody, secrets=google.line())


@pytest.mark.parametrize(
    "value",
    ["xoxb-1-2-abc", "postgresql://u:p@h/projects/x/secrets/y/versions/1", "projects/p", ""],
)
def test_a_value_is_not_taken_for_a_name(value: str) -> None:
    assert not names_a_secret(value)
    assert names_a_secret(NAME)
