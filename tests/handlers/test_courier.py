"""The courier's round: letters reach Slack once, in order, and what became of them is known."""

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.housekeeping import pause, unpause
from bot.letters import post
from bot.world import Work
from storage.outbox import BULK
from storage.store import Store
from storage.types import WorkspaceId
from tests.handlers.post_round import TEAM, Round, a_round, walk


@pytest.fixture
def street(store: Store) -> Iterator[Round]:
    with a_round(store) as walked:
        yield walked


def test_letters_arrive_in_their_order(street: Round) -> None:
    for word in ("one", "two", "three"):
        street.office.owe(TEAM, facts={"text": word})
    street.office.owe("U0DANA", facts={"text": "hello"})
    assert street.goes() is None
    assert street.said(TEAM) == ["one", "two", "three"]
    assert street.said("U0DANA") == ["hello"]
    assert street.office.states() == {"sent": 4}


def test_a_post_carries_an_opaque_id_and_unfurls_nothing(street: Round) -> None:
    letter = street.office.owe(TEAM)
    street.goes()
    [call] = street.calls()
    assert call["args"]["metadata"] == {
        "event_type": "pinwheel_letter",
        "event_payload": {"id": letter},
    }
    assert call["args"]["unfurl_links"] is False
    assert call["args"]["unfurl_media"] is False


def test_a_message_is_edited_answered_and_taken_down_where_it_stands(street: Round) -> None:
    office = street.office
    office.owe("U0DANA", slot="s", facts={"text": "old"})
    street.goes()
    office.edit("s", to="U0DANA")
    office.owe("U0DANA", thread="s", facts={"text": "below"})
    street.goes()
    [root] = street.messages("U0DANA")
    assert (root["text"], root["reply_count"]) == ("new", 1)
    office.owe("U0BEN", slot="other")
    street.goes()
    office.delete("other", to="U0BEN")
    street.goes()
    assert street.said("U0BEN") == []


def test_only_one_person_hears_a_whisper(street: Round) -> None:
    street.office.owe(TEAM, whisper_to="U0DANA", facts={"text": "psst"})
    street.goes()
    assert street.said(TEAM, by="U0DANA") == ["psst"]
    assert street.said(TEAM, by="U0BEN") == []


def test_a_letter_for_later_is_what_is_due_next(street: Round) -> None:
    later = street.now() + timedelta(hours=2)
    street.office.owe(TEAM, not_before=later)
    assert street.goes() == later
    assert street.said(TEAM) == []
    street.turn("+2h")
    assert street.goes() is None
    assert len(street.said(TEAM)) == 1


def test_not_one_call_is_made_while_slack_told_us_to_wait(street: Round) -> None:
    street.fault("ratelimited", retry_after=20)
    for person in ("U0ANA", "U0BEN", "U0DANA"):
        street.office.owe(person)
    due = street.goes(name="first")
    assert due is not None
    assert (due - street.now()).total_seconds() == 20
    assert len(street.calls()) == 1
    street.turn("+19s")
    street.goes(name="second")  # it has only read what was stored
    assert len(street.calls()) == 1
    street.turn("+1s")
    street.goes(name="third")
    assert len(street.calls()) == 4
    assert street.office.states() == {"sent": 3}


def test_a_wait_binds_one_method_only(street: Round) -> None:
    street.office.owe(TEAM, slot="s")
    street.goes()
    street.fault("ratelimited", retry_after=20)
    street.office.owe("U0ANA")
    street.office.edit("s", to=TEAM)
    street.goes()
    assert street.said(TEAM) == ["new"]
    assert street.said("U0ANA") == []


def test_a_wait_without_a_number_is_half_a_minute(street: Round) -> None:
    street.fault("ratelimited", retry_after="soon")
    street.office.owe(TEAM)
    due = street.goes()
    assert due is not None
    assert (due - street.now()).total_seconds() == 30


def test_a_busy_channel_that_is_told_to_wait_does_not_hold_up_the_others(street: Round) -> None:
    for word in ("one", "two", "three"):
        street.office.owe(TEAM, facts={"text": word})
    street.fault("ratelimited", retry_after=20, channel=TEAM, skip=2)
    street.goes()
    street.office.owe("U0ANA")
    street.goes(name="second")
    assert street.said(TEAM) == ["one", "two"]
    assert len(street.said("U0ANA")) == 1
    assert len([one for one in street.calls() if one["args"]["channel"] == TEAM]) == 3
    street.turn("+20s")
    street.goes(name="third")
    assert street.said(TEAM) == ["one", "two", "three"]


def test_a_channel_gets_a_message_a_second_after_a_small_burst(street: Round) -> None:
    street.tell("limits", on=True)
    street.server.workspace.clock.set(street.server.workspace.clock.now(), running=True)
    for number in range(5):
        street.office.owe(TEAM, facts={"text": str(number)})
    street.goes()
    assert street.said(TEAM) == ["0", "1", "2", "3", "4"]
    assert [one["status"] for one in street.calls()] == [200] * 5


def test_an_archived_channel_is_told_to_its_keeper_once_and_left_alone(street: Round) -> None:
    street.tell(f"channels/{TEAM}", archived=True)
    street.office.owe(TEAM)
    street.office.owe(TEAM)
    street.goes()
    street.office.owe(TEAM)
    street.goes()
    assert len([one for one in street.calls() if one["args"]["channel"] == TEAM]) == 1
    assert street.said("U0HUGO") == ["team.trouble"]
    assert street.office.states() == {"failed": 3, "sent": 1}


