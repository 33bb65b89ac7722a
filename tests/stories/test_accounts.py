"""Accounts on code hosts: proposed by e-mail, linked by a tap, said by hand if nobody is found."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.hosts.doubles import Double
from tests.hosts.doubles import github as github
from tests.hosts.doubles import repository as repository
from tests.hosts.doubles import weather as weather
from tests.hosts.emulated import Repository
from tests.hosts.gitlab_double import GitLabDouble
from tests.hosts.serving import free_port, served
from tests.running import a_bot, a_slack
from tests.team import PEOPLE, Team, buttons, words

BY_HAND = "`/review me github:your-login`"


def lives_at(team: Team, who: str, address: str) -> None:
    """What this person's profile in Slack says."""
    team.server.workspace.people.get(PEOPLE[who]).email = address


@pytest.fixture
def coders(github: Double, repository: Repository, database_url: str) -> Iterator[Team]:
    """A team whose bot has a key to GitHub, where nobody of them has said who they are."""
    opened: dict[str, Any] = {
        "github_api_url": github.url,
        "github_token": "token-dana",
        "pinwheel_private_hosts": "localhost",
    }
    with a_slack() as server, a_bot(server, database_url, **opened):
        talking = Team(server)
        lives_at(talking, "chiara", "Chiara@example.com")
        yield talking
        talking.close()


def link(github: Double, repository: Repository, number: int) -> str:
    return f"http://{github.web}/{repository.place}/pull/{number}"


def test_who_asks_is_proposed_and_their_tap_links_it(coders: Team) -> None:
    coders.says("chiara", "/review me")
    coders.sees_alone("chiara", "nothing is linked without your tap")
    asked = coders.dm_hears("chiara", "Are you @chiara on GitHub?")
    assert buttons(asked) == ["Yes", "Not me"]

    coders.clicks("chiara", "Yes", at="dm")
    coders.dm_hears("chiara", "You are chiara on GitHub.")
    assert buttons(coders.dm_hears("chiara", "Are you @chiara on GitHub?")) == []
    coders.says("chiara", "/review me")
    coders.sees_alone("chiara", "You are chiara on GitHub")


def test_a_reviewer_hears_why_they_are_not_requested_there_and_a_tap_mends_it(
    coders: Team, github: Double, repository: Repository
) -> None:
    number = repository.opens("labels", "Labels for churn")
    coders.says("hugo", f"/review {link(github, repository, number)} for @chiara")
    told = words(coders.dm_hears("chiara", "@hugo would like your eyes on this"))
    assert f"I could not request you on GitHub: link your account with {BY_HAND}." in told
    assert repository.requested(number) == []

    coders.clicks("chiara", "Yes", at="dm")
    coders.quiet()
    assert repository.requested(number) == ["chiara"]


def test_who_asks_for_a_review_and_is_not_found_reads_how_to_say_it(
    coders: Team, github: Double, repository: Repository
) -> None:
    number = repository.opens("labels", "Labels for churn")
    coders.says("ana", f"/review {link(github, repository, number)} for @chiara")
    coders.sees_alone(
        "ana", f"I don't know who you are on GitHub: link your account with {BY_HAND}"
    )
    coders.does_not_hear("ana", "Are you", at="dm")


def test_it_is_asked_once_and_a_no_links_nothing(
    coders: Team, github: Double, repository: Repository
) -> None:
    first = repository.opens("labels", "Labels for churn")
    coders.says("ana", f"/review {link(github, repository, first)} for @chiara")
    coders.clicks("chiara", "Not me", at="dm")
    coders.dm_hears("chiara", "Thank you, then nothing is linked.")

    second = repository.opens("features", "Features for churn")
    coders.says("ana", f"/review {link(github, repository, second)} for @chiara")
    coders.clock.passes(hours=4)
    assert coders.transcript("chiara", "dm").count("Are you @chiara on GitHub?") == 1
    assert repository.requested(second) == []


@pytest.mark.parametrize("address", ["ara@example.com", "chiara@example.co", ""])
def test_an_address_that_is_only_like_it_is_nobody(coders: Team, address: str) -> None:
    lives_at(coders, "chiara", address)
    coders.says("chiara", "/review me")
    coders.dm_hears("chiara", f"Tell me yourself who you are there: {BY_HAND}.")
    coders.does_not_hear("chiara", "Are you", at="dm")


def test_without_the_scope_it_is_said_by_hand(coders: Team) -> None:
    coders.server.workspace.app.removed.add("users:read.email")
    coders.says("chiara", "/review me")
    told = words(coders.dm_hears("chiara", "I can't see your e-mail address here"))
    assert BY_HAND in told
    coders.says("chiara", "/review me github:chiara")
    coders.sees_alone("chiara", "You are chiara on GitHub.")


def test_a_second_person_with_the_same_address_is_not_offered_what_is_taken(coders: Team) -> None:
    coders.says("ben", "/review me github:chiara")
    coders.says("chiara", "/review me")
    coders.dm_hears("chiara", "Nobody whom I could take for you")


def test_gitlab_finds_the_one_who_shows_that_very_address(database_url: str) -> None:
    port = free_port()
    double = GitLabDouble(f"http://localhost:{port}")
    double.shown_addresses = {"ben": "chiara@halden.example.org", "dana": "chiara@halden.example"}
    opened: dict[str, Any] = {
        "gitlab_api_url": f"{double.url}/api/v4",
        "gitlab_token": "token-dana",
        "pinwheel_private_hosts": "localhost",
    }
    with served(double, port), a_slack() as server, a_bot(server, database_url, **opened):
        team = Team(server)
        team.says("chiara", "/review me")
        team.dm_hears("chiara", "Are you @dana on GitLab?")
        team.clicks("chiara", "Yes", at="dm")
        team.dm_hears("chiara", "You are dana on GitLab.")
        team.close()
