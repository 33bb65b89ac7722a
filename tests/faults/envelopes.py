"""Deliveries in our own hands: sealed as Slack seals them, or not quite."""

import json
from urllib.parse import urlencode

import httpx

from sandbox.deliveries import signature
from sandbox.outcome import COMMAND, EVENT, Delivery
from sandbox.server import Server
from tests.team import Json

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def body_of(delivery: Delivery) -> tuple[bytes, str]:
    """The raw body as Slack sends it, and its content type."""
    if delivery.kind == EVENT:
        return json.dumps(delivery.payload).encode(), JSON
    if delivery.kind == COMMAND:
        return urlencode(delivery.payload, errors="surrogatepass").encode(), FORM
    return urlencode({"payload": json.dumps(delivery.payload)}).encode(), FORM


def sealed(
    slack: Server, body: bytes, content_type: str = FORM, *, ahead: float = 0.0, secret: str = ""
) -> dict[str, str]:
    """The headers of an honest delivery, made so many seconds from now."""
    stamp = str(int(slack.workspace.now() + ahead))
    signing_secret = secret or slack.workspace.app.signing_secret
    return {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature(signing_secret, stamp, body),
    }


def bring(slack: Server, url: str, delivery: Delivery, **headers: str) -> httpx.Response:
    body, content_type = body_of(delivery)
    return httpx.post(
        url,
        content=body,
        headers=sealed(slack, body, content_type) | headers,
        timeout=10,
        trust_env=False,
    )


def last_delivery(slack: Server, name: str) -> Delivery:
    """The newest of that name: a command, an interaction's type or an event's type."""
    records = slack.workspace.records
    for entry in reversed(records.entries):
        if entry["direction"] == "delivery" and entry["method"] == name:
            found: Delivery = records.deliveries[entry["n"]]
            if "bot_id" in found.payload.get("event", {}):
                continue  # our own words, told to us
            return found
    raise AssertionError(f"no {name} was delivered")


def event(slack: Server, inner: Json) -> Delivery:
    """An event in its envelope, with an id of its own."""
    app = slack.workspace.app
    outer: Json = {
        "type": "event_callback",
        "team_id": slack.workspace.team_id,
        "api_app_id": app.app_id,
        "event_id": slack.workspace.ids.new("Ev"),
        "event": inner,
    }
    return Delivery(EVENT, str(inner.get("type")), outer)
