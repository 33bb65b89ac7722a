"""What goes over the wire: JSON objects, Slack's errors, and how a request is read."""

import json
from typing import Any, cast
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse

Json = dict[str, Any]


class SlackError(Exception):
    """An `ok: false` answer; `more` is what Slack adds to it (needed, provided, messages)."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more

    def body(self) -> Json:
        return {"ok": False, "error": self.code, **self.more}


class JsonAnswer(JSONResponse):
    """Any text survives in it, lone surrogates too."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content).encode()


async def read_args(request: Request) -> Json:
    """The arguments of a call from the query and a form or JSON body; the body wins."""
    args: Json = dict(request.query_params)
    body = await request.body()
    if body:
        args.update(_body_args(body, request.headers.get("content-type", "")))
    return args


async def read_json(request: Request) -> Json:
    """A JSON object body, empty when there is none; raises SlackError("invalid_json")."""
    body = await request.body()
    return _object(body) if body else {}


def _body_args(body: bytes, content_type: str) -> Json:
    if content_type.startswith("application/json"):
        return _object(body)
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except UnicodeDecodeError as error:
        raise SlackError("invalid_form_data") from error


def _object(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError as error:
        raise SlackError("invalid_json") from error
    if not isinstance(found, dict):
        raise SlackError("json_not_object")
    return cast(Json, found)


def decoded(value: Any) -> Any:
    """A nested argument: already a value, or JSON text as form bodies carry it."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise SlackError("invalid_arguments") from error


def truth(value: Any, *, default: bool = False) -> bool:
    """A flag as clients send it: true, "true", 1, "1"."""
    if value is None or value == "":
        return default
    return value is True or str(value).lower() in {"1", "true"}
