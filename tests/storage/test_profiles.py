"""What people say about themselves is kept field by field, and read from memory."""

from datetime import date

from storage.profiles import NOTHING_SAID, Profile
from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.rows import ANA, BEN, NORTH, SOUTH, settle

APRIL = (date(2026, 4, 1), date(2026, 4, 10))


def profile(store: Store, workspace: str = NORTH) -> Profile:
    return store.read_now(lambda tx: Records(tx, type(NORTH)(workspace)).profiles.get(ANA))


def test_who_said_nothing_has_an_empty_profile(settled: Store) -> None:
    assert profile(settled) is NOTHING_SAID


def test_each_field_is_kept_without_the_others(settled: Store) -> None:
    def says(**said: object) -> None:
        settled.write_now(lambda tx: Records(tx, NORTH).profiles.put(ANA, **said))

    says(off=[APRIL], muted=("help",))
    says(starts="08:00", country="DE")
    says(skills=["code_review"], country=None)
    says()

    assert profile(settled) == Profile(
        starts="08:00", off=(APRIL,), muted=("help",), skills=("code_review",)
    )


def test_it_is_read_once_and_again_after_a_change(settled: Store) -> None:
    asked = []

    def look(tx: Transaction) -> Profile:
        found = Records(tx, NORTH).profiles.get(ANA)
        asked.append(tx.recall("profile", NORTH, ANA) is not None)
        return found

    settled.read_now(look)
    settled.write_now(lambda tx: Records(tx, NORTH).profiles.put(ANA, days="123"))
    assert settled.read_now(look).days == "123"
    assert asked == [True, True]


def test_what_a_person_says_in_one_workspace_another_does_not_know(settled: Store) -> None:
    settle(settled, SOUTH)
    settled.write_now(lambda tx: Records(tx, SOUTH).profiles.put(BEN, days="1"))
    settled.write_now(lambda tx: Records(tx, SOUTH).profiles.put(ANA, days="2"))
    assert profile(settled) is NOTHING_SAID
    assert profile(settled, SOUTH).days == "2"
