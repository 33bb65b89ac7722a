"""Deliveries that Slack would not make by itself: double, late, changed and forged ones."""

from sandbox import payloads
from sandbox.deliveries import Forgery
from sandbox.outcome import COMMAND, EVENT, INTERACTIVE, OPTIONS, Delivery, Outcome
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace

KINDS = (COMMAND, INTERACTIVE, OPTIONS, EVENT)


async def deliver(ws: Workspace, body: Json) -> Json:
    """{"record": N} again, or {"kind", "payload"} anew; {status, answer, error} of the app.

    `headers`, `raw` (a body as it is) and `timestamp` forge; `attempt` and `reason` make it a
    retry; {"event": {...}} is an event's inner part, put into its envelope here.
    """
    outcome = await ws.deliveries.send(
        _delivery(ws, body),
        attempt=int(body.get("attempt") or 0),
        reason=str(body.get("reason") or "http_timeout"),
        forgery=_forgery(body),
    )
    return _told(outcome)


async def verify(ws: Workspace) -> bool:
    """Ask the request URL for its challenge."""
    challenge = ws.ids.new("challenge").lower()
    payload = {"type": "url_verification", "challenge": challenge}
    payload["token"] = ws.app.verification_token
    outcome = await ws.deliveries.send(Delivery(EVENT, "url_verification", payload))
    said = outcome.body.get("challenge") if isinstance(outcome.body, dict) else outcome.body
    return bool(said == challenge)


def _delivery(ws: Workspace, body: Json) -> Delivery:
    if body.get("record") is not None:
        found = ws.records.deliveries.get(int(body["record"]))
        if not isinstance(found, Delivery):
            raise SlackError("no_such_record")
        return found
    if isinstance(body.get("event"), dict):
        return payloads.event(ws, body["event"], None)
    kind, payload = body.get("kind"), body.get("payload")
    if kind not in KINDS or not isinstance(payload, dict):
        raise SlackError("invalid_delivery")
    return Delivery(kind, str(body.get("name") or payload.get("type") or kind), payload)


def _forgery(body: Json) -> Forgery | None:
    if not {"headers", "raw", "timestamp"} & set(body):
        return None
    timestamp = body.get("timestamp")
    return Forgery(
        headers={str(k).lower(): str(v) for k, v in (body.get("headers") or {}).items()},
        body=body.get("raw"),
        timestamp=None if timestamp is None else float(timestamp),
    )


def _told(outcome: Outcome) -> Json:
    return {
        "ok": outcome.delivered,
        "status": outcome.status,
        "answer": outcome.body,
        "error": outcome.error,
    }
