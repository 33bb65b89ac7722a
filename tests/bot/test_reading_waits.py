"""Waits found in plain words: what is one, what is none, its words, whom it is on."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.functions import FUNCTIONS
from bot.reading import FoundWait, waits_in
from bot.reading.words import words_of


def the_one(text: str, *, field: str = "") -> FoundWait:
    (found,) = waits_in(text, field=field)
    return found


def test_a_wait_among_other_words_is_found_with_its_words() -> None:
    text = "EDA done. I'm still waiting on ETL changes for churn from @dana, so I'll write docs"
    found = the_one(text)
    assert found.words == "waiting on ETL changes for churn from @dana"
    assert text[found.start : found.end] == found.words
    assert (found.function, found.waiting_on) == ("data_engineering", ("dana",))
    assert "waiting" in found.because
    assert 0.5 < found.sure <= 1


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("waiting on ETL changes for the churn table from <@U0DANA>", ("<@U0DANA>",)),
        ("can't start until Priya merges", ("Priya",)),
        ("still no access to the warehouse", ()),
        ("GPU queue is 3 days", ()),
        ("need legal's ok", ("legal",)),
        ("the API returns 403 and nobody knows why", ()),
    ],
)
def test_a_wait_is_found_with_those_it_is_on(text: str, whom: tuple[str, ...]) -> None:
    assert the_one(text).waiting_on == whom


def test_what_somebody_else_must_do_is_found_with_whoever_must() -> None:
    found = the_one("plots done, ADP has to rerun the termination-codes export")
    assert found.words == "ADP has to rerun the termination-codes export"
    assert found.waiting_on == ("ADP",)


def test_a_terse_answer_to_the_question_is_a_wait() -> None:
    found = the_one("Marek's migration", field="blockers")
    assert (found.words, found.waiting_on) == ("Marek's migration", ("Marek",))


def test_several_waits_of_one_answer_are_told_apart() -> None:
    text = "- waiting on Rana's review\n- no access to the eval bucket\n- wrote the docs"
    assert [found.function for found in waits_in(text)] == ["code_review", "data_access"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("need the review by <@U0DANA>, cc <@U0PRIYA>", ("<@U0DANA>",)),
        ("thanks <@U0PRIYA>, now only <@U0DANA> has to merge", ("<@U0DANA>",)),
        ("Dana and I wait for GPUs", ()),
    ],
)
def test_who_is_only_named_is_not_waited_on(text: str, whom: tuple[str, ...]) -> None:
    assert the_one(text).waiting_on == whom


def test_a_phrase_that_the_end_of_a_text_cuts_off_is_no_phrase() -> None:
    for text in ("waiting on data", "no one", "blocked by ML", "waiting for customer"):
        assert all(text[one.start : one.end] == one.words for one in waits_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "no blockers",
        "unblocked",
        "was waiting, fixed now",
        "~waiting on Rana's review~ done",
        "I'm not waiting on anyone",
        "training is running, back in 3 hours",
        "a block of rows",
        "blocked off the morning",
        "Ana is waiting on me for the export",
        "",
        "🙂",
    ],
)
def test_what_is_no_open_wait_is_left_alone(text: str) -> None:
    assert waits_in(text) == ()


PIECES = (
    "waiting on", "blocked by", "until", "<@U0DANA>", "<!subteam^S1|@x>", "<#C1|y>", "<https://x|y>",
    "<@", "need", "`code`", "```", "~", "\n", "> ", "no access", "Dana's", "the platform team",
    "@dana", "&amp;", ":eyes:", "can't",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=10), max_size=30).map(" ".join)


@given(texts | st.text(max_size=300), st.sampled_from(["", "blockers"]))
def test_any_text_is_read_the_same_way_and_never_cut_inside_a_mention(
    text: str, field: str
) -> None:
    found = waits_in(text, field=field)
    assert found == waits_in(text, field=field)
    entities = [word for word in words_of(text) if word.kind in ("entity", "code", "link")]
    for one in found:
        assert text[one.start : one.end] == one.words != ""
        assert one.function in FUNCTIONS
        assert 0 <= one.sure <= 1
        for entity in entities:
            assert not entity.start < one.start < entity.end
            assert not entity.start < one.end < entity.end


def _best_milliseconds(text: str) -> float:
    times = []
    for _ in range(20):
        begin = process_time()
        waits_in(text)
        times.append(process_time() - begin)
    return 1000 * min(times)


ANSWER = (
    "Yesterday I finished the EDA for refunds, cleaned up the notebooks and answered the auditor's"
    " questions about the cohort definition.\nToday: baseline model, first with the old features,"
    " then with the new ones from the web logs if they look complete.\nI'm still waiting on ETL"
    " changes for churn from @dana, so the weekly report stays on last month's table. Otherwise"
    " things go well; calibration looks better than expected and the plots are in the usual folder."
    " Tomorrow I'd like to show them to the pricing folks and hear what they think about the"
    " threshold that we picked."
)


def test_reading_is_quick() -> None:
    assert len(ANSWER) > 560
    assert _best_milliseconds("waiting on ETL changes for the churn table from <@U0DANA>") < 5 * 0.3
    assert _best_milliseconds(ANSWER) < 5 * 2


@pytest.mark.parametrize(
    "piece",
    ["waiting on ", "<@U", "a, ", "~", "> ", "`", "Dana & ", "x" * 50, "on Ana's review\n", ANSWER],
)
def test_no_text_of_12000_characters_takes_long(piece: str) -> None:
    assert _best_milliseconds((piece * 12000)[:12000]) < 5 * 40
