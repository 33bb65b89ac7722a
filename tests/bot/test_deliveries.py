"""Which letters leave when, and what follows from what became of them."""

from datetime import timedelta

import pytest

from bot import deliveries
from bot.deliveries import Failed, InDoubt, Later, Reach, Sent
from bot.housekeeping import pause, unpause
from bot.status import status
from bot.world import Work
from storage.people import Channel
from storage.store import Store
from storage.types import ChannelId
from tests.bot.post_office import HERE, PostOffice

CLOSED = Failed("is_archived", Reach.CHANNEL)
REVOKED = Failed("token_revoked", Reach.WORKSPACE)


@pytest.fixture
def office(store: Store) -> PostOffice:
    return PostOffice(store)


def test_letters_of_one_conversation_leave_one_at_a_time_in_order(office: PostOffice) -> None:
    first, second = office.owe(), office.owe()
    elsewhere = office.owe("U0ANA")
    assert office.send() == [first, elsewhere]
    assert office.send() == [second]


def test_a_letter_in_mid_air_holds_up_its_conversation(office: PostOffice) -> None:
    office.owe()
    office.owe()
    assert len(office.claim().parcels) == 1
    assert office.claim().parcels == ()


def test_urgent_letters_leave_before_what_is_planned_and_that_before_bulk(
    office: PostOffice,
) -> None:
    bulk = office.owe("U1", rank=2)
    planned = office.owe("U2", rank=1)
    urgent = office.owe("U3", rank=0)
    assert office.send() == [urgent, planned, bulk]


def test_a_letter_for_tomorrow_does_not_hold_up_one_for_now(office: PostOffice) -> None:
    tomorrow = office.owe("U1", not_before=office.now + timedelta(days=1))
    now = office.owe("U1")
    assert office.send() == [now]
    office.passes(days=1)
    assert office.send() == [tomorrow]


def test_a_letter_that_slack_put_off_is_not_overtaken(office: PostOffice) -> None:
    first, second = office.owe("U1"), office.owe("U1")
    claimed = office.claim()
    office.record(claimed.parcels[0], Later(20, "ratelimited"), claimed.fence)
    assert office.claim().parcels == ()
    office.passes(seconds=21)
    assert office.send() == [first]
    assert office.send() == [second]


def test_while_paused_only_what_a_person_asked_for_leaves(office: PostOffice) -> None:
    unasked = office.owe("U1", asked=False)
    asked = office.owe("U1")
    office.do(pause)
    assert office.send() == [asked]
    assert office.claim().parcels == ()
    office.do(unpause)
    assert office.send() == [unasked]


def test_a_closed_method_keeps_its_letters_and_lets_the_others_go(office: PostOffice) -> None:
    office.owe("U1")
    whisper = office.owe("C9", whisper_to="U1")
    parcels = office.claim(verbs=("whisper", "edit")).parcels
    assert [parcel.letter.id for parcel in parcels] == [whisper]


def test_a_parcel_says_what_is_true_as_it_leaves(office: PostOffice) -> None:
    moot = office.owe("U1", kind="moot")
    stumbling = office.owe("U2", kind="stumbling")
    fine = office.owe("U3")
    assert office.send() == [fine]
    assert office.letter(moot).state == "moot"
    assert (office.letter(stumbling).state, office.letter(stumbling).reason) == (
        "failed",
        "not composed: KeyError",
    )


def test_a_kind_that_only_a_newer_version_knows_waits_for_it_for_a_day(office: PostOffice) -> None:
    letter = office.owe(kind="from.the_future")
    assert office.claim().unsaid[0].state == "unknown"
    assert (office.letter(letter).state, office.letter(letter).tries) == ("ready", 0)
    office.passes(days=1, minutes=1)
    office.claim()
    assert office.letter(letter).state == "failed"


def test_an_edit_finds_the_message_that_its_slot_became(office: PostOffice) -> None:
    office.owe("U1", slot="s")
    [posted] = office.claim().parcels
    office.record(posted, Sent("D1", "7.000100"), 1)
    office.edit("s", to="U1")
    [edit] = office.claim().parcels
    assert (edit.letter.verb, edit.channel, edit.ts) == ("edit", "D1", "7.000100")


def test_edits_come_together_while_the_message_has_not_left(office: PostOffice) -> None:
    office.owe(slot="s")
    office.edit("s")
    office.edit("s")
    assert office.states() == {"ready": 1}


