"""What code hosts are said to do, whatever is written there: no crowd is called, no link hides."""

from hypothesis import given
from hypothesis import strategies as st

from bot.hosts import IS_THIS_YOU, KINDS
from handlers.views import letters
from tests.handlers.views import hosts_scenes as scenes
from tests.handlers.views.cards import NOW
from tests.handlers.views.hostile import ANY
from tests.handlers.views.limits import problems_of_message


@given(
    ANY,
    st.sampled_from([*KINDS, IS_THIS_YOU]),
    st.sampled_from(["gone", "branch", "refused", "invalid"]),
)
def test_no_letter_does_harm_or_breaks_a_limit(text: str, kind: str, why: str) -> None:
    facts = scenes.about(text, why=why, link=text)
    assert problems_of_message(dict(letters.render(kind, None, facts, now=NOW))) == []


@given(ANY)
def test_no_answer_does_harm_or_breaks_a_limit(text: str) -> None:
    for said in scenes.answers_about(text).values():
        assert problems_of_message(dict(said)) == []
