"""Waits found in answers: clocked at once, told by a tap, carried on without new words."""

import pytest

from tests.stories.test_standups import TUESDAY, answers, replies
from tests.team import Clock, Team, buttons, words

WAIT = "waiting on Dana for the schema change"


@pytest.fixture
def standup(team: Team, clock: Clock) -> Team:
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    clock.passes(**TUESDAY)
    return team


def test_a_wait_is_clocked_and_nobody_else_hears_of_it(standup: Team) -> None:
    answers(standup, "ana", plan="Finish the churn features", waits=WAIT)

    told = words(standup.form("ana"))
    assert "I read a wait, clocked as *#1*. Only you see it:" in told
    assert "Track and tell #ds-team" in told
    standup.says("ben", "/blocked list")
    assert "schema change" not in standup.answers("ben")[-1]
    standup.says("ana", "/blocked mine")
    assert "schema change" in standup.answers("ana")[-1]


def test_told_by_a_tap_it_stands_in_the_thread_and_not_in_the_channel(standup: Team) -> None:
    answers(standup, "ana", waits=WAIT)
    standup.clicks_in_form("ana", "Track and tell #ds-team")

    assert "*#1* is tracked. #ds-team will see this." in words(standup.form("ana"))
    assert "Blocker #1" in replies(standup)
    standup.does_not_hear("ben", "Blocker #1")


def test_told_the_evening_before_it_comes_with_the_answer(standup: Team, clock: Clock) -> None:
    clock.passes(hours=8)
    standup.says("ana", "/standup")
    standup.fills("ana", waits=WAIT)
    standup.clicks_in_form("ana", "Track and tell #ds-team")

    told = words(standup.form("ana"))
    assert "*#1* is tracked. #ds-team sees it with your answer." in told
    standup.does_not_hear("ben", "Blocker #1")
    clock.passes(hours=16)
    standup.does_not_hear("ben", "Blocker #1")
    assert "Blocker #1" in replies(standup, "Wednesday 11 March")


def test_no_blocker_is_taken_back(standup: Team) -> None:
    answers(standup, "ana", waits=WAIT)
    standup.clicks_in_form("ana", "Not a blocker")

    assert "*#1* is no blocker, and is not counted." in words(standup.form("ana"))
    standup.says("ana", "/blocked mine")
    assert "schema change" not in standup.answers("ana")[-1]


def test_only_clocked_stays_with_its_author(standup: Team) -> None:
    answers(standup, "ana", waits=WAIT)
    standup.clicks_in_form("ana", "Only clock it")

    assert "*#1* is clocked. Only you see this." in words(standup.form("ana"))


def test_no_answer_about_waits_ends_anything(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", waits=WAIT)
    clock.passes(days=1)
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    standup.fills("ana", plan="More features", waits="None")

    assert words(standup.form("ana")).count("I read a wait") == 0
    standup.says("ana", "/blocked mine")
    assert "schema change" in standup.answers("ana")[-1]


def test_an_open_wait_names_in_the_form_whom_it_waits_on(standup: Team) -> None:
    standup.says("ana", "/blocked waiting on the churn table from @dana")
    standup.says("ana", "/standup")
    first = next(one for one in standup.form("ana")["blocks"] if one["type"] == "input")
    assert first["label"]["text"] == "#1 waiting on the churn table from @dana"


def test_an_open_wait_stands_at_the_top_of_the_form(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", waits=WAIT)
    clock.passes(days=1)
    standup.dm_hears("ana", "1 open wait of yours stands in the form.")
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    first = next(one for one in standup.form("ana")["blocks"] if one["type"] == "input")
    assert first["label"]["text"].startswith("#1 ")
    options = [one["text"]["text"] for one in first["element"]["options"]]
    assert options == ["Still waiting", "Resolved", "Changed"]

    resolved = next(one for one in first["element"]["options"] if one["value"] == "resolved")
    standup.fills("ana", plan="Back to it", **{first["block_id"]: {"selected_option": resolved}})
    standup.says("ana", "/blocked mine")
    assert "schema change" not in standup.answers("ana")[-1]


def test_the_same_wait_said_again_goes_on_as_the_one_it_is(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", waits=WAIT)
    clock.passes(days=1)
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    standup.fills("ana", waits=WAIT)

    told = words(standup.form("ana"))
    assert "*#1* goes on: I took this for the wait that is open already." in told
    standup.clicks_in_form("ana", "A different one")
    assert "clocked as *#2*" in words(standup.form("ana"))


def test_an_edit_finds_no_wait_twice(standup: Team) -> None:
    answers(standup, "ana", waits=WAIT)
    standup.clicks("ana", "Edit", at="dm")
    standup.fills("ana", plan="Also this")

    standup.says("ana", "/blocked mine")
    assert "#2" not in standup.answers("ana")[-1]


def test_waits_in_a_reply_are_offered_in_its_place(standup: Team) -> None:
    standup.says("ana", f"Churn features today. {WAIT.capitalize()}", to="dm")
    standup.clicks("ana", "Post", at="dm")

    shown = standup.dm_hears("ana", "I read a wait, clocked as *#1*")
    assert "Not a blocker" in buttons(shown)
    standup.clicks("ana", "Track and tell #ds-team", at="dm")
    assert "Blocker #1" in replies(standup)
