"""SIGKILL at the n-th call to Slack, before and after the deed, for each n of a whole morning."""

import threading
from collections.abc import Callable
from itertools import count

import pytest

from sandbox.faults import Fault
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import gathered, verdict
from tests.faults.load import Deed, Patient, working_channels
from tests.faults.processes import BotProcess, bugs_in, wait_for
from tests.faults.settling import Hours

pytestmark = [pytest.mark.processes, pytest.mark.timeout(900)]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_no_call_is_the_wrong_moment(
    slack: Server, any_database: str, hours: Hours, place: Place, after: bool, proof: bool
) -> None:
    bot = place(any_database).start()
    morning = Morning(slack)
    morning.passes(lambda: None)
    every = 1 if proof or any_database.startswith("sqlite") else 3
    for nth in count(step=every):
        with Ambush(slack, bot, hours, nth=nth, after=after) as ambush:
            morning.passes(ambush.wait)
        if not ambush.struck:
            break
    hours.settle(any_database)

    evidence = gathered(slack, any_database, morning.deeds)
    morning.close()
    print(nth, "calls;", evidence.summary())
    assert nth >= 9, "a morning makes more calls than that"
    assert verdict(evidence) == []
    assert bugs_in(bot.said()) == []


class Morning:
    """A few people at work, one after the other; whoever finds nobody there goes on."""

    def __init__(self, slack: Server) -> None:
        self.deeds: list[Deed] = []
        self._slack = slack
        self._team = Patient(slack)
        self._numbers = count(1)
        self._typing, self._talking, self._filling = working_channels(slack, 3)

    def close(self) -> None:
        self._team.close()

    def passes(self, between: Callable[[], None]) -> None:
        """`between` may make people wait until there is somebody again."""
        for act in (self._types, self._is_helped, self._writes, self._mentions, self._fills):
            act()
            between()

    def _types(self) -> None:
        deed = self._new("command", "ana", self._typing)
        self._team.says("ana", f"/blocked waiting on ETL changes for {deed.nonce}", to=deed.channel)

    def _is_helped(self) -> None:
        """Two clicks, on the newest that is still open."""
        for button in ("I can help", "Resolved"):
            for deed in reversed(self.deeds):
                found = self._team.posts(deed.nonce, at=deed.channel)
                if found and any("On it" in str(one["blocks"]) for one in found):
                    self._team.clicks("dana", button, on=deed.nonce, at=deed.channel)
                    if button == "Resolved":
                        self.deeds.append(Deed("click", deed.nonce, "dana", deed.channel))
                    break

    def _writes(self) -> None:
        deed = self._new("dm", "ben", "dm")
        self._team.says("ben", f"blocked waiting on ETL changes for {deed.nonce}", to="dm")

    def _mentions(self) -> None:
        deed = self._new("mention", "farah", self._talking)
        us = self._slack.workspace.app.user_id
        text = f"<@{us}> blocked waiting on ETL changes for {deed.nonce}"
        self._team.says("farah", text, to=deed.channel)

    def _fills(self) -> None:
        self._team.says("chiara", "/blocked", to=self._filling)
        if self._team.sees("/ui/state", "chiara")["views"]:
            deed = self._new("form", "chiara", self._filling)
            self._team.fills("chiara", words=f"waiting on ETL changes for {deed.nonce}")
            view = self._team.form("chiara")["id"]
            self._team.acts("/ui/close", "chiara", view_id=view, all=True)

    def _new(self, flow: str, person: str, channel: str) -> Deed:
        deed = Deed(flow, f"nonce{next(self._numbers):010}", person, channel)
        self.deeds.append(deed)
        return deed


class Ambush:
    """Kills the bot in the middle of its n-th call from now on, then starts it again."""

    def __init__(
        self, slack: Server, bot: BotProcess, hours: Hours, *, nth: int, after: bool
    ) -> None:
        self.struck = False
        self._faults = slack.workspace.faults
        self._followers = slack.workspace.followers
        self._bot, self._hours = bot, hours
        self._trap = Fault("*", "hang", after=after, skip=nth)
        self._calm = threading.Event()
        self._calm.set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def wait(self) -> None:
        """Until there is a bot again, and what the kill left behind is settled."""
        assert self._calm.wait(60)

    def __enter__(self) -> "Ambush":
        self._faults.add(self._trap)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join(60)
        self._faults.clear()

    def _watch(self) -> None:
        wait_for(lambda: self._over.is_set() or not self._faults.waiting, 120)
        if self._faults.waiting:
            return
        self._calm.clear()
        self.struck = True
        self._bot.kill()
        self._hours.bury()
        self._bot.start()
        wait_for(lambda: bool(self._followers.names()), 30)
        self._hours.clock.passes(minutes=2)
        self._calm.set()
