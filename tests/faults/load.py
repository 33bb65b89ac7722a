"""A team at work, all at once: commands, forms, clicks, mentions and direct messages."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from sandbox.server import Server
from tests.team import PEOPLE, Team, elements, words

Json = dict[str, Any]

AT_WORK = ("ana", "ben", "chiara", "dana", "eli", "farah", "gita", "hugo")
CHANNELS = 20  # a channel takes one message a second
FLOWS = ("command", "form", "mention", "dm", "click")


@dataclass(frozen=True)
class Deed:
    """What a person did once, known by a word that nothing else contains."""

    flow: str
    nonce: str
    person: str
    channel: str


class Hands(Team):
    """People who do not wait for the bot."""

    def quiet(self) -> None:
        pass

    def acts(self, path: str, who: str, **body: Any) -> Json:
        return self._acts(path, who, **body)

    def sees(self, path: str, who: str, **query: Any) -> Any:
        return self._get(path, who, **query)


class Patient(Hands):
    """People who wait after each act until the bot has done what it can do now."""

    def quiet(self) -> None:
        self.clock.passes(seconds=0)


class Load:
    """People who keep working, each in a thread, until told to stop."""

    def __init__(
        self,
        server: Server,
        *,
        seed: int,
        flows: tuple[str, ...] = FLOWS,
        people: tuple[str, ...] = AT_WORK,
        before_each: Callable[[], None] = lambda: None,
    ) -> None:
        self.deeds: list[Deed] = []
        self._server = server
        self._seed = seed
        self._flows = flows
        self._people = people
        self._before_each = before_each
        self._going = threading.Event()
        self._ending = threading.Event()
        self._troubles: list[BaseException] = []
        self.channels = working_channels(server, CHANNELS)
        self._threads = [
            threading.Thread(target=self._work, args=(person,), name=person, daemon=True)
            for person in people
        ]

    def start(self) -> "Load":
        for thread in self._threads:
            thread.start()
        self._going.set()
        return self

    def rest(self) -> None:
        """Nobody begins anything new."""
        self._going.clear()

    def go_on(self) -> None:
        self._going.set()

    def stop(self) -> None:
        """Return once everybody has finished what they were doing."""
        self._ending.set()
        self._going.set()
        for thread in self._threads:
            thread.join(40)
        if self._troubles:
            raise RuntimeError("somebody could not work") from self._troubles[0]

    def __enter__(self) -> "Load":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _work(self, person: str) -> None:
        worker = Worker(self._server, person, self.channels, Random(f"{self._seed} {person}"))
        turn = self._people.index(person)
        try:
            while not self._ending.is_set():
                if self._going.wait(0.1) and not self._ending.is_set():
                    self._before_each()
                    flow = self._flows[turn % len(self._flows)]
                    turn += 1
                    deed = worker.does(flow)
                    self.deeds += [deed] if deed else []
        except Exception as trouble:
            self._troubles.append(trouble)
        finally:
            worker.hands.close()


class Worker:
    """One person with two hands and a die."""

    def __init__(self, server: Server, person: str, channels: list[str], dice: Random) -> None:
        self.hands = Hands(server)
        self._server = server
        self._person = person
        self._channels = channels
        self._dice = dice
        self._clicked: set[str] = set()

    def does(self, flow: str) -> Deed | None:
        """None when there was nothing to do it with."""
        time.sleep(self._dice.uniform(0.0, 0.8))
        nonce = f"nonce{self._dice.randrange(16**10):010x}"
        deed = Deed(flow, nonce, self._person, self._dice.choice(self._channels))
        does: Callable[[Deed], Deed | None] = getattr(self, f"_{flow}")
        return does(deed)

    def _command(self, deed: Deed) -> Deed:
        text = f"/blocked waiting on ETL changes for {deed.nonce}"
        self.hands.says(deed.person, text, to=deed.channel)
        return deed

    def _mention(self, deed: Deed) -> Deed:
        us = self._server.workspace.app.user_id
        text = f"<@{us}> blocked waiting on ETL changes for {deed.nonce}"
        self.hands.says(deed.person, text, to=deed.channel)
        return deed

    def _dm(self, deed: Deed) -> Deed:
        text = f"blocked waiting on ETL changes for {deed.nonce}"
        self.hands.says(deed.person, text, to="dm")
        return deed

    def _form(self, deed: Deed) -> Deed | None:
        self._close_forms()
        self.hands.says(deed.person, "/blocked", to=deed.channel)
        if not self._views():
            return None
        self.hands.fills(deed.person, words=f"waiting on ETL changes for {deed.nonce}")
        return deed

    def _click(self, deed: Deed) -> Deed | None:
        """Resolve what somebody else waits for."""
        for message in reversed(self.hands.messages(deed.person, deed.channel)):
            nonce = nonce_in(words(message))
            button = _resolve(message)
            if button and nonce and nonce not in self._clicked and self._may(message):
                self._clicked.add(nonce)
                self._press(deed, message, *button)
                return Deed("click", nonce, deed.person, deed.channel)
        return None

    def _may(self, message: Json) -> bool:
        ours = re.search(rf"from @?{self._person}\b", words(message)) is not None
        return not ours and not message.get("ephemeral")

    def _press(self, deed: Deed, message: Json, block: Json, element: Json) -> None:
        self.hands.acts(
            "/ui/click",
            deed.person,
            channel=deed.channel,
            ts=message["ts"],
            block_id=block["block_id"],
            action_id=element["action_id"],
            value=element.get("value"),
        )

    def _views(self) -> list[Json]:
        found: list[Json] = self.hands.sees("/ui/state", self._person)["views"]
        return found

    def _close_forms(self) -> None:
        for view in self._views():
            self.hands.acts("/ui/close", self._person, view_id=view["id"], all=True)


def nonce_in(text: str) -> str | None:
    at = text.find("nonce")
    return None if at < 0 else text[at : at + 15]


def _resolve(message: Json) -> tuple[Json, Json] | None:
    for block, element in elements(message):
        if element["action_id"].startswith("blockers.resolve"):
            return block, element
    return None


def working_channels(server: Server, how_many: int) -> list[str]:
    """The ids of so many channels that everybody and the bot are in."""
    members = [PEOPLE[name] for name in AT_WORK] + [server.workspace.app.user_id]
    hands = Hands(server)
    found = [hands.controls("channels", name=f"work-{n}", members=members) for n in range(how_many)]
    hands.close()
    return [one["id"] for one in found]
