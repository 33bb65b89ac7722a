"""Reviews of merge requests, with GitLab at the other end."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.hosts.gitlab_double import GitLabDouble, Merge, Project
from tests.hosts.serving import free_port, served
from tests.running import a_bot, a_slack
from tests.team import Team

SECRET = "the token of the webhook"


class Coders:
    """The team of the sandbox, with a project on a GitLab of their own."""

    def __init__(self, double: GitLabDouble, team: Team, bot_url: str) -> None:
        self.double = double
        self.team = team
        self.project: Project = double.new_project("data/churn")
        self.merge: Merge = double.opens(self.project, "ana", "Labels for churn")
        self._hooks = f"{bot_url}/gitlab/webhooks"
        for who in ("ana", "chiara"):
            team.says(who, f"/review me gitlab:{who}")

    def hooked(self, token: str = SECRET) -> None:
        self.project.hook = (self._hooks, token)

    def asks_chiara(self) -> None:
        link = f"{self.double.url}/data/churn/-/merge_requests/{self.merge.iid}"
        self.team.says("ana", f"/review {link} for @chiara")

    def mine(self, who: str) -> str:
        self.team.quiet()
        self.team.says(who, "/review mine")
        return self.team.answers(who)[-1]


@pytest.fixture
def coders(database_url: str) -> Iterator[Coders]:
    port = free_port()
    url = f"http://localhost:{port}"
    double = GitLabDouble(url)
    opened: dict[str, Any] = {
        "gitlab_api_url": f"{url}/api/v4",
        "gitlab_token": "token-dana",
        "gitlab_webhook_secret": SECRET,
        "pinwheel_private_hosts": "localhost",
    }
    with (
        served(double, port),
        a_slack() as server,
        a_bot(server, database_url, **opened) as bot,
    ):
        team = Team(server)
        yield Coders(double, team, bot.url)
        team.close()


def test_a_merge_request_is_reviewed_there_and_moves_here(coders: Coders) -> None:
    coders.asks_chiara()
    assert coders.merge.reviewers == {"chiara": "unreviewed"}
    assert "Labels for churn" in coders.mine("chiara")

    coders.hooked()
    coders.double.wants_changes(coders.project, coders.merge, "chiara")
    assert "Yours to act on" in coders.mine("ana")

    coders.double.pushes(coders.project, coders.merge, "c2")
    coders.double.asks(coders.project, coders.merge, "chiara")
    assert "Yours to act on" not in coders.mine("ana")

    coders.double.approves(coders.project, coders.merge, "chiara")
    coders.double.ends(coders.project, coders.merge, "merged")
    assert "Nothing waits for you" in coders.mine("ana")


def test_without_a_webhook_it_is_seen_within_a_quarter_of_an_hour(coders: Coders) -> None:
    coders.asks_chiara()
    coders.double.wants_changes(coders.project, coders.merge, "chiara")
    assert "Yours to act on" not in coders.mine("ana")
    coders.team.clock.passes(minutes=15)
    assert "Yours to act on" in coders.mine("ana")


def test_a_deleted_branch_is_told_to_its_author(coders: Coders) -> None:
    coders.asks_chiara()
    coders.project.branches.discard(coders.merge.branch)
    coders.team.clock.passes(minutes=15)
    coders.team.dm_hears("ana", "The branch of *Labels for churn* is gone")


def test_a_renamed_project_is_followed(coders: Coders) -> None:
    coders.asks_chiara()
    coders.double.renames(coders.project, "data/attrition")
    coders.team.clock.passes(minutes=15)
    coders.double.old_names.clear()  # whoever asks by the old name finds nothing any more
    coders.double.ends(coders.project, coders.merge, "merged")
    coders.team.clock.passes(minutes=15)
    assert "Nothing waits for you" in coders.mine("ana")


def test_a_watched_project_makes_reviews_by_itself(coders: Coders) -> None:
    coders.team.says("ana", "/review watch gitlab:data/churn")
    coders.team.sees_alone("ana", "becomes a review of this team by itself")
    coders.double.opens(coders.project, "ana", "Features for churn")
    coders.team.clock.passes(minutes=15)
    coders.team.says("ana", "/review team")
    seen = coders.team.answers("ana")[-1]
    assert "Features for churn" in seen
    assert "Labels for churn" not in seen
