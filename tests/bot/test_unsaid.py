"""What stays unsaid: plans that do not move, and waits that nobody who could end them mentions."""

from typing import Any

import pytest

from bot.blockers.silence.unsaid import is_same_plan, is_stuck, unmentioned
from storage.blockers import Blocker
from tests.bot.test_blocker_rules import blocker

PLAN = "finish the feature table for the churn model"
SCHEMA = "waiting on the schema change of the orders table"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PLAN, PLAN, True),
        (PLAN, "Finish the feature table for the churn model!", True),
        (PLAN, "finish feature table for the churn model", True),
        (PLAN, "finish the feature table for the renewals model and test it", False),
        ("part 2 of the migration", "part 3 of the migration", False),
        ("write the report", "review the notebook", False),
        (":fire:", "…", False),
        ("", "", False),
    ],
)
def test_a_plan_is_the_same_in_mostly_the_same_words(one: str, other: str, same: bool) -> None:
    assert is_same_plan(one, other) is same


def test_five_working_days_of_the_same_plan_are_asked_about() -> None:
    assert is_stuck([PLAN] * 5)
    assert is_stuck(["something else", *[PLAN] * 5])


def test_four_days_or_a_day_of_something_else_between_are_not() -> None:
    assert not is_stuck([PLAN] * 4)
    assert not is_stuck([PLAN, PLAN, "on call", PLAN, PLAN, PLAN])


def test_fine_just_long_mutes_it_for_that_plan_only() -> None:
    assert not is_stuck([PLAN] * 5, fine=[PLAN])
    assert is_stuck(["draw the new dashboard"] * 5, fine=[PLAN])


def waits(*waiters: str, words: str = SCHEMA, **more: Any) -> list[Blocker]:
    return [
        blocker(id=f"{words}{who}", waiter=who, words=words, state="open", **more)
        for who in waiters
    ]


def test_what_three_wait_for_and_nobody_mentions_is_found() -> None:
    [found] = unmentioned(waits("U0ANA", "U0BEN", "U0FARAH"), ["tuned the cluster", "on call"])
    assert [one.waiter for one in found] == ["U0ANA", "U0BEN", "U0FARAH"]


def test_one_line_about_it_is_a_mention() -> None:
    said = ["on call", "started the schema change of the orders table"]
    assert unmentioned(waits("U0ANA", "U0BEN", "U0FARAH"), said) == []


def test_two_people_are_too_few_however_often_they_ask() -> None:
    assert unmentioned(waits("U0ANA", "U0ANA", "U0BEN"), []) == []


def test_different_waits_of_three_people_are_no_common_wish() -> None:
    different = [
        *waits("U0ANA"),
        *waits("U0BEN", words="waiting for access to the billing export"),
        *waits("U0FARAH", words="need two more A100s for training"),
    ]
    assert unmentioned(different, []) == []