def test_an_edit_of_what_was_never_posted_is_moot(office: PostOffice) -> None:
    office.owe(slot="s")
    claimed = office.claim()
    office.edit("s")
    office.record(claimed.parcels[0], Failed("msg_too_long", Reach.LETTER, known=False), 1)
    [unsaid] = office.claim().unsaid
    assert (unsaid.state, unsaid.reason) == ("moot", "never posted")


def test_a_message_that_was_taken_down_is_forgotten(office: PostOffice) -> None:
    office.owe(slot="s")
    office.send()
    office.delete("s")
    office.send()
    assert office.do(lambda work: work.records.outbox.post("s")) is None


def test_a_message_that_somebody_else_deleted_is_forgotten(office: PostOffice) -> None:
    office.owe(slot="s")
    office.send()
    office.edit("s")
    gone = Failed("message_not_found", Reach.LETTER, gone=True)
    office.record(office.claim().parcels[0], gone, 1)
    assert office.do(lambda work: work.records.outbox.post("s")) is None


def test_a_line_in_a_thread_goes_under_its_message(office: PostOffice) -> None:
    office.owe(slot="root")
    office.send()
    office.owe(thread="root")
    [line] = office.claim().parcels
    root = office.do(lambda work: work.records.outbox.post("root"))
    assert root is not None
    assert (line.channel, line.thread_ts) == (root.channel, root.ts)


def test_a_line_under_a_message_that_nobody_can_confirm_fails(office: PostOffice) -> None:
    root = office.owe(slot="root")
    claimed = office.claim()
    line = office.owe(thread="root")
    office.record(claimed.parcels[0], InDoubt("lost"), claimed.fence)
    assert office.letter(root).state == "unconfirmed"  # no scope to read channels
    office.claim()
    assert (office.letter(line).state, office.letter(line).reason) == (
        "failed",
        "its message is unconfirmed",
    )


def test_a_channel_that_is_closed_is_told_to_its_keeper_once(office: PostOffice) -> None:
    first = office.owe()
    claimed = office.claim()
    waiting = office.owe()
    assert office.record(claimed.parcels[0], CLOSED, claimed.fence) == "failed"
    assert office.letter(first).reason == office.letter(waiting).reason == "is_archived"
    late = office.owe()
    [notice] = office.claim().parcels
    assert notice.letter.kind == "team.trouble"
    assert notice.letter.conversation == "U0HUGO"
    assert notice.facts == {"channel": "C0TEAM", "reason": "is_archived"}
    assert not notice.letter.asked
    assert office.letter(late).state == "failed"  # without a further call


def test_a_channel_that_we_had_never_heard_of_is_closed_as_well(office: PostOffice) -> None:
    office.owe("C0STRANGE")
    office.record(office.claim().parcels[0], Failed("channel_not_found", Reach.CHANNEL), 1)
    office.owe("C0STRANGE")
    assert office.claim().unsaid[0].reason == "channel_not_found"


def test_a_channel_that_opens_again_is_written_to_again(office: PostOffice) -> None:
    office.owe()
    office.record(office.claim().parcels[0], CLOSED, 1)
    office.do(_opened)
    again = office.owe()
    assert again in office.send()


def test_somebody_who_left_gets_nothing_more_and_nobody_else_is_bothered(
    office: PostOffice,
) -> None:
    office.owe("U0GONE")
    claimed = office.claim()
    waiting = office.owe("U0GONE")
    other = office.owe("U0ANA")
    office.record(claimed.parcels[0], Failed("user_disabled", Reach.PERSON), claimed.fence)
    assert office.letter(waiting).state == "failed"
    assert office.send() == [other]


def test_a_workspace_that_refuses_us_is_left_alone_until_we_are_introduced_anew(
    office: PostOffice,
) -> None:
    letter = office.owe()
    claimed = office.claim()
    assert office.record(claimed.parcels[0], REVOKED, claimed.fence) == "refused"
    assert office.do(deliveries.agenda).busy == ()
    assert office.do(deliveries.agenda).next_due is None
    workspace = office.do(lambda work: work.records.workspaces.get(HERE))
    assert workspace is not None
    assert workspace.trouble == "token_revoked"
    office.introduce()
    assert office.do(deliveries.agenda).busy == (HERE,)
    assert office.send() == [letter]


def test_only_the_holder_of_the_lease_claims(office: PostOffice) -> None:
    office.owe("U1")
    assert office.claim("one").fence == 1
    assert office.try_claim("two") is None
    office.passes(seconds=14)
    assert office.try_claim("two") is None
    office.passes(seconds=2)
    assert office.claim("two").fence == 2


