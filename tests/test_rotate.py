"""`pinwheel rotate`: rounds that anybody can check, by the code of the real ones."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot import pairs
from bot.pairs.opening import begin, circle_of
from bot.world import Work
from main import app
from storage.pairs_rounds import Round
from storage.store import Store
from storage.types import PersonId, TeamId
from tests.bot.post_office import PostOffice


def rotate(*words: str, **more: Any) -> Result:
    return CliRunner().invoke(app, ["rotate", *words], **more)


def lines(*words: str) -> list[Any]:
    found = rotate("--json", *words)
    assert found.exit_code == 0, found.output
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_each_line_is_a_round_until_all_have_met() -> None:
    found = lines("--members", "6", "--rounds", "5")

    assert [one["round"] for one in found] == [1, 2, 3, 4, 5]
    assert {frozenset(two) for one in found for two in one["pairs"]} == {
        frozenset({a, b}) for a in range(1, 7) for b in range(1, a)
    }
    assert all(one["present"] == [1, 2, 3, 4, 5, 6] and one["byes"] == [] for one in found)


def test_who_is_left_over_sits_out_once_each() -> None:
    found = lines("--members", "5")
    assert sorted(who for one in found for who in one["byes"]) == [1, 2, 3, 4, 5]


def test_people_are_away_and_replaced_and_the_same_seed_tells_the_same() -> None:
    words = ("--members", "9", "--rounds", "12", "--absent", "0.2", "--churn", "0.1", "--seed", "7")
    found = lines(*words)

    assert found == lines(*words)
    assert any(len(one["present"]) < 9 for one in found)
    assert max(who for one in found for who in one["present"]) > 9
    for one in found:
        places = [who for two in one["pairs"] for who in two] + one["byes"]
        assert sorted(places) == sorted(one["present"])


@pytest.mark.parametrize("text", ["1 8\n2 7\n", "1,8\n2,7", "[[1, 8], [2, 7]]", "[1, 8]\n[2, 7]\n"])
def test_needed_pairs_come_first(tmp_path: Path, text: str) -> None:
    file = tmp_path / "needs"
    file.write_text(text)
    first = lines("--members", "8", "--rounds", "1", "--needs", str(file))[0]
    assert [1, 8] in first["pairs"]
    assert [2, 7] in first["pairs"]


def test_three_meet_where_that_is_preferred() -> None:
    first = lines("--members", "5", "--rounds", "1", "--trio")[0]
    assert sorted(map(len, first["pairs"])) == [2, 3]


def test_for_people_it_is_said_in_a_line() -> None:
    said = rotate("--members", "3", "--rounds", "1").stdout
    assert said.startswith("round 1: ")
    assert "sits out: " in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--members", "0"), "--members is a number from 1"),
        (("--rounds", "-1"), "--rounds is a number up to"),
        (("--absent", "1.5"), "--absent is a share from 0 to 1"),
        (("--needs", "/nowhere"), "/nowhere can't be read"),
    ],
)
def test_what_cannot_be_played_is_said(words: tuple[str, ...], said: str) -> None:
    found = rotate(*words)
    assert found.exit_code == 2
    assert said in found.stderr


def test_a_need_that_names_no_two_people_is_said(tmp_path: Path) -> None:
    file = tmp_path / "needs"
    file.write_text("1 2\nana ben\n")
    found = rotate("--needs", str(file))
    assert found.exit_code == 2
    assert "'ana ben'" in found.stderr


@pytest.fixture
def made(store: Store) -> Round:
    """A round of five people, as the bot made it."""
    office = PostOffice(store)

    def opened(work: Work) -> None:
        for name in ("ANA", "BEN", "CIA", "DAN", "ELI"):
            work.records.teams.join(TeamId("t"), PersonId(f"U0{name}"), at=work.now)
            work.records.rhythms.join(TeamId("t"), pairs.NAME, PersonId(f"U0{name}"), work.now)
        begin(work, circle_of(work, TeamId("t")), date(2026, 3, 9), date(2026, 3, 16))

    office.now = datetime(2026, 3, 9, 6, tzinfo=UTC)
    office.do(opened)
    ready = office.do(pairs.next_ready)
    assert ready is not None
    assert office.do(lambda work: pairs.keep(work, ready, pairs.matched(ready.inputs)))
    return ready.round


def test_a_real_round_comes_out_the_same_from_its_stored_inputs(
    made: Round, database_url: str
) -> None:
    found = rotate("--json", "--replay", made.id, env={"DATABASE_URL": database_url})

    assert found.exit_code == 0, found.output
    told = json.loads(found.stdout)
    assert told["same"] is True
    assert (len(told["pairs"]), len(told["byes"])) == (2, 1)


def test_a_round_that_is_not_there_names_those_that_are(made: Round, database_url: str) -> None:
    found = rotate("--replay", "nothing", env={"DATABASE_URL": database_url})
    assert found.exit_code == 2
    assert made.id in found.stderr
