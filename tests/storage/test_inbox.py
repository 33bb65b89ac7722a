"""Every knock has a key, and twice is once."""

from datetime import timedelta

from storage.inbox import prune_inbox
from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.rows import NOON, NORTH, SOUTH, settle

KEY = "command:1.2.abc"


def _answered(tx: Transaction) -> None:
    Records(tx, NORTH).inbox.put(KEY, at=NOON, answer={"what": "reported"})


def test_a_knock_that_never_came_has_no_answer(settled: Store) -> None:
    assert settled.read_now(lambda tx: Records(tx, NORTH).inbox.answer_to(KEY)) is None


def test_a_knock_that_came_before_has_its_answer(settled: Store) -> None:
    settled.write_now(_answered)
    found = settled.read_now(lambda tx: Records(tx, NORTH).inbox.answer_to(KEY))
    assert found == {"what": "reported"}


def test_the_second_of_two_in_one_batch_sees_the_answer_of_the_first(settled: Store) -> None:
    def both(tx: Transaction) -> object:
        Records(tx, NORTH).inbox.answer_to(KEY)
        _answered(tx)
        return Records(tx, NORTH).inbox.answer_to(KEY)

    assert settled.write_now(both) == {"what": "reported"}


def test_the_same_key_in_another_workspace_is_another_knock(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    store.write_now(_answered)
    assert store.read_now(lambda tx: Records(tx, SOUTH).inbox.answer_to(KEY)) is None


def test_what_nobody_can_repeat_is_forgotten_and_the_rest_is_kept(settled: Store) -> None:
    settled.write_now(_answered)
    early = settled.write_now(lambda tx: prune_inbox(tx, before=NOON))
    late = settled.write_now(lambda tx: prune_inbox(tx, before=NOON + timedelta(seconds=1)))
    assert (early, late) == (0, 1)
    assert settled.read_now(lambda tx: Records(tx, NORTH).inbox.answer_to(KEY)) is None