def test_a_lease_that_was_given_back_is_free_at_once(office: PostOffice) -> None:
    office.claim("one")
    office.do(lambda work: deliveries.let_go(work, me="one"))
    assert office.claim("two").fence == 2
    office.do(lambda work: deliveries.let_go(work, me="one"))  # no longer his to give
    assert office.try_claim("one") is None


def test_who_looks_while_another_holds_the_lease_is_told_when_it_ends(office: PostOffice) -> None:
    office.owe("U1")
    office.claim("one", verbs=())
    seen = office.do(lambda work: deliveries.look(work, me="two", verbs=("post",)))
    assert (seen.due, seen.again) == (False, office.now + timedelta(seconds=15))
    assert office.do(lambda work: deliveries.look(work, me="one", verbs=("post",))).due


def test_what_a_lost_process_left_in_mid_air_is_in_doubt_not_sent_again(
    office: PostOffice,
) -> None:
    post = office.owe("U1", slot="s")
    whisper = office.owe("C9", whisper_to="U1")
    office.claim("one")
    office.passes(seconds=16)
    assert office.claim("two").parcels == ()
    assert office.letter(post).state == "in_doubt"
    assert office.letter(whisper).state == "unconfirmed"
    office.passes(seconds=31)
    [doubt] = office.claim("two").doubts
    assert (doubt.letter.id, doubt.channel) == (post, "U1")


def test_an_edit_that_a_lost_process_left_in_mid_air_is_made_again(office: PostOffice) -> None:
    office.owe(slot="s")
    office.send()
    office.edit("s")
    office.claim("one")
    office.passes(seconds=16)
    [edit] = office.claim("two").parcels
    assert edit.letter.verb == "edit"


def test_a_claim_whose_commit_nobody_heard_of_is_found_after_a_minute(office: PostOffice) -> None:
    letter = office.owe("U1")
    office.claim("one")
    office.passes(seconds=61)
    office.claim("one")
    assert office.letter(letter).state == "in_doubt"


def test_a_zombie_changes_nothing_but_what_slack_confirmed_stays_a_fact(
    office: PostOffice,
) -> None:
    first, second = office.owe("U1"), office.owe("U2")
    old = office.claim("one")
    office.passes(seconds=16)
    office.claim("two")
    assert office.record(old.parcels[0], Later(5, "unreached"), old.fence) == ""
    assert office.letter(first).state == "in_doubt"
    assert office.record(old.parcels[1], Sent("D2", "8.000100"), old.fence) == "sent"
    assert office.letter(second).state == "sent"


def test_a_letter_that_arrived_twice_after_all_is_noticed(office: PostOffice) -> None:
    office.owe("U1")
    [parcel] = office.claim().parcels
    assert office.record(parcel, Sent("D1", "8.000100"), 1) == "sent"
    assert office.record(parcel, Sent("D1", "9.000100"), 1) == "doubled"


def test_giving_back_is_no_try(office: PostOffice) -> None:
    letter = office.owe("U1")
    claimed = office.claim()
    office.do(
        lambda work: deliveries.give_back(work, claimed.parcels[0].letter, fence=claimed.fence)
    )
    assert (office.letter(letter).state, office.letter(letter).tries) == ("ready", 0)


def test_the_agenda_names_who_is_owed_something_and_the_next_moment(office: PostOffice) -> None:
    later = office.now + timedelta(hours=3)
    office.owe("U1", not_before=later)
    assert office.do(deliveries.agenda) == deliveries.Agenda((), later)
    office.passes(hours=3)
    assert office.do(deliveries.agenda) == deliveries.Agenda((HERE,), None)


def test_what_slack_told_us_to_wait_for_is_known_to_the_next_holder(office: PostOffice) -> None:
    office.do(lambda work: deliveries.not_before(work, "chat.postMessage", "", seconds=40))
    limits = office.claim("two").limits
    assert limits == {("chat.postMessage", ""): office.now + timedelta(seconds=40)}
    office.passes(seconds=41)
    assert office.claim("two").limits == {}


def test_the_status_counts_letters_and_reasons(office: PostOffice) -> None:
    office.owe("U1")
    office.owe("U2", kind="stumbling")
    office.claim()
    found = office.do(status)
    assert found.letters == {"sending": 1, "failed": 1}
    assert [(one.kind, one.reason) for one in found.worries] == [
        ("stumbling", "not composed: KeyError")
    ]
    assert found.oldest_owed == office.now


def _opened(work: Work) -> None:
    channel = Channel(ChannelId("C0TEAM"), "team", "channel", True, 5, None, work.now)
    work.records.channels.put(channel)
