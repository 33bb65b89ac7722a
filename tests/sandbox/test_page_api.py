"""What each person may see, hear and do on the page."""

import json
import re
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as some
from slack_sdk import WebClient

from sandbox.server import Server
from tests.sandbox.page import Json, Page


def conversations(page: Page, who: str) -> dict[str, Json]:
    found = page.get("/ui/state", **{"as": who})["conversations"]
    return {entry["name"] or "+".join(entry["with"]): entry for entry in found}


def test_the_team_is_believable(page: Page) -> None:
    people = page.get("/ui/people")
    employees = [p for p in people if not (p["is_bot"] or p["is_guest"] or p["is_outsider"])]
    assert len(employees) == 8
    assert len({person["tz"] for person in employees}) == 4
    assert [p["name"] for p in people if p["is_guest"]] == ["ines"]
    assert [p["name"] for p in people if p["is_outsider"]] == ["oren"]


def test_members_see_their_channels_and_direct_messages(page: Page) -> None:
    assert set(conversations(page, "U0ANA")) >= {"ds-team", "ml-platform", "churn-model", "U0APP"}
    assert "churn-model" not in conversations(page, "U0DANA")
    assert conversations(page, "U0BEN")["ml-platform"]["is_member"] is False


def test_guests_and_outsiders_see_only_where_they_are(page: Page) -> None:
    assert set(conversations(page, "U0INES")) == {"ds-team", "U0APP"}
    assert set(conversations(page, "U0OREN")) == {"ml-platform"}
    assert page.get("/ui/state", **{"as": "U0OREN"})["commands"] == []


def test_the_page_learns_commands_and_a_line_to_begin_with(page: Page) -> None:
    state = page.get("/ui/state", **{"as": "U0ANA"})
    assert [c["command"] for c in state["commands"]] == ["/echo", "/raw"]
    assert state["prepared"].startswith("/blocked waiting on ETL changes")
    assert state["app"]["user_id"] == "U0APP"


def test_a_private_channel_cannot_be_read_by_others(page: Page) -> None:
    page.says("U0ANA", "secret", channel="C0CHURN")
    answer = page.get("/ui/messages", **{"as": "U0DANA"}, channel="C0CHURN")
    assert answer["error"] == "channel_not_found"
    assert page.says("U0DANA", "x", channel="C0CHURN")["error"] == "not_in_channel"


def test_messages_are_unread_until_they_are_read(page: Page) -> None:
    page.says("U0ANA", "hello")
    said = page.says("U0ANA", "and you, @ben?")
    ben = conversations(page, "U0BEN")["ds-team"]
    assert (ben["unread"], ben["mentions"]) == (2, 1)
    assert conversations(page, "U0ANA")["ds-team"]["unread"] == 0
    page.post("/ui/read", **{"as": "U0BEN"}, channel="C0DSTEAM", ts=said["ts"])
    assert conversations(page, "U0BEN")["ds-team"]["unread"] == 0


def test_older_messages_are_fetched_by_page(page: Page) -> None:
    for number in range(5):
        page.says("U0ANA", str(number))
    newest = page.get("/ui/messages", **{"as": "U0BEN"}, channel="C0DSTEAM", limit=2)
    assert [m["text"] for m in newest["messages"]] == ["3", "4"]
    assert newest["has_more"]
    before = newest["messages"][0]["ts"]
    older = page.messages("U0BEN", before=before)
    assert [m["text"] for m in older] == ["0", "1", "2"]


def test_a_reply_shows_in_the_thread_and_counts_at_its_parent(page: Page) -> None:
    parent = page.says("U0ANA", "one")["ts"]
    page.says("U0BEN", "two", thread_ts=parent)
    (shown,) = page.messages("U0ANA")
    assert (shown["reply_count"], shown["reply_users"]) == (1, ["U0BEN"])
    assert [m["text"] for m in page.messages("U0ANA", thread_ts=parent)] == ["one", "two"]


def test_a_command_in_a_thread_is_plain_text(page: Page) -> None:
    parent = page.says("U0ANA", "one")["ts"]
    page.says("U0BEN", "/echo x", thread_ts=parent)
    assert page.messages("U0ANA", thread_ts=parent)[1]["text"] == "/echo x"


