"""On which function a line waits: rules, and lines in the variety that people type."""

from datetime import UTC, datetime

import pytest

from bot.functions import FUNCTIONS
from bot.reading import read
from bot.reading.function import function_in
from bot.reading.vocabulary import TOGETHER, WORDS
from tests.bot.lines_by_function import LINES

NOW = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
EXAMPLES = [(line, function) for function, lines in LINES.items() for line in lines]


@pytest.mark.parametrize(("line", "function"), EXAMPLES)
def test_a_line_is_put_to_its_function(line: str, function: str) -> None:
    assert read(line, people={}, now=NOW, zone="UTC").function == function


def test_every_function_has_a_name_words_and_examples() -> None:
    assert set(LINES) == set(FUNCTIONS)
    assert set(WORDS) == set(FUNCTIONS) - {"other"}
    assert {function for function, *_ in TOGETHER} <= set(WORDS)
    assert all(FUNCTIONS.values())


def test_no_phrase_stands_twice_in_the_table() -> None:
    for function, weighed in WORDS.items():
        phrases = [one.strip() for listed in weighed.values() for one in listed.split(",")]
        assert len(phrases) == len(set(phrases)), function
        assert all(phrases), function


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("waiting on ETL changes for churn", ("ETL changes",)),
        ("Still NO access to the warehouse", ("access to",)),
        ("waiting on front-end", ("front-end",)),
        ("CI/CD is red", ("CI/CD",)),
        ("gpu, GPU, gpu", ("gpu", "GPU")),
        ("waiting on Marek", ()),
    ],
)
def test_it_says_which_words_decided_as_they_were_written(line: str, words: tuple[str]) -> None:
    assert function_in(line).words == words


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("waiting on ETL changes for the GPU dashboard", "data_engineering"),
        ("waiting on GPUs for the ETL rewrite", "compute_gpu"),
        ("need access so I can review the model", "data_access"),
        ("legal has to sign off before we deploy the model", "legal_security_privacy"),
        ("can't deploy until legal signs", "legal_security_privacy"),
        ("the frontend team must change the schema form", "frontend"),
    ],
)
def test_what_is_awaited_outweighs_what_it_is_for(line: str, function: str) -> None:
    assert function_in(line).id == function


@pytest.mark.parametrize("line", ["prelabelled", "legally", "apis2", "reviewless", "laccess"])
def test_a_word_within_another_word_says_nothing(line: str) -> None:
    assert function_in(line).id == "other"


def test_a_link_to_a_review_is_a_hint() -> None:
    assert (
        function_in("waiting for this", links=("https://github.com/a/b/pull/7",)).id
        == "code_review"
    )


def test_a_named_company_is_an_outside_party() -> None:
    understood = function_in("waiting on Acme", outside="Acme")
    assert (understood.id, understood.words) == ("external_vendor", ("Acme",))
