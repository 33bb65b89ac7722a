"""What Slack did not send, or no program could read: refused, without a row, a call or a trace."""

from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from sandbox.server import Server
from storage.schema import metadata, processes
from storage.store import open_store
from storage.transaction import Transaction
from tests.faults.conftest import Place
from tests.faults.envelopes import FORM, JSON, sealed
from tests.faults.processes import BotProcess, bugs_in

pytestmark = [pytest.mark.processes]

A_LINE = b"command=%2Fblocked&text=hello&trigger_id=1.2.3&user_id=U0ANA&channel_id=C0DSTEAM"
MANY = 10_000


@dataclass(frozen=True)
class Forgery:
    """How it differs from what Slack would send, and what it is told."""

    body: bytes = A_LINE
    kind: str = FORM
    status: int = 401
    ahead: float = 0.0
    secret: str = ""
    headers: dict[str, str | bytes | None] = field(default_factory=dict)


STAMP, SIGNATURE = "x-slack-request-timestamp", "x-slack-signature"
DEEP = b'{"a":' * MANY + b"1" + b"}" * MANY
FORGERIES = {
    "another secret": Forgery(secret="not ours"),
    "no signature": Forgery(headers={SIGNATURE: None}),
    "no timestamp": Forgery(headers={STAMP: None}),
    "another scheme": Forgery(headers={SIGNATURE: "v1=" + "0" * 64}),
    "a signature that is too short": Forgery(headers={SIGNATURE: "v0=0"}),
    "a signature that is not ASCII": Forgery(headers={SIGNATURE: "v0=é".encode() + b"0" * 62}),
    "stale": Forgery(ahead=-301),
    "from the future": Forgery(ahead=61),
    "a timestamp that is no number": Forgery(headers={STAMP: "yesterday"}),
    "a timestamp in other digits": Forgery(headers={STAMP: "١٢٣".encode()}),
    "an endless timestamp": Forgery(headers={STAMP: "9" * 400}),
    "too large": Forgery(body=b"x" * (1024 * 1024 + 1), status=413),
    "text that is not UTF-8": Forgery(body=b"command=\xff\xfe", status=400),
    "too deep": Forgery(body=DEEP, kind=JSON, status=400),
    "too deep inside a form": Forgery(body=b"payload=" + DEEP, status=400),
    "no JSON": Forgery(body=b'{"type": "event', kind=JSON, status=400),
    "JSON that is no object": Forgery(body=b"[1, 2]", kind=JSON, status=400),
    "a payload that is no JSON": Forgery(body=b"payload=hello", status=400),
    "a payload that is no object": Forgery(body=b"payload=5", status=400),
    "nothing": Forgery(body=b"", status=400),
}


@pytest.fixture
def bot(place: Place, database_url: str) -> BotProcess:
    return place(database_url, log_level="debug").start()


@pytest.mark.parametrize("name", FORGERIES)
def test_it_is_turned_away(slack: Server, database_url: str, bot: BotProcess, name: str) -> None:
    forgery = FORGERIES[name]
    rows, calls = counted(database_url), made_calls(slack)
    assert knock(slack, bot, forgery).status_code == forgery.status
    assert (counted(database_url), made_calls(slack)) == (rows, calls)
    assert bugs_in(bot.said()) == []


def knock(slack: Server, bot: BotProcess, forgery: Forgery) -> httpx.Response:
    honest = sealed(slack, forgery.body, forgery.kind, ahead=forgery.ahead, secret=forgery.secret)
    headers: dict[str, Any] = {**honest, **forgery.headers}
    return httpx.post(
        bot.slack_url,
        content=forgery.body,
        headers={name: value for name, value in headers.items() if value is not None},
        timeout=10,
        trust_env=False,
    )


def counted(database_url: str) -> dict[str, int]:
    """Rows by table, without the sign of life that a process gives by itself."""

    def look(tx: Transaction) -> dict[str, int]:
        tables = [table for table in metadata.sorted_tables if table is not processes]
        counts = [
            select(func.count()).select_from(table).execution_options(everywhere=True)
            for table in tables
        ]
        return {
            table.name: tx.all(count)[0][0] for table, count in zip(tables, counts, strict=True)
        }

    with closing(open_store(database_url)) as store:
        return store.read_now(look)


def made_calls(slack: Server) -> int:
    return sum(entry["direction"] == "call" for entry in slack.workspace.records.entries)
