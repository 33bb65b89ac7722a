"""What is a subcommand, what is a blocker, and what the subcommands do."""

import pytest

from tests.team import Team, buttons


@pytest.mark.parametrize("asked", ["help", "?", "--help", "HELP", "help!"])
def test_help_is_one_screen_for_one_person(team: Team, asked: str) -> None:
    team.says("ana", f"/blocked {asked}")

    answer = team.sees_alone("ana", "/blocked waiting on ETL changes for churn from @dana")
    assert len(answer["text"].splitlines()) <= 24
    assert team.posts("blocked") == []


@pytest.mark.parametrize(
    "said",
    [
        "list of users isn't loading",
        "resolve the merge conflict, waiting on Priya",
        "resolve 12 failing tests",
        "mine is the only notebook that fails",
        "edit rights on the dashboard are missing",
        "help from platform with the cluster",
        "done deal needs legal's signature",
    ],
)
def test_words_that_only_begin_like_a_subcommand_are_a_blocker(team: Team, said: str) -> None:
    team.says("ana", f"/blocked {said}")

    team.hears("ben", said)


def test_resolve_with_a_number_that_exists_takes_any_note(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked resolve 1 failing tests are gone")

    team.sees_alone("ana", "*#1* is resolved after less than 5 min of working time.")
    team.hears("ben", 'What helped: "failing tests are gone".')


def test_done_is_the_same_as_resolve(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ben", "/blocked done #1")

    team.hears("ana", "@ben closed it")


def test_a_number_that_is_not_there_is_said_so(team: Team) -> None:
    team.says("ana", "/blocked show 12")

    team.sees_alone("ana", "I can't find that blocker. `/blocked list` shows the open ones.")


@pytest.mark.parametrize("said", ["resolve 0", "done -3", "reopen 1.5", "edit 99999999999"])
def test_a_number_that_cannot_be_is_said_so_and_posts_nothing(team: Team, said: str) -> None:
    team.says("ana", f"/blocked {said}")

    team.sees_alone("ana", "I can't find that blocker. `/blocked list` shows the open ones.")
    assert team.posts(said) == []


def test_resolve_alone_takes_the_only_one(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ben", "/blocked no GPU left for the sweep")
    team.says("ana", "/blocked resolve")

    team.hears("ben", "Resolved: blocker #1")
    team.hears("ben", "*Blocker #2*")


def test_resolve_alone_with_several_is_a_choice_to_tap(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked no GPU left for the sweep")
    team.says("ana", "/blocked resolve")
    team.sees_alone("ana", "You have several open waits. Which one do you mean?")

    [first, _] = [one for one in team.messages("ana", "#ds-team") if one.get("ephemeral")][-1][
        "blocks"
    ][1:]
    assert "new schema" in str(first["text"])
    team.clicks("ana", "Resolved", on="Which one do you mean?")
    team.sees_alone("ana", "*#1* is resolved")


def test_resolve_alone_with_none_says_so(team: Team) -> None:
    team.says("ana", "/blocked resolve")

    team.sees_alone("ana", "You have no open waits.")


def test_reopen_alone_offers_what_has_ended(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked reopen")
    team.sees_alone("ana", "None of your waits has ended yet")

    team.says("ana", "/blocked resolve 1")
    team.says("ana", "/blocked reopen")
    team.clicks("ana", "Reopen", on="Which one is not over after all?")
    team.sees_alone("ana", "*#1* is open again, as the same wait.")


def test_edit_and_show_alone_take_the_only_one(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")

    team.says("ana", "/blocked show")
    team.sees_alone("ana", "*#1*, reported by you.")
    team.says("ana", "/blocked edit")
    assert team.form("ana")["title"]["text"] == "Edit blocker #1"


def test_show_tells_the_whole_story(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema from @dana")
    team.clicks("dana", "On it", on="new schema")
    team.says("ana", "/blocked show 1")

    team.sees_alone("ana", "reported by you")
    team.sees_alone("ana", "taken in hand by @dana")
    assert "Undo" in buttons(team.sees_alone("ana", "In hand: @dana is on it."))

    team.says("dana", "/blocked show 1")
    team.sees_alone("dana", "reported by @ana")
    assert "Undo" not in buttons(team.sees_alone("dana", "#1"))


def test_reopen_with_a_number(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked resolve 1")
    team.says("ana", "/blocked reopen 1")

    team.sees_alone("ana", "*#1* is open again, as the same wait. #ds-team will see this.")
    team.hears("ben", "*Blocker #1*")


def test_edit_with_a_number_opens_that_one(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked no GPU left")
    team.says("ana", "/blocked edit 2")

    assert team.form("ana")["title"]["text"] == "Edit blocker #2"
    team.fills("ana", words="no GPU left, the sweep stands still")
    team.hears("ben", "the sweep stands still")


def test_numbers_are_short_and_never_given_twice(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.clicks("ana", "Undo")
    team.says("ben", "/blocked no GPU left")

    team.sees_alone("ben", "tracked as *#2*")


def test_each_team_counts_for_itself(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked no numbers for March", to="#churn-model")

    team.sees_alone("ana", "tracked as *#1*", at="#churn-model")
