"""Whatever people write into a standup: no crowd is called, no limit broken, nothing cut in two."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.standups import Given, Shown, pieces_of
from handlers.views import standups
from tests.handlers.views import standup_scenes as scenes
from tests.handlers.views.cards import NOW
from tests.handlers.views.hostile import ANY
from tests.handlers.views.limits import problems_of_message, problems_of_modal

_PATIENT = settings(deadline=None, max_examples=150)


@given(ANY)
@_PATIENT
def test_no_answer_does_harm_or_breaks_a_limit(text: str) -> None:
    for value in (
        scenes.confirmed(text, *scenes.found(text), changed=scenes.form_of(text).blockers),
        scenes.preview(text, 2),
        scenes.who(text),
        Shown(scenes.MONDAY, None, (scenes.reply_of(text),) * 9),
    ):
        assert problems_of_message(dict(standups.answer(value))) == []


@given(ANY)
@_PATIENT
def test_no_letter_does_harm_or_breaks_a_limit(text: str) -> None:
    for said in (
        standups.reply(scenes.reply_of(text)),
        standups.reminder(scenes.reminded(text)),
        standups.question(scenes.asked(text, plan=(text,) * 10, questions=(text,) * 7), NOW),
    ):
        assert problems_of_message(dict(said)) == []


@given(ANY)
@_PATIENT
def test_no_form_does_harm_or_breaks_a_limit(text: str) -> None:
    assert problems_of_modal(standups.form(scenes.form_of(text, unsaid=scenes.unsaid(text)))) == []
    assert problems_of_modal(standups.confirmed(scenes.confirmed(text, *scenes.found(text)))) == []


@given(ANY, st.integers(min_value=40, max_value=300))
@_PATIENT
def test_words_in_pieces_are_the_words_again(text: str, most: int) -> None:
    pieces = pieces_of(text, most)
    assert "".join(pieces) == text


@given(st.lists(st.sampled_from(["word ", "<@U0DANA>", "\n", "&amp;", "longer-word-than-most "])))
@_PATIENT
def test_no_piece_is_too_long_or_ends_inside_a_mention(parts: list[str]) -> None:
    for piece in pieces_of("".join(parts), 40):
        assert len(piece) <= 40
        assert piece.count("<") == piece.count(">")
        assert piece.count("&") == piece.count("&amp;")


def test_what_was_entered_is_read_back_by_its_field() -> None:
    form = scenes.form_of()
    options = {"selected_option": {"value": "done"}}
    state = {
        "plan": {"plan": {"value": "the docs"}},
        "waits": {"waits": {"value": None}},
        standups.tick_name(form.items[0]): {standups.tick_name(form.items[0]): options},
        "carry-b12": {"carry-b12": {"selected_option": {"value": "resolved"}}},
    }
    entered = standups.read_form(state, form)

    assert entered.given == (Given("plan", "What is next?", "the docs"),)
    assert [one.how for one in entered.ticks] == ["done"]
    assert dict(entered.carried) == {"b12": "resolved"}


@given(st.dictionaries(st.text(max_size=5), st.none() | st.integers() | st.text(max_size=5)))
@_PATIENT
def test_reading_a_form_is_total(state: dict[str, object]) -> None:
    entered = standups.read_form(state, scenes.form_of())
    assert entered.given == ()
