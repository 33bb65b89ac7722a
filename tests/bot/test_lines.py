"""What follows `/blocked`: a subcommand only when the whole text fits one, else a blocker."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.lines import MOST_CHARACTERS, Action, Exists, Line, Reason, parse

NBSP = "\N{NO-BREAK SPACE}"
NO_WIDTH = "\N{ZERO WIDTH SPACE}"
NUMBERED = ("resolve", "done", "reopen", "edit", "show")


def twelve_exists(number: int) -> bool:
    return number == 12


def heard(text: str) -> Line:
    """In a team whose one blocker is number 12."""
    return parse(text, exists=twelve_exists)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("list", "list"),
        ("mine", "mine"),
        ("waiting", "waiting"),
        ("all", "all"),
        ("help", "help"),
        ("?", "help"),
        ("--help", "help"),
        ("-h", "help"),
        ("resolve", "resolve"),
        ("done", "resolve"),
        ("reopen", "reopen"),
        ("edit", "edit"),
        ("show", "show"),
        ("LIST", "list"),
        ("  Mine  ", "mine"),
        (f"{NBSP}list{NBSP}\n", "list"),
        (f"{NO_WIDTH} help {NO_WIDTH}", "help"),
        ("Help!", "help"),
        ("done.", "resolve"),
        ("??", "help"),
        ("HELP!!", "help"),
        ("mine ?", "mine"),
        ("waiting…", "waiting"),
        ("list...", "list"),
    ],
)
def test_a_word_alone_is_a_subcommand(text: str, action: str) -> None:
    line = heard(text)
    assert (line.action, line.number, line.note) == (action, None, "")


@pytest.mark.parametrize("text", ["", "   ", "\n\t", NBSP, NO_WIDTH, "\ufeff \u2060"])
def test_nothing_at_all_opens_the_form(text: str) -> None:
    assert heard(text) == Line(Action.MODAL, "")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("resolve 12", "resolve"),
        ("done 12", "resolve"),
        ("reopen 12", "reopen"),
        ("edit 12", "edit"),
        ("show 12", "show"),
        ("show #12", "show"),
        ("SHOW  #12", "show"),
        (f"resolve{NBSP}12", "resolve"),
        ("resolve 12.", "resolve"),
        ("done 12!", "resolve"),
        ("show #12 ?", "show"),
        ("show 012", "show"),
        ("show ١٢", "show"),
    ],
)
def test_with_the_number_of_a_blocker_it_is_about_that_one(text: str, action: str) -> None:
    line = heard(text)
    assert (line.action, line.number, line.note) == (action, 12, "")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("resolve 12 Dana added the column", "Dana added the column"),
        ("done #12   reran the job ", "reran the job"),
        ("done 12: reran the job", "reran the job"),
        ("resolve 12 - thanks <@U0DANA>!", "thanks <@U0DANA>!"),
        ("resolve 12, thanks", "thanks"),
        ("resolve 12 --force did it", "--force did it"),
        ("Resolve 12 first line\nsecond line", "first line\nsecond line"),
        ("resolve 12 failing tests", "failing tests"),  # 12 exists: then it is a note
    ],
)
def test_resolve_and_done_take_any_note_after_the_number(text: str, note: str) -> None:
    assert heard(text) == Line(Action.RESOLVE, text.strip(), number=12, note=note)


@pytest.mark.parametrize(
    "text",
    [
        "waiting on ETL changes for the churn table from <@U0DANA>",
        "list of users isn't loading",
        "resolve the merge conflict, waiting on Priya",
        "resolve 7 failing tests",
        "done 7 of 9 labels, the rest is late",
        "all dashboards are down",
        "mine is the last PR in the queue",
        "waiting for legal",
        "help from the platform team needed",
        "show 12 rows only, the query is cut",
        "edit 12 files by hand until the tool works",
        "reopen 12 tickets",
        "list 12",
        "12",
        "#12",
        "resolve12",
        "resolve 12th ticket",
        "resolve 12.5 GB of logs",
        "resolve -3 degrees bug",
        "resolve #abc",
        "undone 12",
        "?!? nothing works",
        "<!channel> the warehouse is down",
        "@here GPU queue is stuck",
        "cc <@U0DANA>",
        "<@U0DANA> owes me a review",
        "from dana@here.com no answer",
        "https://github.com/acme/churn/pull/7",
        "🔥",
        '"quoted" and `code` *kept*',
        "first line\n\n  second line",
        "ждём доступа к хранилищу",
        "GPUの空き待ち",
    ],
)
def test_everything_else_is_a_blocker_in_the_persons_own_words(text: str) -> None:
    assert heard(text) == Line(Action.CREATE, text)


def test_words_are_kept_as_they_were_but_for_the_ends() -> None:
    words = "no   access\tto “the” warehouse\n\n• since  Monday &amp; nobody knows"
    assert heard(f" {NBSP}\n{words}{NO_WIDTH}  ") == Line(Action.CREATE, words)


@pytest.mark.parametrize(
    "text",
    [
        "resolve 12 failing tests",
        "done 3 of 5 tables, waiting on the rest",
        "done 80 % of the labels, raters ran out of budget",
        "resolve 40 disputed scans, need the radiologist",
        "done 5 notebooks",
        "done 2 reviews, the third hasn't begun",
    ],
)
def test_where_nobody_knows_the_numbers_a_count_of_things_is_a_blocker(text: str) -> None:
    assert parse(text, exists=None) == Line(Action.CREATE, text)


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("resolve 12 Dana shipped it", 12, "Dana shipped it"),
        ("resolve 40 no longer waiting on ETL", 40, "no longer waiting on ETL"),
        ("done 11 labels arrived", 11, "labels arrived"),
        ("resolve #3 missing rows", 3, "missing rows"),
        ("done 8, two tests are missing", 8, "two tests are missing"),
        ("resolve 7", 7, ""),
    ],
)
def test_where_nobody_knows_the_numbers_every_other_one_is_a_blockers(
    text: str, number: int, note: str
) -> None:
    assert parse(text, exists=None) == Line(Action.RESOLVE, text, number=number, note=note)


@pytest.mark.parametrize("word", NUMBERED)
@pytest.mark.parametrize(
    "number", ["7", "0", "-1", "#-12", "99999999999999999999", "#0", "7.", "1.5"]
)
def test_a_number_that_cannot_be_is_an_error(word: str, number: str) -> None:
    line = heard(f"{word} {number}")
    assert (line.action, line.reason) == (Action.ERROR, Reason.NO_SUCH_NUMBER)


def test_only_numbers_that_could_be_are_looked_up_and_only_once() -> None:
    asked: list[int] = []

    def nothing_is_there(number: int) -> bool:
        asked.append(number)
        return False

    for text in (
        "resolve 12 note",
        "show 7",
        "show 0",
        "show 99999999999999999999",
        "12",
        "list 5",
    ):
        parse(text, exists=nothing_is_there)
    assert asked == [12, 7]


@pytest.mark.parametrize(
    "text",
    [
        "<@U0DANA>",
        "<@U0DANA|dana>",
        "<@U0DANA>, <@W0ELI> and <@U0PRIYA>",
        "<!subteam^S0DATA|@data-eng>",
        "<#C0DATA|data-eng>",
        "@dana",
        "<!here> <@U0DANA>",
        "<@U0DANA> ?",
    ],
)
def test_only_mentions_open_the_form_with_them_filled_in(text: str) -> None:
    assert heard(text) == Line(Action.MODAL, text, reason=Reason.ONLY_MENTION)


@pytest.mark.parametrize(
    "text",
    ["<!channel>", "<!here>", "<!everyone|everyone>", "@here", "@Channel!", "@everyone @here"],
)
def test_only_a_broadcast_is_an_error(text: str) -> None:
    assert heard(text) == Line(Action.ERROR, text, reason=Reason.ONLY_BROADCAST)


def test_three_thousand_characters_are_kept_and_one_more_is_an_error_with_the_text() -> None:
    longest = "é" * MOST_CHARACTERS
    assert heard(f"  {longest}  ") == Line(Action.CREATE, longest)
    for too_long in (longest + "!", "resolve 12 " + longest):
        assert heard(too_long) == Line(Action.ERROR, too_long, reason=Reason.TOO_LONG)


WORDS = ("list", "resolve", "done", "show", "12", "#12", "7", "0", "note", "<@U0DANA>", "<!here>")
pieces = st.one_of(st.sampled_from(WORDS), st.text(max_size=12), st.sampled_from(" \n\t#-.:,"))
lines = st.lists(pieces, max_size=12).map(" ".join) | st.text(max_size=300)


@given(lines, st.sampled_from([None, lambda number: True, lambda number: False]))
@example("resolve ²", None)
@example("\ud800", None)
@example("\x00", None)
def test_any_text_means_something_and_always_the_same(text: str, exists: Exists | None) -> None:
    line = parse(text, exists=exists)
    assert line == parse(text, exists=exists)
    assert line.text in text
    assert (line.reason is not None) >= (line.action is Action.ERROR)


@given(lines)
def test_a_blocker_that_is_not_there_is_never_acted_on(text: str) -> None:
    line = parse(text, exists=lambda number: False)
    assert line.number is None or line.action is Action.ERROR


@given(lines)
def test_a_number_is_acted_on_only_when_it_stands_second(text: str) -> None:
    line = parse(text, exists=lambda number: True)
    if line.action is not Action.ERROR and line.number is not None:
        second = re.split(r"\s+", line.text)[1]
        assert str(line.number) in str(int(re.findall(r"\d+", second)[0]))


@pytest.mark.parametrize(
    "text", [" " * 1_000_000, f"{NO_WIDTH} " * 500_000, "resolve 1" + " " * 2980 + "x"]
)
def test_odd_long_lines_are_read_at_once(text: str) -> None:
    assert heard(text).action in (Action.MODAL, Action.CREATE)
