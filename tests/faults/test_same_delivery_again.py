"""The same delivery twice, late, and on both processes at once: one effect, the same answer."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import httpx
import pytest

from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.envelopes import bring, last_delivery
from tests.faults.judge import gathered, verdict
from tests.faults.load import Deed, Patient
from tests.faults.settling import Hours

pytestmark = [pytest.mark.processes]

AT_ONCE = 8
NAMES = {
    "command": "/blocked",
    "form": "view_submission",
    "click": "block_actions",
    "dm": "message",
    "mention": "app_mention",
}


class People(Patient):
    """Each does one thing, once; what must come before it is heard by `url`."""

    def do(self, flow: str, *, url: str, heard: bool) -> Deed:
        nonce = f"nonce{list(NAMES).index(flow):010}"
        words = f"waiting on ETL changes for {nonce}"
        deliveries = self.server.workspace.deliveries
        deliveries.request_url = url
        self.says("ana", "/blocked waiting on the grain silo")  # so that they are known
        if flow in ("click", "form"):
            self.says("ana", f"/blocked {words}" if flow == "click" else "/blocked")
        if not heard:
            deliveries.request_url = None
        if flow == "command":
            self.says("ana", f"/blocked {words}")
        elif flow == "form":
            self.fills("ana", words=words)
        elif flow == "click":
            self.clicks("ben", "Resolved", on=nonce)
        elif flow == "dm":
            self.says("ana", f"blocked {words}", to="dm")
        else:
            self.says("ana", f"<@{self.server.workspace.app.user_id}> blocked {words}")
        deliveries.request_url = url
        return Deed(flow, nonce, "ana", "C0DSTEAM")


@pytest.fixture
def people(slack: Server) -> Iterator[People]:
    them = People(slack)
    yield them
    them.close()


@pytest.mark.parametrize("flow", NAMES)
def test_a_late_repetition_changes_nothing_and_is_answered_alike(
    slack: Server, database_url: str, hours: Hours, place: Place, people: People, flow: str
) -> None:
    bot = place(database_url).start()
    deed = people.do(flow, url=bot.slack_url, heard=True)
    again = last_delivery(slack, NAMES[flow])
    first = said(bring(slack, bot.slack_url, again))
    second = said(bring(slack, bot.slack_url, again, **{"x-slack-retry-num": "1"}))
    bot.kill()
    hours.bury()
    bot.start()
    hours.clock.passes(minutes=5)
    assert first == second == said(bring(slack, bot.slack_url, again))
    hours.clock.passes(hours=24)
    assert bring(slack, bot.slack_url, again).status_code == 200

    hours.settle(database_url)
    assert verdict(gathered(slack, database_url, [deed])) == []


@pytest.mark.postgres
@pytest.mark.parametrize("flow", NAMES)
def test_both_processes_at_once_have_one_effect(
    slack: Server, postgres_url: str, hours: Hours, place: Place, people: People, flow: str
) -> None:
    bots = [place(postgres_url).start(), place(postgres_url).start()]
    deed = people.do(flow, url=bots[0].slack_url, heard=False)
    knock = last_delivery(slack, NAMES[flow])
    urls = cycle([bot.slack_url for bot in bots])
    with ThreadPoolExecutor(AT_ONCE) as slack_everywhere:
        knocking = [
            slack_everywhere.submit(bring, slack, next(urls), knock) for _ in range(AT_ONCE)
        ]
        answers = [said(one.result()) for one in knocking]
    assert len(set(answers)) == 1, "\n".join(map(str, set(answers)))
    assert answers[0][0] == 200

    hours.settle(postgres_url)
    assert verdict(gathered(slack, postgres_url, [deed])) == []


def said(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.text
