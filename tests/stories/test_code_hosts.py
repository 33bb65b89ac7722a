"""Reviews of pull requests, with GitHub at the other end: good days, bad days, and days without."""

import hmac
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import Any

import httpx
import pytest

from sandbox.server import Server
from tests.hosts.doubles import Double
from tests.hosts.doubles import github as github
from tests.hosts.doubles import repository as repository
from tests.hosts.doubles import weather as weather
from tests.hosts.emulated import Repository
from tests.hosts.weather import Weather
from tests.running import RunningBot, a_bot, a_slack
from tests.team import Team, words

SECRET = "the secret of the webhook"
LONGEST_WAIT = 20.0  # for a webhook to arrive: it comes by itself, over the network


class Coders:
    """The team of the sandbox, with a repository on GitHub; Ana and Chiara work there in Slack's
    and GitHub's sense, in the same zone."""

    def __init__(self, github: Double, repository: Repository, weather: Weather) -> None:
        self.github = github
        self.repository = repository
        self.weather = weather
        self._stack = ExitStack()
        self._server: Server | None = None
        self.bot: RunningBot
        self.team: Team

    def arrive(self, database_url: str, **settings: Any) -> None:
        self._server = self._stack.enter_context(a_slack())
        self._database_url = database_url
        self.start(**settings)
        self.team = Team(self._server)
        self._stack.callback(self.team.close)
        for who in ("ana", "chiara"):
            self.team.says(who, f"/review me github:{who}")

    def start(self, **settings: Any) -> None:
        """The bot, with a key to GitHub; or once more, with another."""
        assert self._server is not None
        given = {
            "github_api_url": self.github.url,
            "github_token": "token-dana",
            "github_webhook_secret": SECRET,
            "pinwheel_private_hosts": "localhost",
            **settings,
        }
        self._bot = ExitStack()
        self.bot = self._bot.enter_context(a_bot(self._server, self._database_url, **given))

    def stop(self) -> None:
        self._bot.close()

    def leave(self) -> None:
        self._bot.close()
        self._stack.close()

    def hooked(self) -> None:
        self.repository.hooks(f"{self.bot.url}/github/webhooks", SECRET)

    def link(self, number: int) -> str:
        return f"http://{self.github.web}/{self.repository.place}/pull/{number}"

    def asks_chiara(self, title: str = "Labels for churn") -> int:
        """Ana opens a pull request and asks Chiara; its number."""
        number = self.repository.opens("labels", title)
        self.team.says("ana", f"/review {self.link(number)} for @chiara")
        return number

    def mine(self, who: str) -> str:
        """What `/review mine` tells them now."""
        self.team.says(who, "/review mine")
        return self.team.answers(who)[-1]

    def in_time(self, happens: Callable[[], bool]) -> None:
        """What a webhook brings about comes soon, but not with our own act."""
        until = time.monotonic() + LONGEST_WAIT
        while not happens():
            assert time.monotonic() < until, self.mine("ana")
            time.sleep(0.1)
            self.team.quiet()


@pytest.fixture
def coders(
    github: Double, repository: Repository, weather: Weather, database_url: str
) -> Iterator[Coders]:
    here = Coders(github, repository, weather)
    here.arrive(database_url)
    yield here
    here.leave()


def test_a_pull_request_is_reviewed_there_and_moves_here(coders: Coders) -> None:
    coders.hooked()
    number = coders.asks_chiara()
    assert coders.repository.requested(number) == ["chiara"]
    assert "Labels for churn" in coders.mine("chiara")

    coders.repository.reviews("chiara", number, "REQUEST_CHANGES")
    coders.in_time(lambda: "Yours to act on" in coders.mine("ana"))

    coders.repository.reviews("chiara", number, "APPROVE")
    coders.repository.merges(number)
    coders.in_time(lambda: "Nothing waits for you" in coders.mine("ana"))


