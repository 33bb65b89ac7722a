"""Letters in doubt: looked for, sent again only when certainly absent, else shown to a person."""

from datetime import timedelta
from functools import partial

import pytest

from bot import deliveries
from bot.deliveries import Doubt, InDoubt, Post
from storage.store import Store
from storage.types import ChannelId
from tests.bot.post_office import SCOPES, PostOffice, shown

CHANNELS_TOO = f"{SCOPES},channels:history"


@pytest.fixture
def office(store: Store) -> PostOffice:
    return PostOffice(store)


def in_doubt(office: PostOffice, to: str = "U1", **more: str) -> str:
    """Owed, carried, and then the connection was lost."""
    letter = office.owe(to, **more)
    claimed = office.claim()
    [parcel] = [one for one in claimed.parcels if one.letter.id == letter]
    office.record(parcel, InDoubt("lost"), claimed.fence)
    return letter


def the_doubt(office: PostOffice) -> Doubt:
    [doubt] = office.claim().doubts
    return doubt


def absent(office: PostOffice) -> str:
    doubt = the_doubt(office)
    return office.do(lambda work: deliveries.absent(work, doubt, on_unconfirmed=shown))


def told(office: PostOffice) -> list[str]:
    """The letters that a person is told of as unconfirmed."""
    parcels = office.claim().parcels
    return [parcel.facts["letter"] for parcel in parcels if parcel.letter.kind == "shown"]


def test_nobody_looks_before_what_slack_does_late_can_be_seen(office: PostOffice) -> None:
    in_doubt(office)
    office.passes(seconds=29)
    assert office.claim().doubts == ()
    office.passes(seconds=2)
    doubt = the_doubt(office)
    assert doubt.person == "U1"
    assert doubt.oldest == office.now - timedelta(seconds=31 + 120)


def test_a_doubt_holds_up_its_conversation_and_no_other(office: PostOffice) -> None:
    in_doubt(office)
    office.owe("U1")
    other = office.owe("U2")
    assert [one.letter.id for one in office.claim().parcels] == [other]


def test_what_is_found_is_sent_and_can_be_edited(office: PostOffice) -> None:
    letter = in_doubt(office, slot="s")
    office.passes(seconds=31)
    doubt, post = the_doubt(office), Post(ChannelId("D1"), "9.000100")
    assert office.do(lambda work: deliveries.found(work, doubt, post))
    assert (office.letter(letter).state, office.letter(letter).ts) == ("sent", "9.000100")
    assert office.do(lambda work: work.records.outbox.post("s")) == post


def test_what_is_absent_twice_is_sent_again_under_the_same_id(office: PostOffice) -> None:
    letter = in_doubt(office)
    office.passes(seconds=31)
    assert absent(office) == "looked"
    assert office.claim().doubts == ()
    office.passes(seconds=31)
    assert absent(office) == "resent"
    assert office.send() == [letter]


def test_what_is_lost_three_times_is_shown_to_a_person(office: PostOffice) -> None:
    letter = in_doubt(office)
    became = []
    while office.letter(letter).state != "unconfirmed":
        office.passes(seconds=31)
        became.append(absent(office))
        if became[-1] == "resent":
            claimed = office.claim()
            office.record(claimed.parcels[0], InDoubt("lost"), claimed.fence)
    assert became == ["looked", "resent", "looked", "resent", "looked", "unconfirmed"]
    assert told(office) == [letter]


def test_two_who_look_at_once_do_not_send_it_twice(office: PostOffice) -> None:
    in_doubt(office)
    office.passes(seconds=31)
    absent(office)
    office.passes(seconds=31)
    doubt = the_doubt(office)
    both = [
        office.do(lambda work: deliveries.absent(work, doubt, on_unconfirmed=shown))
        for _ in range(2)
    ]
    assert both == ["resent", ""]


def test_a_reading_that_broke_off_proves_nothing(office: PostOffice) -> None:
    letter = in_doubt(office)
    waits = []
    for _ in range(8):
        office.now = office.letter(letter).not_before
        doubt, before = the_doubt(office), office.now
        office.do(partial(deliveries.unread, doubt=doubt))
        waits.append((office.letter(letter).not_before - before).total_seconds())
    assert office.letter(letter).looks == 0
    assert waits[0] == 30
    assert waits == sorted(waits)
    assert waits[-1] <= 600


def test_slacks_own_wait_is_kept_when_it_is_longer(office: PostOffice) -> None:
    letter = in_doubt(office)
    office.passes(seconds=31)
    doubt = the_doubt(office)
    office.do(lambda work: deliveries.unread(work, doubt, wait=3600))
    assert office.letter(letter).not_before == office.now + timedelta(hours=1)


def test_where_we_may_not_read_a_person_is_shown_it_at_once(office: PostOffice) -> None:
    letter = in_doubt(office, "C0TEAM")
    assert office.letter(letter).state == "unconfirmed"
    assert told(office) == [letter]


def test_where_we_may_read_a_channel_it_is_looked_for_there(store: Store) -> None:
    office = PostOffice(store, scopes=CHANNELS_TOO)
    letter = in_doubt(office, "C0TEAM")
    assert office.letter(letter).state == "in_doubt"


def test_a_right_to_read_that_was_lost_meanwhile_shows_it_to_a_person(office: PostOffice) -> None:
    letter = in_doubt(office)
    office.introduce("chat:write")
    office.passes(seconds=31)
    assert [one.id for one in office.claim().unconfirmed] == [letter]
    assert told(office) == [letter]


def test_a_line_of_a_thread_is_looked_for_in_the_thread(office: PostOffice) -> None:
    office.owe("U1", slot="root")
    claimed = office.claim()
    office.record(claimed.parcels[0], deliveries.Sent("D1", "5.000100"), claimed.fence)
    in_doubt(office, thread="root")
    office.passes(seconds=31)
    doubt = the_doubt(office)
    assert (doubt.channel, doubt.thread_ts, doubt.person) == ("D1", "5.000100", None)


def test_a_whisper_in_doubt_is_never_said_again(office: PostOffice) -> None:
    letter = office.owe("C0TEAM", whisper_to="U1")
    claimed = office.claim()
    office.record(claimed.parcels[0], InDoubt("lost"), claimed.fence)
    office.passes(days=1)
    assert office.claim().parcels == ()
    assert office.letter(letter).state == "unconfirmed"


def test_after_a_day_nobody_looks_any_more(office: PostOffice) -> None:
    letter = in_doubt(office)
    office.passes(hours=25)
    assert office.claim().doubts == ()
    assert office.letter(letter).state == "unconfirmed"
