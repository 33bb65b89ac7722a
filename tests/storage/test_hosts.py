"""Rows of the code hosts: each in one pair of hands at a time, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import pytest

from storage.accounts import Account
from storage.followed import Followed
from storage.hosts import GITHUB, GITLAB, CodeHost
from storage.records import Records
from storage.reviews import NOBODY, Review
from storage.store import Store, open_store
from storage.transaction import Transaction
from storage.types import PersonId, ReviewId, WorkspaceId
from storage.watched import Watched
from tests.storage.rows import ANA, BEN, NOON, NORTH, SOUTH, TEAM, settle

T = TypeVar("T")
LATER = NOON + timedelta(minutes=2)
CHURN = "github.com/ana/churn"


class House:
    def __init__(self, store: Store) -> None:
        self._store = store
        settle(store, NORTH, SOUTH)
        for workspace in (NORTH, SOUTH):
            self.do(lambda records: records.reviews.add(a_review()), workspace=workspace)

    def do(self, act: Callable[[Records], T], *, workspace: WorkspaceId = NORTH) -> T:
        def deed(tx: Transaction) -> T:
            return act(Records(tx, workspace))

        return self._store.write_now(deed)

    def follows(self, *, due_at: datetime = NOON, workspace: WorkspaceId = NORTH) -> None:
        one = Followed(ReviewId("r1"), GITHUB, CHURN, 7, due_at=due_at)
        self.do(lambda records: records.followed.follow(one), workspace=workspace)

    def takes(self, now: datetime = NOON, *hosts: str) -> Followed | None:
        among = hosts or (GITHUB, GITLAB)
        return self.do(
            lambda records: records.followed.take(
                now=now, until=now + timedelta(minutes=2), hosts=among
            )
        )

    def ends(self, one: Followed, next_at: datetime, **found: object) -> bool:
        return self.do(lambda records: records.followed.end(one, next_at=next_at, **found))

    def followed(self) -> Followed:
        found = self.do(lambda records: records.followed.get(ReviewId("r1")))
        assert found is not None
        return found

    def hints(self, number: int, now: datetime) -> bool:
        return self.do(lambda records: records.followed.hint(CHURN, number, now=now))


def a_review() -> Review:
    return Review(
        id=ReviewId("r1"),
        team=TEAM,
        number=1,
        link=f"https://{CHURN}/pull/7",
        kind=GITHUB,
        place=CHURN,
        title="Labels",
        project=None,
        author=ANA,
        account="",
        asked_by=ANA,
        note="",
        question="",
        source="",
        due=None,
        wanted=1,
        lines=None,
        state="open",
        turn=NOBODY,
        turn_since=None,
        opened_at=NOON,
        heard_at=NOON,
    )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    if request.param == "sqlite":
        yield House(request.getfixturevalue("store"))
        return
    store = open_store(request.getfixturevalue("postgres_url"))
    yield House(store)
    store.close()


def test_what_is_due_is_taken_by_one(house: House) -> None:
    house.follows()
    taken = house.takes()
    assert taken is not None
    assert (taken.due_at, taken.turn, taken.tries) == (LATER, 1, 1)
    assert taken == replace(house.followed(), tags={})
    assert house.takes() is None


def test_what_is_not_due_or_of_a_closed_host_is_left(house: House) -> None:
    house.follows(due_at=LATER)
    assert house.takes(NOON) is None
    assert house.takes(LATER, GITLAB) is None
    assert house.takes(LATER, GITHUB) is not None


def test_who_was_too_slow_records_nothing(house: House) -> None:
    house.follows()
    slow = house.takes()
    quick = house.takes(LATER)
    assert slow is not None
    assert quick is not None
    assert not house.ends(slow, NOON, known={"title": "old"})
    assert house.ends(quick, NOON, known={"title": "new"}, tags={"pull": "t"}, tries=0)
    found = house.followed()
    assert (found.known, found.tags, found.tries) == ({"title": "new"}, {"pull": "t"}, 0)


def test_a_hint_while_it_is_in_hands_is_not_forgotten(house: House) -> None:
    house.follows()
    one = house.takes()
    assert one is not None
    assert house.hints(7, NOON)
    assert house.ends(one, NOON + timedelta(minutes=15))
    assert house.followed().due_at == NOON


def test_a_hint_is_about_one_request_or_all_of_a_repository(house: House) -> None:
    later = NOON + timedelta(hours=1)
    house.follows(due_at=later)
    assert not house.hints(8, NOON)
    assert house.followed().due_at == later
    assert house.hints(0, NOON)
    assert house.followed().due_at == NOON


def test_the_next_that_is_due_is_known(house: House) -> None:
    assert house.do(lambda records: records.followed.next_due(hosts=[GITHUB])) is None
    house.follows(due_at=LATER)
    assert house.do(lambda records: records.followed.next_due(hosts=[GITHUB])) == LATER
    assert house.do(lambda records: records.followed.next_due(hosts=[GITLAB])) is None


def test_workspaces_do_not_see_each_other(house: House) -> None:
    house.follows(workspace=SOUTH)
    account = Account(GITHUB, "ana", ANA, NOON)
    house.do(lambda records: records.accounts.link(account), workspace=SOUTH)
    assert house.takes() is None
    assert not house.hints(7, NOON)
    assert house.do(lambda records: records.accounts.holder(GITHUB, "ana")) is None


def test_a_person_has_one_account_on_a_host(house: House) -> None:
    def link(login: str, person: PersonId = ANA) -> None:
        account = Account(GITHUB, login, person, NOON)
        house.do(lambda records: records.accounts.link(account))

    link("ana")
    link("ana-2")
    link("ben", BEN)
    assert house.do(lambda records: records.accounts.on(GITHUB)) == {"ana-2": ANA, "ben": BEN}
    assert house.do(lambda records: records.accounts.holder(GITHUB, "ANA-2")) is not None
    assert house.do(lambda records: records.accounts.unlink(GITHUB, ANA))
    assert not house.do(lambda records: records.accounts.unlink(GITHUB, ANA))


def test_a_trouble_of_a_host_is_news_once_until_it_is_over(house: House) -> None:
    def trouble() -> bool:
        return house.do(lambda records: records.hosts.in_trouble(GITHUB, reason="no", at=NOON))

    house.do(lambda records: records.hosts.put(CodeHost(GITHUB, "github.com")))
    assert [trouble(), trouble()] == [True, False]
    house.do(lambda records: records.hosts.well(GITHUB))
    assert trouble()


def test_a_repository_is_watched_once_by_a_team_and_moves_with_its_name(house: House) -> None:
    one = Watched(TEAM, GITHUB, CHURN, ANA, since=NOON, due_at=NOON, known={"1": "ready"})
    assert house.do(lambda records: records.watched.watch(one))
    assert not house.do(lambda records: records.watched.watch(one))
    house.do(lambda records: records.watched.moved(one, "github.com/ana/attrition"))
    [moved] = house.do(lambda records: records.watched.of_team(TEAM))
    assert (moved.place, moved.known) == ("github.com/ana/attrition", {"1": "ready"})
