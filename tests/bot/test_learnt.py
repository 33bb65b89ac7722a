"""What a team taught the reader goes first; it reaches its own words and no others."""

from datetime import UTC, datetime

import pytest

from bot.reading import Learnt, Taught, read, telling_words, waits_in
from bot.reading.learnt import FUNCTION, NICKNAME, PROJECT
from bot.vocabulary import Meant, lessons

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
HYDRA = Learnt((Taught(FUNCTION, "hydra refresh churn", "labeling"),))


def function_of(text: str, learnt: Learnt) -> str:
    return read(text, people={}, now=NOW, zone="UTC", learnt=learnt).function


@pytest.mark.parametrize(
    "text",
    [
        "waiting on the hydra refresh for churn",
        "Hydra refresh (churn)",
        "hydra still has no refresh, so churn has to wait",
    ],
)
def test_the_taught_words_decide(text: str) -> None:
    assert function_of(text, HYDRA) == "labeling"
    assert function_of(text, Learnt()) != "labeling"


@pytest.mark.parametrize(
    "text", ["waiting on legal to sign the contract", "hydra is green", "refresh my memory", ""]
)
def test_others_are_read_as_before(text: str) -> None:
    assert function_of(text, HYDRA) == function_of(text, Learnt())


def test_found_waits_are_read_so_too() -> None:
    text = "EDA is done. I am still waiting on Dana for the hydra refresh of churn."
    assert [one.function for one in waits_in(text, learnt=HYDRA)] == ["labeling"]


def test_the_words_that_decided_are_named() -> None:
    reading = read(
        "waiting on the hydra refresh for churn", people={}, now=NOW, zone="UTC", learnt=HYDRA
    )
    assert reading.function_words == ("hydra refresh churn",)


def test_of_the_same_words_the_later_meaning_counts() -> None:
    later = Learnt((*HYDRA.taught, Taught(FUNCTION, "hydra refresh churn", "compute_gpu")))
    assert function_of("waiting on the hydra refresh for churn", later) == "compute_gpu"


def test_one_word_alone_says_too_little_about_a_function() -> None:
    learnt = Learnt((Taught(FUNCTION, "approve", "frontend"),))
    assert function_of("waiting on Kim to approve the GPU quota for churn", learnt) != "frontend"


def test_nothing_that_only_names_a_person_or_a_number_is_taught() -> None:
    assert telling_words("waiting on <@U0DANA>, Priya and #42 since 3 days") == ""


def test_a_nickname_and_a_project_are_known() -> None:
    learnt = Learnt(
        (Taught(NICKNAME, "dee", "U0DANA"), Taught(PROJECT, "churn table", "Churn model v3"))
    )
    reading = read(
        "waiting on Dee for the churn table", people={}, now=NOW, zone="UTC", learnt=learnt
    )
    assert reading.waiting_on == ("U0DANA",)
    assert reading.project == "Churn model v3"


def taught(words: str, before: Meant, after: Meant, *, reworded: bool = False) -> list[Taught]:
    names = {"dana": "U0DANA"}
    return list(
        lessons(words, before, after, names=names, learnt=Learnt(), now=NOW, reworded=reworded)
    )


def test_a_correction_is_a_lesson() -> None:
    found = taught("waiting on the hydra refresh", Meant("data_engineering"), Meant("labeling"))
    assert found == [Taught(FUNCTION, "hydra refresh", "labeling")]


def test_who_writes_other_words_for_another_wait_corrected_nothing() -> None:
    found = taught("need a GPU", Meant("data_engineering"), Meant("compute_gpu"), reworded=True)
    assert found == []


def test_an_owner_outside_the_team_teaches_no_nickname() -> None:
    words, before = "waiting on Dee to merge the schema change", Meant("code_review")
    assert taught(words, before, Meant("code_review", owner="U0DANA")) == [
        Taught(NICKNAME, "dee", "U0DANA")
    ]
    assert taught(words, before, Meant("code_review", owner="U0STRANGER")) == []
