"""The routes count what they say they count: asked, corrected, come back."""

from bot.reading import FoundWait
from corpus.routes import again, people_of, routes, waits_of
from corpus.texts import Label, Text

WORDS = "waiting on the hydra refresh for churn"


def a_text(id_: str, function: str, *, names: tuple[str, ...] = ()) -> Text:
    text = f"{WORDS} {' '.join(names)}".strip()
    return Text(id_, "en", "wait", text, "", (Label(0, len(text), function, names),))


def found(text: Text, function: str, *names: str) -> tuple[FoundWait, ...]:
    return (FoundWait(0, len(text.text), text.text, function, names, 0.9, ()),)


def test_what_is_not_found_reaches_nobody() -> None:
    text = a_text("a", "labeling")
    gone, _ = routes([text], {"a": ()})
    assert [one.reached for one in gone] == [False]


def test_a_wrong_function_is_corrected_once_and_does_not_come_back() -> None:
    text = a_text("a", "labeling")
    read = {"a": found(text, "data_engineering")}
    gone, team = routes([text], read)
    assert [one.corrected for one in gone] == [True]
    assert [now.corrected for _, now in again(gone, read, team)] == [False]


def test_the_next_wait_in_the_same_words_is_right_already() -> None:
    first, second = a_text("a", "labeling"), a_text("b", "labeling")
    read = {one.id: found(one, "data_engineering") for one in (first, second)}
    gone, _ = routes([first, second], read)
    assert sorted(one.corrected for one in gone) == [False, True]


def test_a_named_person_is_right_before_any_function() -> None:
    text = a_text("a", "labeling", names=("Priya",))
    gone, _ = routes([text], {"a": found(text, "data_engineering", "Priya")})
    assert (gone[0].right, gone[0].offered) == ("Upriya", "Upriya")
    assert people_of(waits_of([text])) == {"priya": "Upriya"}
