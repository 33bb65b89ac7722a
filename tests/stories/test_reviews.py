"""Reviews: asked for in a line, found a reviewer, answered by a tap, reminded with tact."""

import pytest

from tests.team import Clock, Team, words

PULL = "https://github.com/acme/churn-model/pull/412"
NOTEBOOK = "https://app.hex.tech/acme/app/churn"


@pytest.fixture
def asked(team: Team, clock: Clock) -> Team:
    """Ana asked Dana to look at a pull request, on Monday at ten; Dana is at work."""
    team.says("ana", f"/review {PULL} the new loss, for @dana by tomorrow")
    clock.passes(hours=6)
    return team


def test_a_link_is_enough_and_whoever_is_next_is_told_why(team: Team, clock: Clock) -> None:
    team.says("ana", f"/review {PULL}/files?utm_source=mail the new loss")
    team.sees_alone("ana", "Asked @ben (next in turn).")
    team.sees_alone("ana", f"<{PULL}>")
    clock.passes(hours=6)

    letter = words(team.dm_hears("ben", "@ana would like your eyes on this: you are next."))
    assert "“the new loss”" in letter
    team.does_not_hear("chiara", "churn-model", at="#ds-team")


def test_whoever_is_named_is_asked(asked: Team) -> None:
    letter = words(asked.dm_hears("dana", "you were asked by name"))
    assert "Wished by Tue 10 Mar." in letter


def test_a_reviewer_takes_it_and_approves_it(asked: Team) -> None:
    asked.clicks("dana", "I'll look at it", at="dm")
    asked.dm_hears("dana", "It stays with you until you tap a verdict.")
    asked.clicks("dana", "Approve", at="dm")
    asked.dm_hears("ana", "@dana approved it.")
    asked.says("ana", "/review mine")
    asked.sees_alone("ana", "Nothing waits for you")


def test_comments_bring_it_to_the_author_and_her_tap_brings_it_back(asked: Team) -> None:
    asked.clicks("dana", "I have comments", at="dm")
    asked.dm_hears("ana", "@dana has comments for you.")
    asked.clicks("ana", "Ready for another look", at="dm")
    asked.dm_hears("dana", "Yours to act on")
    asked.says("ana", "/review list")
    asked.sees_alone("ana", "With @dana.")


def test_the_second_tap_is_told_what_happened_first(asked: Team) -> None:
    asked.says("dana", "/review approve 1")
    asked.says("dana", "/review comments 1")
    asked.sees_alone("dana", "You approved it a moment ago. Nothing is left to do.")


def test_handed_on_it_goes_to_somebody_else_and_back_to_nobody(asked: Team) -> None:
    asked.chooses("dana", "Something else", at="dm", selected_option={"value": "decline"})
    asked.dm_hears("dana", "It is with @ben now.")
    asked.dm_hears("dana", "This is with somebody else now.")
    asked.dm_hears("ana", "@ben looks at it")


def test_a_notebook_lives_the_same_life(team: Team, clock: Clock) -> None:
    team.says("ana", f"/review {NOTEBOOK} for @dana")
    clock.passes(hours=6)
    team.dm_hears("dana", "notebook by @ana")
    team.clicks("dana", "Seen", at="dm")
    team.clicks("dana", "Approve", at="dm")
    team.dm_hears("ana", "@dana approved it.")


def test_one_reminder_after_a_working_day_with_the_way_out(team: Team, clock: Clock) -> None:
    team.says("ana", f"/review {PULL} for @dana")
    clock.passes(hours=23, minutes=30)
    team.does_not_hear("dana", "This waits for a look.", at="dm")
    clock.passes(hours=1)
    team.dm_hears("dana", "This waits for a look. A word is enough, or hand it on.")
    team.does_not_hear("ana", "This waits for", at="dm")
    team.does_not_hear("ben", "churn-model", at="dm")


def test_wished_by_tomorrow_the_reminder_comes_as_tomorrow_begins(
    asked: Team, clock: Clock
) -> None:
    clock.passes(hours=16, minutes=50)
    asked.does_not_hear("dana", "This waits for a look.", at="dm")
    clock.passes(minutes=15)
    asked.dm_hears("dana", "This waits for a look. A word is enough, or hand it on.")


def test_the_morning_letter_has_it_from_the_next_day_on(asked: Team, clock: Clock) -> None:
    asked.does_not_hear("dana", "yours to act on, the oldest first", at="dm")
    clock.passes(days=1)
    asked.dm_hears("dana", "Reviews that are yours to act on, the oldest first")
    asked.clicks("dana", "Open", at="dm")
    asked.dm_hears("dana", "pull request by @ana")


def test_the_form_asks_which_question_it_answers(team: Team, clock: Clock) -> None:
    team.says("ana", "/review")
    team.fills("ana", link=NOTEBOOK, question="Do heavy users churn?", source="events v3")
    assert "Asked <@U0BEN>" in str(team.form("ana"))
    clock.passes(hours=6)
    team.dm_hears("ben", "Question it answers: Do heavy users churn?")
    team.dm_hears("ben", "Data: events v3")


def test_a_form_without_a_link_keeps_what_was_typed(team: Team) -> None:
    team.says("ana", "/review")
    answer = team.fills("ana", link="the notebook", note="please look")
    assert "address of what shall be looked at" in str(answer)


def test_a_message_can_be_pointed_at(team: Team) -> None:
    team.says("ben", f"could somebody look at {PULL}?")
    team.points_at("ana", "could somebody look", by="ask_for_review")
    form = str(team.form("ana"))
    assert PULL in form


def test_the_same_by_mention_and_in_a_dm(team: Team, clock: Clock) -> None:
    team.says("ana", f"<@U0APP> review {PULL}")
    team.sees_alone("ana", "Asked @ben")
    team.says("ana", "review mine", to="dm")
    team.dm_hears("ana", "With @ben.")


def test_what_is_no_link_is_told_what_helps(team: Team) -> None:
    team.says("ana", "/review the churn notebook")
    team.sees_alone("ana", "I need a link to what shall be looked at")
    team.says("ana", "/review help")
    team.sees_alone("ana", "finds a reviewer")


def test_we_have_this_already_is_one_tap_and_reaches_the_author(asked: Team) -> None:
    asked.clicks("dana", "We have this already", at="dm")
    asked.dm_hears("ana", "@dana says: we have this already.")
    asked.clicks("dana", "Link to it", at="dm")
    asked.fills("dana", link="github.com/acme/shared")
    asked.dm_hears("ana", "we have this already. <https://github.com/acme/shared>")


def test_a_project_of_one_is_named_without_a_name(team: Team, clock: Clock) -> None:
    team.says("ana", f"/review {PULL} for @dana")
    team.says("ana", "/review project")
    team.sees_alone("ana", "churn-model: you alone")
    team.says("ben", "/review project")
    team.sees_alone("ben", "churn-model: one person")
    team.says("dana", "/review approve 1")
    team.says("ben", "/review project")
    team.sees_alone("ben", "churn-model: 2 people")


def test_who_is_off_is_not_chosen_and_it_is_said(team: Team) -> None:
    team.says("ana", "/review on")
    team.clicks("ana", "Start")
    team.says("ana", "/review off")
    team.says("ana", f"/review {PULL}")
    team.sees_alone("ana", "Reviews are off in this team, so I chose nobody.")


def test_figures_name_nobody(asked: Team) -> None:
    asked.says("dana", "/review approve 1")
    asked.says("ben", "/review stats")
    said = words(asked.sees_alone("ben", "This team's reviews of the last 90 days"))
    assert "@" not in said
