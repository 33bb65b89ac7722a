"""Payloads: what Slack wrote into a request, read by us, because Bolt trips over some of it.

Bolt takes a command whose text contains the word "payload" for an empty one, and ends in an error
of its own where a body is no JSON, no object, or nested too deep to be read.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_plus

from slack_bolt.request.async_request import AsyncBoltRequest

from handlers.guard import TurnedAway

_JSON = "application/json"
_BROKEN = re.compile("[\x00\ud800-\udfff]")
_NOT_SLACKS = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


def request_of(body: bytes, *, query: str, headers: Mapping[str, str]) -> AsyncBoltRequest:
    """As Bolt dispatches it. Raises TurnedAway(400) when nobody could read it."""
    try:
        # Bolt parses by itself what it is told came by HTTP, and only that; nothing else differs.
        return AsyncBoltRequest(
            body=_parsed(body.decode(), headers.get("content-type", "")),
            query=query,
            headers=dict(headers),
            mode="socket_mode",
        )
    except _NOT_SLACKS:
        raise TurnedAway(400, "unreadable") from None


def keepable(payload: Any) -> Any:
    """The same, without the characters that no database keeps: NUL, and halves of surrogates."""
    if isinstance(payload, str):
        return _BROKEN.sub("\N{REPLACEMENT CHARACTER}", payload)
    if isinstance(payload, list):
        return [keepable(one) for one in payload]
    if isinstance(payload, dict):
        return {keepable(name): keepable(value) for name, value in payload.items()}
    return payload


def _parsed(text: str, content_type: str) -> dict[str, Any]:
    if content_type.partition(";")[0].strip().lower() == _JSON:
        return _object(text)
    fields = _fields(text)
    if "payload" in fields:
        return _object(fields["payload"])
    if _BROKEN.search("".join((*fields, *fields.values()))):
        fields = keepable(fields)
    return fields


def _fields(text: str) -> dict[str, Any]:
    """Of a form, as a browser sends it. Raises ValueError when it is none."""
    fields: dict[str, Any] = {}
    for name, is_field, value in (one.partition("=") for one in text.split("&")):
        if not is_field:
            raise ValueError("no form")
        fields[_unquoted(name)] = _unquoted(value)
    return fields


def _unquoted(text: str) -> str:
    return unquote_plus(text) if "%" in text or "+" in text else text


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise TypeError("no object")
    kept: dict[str, Any] = keepable(found)
    return kept
