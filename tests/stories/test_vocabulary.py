"""Corrections teach: once put right, the same words are read so in that team; and unlearnt."""

import pytest

from tests.team import Team, buttons, words

HYDRA = "/blocked waiting on the hydra refresh for churn"


def corrects(team: Team, who: str, function: str) -> None:
    team.chooses(who, "Whose work?", selected_option={"value": function})


@pytest.fixture
def taught(team: Team) -> Team:
    """Hydra, whatever it sounds like, is labeling work here."""
    team.says("ana", HYDRA)
    corrects(team, "ana", "labeling")
    return team


def test_after_one_correction_the_same_words_are_read_so(taught: Team) -> None:
    taught.says("ben", HYDRA)
    taught.sees_alone("ben", "*Waiting on:* Labeling")


def test_so_are_other_words_for_the_same_thing(taught: Team) -> None:
    taught.says("ben", "/blocked hydra still has no refresh, so churn has to wait")
    taught.sees_alone("ben", "*Waiting on:* Labeling")


def test_words_about_something_else_are_not(taught: Team) -> None:
    taught.says("ben", "/blocked waiting on legal to approve the contract with the vendor")
    assert "Labeling" not in _understood(taught, "ben")


def test_another_team_is_taught_nothing(taught: Team) -> None:
    other = taught.channel("forecasts", "ben", "app")
    taught.says("ben", HYDRA, to=other)
    assert "*Waiting on:* Labeling" not in words(taught.messages("ben", other)[-1])


def test_a_later_correction_wins(taught: Team) -> None:
    taught.says("ben", HYDRA)
    taught.clock.passes(minutes=1)
    corrects(taught, "ben", "compute_gpu")
    taught.says("chiara", HYDRA)
    taught.sees_alone("chiara", "*Waiting on:* Compute / GPU")


def test_what_a_form_corrects_teaches_as_well(team: Team) -> None:
    team.says("ana", HYDRA)
    team.clicks("ana", "Edit")
    team.fills("ana", function={"selected_option": {"value": "labeling"}})
    team.says("ben", HYDRA)
    team.sees_alone("ben", "*Waiting on:* Labeling")


def test_a_project_that_was_put_right_is_known(team: Team) -> None:
    team.says("ana", HYDRA)
    team.clicks("ana", "Edit")
    team.fills("ana", project="Churn model v3")
    team.says("ben", HYDRA)
    team.sees_alone("ben", "*Project:* Churn model v3")


def test_a_nickname_is_known_once_its_bearer_was_chosen(team: Team) -> None:
    team.says("ana", "/blocked waiting on Dee to merge the schema change")
    team.chooses("ana", "From whom?", selected_user="U0DANA")
    team.says("ben", "/blocked waiting on Dee to review the export")
    team.sees_alone("ben", "@dana")


def test_what_only_its_author_sees_teaches_only_its_author(team: Team) -> None:
    team.says("ana", "<@U0APP> I'm still waiting on the hydra refresh for churn")
    team.says("ana", "/blocked edit 1")
    team.fills("ana", function={"selected_option": {"value": "labeling"}}, audience=_only_me())

    team.says("ben", HYDRA)
    assert "Labeling" not in _understood(team, "ben")
    team.says("ben", "/pinwheel words")
    team.sees_alone("ben", "Nobody has taught me words yet.")
    team.says("ana", "/pinwheel words")
    team.sees_alone("ana", "hydra")


def test_the_list_shows_the_words_and_what_they_mean(taught: Team) -> None:
    taught.says("ben", "/pinwheel words")
    shown = taught.sees_alone("ben", "means Labeling.")
    assert "hydra refresh" in words(shown)
    assert buttons(shown) == ["Remove"]


def test_whoever_taught_it_takes_it_back(taught: Team) -> None:
    taught.says("ana", "/pinwheel words")
    taught.clicks("ana", "Remove")
    taught.sees_alone("ana", "Forgotten: I read")

    taught.says("ben", HYDRA)
    assert "*Waiting on:* Labeling" not in _understood(taught, "ben")


def test_others_ask_them_or_who_keeps_the_team(taught: Team) -> None:
    taught.says("ben", "/pinwheel words")
    taught.clicks("ben", "Remove")
    taught.sees_alone("ben", "Whoever taught me that can take it back")


def test_no_name_of_a_person_is_kept_among_the_words(team: Team) -> None:
    team.says("ana", "/blocked waiting on Priya and <@U0BEN> for the hydra refresh")
    corrects(team, "ana", "labeling")
    team.says("ana", "/pinwheel words")
    shown = words(team.sees_alone("ana", "hydra"))
    assert "priya" not in shown.lower()
    assert "ben" not in shown.lower()


def _understood(team: Team, who: str) -> str:
    return team.answers(who)[-1].partition("Whose work?")[0]


def _only_me() -> dict[str, object]:
    return {"selected_option": {"value": "me"}}
