"""What it means that Slack opened no conversation with several people; then each reads it alone."""

import pytest

from bot.deliveries import Answer, Failed, Later, Outcome, Reach, Trouble, outcome_of, without_group
from bot.deliveries.errors import NO_GROUP
from storage.store import Store
from tests.bot.post_office import PostOffice


def refused(error: str, status: int = 200) -> Answer:
    return Answer(status=status, body={"ok": False, "error": error})


def meant(answer: Answer) -> Outcome:
    return outcome_of(without_group(answer), verb="post", to_person=True)


@pytest.mark.parametrize(
    "error", ["missing_scope", "user_disabled", "too_many_users", "restricted_action", "who_knows"]
)
def test_a_refusal_is_about_that_conversation_alone(error: str) -> None:
    assert meant(refused(error)) == Failed(NO_GROUP, Reach.LETTER)


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive"])
def test_where_we_may_not_speak_at_all_nobody_is_written_to(error: str) -> None:
    assert meant(refused(error)) == Failed(error, Reach.WORKSPACE)


@pytest.mark.parametrize(
    "answer",
    [
        refused("ratelimited", 429),
        refused("internal_error"),
        refused("channel_migrating"),
        Answer(status=503),
        Answer(status=200, body={"ok": True}),
        Answer(trouble=Trouble.LOST),
        Answer(trouble=Trouble.UNREACHED),
    ],
)
def test_what_passes_is_tried_again_and_leaves_no_doubt(answer: Answer) -> None:
    assert isinstance(meant(answer), Later)


def test_each_gets_the_same_letter_with_a_slot_of_their_own(store: Store) -> None:
    office = PostOffice(store)
    office.owe("U0ANA,U0BEN", slot="pairing:p", facts={"text": "hello"})
    claimed = office.claim()
    office.record(claimed.parcels[0], Failed(NO_GROUP, Reach.LETTER), claimed.fence)

    after = [parcel.letter for parcel in office.claim().parcels]
    assert [(one.conversation, one.slot, one.facts) for one in after] == [
        ("U0ANA", "pairing:p:U0ANA", {"text": "hello"}),
        ("U0BEN", "pairing:p:U0BEN", {"text": "hello"}),
    ]