def test_without_a_webhook_it_is_seen_within_a_quarter_of_an_hour(coders: Coders) -> None:
    number = coders.asks_chiara()
    coders.repository.reviews("chiara", number, "REQUEST_CHANGES")
    coders.team.quiet()
    assert "Yours to act on" not in coders.mine("ana")

    coders.team.clock.passes(minutes=15)
    assert "Yours to act on" in coders.mine("ana")


def test_a_watched_repository_makes_reviews_by_itself(coders: Coders) -> None:
    old = coders.repository.opens("old", "An old one")
    coders.team.says("ana", f"/review watch http://{coders.github.web}/{coders.repository.place}")
    coders.team.sees_alone("ana", "becomes a review of this team by itself")

    draft = coders.repository.opens("draft", "Not yet", draft=True)
    coders.repository.opens("labels", "Labels for churn")
    coders.team.clock.passes(minutes=15)
    coders.team.says("ana", "/review team")
    seen = coders.team.answers("ana")[-1]
    assert "Labels for churn" in seen
    assert "An old one" not in seen
    assert "Not yet" not in seen

    coders.repository.changes(draft, draft=False)
    coders.team.clock.passes(minutes=15)
    coders.team.says("ana", "/review team")
    assert "Not yet" in coders.team.answers("ana")[-1]
    assert coders.repository.requested(old) == []


def _signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    right = hmac.new(secret.encode(), body, sha256).hexdigest()
    return {
        "x-github-event": "pull_request",
        "x-github-delivery": "d-1",
        "x-hub-signature-256": f"sha256={right}",
        "content-type": "application/json",
    }


def test_a_webhook_that_github_did_not_sign_does_nothing(coders: Coders) -> None:
    number = coders.asks_chiara()
    coders.repository.merges(number)
    place = coders.repository.place
    body = json.dumps(
        {"repository": {"full_name": place}, "pull_request": {"number": number}}
    ).encode()
    address = f"{coders.bot.url}/github/webhooks"
    right = _signed(body)
    wrong: list[dict[str, str]] = [
        {},
        {"x-hub-signature-256": "sha256=" + "0" * 64},
        {"x-hub-signature-256": "sha256=é"},
        {"x-hub-signature": "sha1=" + "0" * 40},
        _signed(body, "another secret"),
        _signed(body + b" "),
    ]
    coders.weather.asked.clear()
    for headers in wrong:
        sent = {name.encode(): value.encode() for name, value in headers.items()}
        assert httpx.post(address, content=body, headers=sent, trust_env=False).status_code == 401
    assert httpx.post(address, content=b"x" * 2_000_000, trust_env=False).status_code == 413
    coders.team.quiet()
    assert coders.weather.asked == []
    assert "Labels for churn" in coders.mine("chiara")

    assert httpx.post(address, content=body, headers=right, trust_env=False).status_code == 204
    coders.team.quiet()
    assert "Labels for churn" not in coders.mine("chiara")


def test_a_revoked_token_is_told_to_the_keeper_and_reviews_go_on_by_buttons(
    coders: Coders,
) -> None:
    number = coders.asks_chiara()
    coders.weather.said("Bad credentials", status=401)
    coders.team.clock.passes(minutes=15)
    coders.team.dm_hears("ana", "GitHub does not take my key any more")
    assert "Labels for churn" in coders.mine("chiara")

    asked = len(coders.weather.asked)
    coders.team.clock.passes(hours=3)
    assert words_count(coders.team, "ana", "does not take my key") == 1
    assert len(coders.weather.asked) - asked <= 3

    coders.stop()
    coders.weather.calm()
    coders.repository.merges(number)
    coders.start()
    coders.team.quiet()
    assert "Labels for churn" not in coders.mine("chiara")


def words_count(team: Team, who: str, text: str) -> int:
    return sum(text in words(one) for one in team.messages(who, "dm"))


