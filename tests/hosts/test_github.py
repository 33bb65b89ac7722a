"""Our GitHub client against GitHub's double: what people do there is what we read."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from bot.hosts import GITHUB, Errand, Followed, Look, Watched, Why, changes
from bot.hosts.looks import kept
from handlers.hosts import Client, HostSettings, host_client, hosts_of
from handlers.hosts.wire import NotRead
from storage.types import PersonId, ReviewId, TeamId
from tests.hosts.doubles import Double
from tests.hosts.emulated import APP, Repository
from tests.hosts.talking import NOON, to_github
from tests.hosts.weather import Weather

T = TypeVar("T")


class Reader:
    """Reads as the desk does, and keeps what it would keep."""

    def __init__(self, github: Double, repository: Repository) -> None:
        self._url = github.url
        self.place = f"{github.web}/{repository.place}"

    def with_host(self, act: Callable[[Client], Awaitable[T]]) -> T:
        async def acting() -> T:
            async with to_github(self._url) as host:
                return await act(host)

        return asyncio.run(acting())

    def following(self, number: int) -> Followed:
        return Followed(ReviewId("r"), GITHUB, self.place, number, due_at=NOON)

    def looks(self, one: Followed) -> Followed | None:
        """As it is kept after this look; None when nothing had changed."""
        found = self.with_host(lambda host: host.look(one))
        return None if found is None else replace(one, known=kept(found[0]), tags=found[1])

    def look(self, one: Followed) -> Look:
        found = self.with_host(lambda host: host.look(one))
        assert found is not None
        return found[0]

    def errand(self, number: int, login: str, *, ask: bool = True) -> Errand:
        return Errand(
            id="e",
            ask=ask,
            host=GITHUB,
            place=self.place,
            number=number,
            login=login,
            person=PersonId("U0BEN"),
            review=ReviewId("r"),
            made_at=NOON,
            due_at=NOON,
        )


@pytest.fixture
def reader(github: Double, repository: Repository) -> Reader:
    return Reader(github, repository)


def whats(before: Look | None, now: Look) -> list[tuple[str, str]]:
    return [(event.what, event.account) for event in changes(before, now)]


def test_a_pull_request_is_read(reader: Reader, repository: Repository) -> None:
    number = repository.opens("labels", "Labels for *churn*")
    look = reader.look(reader.following(number))

    assert (look.title, look.author, look.state) == ("Labels for *churn*", "ana", "open")
    assert (look.place, look.number, look.is_draft) == (reader.place, number, False)
    assert look.link == f"http://{reader.place}/pull/{number}"
    assert not look.branch_gone


def test_what_people_do_there_is_told_once(reader: Reader, repository: Repository) -> None:
    number = repository.opens("labels", "Labels")
    one = reader.looks(reader.following(number))
    assert one is not None
    assert reader.looks(one) is None

    repository.does("ana", "POST", f"/pulls/{number}/requested_reviewers", reviewers=["ben"])
    first = reader.look(one)
    assert whats(reader.look(replace(one, known=None)), first) == []
    assert ("requested", "ben") in [(e.what, e.account) for e in changes(None, first)]

    repository.reviews(
        "ben", number, "REQUEST_CHANGES", comments=[{"path": "a", "position": 1, "body": "?"}]
    )
    second = reader.look(one)
    assert whats(first, second) == [("changes_requested", "ben")]
    assert [event.note for event in changes(first, second)] == ["1"]

    repository.does("chiara", "POST", f"/issues/{number}/comments", body="may I help?")
    repository.changes(number, draft=True)
    third = reader.look(one)
    assert sorted(whats(second, third)) == [("commented", "chiara"), ("drafted", "ana")]

    repository.changes(number, draft=False)
    repository.reviews("ben", number, "APPROVE")
    repository.merges(number)
    last = reader.look(one)
    assert sorted(whats(third, last)) == [("approved", "ben"), ("merged", ""), ("ready", "ana")]
    assert whats(last, last) == []


def test_nothing_is_read_again_that_has_not_changed(
    reader: Reader, repository: Repository, weather: Weather
) -> None:
    number = repository.opens("labels", "Labels")
    one = reader.looks(reader.following(number))
    assert one is not None
    weather.asked.clear()

    assert reader.looks(one) is None
    assert {call.status for call in weather.asked} == {304}

    repository.reviews("ben", number, "COMMENT")
    weather.asked.clear()
    assert reader.looks(one) is not None
    assert {200, 304} == {call.status for call in weather.asked}


def test_a_reviewer_is_requested_and_taken_off(reader: Reader, repository: Repository) -> None:
    number = repository.opens("labels", "Labels")

    reader.with_host(lambda host: host.carry(reader.errand(number, "ben")))
    assert repository.requested(number) == ["ben"]
    reader.with_host(lambda host: host.carry(reader.errand(number, "ben")))
    assert repository.requested(number) == ["ben"]

    reader.with_host(lambda host: host.carry(reader.errand(number, "ben", ask=False)))
    assert repository.requested(number) == []


def test_who_has_no_account_there_cannot_be_requested(
    reader: Reader, repository: Repository
) -> None:
    number = repository.opens("labels", "Labels")
    with pytest.raises(NotRead) as refused:
        reader.with_host(lambda host: host.carry(reader.errand(number, "nobody-at-all")))
    assert refused.value.unread.why is Why.INVALID


def test_a_renamed_repository_is_followed_to_its_new_name(
    reader: Reader, repository: Repository, weather: Weather
) -> None:
    number = repository.opens("labels", "Labels")
    repository.does("ana", "PATCH", "", name="attrition-of-late")
    weather.renamed[f"/repos/{repository.place}"] = "/repos/ana/attrition-of-late"

    look = reader.look(reader.following(number))
    assert look.place.endswith("/ana/attrition-of-late")


def test_a_deleted_branch_is_seen_and_so_is_its_return(
    reader: Reader, repository: Repository
) -> None:
    number = repository.opens("labels", "Labels")
    one = reader.looks(reader.following(number))
    assert one is not None
    sha = repository.sees("ana", "/git/ref/heads/labels")["object"]["sha"]

    repository.does("ana", "DELETE", "/git/refs/heads/labels")
    gone = reader.looks(one)
    assert gone is not None
    lost = reader.look(one)
    assert [(e.what, e.note) for e in changes(None, lost) if e.what == "lost"] == [
        ("lost", "branch")
    ]

    repository.does("ana", "POST", "/git/refs", ref="refs/heads/labels", sha=sha)
    back = reader.look(gone)
    assert ("found", "") in whats(lost, back)


def test_a_watched_repository_shows_what_became_ready(
    reader: Reader, repository: Repository
) -> None:
    old = repository.opens("old", "Old one")
    draft = repository.opens("draft", "Not yet", draft=True)
    one = Watched(TeamId("t"), GITHUB, reader.place, PersonId("U0ANA"), since=NOON, due_at=NOON)

    found = reader.with_host(lambda host: host.listing(one))
    assert found is not None
    first, tags = found
    assert (dict(first.numbers), first.fresh) == ({old: False, draft: True}, ())
    one = replace(one, known={str(old): "ready", str(draft): "draft"}, tags=tags)
    assert reader.with_host(lambda host: host.listing(one)) is None

    new = repository.opens("new", "New one")
    repository.changes(draft, draft=False)
    found = reader.with_host(lambda host: host.listing(one))
    assert found is not None
    assert [look.number for look, _ in found[0].fresh] == [draft, new]


def test_an_address_finds_the_one_who_shows_it(reader: Reader) -> None:
    assert reader.with_host(lambda host: host.login_of("Dana@Example.com")) == "dana"


@pytest.mark.parametrize(
    "address", ["ana@example.co", "na@example.com", "nobody@example.com", "example.com", "ana@x y"]
)
def test_what_is_only_like_an_address_finds_nobody(reader: Reader, address: str) -> None:
    assert reader.with_host(lambda host: host.login_of(address)) is None


def test_an_app_looks_for_nobody(github: Double, repository: Repository) -> None:
    settings = HostSettings(GITHUB, github.url, app_id=str(APP), app_key=github.app_key)

    async def looked() -> str | None:
        async with host_client([settings], private=["localhost"]) as client:
            host = hosts_of([settings], client, now=lambda: datetime.now(UTC))[GITHUB]
            return await host.login_of("dana@example.com")

    assert asyncio.run(looked()) is None
