"""What stories do not reach: races, taps on what is not one's own, and stale buttons."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot import blockers, people
from bot.blockers import BlockerId, Wait
from bot.blockers.report import change
from bot.errors import NotFound, NotYours, Overtaken
from bot.told import Told
from bot.world import Work
from storage.people import Person
from storage.store import Store
from storage.types import ChannelId, PersonId, TeamId
from tests.bot.post_office import HERE, NOON, PostOffice

TEAM = ChannelId("C0TEAM")
ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
_PEOPLE = (ANA, BEN, DANA)


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    known = [Person(one, one, one, "UTC", HERE, False, False, False, NOON) for one in _PEOPLE]
    office.do(lambda work: people.learn(work, people=known, channels=[]))
    return office


def report(office: PostOffice, **what: Any) -> BlockerId:
    wait = Wait(**{"words": "the new schema", "function": "data_engineering", **what})
    told = office.do(lambda work: blockers.report(work, wait, waiter=ANA, channel=TEAM))
    assert told.card is not None
    return told.card.blocker.id


def test_a_change_of_what_changed_meanwhile_is_done_once_more(office: PostOffice) -> None:
    blocker = report(office)
    seen = office.do(lambda work: work.records.blockers.get(blocker))
    assert seen is not None
    office.do(lambda work: blockers.resolve(work, blocker, by=BEN))

    with pytest.raises(Overtaken):
        office.do(lambda work: change(work, seen, state="in_hand", helper=DANA))


def test_a_wait_cannot_have_begun_later_than_now(office: PostOffice) -> None:
    blocker = report(office, since=NOON + timedelta(hours=3))
    kept = office.do(lambda work: work.records.blockers.get(blocker))
    assert kept is not None
    assert kept.since == NOON


@pytest.mark.parametrize(
    "verb",
    [
        lambda work, blocker: blockers.undo(work, blocker, by=BEN),
        lambda work, blocker: blockers.widen(work, blocker, "me", by=BEN),
        lambda work, blocker: blockers.move(work, blocker, TeamId("t1"), by=BEN),
        lambda work, blocker: blockers.send_again(work, blocker, "l1", by=BEN),
        lambda work, blocker: blockers.it_is_there(work, blocker, by=BEN),
        lambda work, blocker: blockers.reword(work, blocker, Wait("x", "other"), by=BEN),
        lambda work, blocker: blockers.form_for(work, blocker, person=BEN),
    ],
)
def test_only_its_author_says_it_differently(office: PostOffice, verb: Any) -> None:
    blocker = report(office)
    with pytest.raises(NotYours):
        office.do(lambda work: verb(work, blocker))


def test_what_does_not_exist_and_what_is_private_look_the_same(office: PostOffice) -> None:
    def sentence(blocker: BlockerId) -> str:
        with pytest.raises(NotFound) as refusal:
            office.do(lambda work: blockers.resolve(work, blocker, by=BEN))
        return refusal.value.sentence

    assert sentence(report(office, audience="me")) == sentence(BlockerId("nothing"))


def test_it_does_not_move_to_a_team_of_which_its_author_is_not(office: PostOffice) -> None:
    blocker = report(office)
    told = office.do(lambda work: blockers.move(work, blocker, TeamId("elsewhere"), by=ANA))
    assert told.what == "audience"


def test_an_answer_to_a_question_that_was_put_to_another_is_none(office: PostOffice) -> None:
    earlier, now = report(office), report(office)
    office.do(lambda work: blockers.resolve(work, earlier, by=DANA))
    office.do(lambda work: blockers.ask_quietly(work, now, by=ANA))
    [ask] = office.do(lambda work: work.records.asks.about(now))

    assert ask.asked == DANA
    with pytest.raises(NotFound):
        office.do(lambda work: blockers.answer_ask(work, ask.id, "yes", by=BEN))


def test_work_is_noted_only_in_known_words_and_only_of_what_ended(office: PostOffice) -> None:
    blocker = report(office)

    def note(effort: str) -> Told:
        return office.do(lambda work: blockers.note_effort(work, blocker, effort, by=ANA))

    assert note("hours").what == "already"
    office.do(lambda work: blockers.resolve(work, blocker, by=ANA))
    assert note("ages").what == "already"
    assert note("hours").what == "effort_noted"


def test_a_click_shows_where_a_message_stands_only_in_its_own_place(office: PostOffice) -> None:
    blocker = report(office)
    slot = f"blocker:{blocker}:{TEAM}"
    office.do(lambda work: _doubt_the_post(work, slot))

    def clicked(place: str) -> blockers.Post | None:
        post = blockers.Post(ChannelId(place), "100.5")
        office.do(lambda work: blockers.found_by_click(work, blocker, post))
        return office.do(lambda work: work.records.outbox.post(slot))

    assert clicked("C0OTHER") is None
    assert clicked("C0TEAM") == blockers.Post(TEAM, "100.5")
    assert office.states()["sent"] == 1


def _doubt_the_post(work: Work, slot: str) -> None:
    work.records.tx.connection.execute(
        text("UPDATE letters SET state = 'unconfirmed' WHERE slot = :slot"), {"slot": slot}
    )