def test_github_can_be_down_for_a_day(coders: Coders) -> None:
    coders.weather.turns(status=503, body=b"<html>unicorn</html>")
    number = coders.asks_chiara()
    assert "labels" in coders.mine("chiara").lower() or "#1" in coders.mine("chiara")
    asked = len(coders.weather.asked)
    coders.team.clock.passes(hours=12)
    # It is asked now and then, by one, not by everything that waits.
    assert len(coders.weather.asked) - asked <= 12 * 6

    coders.repository.reviews("chiara", number, "APPROVE")
    coders.team.clock.passes(hours=12)
    assert "does not" not in coders.team.transcript("ana", "dm")

    coders.weather.calm()
    coders.team.clock.passes(minutes=16)
    assert coders.repository.requested(number) in ([], ["chiara"])
    coders.repository.merges(number)
    coders.team.clock.passes(minutes=15)
    assert "Nothing waits for you" in coders.mine("ana")


def test_a_request_whose_answer_was_lost_is_looked_up_before_it_is_repeated(
    coders: Coders,
) -> None:
    coders.weather.turns(method="POST", path=".*/requested_reviewers", times=1, drop_after=True)
    number = coders.asks_chiara()
    coders.team.clock.passes(minutes=3)
    assert coders.repository.requested(number) == ["chiara"]
    assert len(coders.weather.calls("POST .*/requested_reviewers")) == 1


def test_who_left_github_is_told_to_the_author_and_the_review_goes_on_here(
    coders: Coders,
) -> None:
    coders.team.says("chiara", "/review me github:chiara-who-left")
    coders.asks_chiara()
    coders.team.dm_hears("ana", "did not let me request @chiara (chiara-who-left)")
    coders.team.dm_hears("ana", "The review itself goes on here")
    assert "Labels for churn" in coders.mine("chiara")


def test_a_pull_request_that_is_gone_is_told_to_its_author_and_goes_on_by_buttons(
    coders: Coders,
) -> None:
    coders.asks_chiara()
    coders.weather.said("Not Found", status=404)
    coders.team.clock.passes(minutes=15)
    coders.team.dm_hears("ana", "GitHub does not show me *Labels for churn* any more")
    assert "Labels for churn" in coders.mine("ana")
    coders.team.clock.passes(hours=3)
    assert words_count(coders.team, "ana", "does not show me") == 1

    coders.weather.calm()
    coders.team.clock.passes(hours=1.5)
    assert "Labels for churn" in coders.mine("chiara")


def test_a_deleted_branch_is_told_to_its_author(coders: Coders) -> None:
    coders.asks_chiara()
    coders.repository.does("ana", "DELETE", "/git/refs/heads/labels")
    coders.team.clock.passes(minutes=15)
    coders.team.dm_hears("ana", "The branch of *Labels for churn* is gone")
    assert "Labels for churn" in coders.mine("ana")


def test_a_renamed_repository_is_followed(coders: Coders) -> None:
    number = coders.asks_chiara()
    old, new = coders.repository.place, f"{coders.repository.place}-2"
    coders.repository.does("ana", "PATCH", "", name=new.partition("/")[2])
    coders.weather.renamed[f"/repos/{old}"] = f"/repos/{new}"
    coders.team.clock.passes(minutes=15)
    assert "Labels for churn" in coders.mine("chiara")

    coders.weather.renamed.clear()  # whoever asks by the old name finds nothing any more
    merged = httpx.put(
        f"{coders.github.behind}/repos/{new}/pulls/{number}/merge",
        json={},
        headers={"authorization": "Bearer token-ana"},
        trust_env=False,
    )
    assert merged.status_code == 200
    coders.team.clock.passes(minutes=15)
    assert "Nothing waits for you" in coders.mine("ana")


def test_an_account_is_told_by_its_owner_and_never_guessed(coders: Coders) -> None:
    team = coders.team
    team.says("ben", "/review me")
    team.sees_alone("ben", "nothing is linked without your tap")
    team.says("ben", "/review me github:chiara")
    team.sees_alone("ben", "chiara is the account of")
    team.says("ben", "/review me github.com/ben")
    team.sees_alone("ben", "You are *ben* on GitHub")
    team.says("ben", "/review me whoever")
    team.sees_alone("ben", "I can't read that as an account")
