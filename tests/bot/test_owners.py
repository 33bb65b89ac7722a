"""What follows `/pinwheel owner`, read: the function, whom it names, why, and what changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.functions import FUNCTIONS, OTHER
from bot.owners import OwnerLine, Target, function_named, parse, target_of

DANA = Target("person", "U0DANA")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("data_engineering <@U0DANA>", OwnerLine("ask", "data_engineering", DANA)),
        ("data_engineering <@U0DANA|dana>", OwnerLine("ask", "data_engineering", DANA)),
        (
            "Data engineering <@U0DANA>, because she builds the tables",
            OwnerLine("ask", "data_engineering", DANA, "she builds the tables"),
        ),
        (
            "gpu <!subteam^S0PLAT|@platform>",
            OwnerLine("ask", "compute_gpu", Target("group", "S0PLAT", "platform")),
        ),
        (
            "legal <#C0LEGAL|legal-help>",
            OwnerLine("ask", "legal_security_privacy", Target("channel", "C0LEGAL", "legal-help")),
        ),
        ("data_engineering mute", OwnerLine("mute", "data_engineering")),
        ("ML engineering none", OwnerLine("none", "ml_engineering")),
        ("labeling deliberate", OwnerLine("deliberate", "labeling")),
        ("", OwnerLine("form", None)),
        ("data engineering", OwnerLine("form", "data_engineering")),
        ("cooking <@U0DANA>", OwnerLine("ask", None, DANA)),
    ],
)
def test_a_line_is_read(text: str, line: OwnerLine) -> None:
    assert parse(text) == line


@pytest.mark.parametrize("function", [one for one in FUNCTIONS if one != OTHER])
def test_a_function_is_known_by_its_id_and_by_its_name(function: str) -> None:
    assert function_named(function) == function
    assert function_named(FUNCTIONS[function]) == function


@pytest.mark.parametrize("words", ["data", "engineering", "", "something else", "?"])
def test_words_that_fit_several_functions_or_none_name_none(words: str) -> None:
    assert function_named(words) is None


@given(st.text(max_size=200))
def test_every_text_is_read(text: str) -> None:
    assert parse(text).act in ("ask", "form", "none", "mute", "unmute", "deliberate", "ordinary")


def test_an_id_tells_what_it_is_the_id_of() -> None:
    assert [target_of(one).kind for one in ("U0DANA", "W0DANA", "S0DATA", "C0ML")] == [
        "person",
        "person",
        "group",
        "channel",
    ]
