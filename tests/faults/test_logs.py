"""A whole story at debug level, with faults: no secret and nobody's words in what is logged."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import make_url

from sandbox.faults import Fault
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.load import Patient
from tests.faults.settling import Hours
from tests.postgres import Postgres
from tests.team import PEOPLE

pytestmark = [pytest.mark.processes, pytest.mark.postgres]

WORDS = "canarywords"
CHANNEL = "canarychannel"
PASSWORD = "canarypassword"
BAD_DAYS = (
    Fault("chat.postMessage", "garbage"),
    Fault("chat.postMessage", "status", status=500),
    Fault("chat.update", "close_after"),
    Fault("users.info", "error", error="internal_error"),
    Fault("views.open", "error", error="expired_trigger_id"),
    Fault("response_url", "status", status=500),
)


@pytest.fixture
def people(slack: Server) -> Iterator[Patient]:
    used = Patient(slack)
    yield used
    used.close()


@pytest.fixture
def address(postgres: Postgres, postgres_url: str) -> str:
    """With a password, which the server does not ask for."""
    if make_url(postgres_url).password:
        return postgres_url
    return make_url(postgres_url).set(password=PASSWORD).render_as_string(hide_password=False)


@pytest.mark.parametrize("sockets", [False, True], ids=["http", "sockets"])
def test_nothing_that_is_not_for_the_log_is_in_it(
    slack: Server, address: str, hours: Hours, place: Place, people: Patient, sockets: bool
) -> None:
    bot = place(address, sockets=sockets, by_command=True, log_level="debug").start()
    members = [PEOPLE["ana"], PEOPLE["ben"], slack.workspace.app.user_id]
    private = people.controls("channels", name=CHANNEL, private=True, members=members)["id"]
    for fault in (None, *BAD_DAYS):
        if fault is not None:
            slack.workspace.faults.add(fault)
        hours.clock.passes(minutes=1)  # a channel takes few messages at one moment
        a_story(people, private)
    people.controls("channels/" + private, archived=True)
    people.says("ana", f"/blocked {WORDS} at last", to="dm")
    people.controls("revoke")
    people.says("ana", f"/blocked {WORDS} too late", to="dm")
    hours.clock.passes(minutes=5)
    bot.terminate()
    assert bot.ends(within=25) == 0

    log = bot.said()
    assert "letter.carried" in log, "it was not silent either"
    assert [word for word in forbidden(slack, address) if word in log] == []
    assert re.findall(r"xox[a-z]-|xapp-|/response/|/socket/", log) == []


def a_story(people: Patient, channel: str) -> None:
    people.says("ana", f"/blocked {WORDS} from @ben", to=channel)
    people.says("ben", f"blocked {WORDS} in a message", to="dm")
    people.says("ana", f"/blocked resolve 1 {WORDS} fixed it", to=channel)
    people.says("ana", "/blocked", to=channel)
    for view in people.sees("/ui/state", "ana")["views"]:
        people.fills("ana", words=f"{WORDS} in a form")
        people.acts("/ui/close", "ana", view_id=view["id"], all=True)
    people.says("ana", f"/blocked {WORDS} " + "x" * 3000, to=channel)
    people.clicks("ben", "I can help", on=WORDS, at=channel)


def forbidden(slack: Server, address: str) -> list[str]:
    app = slack.workspace.app
    password = make_url(address).password
    return [app.bot_token, app.app_token, app.signing_secret, WORDS, CHANNEL, str(password)]
