"""Lost answers, lost processes and two couriers: nothing is said twice, nothing is lost."""

import asyncio
from collections.abc import Iterator

import pytest

from storage.store import Store
from tests.bot.post_office import SCOPES
from tests.handlers.post_round import TEAM, Round, a_round, walk

READ_ALL = f"{SCOPES},channels:history"


@pytest.fixture
def street(store: Store) -> Iterator[Round]:
    with a_round(store) as walked:
        yield walked


def ids(calls: list[dict[str, object]]) -> list[object]:
    return [call["args"]["metadata"]["event_payload"]["id"] for call in calls]  # type: ignore[index]


def test_what_arrived_although_the_answer_was_lost_is_found(street: Round) -> None:
    street.fault("close_after")
    letter = street.office.owe("U0DANA", slot="s", facts={"text": "once"})
    street.goes()
    assert street.office.letter(letter).state == "in_doubt"
    street.turn("+31s")
    street.goes()
    assert street.said("U0DANA") == ["once"]
    assert street.office.letter(letter).state == "sent"
    street.office.edit("s", to="U0DANA")
    street.goes()
    assert street.said("U0DANA") == ["new"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "close_before"},
        {"kind": "garbage"},
        {"kind": "status", "status": 500},
        {"kind": "error", "error": "internal_error"},
    ],
)
def test_what_never_arrived_is_sent_again_under_its_id(
    street: Round, fault: dict[str, object]
) -> None:
    street.fault(**fault)  # type: ignore[arg-type]
    letter = street.office.owe("U0DANA", facts={"text": "once"})
    for _ in range(4):
        street.goes()
        street.turn("+31s")
    assert street.said("U0DANA") == ["once"]
    assert ids(street.calls()) == [letter, letter]
    assert len(street.calls("conversations.history")) == 2
    assert street.outcomes.seen == {"in_doubt": 1, "looked": 1, "resent": 1, "sent": 1}


def test_it_is_found_far_back_in_a_busy_conversation(street: Round) -> None:
    street.fault("close_after")
    letter = street.office.owe("U0DANA")
    street.goes()
    for number in range(230):
        street.hears("U0DANA", f"word {number}")
    street.turn("+31s")
    street.goes()
    assert len(street.calls("conversations.history")) == 2
    assert street.office.letter(letter).state == "sent"


def test_a_reading_that_breaks_off_is_taken_up_again(street: Round) -> None:
    street.fault("close_after")
    street.fault("status", method="conversations.history", status=500)
    letter = street.office.owe("U0DANA", facts={"text": "once"})
    street.goes()
    street.turn("+31s")
    street.goes()
    assert street.office.letter(letter).state == "in_doubt"
    street.turn("+31s")
    street.goes()
    assert (street.office.letter(letter).state, street.said("U0DANA")) == ("sent", ["once"])


def test_a_reading_that_must_wait_makes_no_call_meanwhile(street: Round) -> None:
    street.fault("close_after")
    street.fault("ratelimited", method="conversations.history", retry_after=60)
    letter = street.office.owe("U0DANA")
    street.goes()
    street.turn("+31s")
    street.goes()
    street.turn("+59s")
    street.goes(name="second")
    assert len(street.calls("conversations.history")) == 1
    street.turn("+1s")
    street.goes(name="third")
    assert street.office.letter(letter).state == "sent"


def test_a_line_in_a_thread_is_found_there(street: Round) -> None:
    street.office.owe("U0DANA", slot="root")
    street.goes()
    street.fault("close_after")
    line = street.office.owe("U0DANA", thread="root")
    street.goes()
    street.turn("+31s")
    street.goes()
    assert street.office.letter(line).state == "sent"
    assert [one["reply_count"] for one in street.messages("U0DANA")] == [1]


def test_where_we_may_not_read_it_is_said_at_most_once_and_a_person_is_told(street: Round) -> None:
    street.fault("close_after")
    letter = street.office.owe(TEAM, facts={"text": "once"})
    street.goes()
    street.turn("+1h")
    street.goes()
    assert street.said(TEAM) == ["once"]
    assert street.office.letter(letter).state == "unconfirmed"
    assert street.said("U0HUGO") == ["shown"]
    assert street.calls("conversations.history") == []


