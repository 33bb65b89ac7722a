"""The desk: all that is due is read and carried, and one mistake does not stop the others."""

import asyncio
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from bot import hosts
from bot.hosts import GITHUB, Errand, Followed, Listing, Look, Opened, Watched, Why
from bot.house import House
from bot.ids import PersonId, WorkspaceId
from bot.world import World
from handlers.directory import SlackSilent
from handlers.hosts.desk import Desk
from handlers.hosts.wire import NotRead
from storage.store import Store
from tests.bot.post_office import HERE
from tests.bot.test_host_changes import a_look
from tests.bot.test_hosts import ANA, BEN
from tests.bot.test_hosts import Desk as Office


class Told:
    """A code host as somebody tells it: what each request is, or how it fails."""

    def __init__(self) -> None:
        self.looks: dict[int, Look | Exception] = {}
        self.carried: list[tuple[str, int, bool]] = []
        self.lost_answers = 0
        self.reads: list[int] = []
        self.logins: dict[str, str | Exception] = {}

    async def login_of(self, address: str) -> str | None:
        found = self.logins.get(address)
        if isinstance(found, Exception):
            raise found
        return found

    async def own_name(self) -> str:
        return "told"

    async def look(self, one: Followed) -> tuple[Look, dict[str, Any]] | None:
        self.reads.append(one.number)
        return self._found(one.number), {}

    async def listing(self, one: Watched) -> tuple[Listing, dict[str, Any]] | None:
        return None

    async def current(self, errand: Errand) -> Look:
        asked = tuple(login for login, _, ask in self.carried if ask)
        return replace(self._found(errand.number), requested=asked)

    async def carry(self, errand: Errand) -> None:
        self.carried.append((errand.login, errand.number, errand.ask))
        if self.lost_answers:
            self.lost_answers -= 1
            raise NotRead(Why.ILL, "no answer")

    def _found(self, number: int) -> Look:
        found = self.looks.get(number, a_look(number=number))
        if isinstance(found, Exception):
            raise found
        return found


class Running:
    def __init__(self, store: Store) -> None:
        self.office = Office(store)
        self.host = Told()
        self.addresses: dict[str, str] = {}
        self.slack_is_silent = False
        self.asked_slack = 0
        self._store = store

    def works(self, *, desks: int = 1) -> None:
        """Until nothing is due."""

        async def working() -> None:
            running = [self._desk() for _ in range(desks)]
            tasks = [asyncio.create_task(one.run()) for one in running]
            for one in running:
                one.wake()
            await asyncio.gather(*(one.done() for one in running))
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        asyncio.run(working())

    def _desk(self) -> Desk:
        world = World(lambda: self.office.now, self.office.world.new_id, Random(1))
        house = House(self._store, world, wake=lambda: None)
        client: Any = self.host
        return Desk(house, WorkspaceId(HERE), {GITHUB: client}, self._address_of)

    async def _address_of(self, person: PersonId) -> str | None:
        self.asked_slack += 1
        if self.slack_is_silent:
            raise SlackSilent
        return self.addresses.get(person)


@pytest.fixture
def running(store: Store) -> Running:
    return Running(store)


def links(count: int) -> list[str]:
    return [f"https://github.com/ana/churn/pull/{n}" for n in range(1, count + 1)]


def test_a_mistake_with_one_does_not_stop_the_others(running: Running) -> None:
    asked = [running.office.asks(BEN, link=link) for link in links(3)]
    running.host.looks[1] = ValueError("a mistake of ours")
    merged = a_look(number=2, state="merged")
    running.host.looks |= {2: merged, 3: replace(merged, number=3)}
    running.works()
    states = [running.office.review(one).state for one in asked]
    assert states == ["open", "merged", "merged"]

    running.host.looks[1] = replace(merged, number=1)
    running.office.passes(minutes=16)
    running.works()
    assert running.office.review(asked[0]).state == "merged"


def test_two_desks_read_each_once(running: Running) -> None:
    for link in links(6):
        running.office.asks(BEN, link=link)
    running.works(desks=2)
    assert sorted(running.host.reads) == [1, 2, 3, 4, 5, 6]


def test_an_errand_whose_answer_was_lost_is_not_repeated(running: Running) -> None:
    running.office.me(BEN, "github:ben")
    running.office.asks(BEN)
    running.host.lost_answers = 1
    running.works()
    running.office.passes(minutes=3)
    running.works()
    assert running.host.carried == [("ben", 1, True)]
    assert running.office.nudged(ANA) == []


def test_a_host_that_was_closed_meanwhile_is_left_alone(running: Running) -> None:
    running.office.asks(BEN)
    running.office.do(lambda work: hosts.introduce(work, (Opened("gitlab", "gitlab.com"),)))
    running.works()
    assert running.host.reads == []


def test_an_address_is_asked_of_slack_once_and_the_host_is_asked_by_it(running: Running) -> None:
    running.addresses[BEN] = "ben@example.com"
    running.host.logins["ben@example.com"] = "ben-codes"
    running.office.asks(BEN)
    running.works()
    (proposed,) = running.office.proposed(BEN)
    assert (proposed["host"], proposed["login"]) == (GITHUB, "ben-codes")
    running.office.asks(BEN, link=links(2)[1])
    running.works()
    assert running.asked_slack == 2  # ana's, who asked, and ben's


def test_where_slack_is_silent_it_is_asked_again_later(running: Running) -> None:
    running.addresses[BEN] = "ben@example.com"
    running.host.logins["ben@example.com"] = "ben-codes"
    running.slack_is_silent = True
    running.office.asks(BEN)
    running.works()
    assert running.office.proposed(BEN) == []

    running.slack_is_silent = False
    running.office.passes(minutes=16)
    running.works()
    assert [one["login"] for one in running.office.proposed(BEN)] == ["ben-codes"]


def test_a_host_that_is_down_is_asked_again_later(running: Running) -> None:
    running.addresses[BEN] = "ben@example.com"
    running.host.logins["ben@example.com"] = NotRead(Why.ILL, "down")
    running.office.asks(BEN)
    running.works()
    running.host.logins["ben@example.com"] = "ben-codes"
    running.office.passes(minutes=16)
    running.works()
    assert [one["login"] for one in running.office.proposed(BEN)] == ["ben-codes"]


def test_a_host_that_lets_nobody_look_is_not_asked_again(running: Running) -> None:
    running.addresses[BEN] = "ben@example.com"
    running.host.logins["ben@example.com"] = NotRead(Why.FORBIDDEN, "no")
    running.office.asks(BEN)
    running.works()
    asked = running.asked_slack
    running.office.passes(hours=3)
    running.works()
    assert running.asked_slack == asked
    assert running.office.proposed(BEN) == []
