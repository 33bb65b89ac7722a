"""One cause, many waiters: tied by a tap, untied by a tap, told once when it looks clear."""

import pytest

from tests.team import Clock, Team, buttons, words

FIRST = "/blocked waiting on the ETL change that adds the contract dates to the churn table"
SAME = "/blocked still waiting for the contract dates in the churn table (ETL change)"
OTHER = "/blocked GPU quota for the image tagging run is used up"
BENS_MORNING = "2026-03-09T13:30:00Z"  # 9:30 in New York, where he works


@pytest.fixture
def tied(team: Team, clock: Clock) -> Team:
    """Ben's #2 has the same cause as Ana's #1."""
    team.says("ana", FIRST)
    clock.passes(minutes=5)
    team.says("ben", SAME)
    team.clicks("ben", "Same as #1", on="tracked as")
    return team


def test_the_same_wait_in_other_words_is_offered_to_be_tied(team: Team) -> None:
    team.says("ana", FIRST)
    team.says("ben", SAME)
    assert "Same as #1" in buttons(team.sees_alone("ben", "tracked as *#2*"))
    team.says("chiara", OTHER)
    assert not any("Same as" in one for one in buttons(team.sees_alone("chiara", "*#3*")))


def test_what_the_author_may_not_see_is_not_offered(team: Team) -> None:
    team.says("ana", FIRST)
    team.clicks("ana", "Only me", on="tracked as")
    team.says("ben", SAME)

    assert not any("Same as" in one for one in buttons(team.sees_alone("ben", "*#2*")))


def test_what_is_older_than_two_weeks_is_not_offered(team: Team, clock: Clock) -> None:
    team.says("ana", FIRST)
    clock.turns_to("2026-03-24T09:00:00Z")
    team.says("ben", SAME)

    assert not any("Same as" in one for one in buttons(team.sees_alone("ben", "*#2*")))


def test_tied_they_say_so_and_stay_two_waits(tied: Team) -> None:
    tied.sees_alone("ben", "*#2* has the same cause as #1.")
    tied.says("ana", "/blocked show 1")
    tied.sees_alone("ana", "The same cause as #2.")
    tied.says("ana", "/blocked list")
    listed = words(tied.sees_alone("ana", "Open here"))
    assert "#1" in listed
    assert "#2" in listed


def test_untied_by_a_tap_each_is_alone_again(tied: Team) -> None:
    tied.clicks("ben", "Not the same", on="has the same cause")
    tied.sees_alone("ben", "*#2* is a wait of its own again.")
    tied.clicks("dana", "Resolved", on="Blocker #1")

    tied.does_not_hear("ben", "looks clear", at="dm")


def test_when_one_ends_the_other_waiter_is_asked_to_look_and_nothing_is_closed(
    tied: Team, clock: Clock
) -> None:
    tied.clicks("dana", "Resolved", on="Blocker #1")
    tied.does_not_hear("ben", "looks clear", at="dm")
    clock.turns_to(BENS_MORNING)

    asked = tied.dm_hears("ben", "What *#2* waits on looks clear")
    assert buttons(asked) == ["Resolved", "Still waiting"]
    tied.says("ben", "/blocked mine")
    tied.sees_alone("ben", "*#2*")
    tied.does_not_hear("ana", "looks clear", at="dm")


def test_still_waiting_is_one_tap(tied: Team, clock: Clock) -> None:
    tied.clicks("dana", "Resolved", on="Blocker #1")
    clock.turns_to(BENS_MORNING)
    tied.clicks("ben", "Still waiting", at="dm")

    tied.says("ben", "/blocked mine")
    tied.sees_alone("ben", "*#2*")


def test_each_is_told_once(tied: Team, clock: Clock) -> None:
    tied.says("chiara", SAME)
    tied.clicks("chiara", "Same as #2", on="tracked as")
    tied.clicks("dana", "Resolved", on="Blocker #1")
    clock.passes(minutes=5)
    tied.clicks("dana", "Resolved", on="Blocker #2")
    clock.turns_to(BENS_MORNING)

    told = [one for one in tied.messages("chiara", "dm") if "looks clear" in words(one)]
    assert len(told) == 1
    tied.does_not_hear("ben", "looks clear", at="dm")  # over before his day began


def test_it_can_be_said_for_all_without_closing_any(tied: Team, clock: Clock) -> None:
    tied.says("dana", "/blocked show 1")
    tied.clicks("dana", "Looks clear for all", on="The same cause")

    tied.sees_alone("dana", "2 people are asked to check their wait.")
    tied.dm_hears("ana", "What *#1* waits on looks clear")
    clock.turns_to(BENS_MORNING)
    tied.dm_hears("ben", "What *#2* waits on looks clear")
    tied.says("ana", "/blocked list")
    tied.sees_alone("ana", "*#1*")


def test_opened_again_it_may_be_told_again(tied: Team, clock: Clock) -> None:
    clock.turns_to(BENS_MORNING)
    tied.clicks("dana", "Resolved", on="Blocker #1")
    clock.passes(minutes=5)
    tied.clicks("ana", "Reopen", on="Resolved: blocker #1")
    clock.passes(minutes=5)
    tied.clicks("dana", "Resolved", on="Blocker #1")

    told = [one for one in tied.messages("ben", "dm") if "looks clear" in words(one)]
    assert len(told) == 2