def test_a_person_who_is_gone_gets_one_call_and_nobody_is_told(street: Round) -> None:
    street.fault("error", error="user_disabled", times=-1, channel="U0BEN")
    street.office.owe("U0BEN")
    street.office.owe("U0BEN")
    street.goes()
    assert len(street.calls()) == 1
    assert street.office.states() == {"failed": 2}


def test_a_revoked_token_stops_every_further_call(street: Round) -> None:
    street.tell("revoke")
    for person in ("U0ANA", "U0BEN", "U0DANA", "U0ELI"):
        street.office.owe(person)
    street.goes()
    street.turn("+1h")
    street.goes(name="second")
    assert len(street.calls()) == 1
    assert street.office.states() == {"ready": 4}
    street.tell("revoke", on=False)
    street.office.introduce()
    street.goes(name="third")
    assert street.office.states() == {"sent": 4}


def test_a_letter_that_slack_cannot_read_fails_alone(street: Round) -> None:
    street.fault("error", error="invalid_blocks")
    bad = street.office.owe(TEAM)
    street.office.owe(TEAM, facts={"text": "fine"})
    street.goes()
    assert street.said(TEAM) == ["fine"]
    assert street.office.letter(bad).state == "failed"


def test_an_edit_that_slack_choked_on_is_made_again(street: Round) -> None:
    street.office.owe(TEAM, slot="s", facts={"text": "old"})
    street.goes()
    street.fault("status", method="chat.update", status=500)
    street.office.edit("s", to=TEAM)
    due = street.goes()
    assert due is not None
    street.turn("+1s")
    street.goes()
    assert street.said(TEAM) == ["new"]


def test_what_is_paused_stays_and_what_was_asked_for_goes(street: Round) -> None:
    street.office.do(pause)
    street.office.owe("U0ANA", asked=False)
    street.office.owe("U0ANA", facts={"text": "asked"})
    assert street.goes() is None
    assert street.said("U0ANA") == ["asked"]
    street.office.do(unpause)
    street.goes()
    assert len(street.said("U0ANA")) == 2


def test_nobody_listening_is_not_a_letter_sent(street: Round) -> None:
    letter = street.office.owe(TEAM)
    due = street.goes(base_url="http://127.0.0.1:1/api/")
    assert due is not None
    assert (due - street.now()).total_seconds() == 1
    assert (street.office.letter(letter).state, street.office.letter(letter).tries) == ("ready", 1)
    street.turn("+1s")
    street.goes(name="second")
    assert street.office.states() == {"sent": 1}


def test_a_letter_leaves_as_soon_as_somebody_rings(street: Round) -> None:
    async def story() -> None:
        async with street.courier() as courier:
            await courier.done()
            street.office.owe("U0ANA")
            courier.wake()
            async with asyncio.timeout(0.7):  # less than the second of its own rounds
                while not street.outcomes.seen["sent"]:
                    await asyncio.sleep(0.01)

    walk(story())


def test_a_letter_that_another_process_wrote_leaves_within_a_second_or_so(street: Round) -> None:
    async def story() -> None:
        async with street.courier():
            await asyncio.sleep(0.1)
            street.office.owe("U0ANA")
            async with asyncio.timeout(2):
                while not street.outcomes.seen["sent"]:
                    await asyncio.sleep(0.01)

    walk(story())


def test_a_fan_out_in_one_workspace_does_not_keep_another_waiting(street: Round) -> None:
    other = WorkspaceId("T2")
    street.office.introduce(workspace=other)
    people = [f"U0P{number}" for number in range(150)]
    for person in people:
        street.tell("people", id=person, name=person.lower())
        street.office.owe(person, rank=BULK)
    for _ in range(3):
        street.office.do(_greet_ana, workspace=other)
    street.goes()
    order = [one["args"]["channel"] for one in street.calls()]
    last_of_ours = max(place for place, channel in enumerate(order) if channel == "U0ANA")
    assert len(order) == 153
    assert last_of_ours < 100


def test_what_a_person_waits_for_overtakes_a_fan_out(street: Round) -> None:
    street.tell("limits", on=True, workspace_per_minute=1200, workspace_burst=10)
    clock = street.server.workspace.clock
    clock.set(clock.now(), running=True)
    for number in range(80):
        street.tell("people", id=f"U0P{number}", name=f"p{number}")
        street.office.owe(f"U0P{number}", rank=BULK)

    async def story() -> float:
        async with street.courier() as courier:
            while street.outcomes.seen["sent"] < 40:
                await asyncio.sleep(0.01)
            letter, start = street.office.owe("U0ANA"), time.monotonic()
            courier.wake()
            while street.office.letter(letter).state != "sent":
                await asyncio.sleep(0.01)
            return time.monotonic() - start

    assert walk(story()) < 2.5
    assert street.outcomes.seen["sent"] < 80


def test_what_slack_confirmed_is_written_down_as_soon_as_the_database_can(street: Round) -> None:
    street.fault("slow", seconds=0.4, times=-1)
    for person in ("U0ANA", "U0BEN", "U0DANA"):
        street.office.owe(person)

    async def story() -> None:
        async with street.courier() as courier:
            while "sending" not in street.office.states():
                await asyncio.sleep(0.01)
            with street.office.store.engine.connect() as other, other.begin():
                await asyncio.sleep(2.5)
            await courier.done()

    walk(story())
    assert street.office.states() == {"sent": 3}
    assert len(street.calls()) == 3


def _greet_ana(work: Work) -> None:
    post(work, "note", to="U0ANA", facts={"text": "hello"})
