"""Rows of standups: the last answer wins, each act happens once, and tenants do not mix."""

from datetime import date, timedelta
from typing import Any

import pytest

from storage.records import Records
from storage.standup_drafts import Draft
from storage.standups import Answer, Given, Prompt, Tick
from storage.store import Store
from tests.storage.rows import ANA, BEN, NOON, NORTH, SOUTH, TEAM, settle

MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)


@pytest.fixture
def kept(store: Store) -> Store:
    settle(store, NORTH, SOUTH)
    return store


def north(store: Store, deed: Any) -> Any:
    return store.write_now(lambda tx: deed(Records(tx, NORTH)))


def answer(words: str, **more: Any) -> Answer:
    usual: dict[str, Any] = {
        "team": TEAM,
        "person": ANA,
        "date": MONDAY,
        "ticks": (Tick("the docs", "done"),),
        "given": (Given("plan", "What is next?", words),),
        "answered_at": NOON,
        "changed_at": NOON,
    }
    return Answer(**{**usual, **more})


def test_the_last_answer_of_a_day_wins_and_comes_back_as_it_was(kept: Store) -> None:
    north(kept, lambda records: records.standups.put(answer("first")))
    north(kept, lambda records: records.standups.put(answer("second 🎉 <@U0DANA>")))

    found = north(kept, lambda records: records.standups.answers_on(TEAM, MONDAY))
    assert found == [answer("second 🎉 <@U0DANA>")]


def test_the_last_answer_before_a_day_is_that_of_the_same_person(kept: Store) -> None:
    north(kept, lambda records: records.standups.put(answer("mine")))
    north(kept, lambda records: records.standups.put(answer("theirs", person=BEN)))

    last = north(kept, lambda records: records.standups.last_before(TEAM, ANA, TUESDAY))
    assert last == answer("mine")
    assert north(kept, lambda records: records.standups.last_before(TEAM, ANA, MONDAY)) is None


def test_only_one_may_show_it_and_begin_and_settle_its_thread(kept: Store) -> None:
    north(kept, lambda records: records.standups.put(answer("mine")))
    acts = (
        lambda records: records.standups.show(answer("mine"), now=NOON),
        lambda records: records.standups.begin_summary(TEAM, MONDAY, now=NOON),
        lambda records: records.standups.settle(TEAM, MONDAY, now=NOON),
    )
    for act in acts:
        assert [north(kept, act), north(kept, act)] == [True, False]


def test_only_one_may_send_each_reminder(kept: Store) -> None:
    prompt = Prompt(TEAM, ANA, MONDAY, NOON, NOON + timedelta(hours=4))
    north(kept, lambda records: records.standups.ask(prompt))

    sent = [north(kept, lambda records: records.standups.remind(prompt)) for _ in range(2)]
    assert sent == [True, False]
    open_now = north(kept, lambda records: records.standups.open_for(ANA, now=NOON))
    assert [one.reminded for one in open_now] == [1]


def test_a_question_is_open_within_its_window_alone(kept: Store) -> None:
    prompt = Prompt(TEAM, ANA, MONDAY, NOON, NOON + timedelta(hours=4))
    north(kept, lambda records: records.standups.ask(prompt))

    def is_open(hours: float) -> bool:
        now = NOON + timedelta(hours=hours)
        return bool(north(kept, lambda records: records.standups.open_for(ANA, now=now)))

    assert [is_open(hours) for hours in (-0.1, 0, 3.9, 4)] == [False, True, True, False]


def test_a_draft_changes_only_as_it_was_seen(kept: Store) -> None:
    draft = Draft("d1", ANA, "one", 1, None, "open", NOON)
    north(kept, lambda records: records.standup_drafts.add(draft))

    def add(records: Records) -> bool:
        return records.standup_drafts.change(draft, words="one\ntwo", pieces=2)

    assert [north(kept, add), north(kept, add)] == [True, False]


def test_one_workspace_does_not_see_the_answers_of_another(kept: Store) -> None:
    north(kept, lambda records: records.standups.put(answer("mine")))

    def theirs(tx: Any) -> list[Answer]:
        return Records(tx, SOUTH).standups.answers_on(TEAM, MONDAY)

    assert kept.read_now(theirs) == []
