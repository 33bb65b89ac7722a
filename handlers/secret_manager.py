"""Google's Secret Manager: reads a secret for a setting that holds the secret's name."""

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any

METADATA_HOST = "metadata.google.internal"
SECRETS_HOST = "secretmanager.googleapis.com"
PATIENCE_SECONDS = 10
_NAME = re.compile(r"projects/[^/\s]+/secrets/[^/\s]+/versions/[^/\s]+")
_TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token"  # noqa: S105 - an address


class SecretUnread(Exception):
    """The text says why; never what was read."""


def names_a_secret(value: str) -> bool:
    """No token and no database address looks like the full name of a secret's version."""
    return _NAME.fullmatch(value) is not None


def read_secret(
    name: str,
    *,
    metadata: HTTPConnection | None = None,
    secrets: HTTPConnection | None = None,
) -> str:
    """What is kept under a name, with the rights of the machine we run on. Raises SecretUnread."""
    metadata = metadata or HTTPConnection(METADATA_HOST, timeout=PATIENCE_SECONDS)
    secrets = secrets or HTTPSConnection(SECRETS_HOST, timeout=PATIENCE_SECONDS)
    try:
        token = _ask(metadata, _TOKEN, {"Metadata-Flavor": "Google"})["access_token"]
        found = _ask(secrets, f"/v1/{name}:access", {"Authorization": f"Bearer {token}"})
        return b64decode(found["payload"]["data"], validate=True).decode()
    except (OSError, HTTPException) as trouble:
        raise SecretUnread(f"Google does not answer ({type(trouble).__name__})") from None
    except (KeyError, TypeError, ValueError):
        raise SecretUnread("Google's answer can't be read") from None


def _ask(host: HTTPConnection, path: str, headers: Mapping[str, str]) -> Any:
    host.request("GET", path, headers=dict(headers))
    answer = host.getresponse()
    body = answer.read()
    host.close()
    if answer.status != 200:
        raise SecretUnread(f"Google says {answer.status} {answer.reason}")
    return json.loads(body)