def test_nobody_speaks_in_an_archived_channel(page: Page) -> None:
    page.post("/sandbox/channels/C0DSTEAM", archived=True)
    assert page.says("U0ANA", "x")["error"] == "is_archived"


def test_group_messages_are_found_again(page: Page) -> None:
    users = ["U0BEN", "U0ELI"]
    first = page.post("/ui/open_dm", **{"as": "U0ANA"}, users=users)
    again = page.post("/ui/open_dm", **{"as": "U0BEN"}, users=["U0ELI", "U0ANA"])
    assert first["channel"] == again["channel"]


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("<!channel> & <@U404> </b>", "&lt;!channel&gt; &amp; &lt;@U404&gt; &lt;/b&gt;"),
        ("<@U0DANA> and <@U0DANA|dana>", "<@U0DANA> and <@U0DANA>"),
        ("@dana's table, @DANA!", "<@U0DANA>'s table, <@U0DANA>!"),
        ("mail dana@dana.example", "mail dana@dana.example"),
        ("@nobody #nowhere", "@nobody #nowhere"),
        ("@here all", "<!here> all"),
        ("`@dana` #ds-team", "`@dana` <#C0DSTEAM|ds-team>"),
        ("see https://a.example/x?y=1&z=2.", "see <https://a.example/x?y=1&amp;z=2>."),
        ("#churn-model", "#churn-model"),
    ],
)
def test_typed_words_become_slacks_escaped_text(page: Page, typed: str, sent: str) -> None:
    page.says("U0DANA", typed)
    assert page.texts("U0DANA") == [sent]


@pytest.fixture(scope="module")
def lasting() -> Iterator[Page]:
    """One sandbox for many examples."""
    import time

    from sandbox.seeding import workspace
    from sandbox.server import serve
    from tests.sandbox.conftest import MANIFEST

    with serve(workspace(manifest=MANIFEST, machine=time.time, salt="L", secret="x")) as server:
        hands = Page(server.url)
        yield hands
        hands.close()


@given(text=some.text(alphabet="<>&!@#|^subteam chanel`:/U0DANA.\n", min_size=1, max_size=60))
def test_no_typed_text_makes_markup_of_its_own(lasting: Page, text: str) -> None:
    answer = lasting.says("U0DANA", "x" + text)
    sent = lasting.messages("U0DANA", limit=1)[0]["text"]
    assert answer["ok"]
    for part in sent.split("<")[1:]:
        assert re.match(r"@U0[A-Z]+>|#C0DSTEAM\||!here>|!channel>|http", part), sent


class Listener:
    """Keeps what a person's page hears."""

    def __init__(self, server: Server, who: str) -> None:
        self.heard: list[Json] = []
        self._open = threading.Event()
        self._thread = threading.Thread(target=self._listen, args=(server.url, who), daemon=True)
        self._thread.start()
        assert self._open.wait(5)

    def _listen(self, url: str, who: str) -> None:
        with httpx.stream("GET", f"{url}/ui/stream", params={"as": who}, timeout=30) as lines:
            for line in lines.iter_lines():
                self._open.set()
                if line.startswith("data: "):
                    self.heard.append(json.loads(line[6:]))

    def kinds(self) -> list[Any]:
        return [event["type"] for event in self.heard]

    def join(self) -> None:
        self._thread.join(5)
        assert not self._thread.is_alive()


def test_the_stream_tells_each_person_what_is_theirs(
    server: Server, page: Page, slack: WebClient
) -> None:
    ana, dana = Listener(server, "U0ANA"), Listener(server, "U0DANA")
    page.says("U0ANA", "secret", channel="C0CHURN")
    posted = slack.chat_postMessage(channel="C0DSTEAM", text="Hello")
    slack.chat_update(channel="C0DSTEAM", ts=posted["ts"], text="Bye")
    slack.chat_postEphemeral(channel="C0DSTEAM", user="U0DANA", text="for Dana")
    slack.chat_delete(channel="C0DSTEAM", ts=posted["ts"])
    page.says("U0DANA", "/nothing")
    page.post("/clock/turn", to="+1h")
    server.stop()
    ana.join()
    dana.join()
    assert ana.kinds() == ["message", "message", "changed", "deleted", "clock"]
    assert dana.kinds() == ["message", "changed", "ephemeral", "deleted", "notice", "clock"]
    assert dana.heard[2]["message"]["text"] == "for Dana"
