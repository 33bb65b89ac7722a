"""User groups in the sandbox: who is in them, and what the app is told when that changes."""

from slack_sdk import WebClient

from tests.sandbox.page import Page
from tests.sandbox.probe import Probe

GROUP = "S0DATAENG"


def test_the_members_of_a_group_are_told_to_whoever_may_ask(slack: WebClient, page: Page) -> None:
    page.post("/sandbox/scopes", add=["usergroups:read"])
    assert slack.usergroups_users_list(usergroup=GROUP)["users"] == ["U0DANA", "U0GITA"]
    (group,) = slack.usergroups_list()["usergroups"]
    assert (group["handle"], group["user_count"]) == ("data-eng", 2)


def test_changes_of_a_group_are_told(probe: Probe, page: Page) -> None:
    page.post(f"/sandbox/groups/{GROUP}", users=["gita", "U0BEN"])
    page.post(f"/sandbox/groups/{GROUP}", handle="tables")
    page.quiet()
    changed = probe.named("subteam_members_changed")[0]["event"]
    assert (changed["added_users"], changed["removed_users"]) == (["U0BEN"], ["U0DANA"])
    renamed = probe.named("subteam_updated")[0]["event"]["subteam"]
    assert (renamed["handle"], renamed["users"]) == ("tables", ["U0GITA", "U0BEN"])
