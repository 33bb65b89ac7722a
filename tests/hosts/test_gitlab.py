"""Our GitLab client against a double of GitLab: what people do there is what we read."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest

from bot.hosts import GITLAB, Errand, Followed, Look, Watched, Why, changes
from bot.hosts.looks import kept
from handlers.hosts import Client
from handlers.hosts.wire import NotRead
from storage.types import PersonId, ReviewId, TeamId
from tests.hosts.gitlab_double import GitLabDouble, Merge, Project
from tests.hosts.serving import free_port, served
from tests.hosts.talking import NOON, to_gitlab
from tests.hosts.weather import Weather

T = TypeVar("T")


class Reader:
    """Reads as the desk does, and keeps what it would keep."""

    def __init__(self, url: str, double: GitLabDouble, weather: Weather) -> None:
        self.url = url
        self.double = double
        self.weather = weather
        self.project: Project = double.new_project("data/science/churn")
        self.merge: Merge = double.opens(self.project, "ana", "Labels for *churn*")
        self._last: Look | None = None

    @property
    def place(self) -> str:
        return f"{self.url.partition('://')[2]}/{self.project.path}"

    @property
    def one(self) -> Followed:
        return Followed(ReviewId("r"), GITLAB, self.place, self.merge.iid, due_at=NOON)

    def with_host(self, act: Callable[[Client], Awaitable[T]], *, token: str = "token-dana") -> T:
        async def acting() -> T:
            async with to_gitlab(f"{self.url}/api/v4", token=token) as host:
                return await act(host)

        return asyncio.run(acting())

    def news(self) -> list[tuple[str, str]]:
        """What happened since the last time that this was asked."""
        known = None if self._last is None else kept(self._last)
        one = replace(self.one, known=known)
        found = self.with_host(lambda host: host.look(one))
        if found is None:
            return []
        before, self._last = self._last, found[0]
        return [(event.what, event.account) for event in changes(before, found[0])]

    def look(self) -> Look:
        self.news()
        assert self._last is not None
        return self._last

    def carry(self, login: str, *, ask: bool = True) -> None:
        errand = Errand(
            id="e",
            ask=ask,
            host=GITLAB,
            place=self.place,
            number=self.merge.iid,
            login=login,
            person=PersonId("U0BEN"),
            review=ReviewId("r"),
            made_at=NOON,
            due_at=NOON,
        )
        self.with_host(lambda host: host.carry(errand))


@pytest.fixture
def reader() -> Iterator[Reader]:
    inner, outer = free_port(), free_port()
    url = f"http://localhost:{outer}"
    double, weather = GitLabDouble(url), Weather(f"http://127.0.0.1:{inner}")
    with served(double, inner), served(weather, outer):
        yield Reader(url, double, weather)


def test_a_merge_request_is_read(reader: Reader) -> None:
    look = reader.look()
    assert (look.title, look.author, look.state) == ("Labels for *churn*", "ana", "open")
    assert (look.place, look.number) == (reader.place, 1)
    assert look.link == f"http://{reader.place}/-/merge_requests/1"


def test_what_people_do_there_is_told_once(reader: Reader) -> None:
    double, project, merge = reader.double, reader.project, reader.merge
    assert reader.news() == []

    double.asks(project, merge, "ben")
    assert reader.news() == [("requested", "ben")]
    double.says(project, merge, "ben", "what is this?")
    assert reader.news() == [("commented", "ben")]
    double.wants_changes(project, merge, "ben")
    assert reader.news() == [("changes_requested", "ben")]
    double.pushes(project, merge, "c2")
    assert reader.news() == [("pushed", "ana")]
    double.asks(project, merge, "ben")
    assert sorted(reader.news()) == [("dismissed", "ben"), ("requested", "ben")]
    double.approves(project, merge, "ben")
    assert reader.news() == [("approved", "ben")]
    double.marks(project, merge, draft=True)
    double.marks(project, merge, draft=False)
    assert reader.news() == []
    double.ends(project, merge, "merged")
    assert reader.news() == [("merged", "")]
    assert reader.news() == []


def test_an_approval_that_is_taken_back_counts_no_more(reader: Reader) -> None:
    reader.double.asks(reader.project, reader.merge, "ben")
    reader.double.approves(reader.project, reader.merge, "ben")
    reader.news()
    reader.double.takes_back(reader.project, reader.merge, "ben")
    assert sorted(reader.news()) == [("dismissed", "ben"), ("requested", "ben")]
    reader.double.approves(reader.project, reader.merge, "ben")
    assert reader.news() == [("approved", "ben")]


def test_who_approves_without_being_asked_is_heard(reader: Reader) -> None:
    reader.news()
    reader.double.approves(reader.project, reader.merge, "chiara")
    assert reader.news() == [("approved", "chiara")]


def test_more_notes_than_a_page_holds_are_all_read(reader: Reader) -> None:
    for at in range(130):
        reader.double.says(reader.project, reader.merge, "ben", f"note {at}")
    assert reader.news() == [("commented", "ben")] * 130
    reader.double.says(reader.project, reader.merge, "ben", "one more")
    assert reader.news() == [("commented", "ben")]


def test_nothing_is_read_again_that_has_not_changed(reader: Reader) -> None:
    found = reader.with_host(lambda host: host.look(reader.one))
    assert found is not None
    one = replace(reader.one, known=kept(found[0]), tags=found[1])
    reader.weather.asked.clear()
    assert reader.with_host(lambda host: host.look(one)) is None
    assert {call.status for call in reader.weather.asked} == {304}


def test_a_reviewer_is_added_to_the_others_and_taken_off(reader: Reader) -> None:
    reader.double.asks(reader.project, reader.merge, "chiara")
    reader.carry("ben")
    assert set(reader.merge.reviewers) == {"chiara", "ben"}
    reader.carry("ben", ask=False)
    assert set(reader.merge.reviewers) == {"chiara"}
    reader.carry("chiara", ask=False)
    assert reader.merge.reviewers == {}


def test_who_has_no_account_there_cannot_be_asked(reader: Reader) -> None:
    with pytest.raises(NotRead) as refused:
        reader.carry("nobody")
    assert refused.value.unread.why is Why.INVALID


def test_a_key_that_is_not_valid_is_said(reader: Reader) -> None:
    with pytest.raises(NotRead) as refused:
        reader.with_host(lambda host: host.look(reader.one), token="token-nobody")
    assert refused.value.unread.why is Why.REFUSED


def test_a_deleted_branch_is_seen_although_the_request_stays_open(reader: Reader) -> None:
    reader.news()
    reader.project.branches.discard(reader.merge.branch)
    assert reader.news() == [("lost", "")]
    reader.project.branches.add(reader.merge.branch)
    assert reader.news() == [("found", "")]


def test_a_renamed_project_is_followed_to_its_new_name(reader: Reader) -> None:
    one = reader.one
    reader.double.renames(reader.project, "data/attrition")
    found = reader.with_host(lambda host: host.look(one))
    assert found is not None
    assert found[0].place == reader.place


def test_a_project_that_is_gone_is_gone(reader: Reader) -> None:
    one = reader.one
    reader.double.projects.clear()
    with pytest.raises(NotRead) as missing:
        reader.with_host(lambda host: host.look(one))
    assert missing.value.unread.why is Why.GONE


def test_an_older_gitlab_that_does_not_tell_how_reviewers_stand_is_read_too(
    reader: Reader,
) -> None:
    reader.weather.said("404 Not Found", status=404, path=".*/reviewers")
    reader.double.asks(reader.project, reader.merge, "ben")
    assert reader.news() == [("requested", "ben")]
    reader.double.approves(reader.project, reader.merge, "ben")
    assert reader.news() == [("approved", "ben")]


def test_a_watched_project_shows_what_became_ready(reader: Reader) -> None:
    draft = reader.double.opens(reader.project, "ana", "Not yet", draft=True)
    watched = Watched(TeamId("t"), GITLAB, reader.place, PersonId("U0ANA"), since=NOON, due_at=NOON)
    found = reader.with_host(lambda host: host.listing(watched))
    assert found is not None
    first, tags = found
    assert (dict(first.numbers), first.fresh) == ({1: False, 2: True}, ())

    watched = replace(watched, known={"1": "ready", "2": "draft"}, tags=tags)
    assert reader.with_host(lambda host: host.listing(watched)) is None
    reader.double.marks(reader.project, draft, draft=False)
    found = reader.with_host(lambda host: host.listing(watched))
    assert found is not None
    [(look, paths)] = found[0].fresh
    assert (look.number, look.lines, paths) == (2, 3, ("branch-2.py",))