def test_a_scope_that_slack_took_back_leaves_it_unconfirmed(store: Store) -> None:
    with a_round(store, scopes=READ_ALL) as street:
        street.fault("close_after")
        letter = street.office.owe(TEAM)
        street.goes()
        street.turn("+31s")
        street.goes()
        assert len(street.calls("conversations.history")) == 1
        assert (street.office.letter(letter).state, street.office.letter(letter).reason) == (
            "unconfirmed",
            "missing_scope",
        )
        assert street.said("U0HUGO") == ["shown"]


def test_where_we_may_read_channels_it_is_found_in_the_channel(store: Store) -> None:
    with a_round(store, scopes=READ_ALL) as street:
        street.tell("history", readable=True)
        street.fault("close_after")
        letter = street.office.owe(TEAM, facts={"text": "once"})
        street.goes()
        street.turn("+31s")
        street.goes()
        assert (street.office.letter(letter).state, street.said(TEAM)) == ("sent", ["once"])


def test_a_process_that_dies_between_the_claim_and_the_record_says_nothing_twice(
    street: Round,
) -> None:
    """Slack takes it, and the process is gone before it can write that down."""
    letter = street.office.owe("U0DANA", facts={"text": "once"})

    async def dies() -> None:
        async with street.courier("first", freezes=True):
            while not street.calls():
                await asyncio.sleep(0.02)

    walk(dies())
    assert street.office.letter(letter).state == "sending"
    street.goes(name="second")  # the lease is not yet over
    assert street.office.letter(letter).state == "sending"
    for _ in range(4):
        street.turn("+16s")
        street.goes(name="second")
    assert street.said("U0DANA") == ["once"]
    assert street.office.letter(letter).state == "sent"
    assert len(street.calls()) == 1


def test_a_letter_claimed_by_a_process_that_died_before_the_call_is_said_after_all(
    street: Round,
) -> None:
    letter = street.office.owe("U0DANA", facts={"text": "once"})
    street.office.claim("first")  # and nothing more is heard of it
    for _ in range(8):
        street.turn("+16s")
        street.goes(name="second")
    assert street.said("U0DANA") == ["once"]
    assert street.office.letter(letter).state == "sent"


def test_of_two_couriers_on_one_database_one_speaks(street: Round) -> None:
    people = ["U0ANA", "U0BEN", "U0CHIARA", "U0DANA", "U0ELI", "U0FARAH", "U0GITA"]
    for person in people * 3:
        street.office.owe(person)

    async def both() -> None:
        async with street.courier("one") as one, street.courier("two") as two:
            await asyncio.gather(one.done(), two.done())
            await one.done()

    walk(both())
    assert street.office.states() == {"sent": 21}
    assert len(ids(street.calls())) == len(set(ids(street.calls()))) == 21


def test_a_courier_that_leaves_gives_its_letters_and_its_lease_back(street: Round) -> None:
    street.fault("slow", seconds=0.5, times=-1)
    for person in ("U0ANA", "U0BEN", "U0DANA", "U0ELI"):
        street.office.owe(person)

    async def leaves() -> None:
        async with street.courier("first") as courier:
            await asyncio.sleep(0.25)
            await courier.stop()

    walk(leaves())
    assert street.office.states() == {"sent": 1, "ready": 3}
    street.heal()
    street.goes(name="second")  # at once: nothing has to run out first
    assert street.office.states() == {"sent": 4}


def test_a_letter_that_arrived_twice_loses_its_later_copy(street: Round) -> None:
    street.fault("close_after")
    letter = street.office.owe("U0DANA", facts={"text": "once"})
    street.goes()
    street.say_again(letter, "U0DANA")
    assert street.said("U0DANA") == ["once", "once"]
    street.turn("+31s")
    street.goes()
    assert street.said("U0DANA") == ["once"]
    assert street.outcomes.seen["doubled"] == 1
