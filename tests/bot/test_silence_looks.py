"""Looking at waits when it is time: promises, races, absences, topics; a real database below."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot import blockers, people
from bot.blockers import BlockerId, Wait, silence, voice
from bot.blockers.heard import FIRST_LOOK_AFTER
from bot.blockers.states import after
from bot.told import Told
from bot.world import Work
from storage.blockers import Blocker
from storage.follow_ups import FollowUp
from storage.outbox import Letter
from storage.people import Person
from storage.store import Store
from storage.topics import Topic
from storage.types import ChannelId, LetterId, PersonId, TeamId
from tests.bot.post_office import HERE, NOON, PostOffice

TEAM = ChannelId("C0TEAM")
ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")


def person(one: PersonId, **what: Any) -> Person:
    usual: dict[str, Any] = {"zone": "UTC", "home": HERE, "guest": False, "bot": False}
    return Person(one, one, one, **{**usual, "gone": False, "learnt_at": NOON, **what})


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    known = [person(one) for one in (ANA, BEN, DANA)]
    office.do(lambda work: people.learn(work, people=known, channels=[]))
    return office


def report(office: PostOffice, words: str = "the new schema", **what: Any) -> BlockerId:
    wait = Wait(**{"words": words, "function": "data_engineering", **what})
    told = office.do(lambda work: blockers.report(work, wait, waiter=ANA, channel=TEAM))
    assert told.card is not None
    return told.card.blocker.id


def the_first_look(office: PostOffice) -> None:
    """At everything that was reported so far."""
    office.now += FIRST_LOOK_AFTER
    settle(office)


def settle(office: PostOffice) -> None:
    while office.do(silence.do_due):
        pass


def pass_to(office: PostOffice, moment: datetime) -> None:
    """As the planner does: stop at every moment at which a look is due."""
    settle(office)
    while (at := office.do(silence.next_due)) is not None and at <= moment:
        office.now = max(office.now, at)
        settle(office)
    office.now = moment


def asked(office: PostOffice, blocker: BlockerId) -> dict[str, datetime]:
    return dict(office.do(lambda work: work.records.follow_ups.done_of(blocker)))


def now(office: PostOffice, blocker: BlockerId) -> Blocker:
    found = office.do(lambda work: work.records.blockers.get(blocker))
    assert found is not None
    return found


def march(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_a_promised_date_keeps_us_quiet_and_is_asked_about_once_when_it_is_over(
    office: PostOffice,
) -> None:
    blocker = report(office, owner=DANA)
    office.do(lambda work: voice.on_it(work, blocker, "next_week", by=DANA, place=TEAM))
    pass_to(office, march(20, 17))
    assert asked(office, blocker) == {}

    pass_to(office, march(23, 14))
    assert asked(office, blocker) == {"promise:U0DANA:2026-03-20": march(23, 13) + _QUARTER}


_QUARTER = timedelta(minutes=15)
_HALF = timedelta(minutes=30)


def test_a_new_date_is_a_new_promise(office: PostOffice) -> None:
    blocker = report(office, owner=DANA)
    for day in (10, 12):
        office.do(lambda work: voice.on_it(work, blocker, "tomorrow", by=DANA, place=TEAM))
        pass_to(office, march(day + 1, 14))
    assert set(asked(office, blocker)) == {"promise:U0DANA:2026-03-10", "promise:U0DANA:2026-03-12"}


def test_a_question_that_was_put_to_one_is_put_anew_to_whom_it_was_forwarded(
    office: PostOffice,
) -> None:
    blocker = report(office, owner=DANA)
    pass_to(office, march(10, 13))
    office.do(lambda work: voice.not_mine(work, blocker, by=DANA, place=TEAM, person=BEN))
    pass_to(office, march(10, 17))
    assert set(asked(office, blocker)) == {"owner:U0DANA"}

    pass_to(office, march(11, 13))
    assert set(asked(office, blocker)) == {"owner:U0DANA", "owner:U0BEN"}


def test_of_two_planners_one_asks(office: PostOffice) -> None:
    blocker = report(office, owner=DANA)
    the_first_look(office)
    [planned] = office.do(lambda work: work.records.follow_ups.due(march(30), 9))
    office.now = planned.due_at
    office.do(silence.do_due)

    def late(work: Work) -> bool:
        return work.records.follow_ups.take(planned)

    assert not office.do(late)
    assert planned == FollowUp(blocker, "look", planned.due_at)
    assert list(asked(office, blocker)) == ["owner:U0DANA"]


def test_what_we_stumble_over_is_set_aside_and_the_others_have_their_turn(
    office: PostOffice,
) -> None:
    first = report(office)
    office.passes(minutes=1)
    second = report(office)
    office.now += FIRST_LOOK_AFTER
    office.do(silence.set_aside)

    [due] = office.do(lambda work: work.records.follow_ups.due(office.now, 9))
    assert due.blocker == second
    settle(office)
    assert office.do(silence.next_due) == office.now + timedelta(hours=1)
    pass_to(office, march(12, 13))
    assert list(asked(office, first)) == list(asked(office, second)) == ["waiter"]


def test_after_weeks_asleep_each_is_asked_once_and_not_for_every_day(office: PostOffice) -> None:
    blocker = report(office, owner=DANA)
    settle(office)
    office.passes(days=30)
    settle(office)
    assert set(asked(office, blocker)) == {"owner_again:U0DANA", "waiter_again"}
    assert now(office, blocker).state == "open"


def test_who_left_the_workspace_is_not_asked(office: PostOffice) -> None:
    blocker = report(office, owner=DANA)
    office.do(lambda work: people.learn(work, people=[person(ANA, gone=True)], channels=[]))
    pass_to(office, march(27))
    assert set(asked(office, blocker)) == {"owner:U0DANA", "owner_again:U0DANA"}
    assert now(office, blocker).state == "unconfirmed"


def test_days_off_are_no_silence(office: PostOffice) -> None:
    blocker = report(office)
    off = ((march(10).date(), march(31).date()),)
    office.do(lambda work: work.records.profiles.put(ANA, off=off))
    pass_to(office, march(31, 20))
    assert asked(office, blocker) == {}
    assert now(office, blocker).state == "open"


def test_what_a_standup_says_of_it_is_a_sign_of_life(office: PostOffice) -> None:
    blocker = report(office)
    pass_to(office, march(27))
    assert now(office, blocker).state == "unconfirmed"

    def says(work: Work) -> Blocker:
        seen = work.records.blockers.get(blocker)
        assert seen is not None
        return silence.sign_of_life(work, seen, ANA, work.now)

    assert office.do(says).state == "open"
    history = office.do(lambda work: work.records.blockers.history(blocker))
    assert [one.what for one in history] == ["reported", "silence", "mentioned"]


def test_a_question_that_came_too_late_says_nothing(office: PostOffice) -> None:
    """What waited for the morning is moot when the one asked has spoken, or it is over."""
    spoken, ended = report(office, owner=DANA), report(office, owner=DANA)
    for blocker in (spoken, ended):
        facts = {"blocker": blocker, "what": "owner", "to": DANA}
        office.owe(DANA, "silence.owner_asked", facts=facts)
    office.passes(minutes=1)
    office.do(lambda work: silence.still_waiting(work, spoken, by=DANA))
    office.do(lambda work: blockers.resolve(work, ended, by=BEN))

    def composed(work: Work) -> list[Any]:
        questions = [one for one in _letters(work) if one.kind == "silence.owner_asked"]
        return [silence.compose(work, one) for one in questions]

    assert office.do(composed) == [None, None]


# --- Topics ------------------------------------------------------------------------------------


def topics(office: PostOffice) -> list[Topic]:
    the_first_look(office)
    return office.do(lambda work: work.records.topics.since(TeamId("t"), NOON))


def test_the_third_of_its_kind_in_30_days_becomes_a_topic_and_nobody_hears_of_it(
    office: PostOffice,
) -> None:
    waits = [report(office, f"the backfill of day {n}", project="churn") for n in (1, 2)]
    assert topics(office) == []
    waits.append(report(office, "the new columns", project="churn"))

    [topic] = topics(office)
    assert topic.blockers == tuple(waits)
    assert topic.function == "data_engineering"
    posted = office.do(lambda work: [one.kind for one in _letters(work)])
    assert set(posted) == {"blocker.posted"}


def test_the_fourth_joins_the_topic_of_the_third(office: PostOffice) -> None:
    waits = [report(office, f"the backfill of day {n}", project="churn") for n in range(4)]
    [topic] = topics(office)
    assert topic.blockers == tuple(waits)


@pytest.mark.parametrize(
    "other",
    [
        {"project": "renewals", "words": "access to the billing export"},
        {"project": "churn", "function": "legal_security_privacy"},
    ],
)
def test_another_project_or_function_is_another_kind(
    office: PostOffice, other: dict[str, str]
) -> None:
    for _ in range(2):
        report(office, "the backfill", project="churn")
    report(office, **other)
    assert topics(office) == []


def test_the_same_wait_in_the_same_words_is_of_one_kind_without_a_project(
    office: PostOffice,
) -> None:
    for _ in range(3):
        report(office, "waiting on the schema change of the orders table")
    assert len(topics(office)) == 1


def test_what_is_older_than_30_days_is_no_longer_counted(office: PostOffice) -> None:
    for _ in range(2):
        report(office, "the backfill", project="churn")
    office.passes(days=31)
    report(office, "the backfill", project="churn")
    assert topics(office) == []


def _letters(work: Work) -> list[Letter]:
    found = [work.records.outbox.get(LetterId(f"L{number}")) for number in range(1, 60)]
    return [one for one in found if one is not None]


# --- The verbs are the state machine -----------------------------------------------------------

Verb = Callable[[Work, BlockerId], Told]
VERBS: dict[str, Verb] = {
    "taken": lambda work, one: blockers.take(work, one, by=DANA, over=True),
    "mentioned": lambda work, one: silence.still_waiting(work, one, by=ANA),
    "resolved": lambda work, one: blockers.resolve(work, one, by=DANA),
    "reopened": lambda work, one: blockers.reopen(work, one, by=ANA),
    "withdrawn": lambda work, one: blockers.undo(work, one, by=ANA),
    "reworded": lambda work, one: blockers.correct(work, one, by=ANA, function="other"),
    "offered": lambda work, one: blockers.offer_help(work, one, by=BEN),
    "brought": lambda work, one: silence.bring(work, one, BEN, by=ANA),
    "queued": lambda work, one: voice.in_queue(work, one, "open", by=DANA, place=TEAM),
    "info_asked": lambda work, one: voice.need_info(work, one, "?", by=DANA, place=TEAM),
}


def act(office: PostOffice, event: str, blocker: BlockerId) -> None:
    if event == "silence":
        pass_to(office, office.now + timedelta(days=40))
    else:
        office.do(lambda work: VERBS[event](work, blocker))
        office.passes(minutes=1)


@pytest.mark.parametrize("seed", range(12))
def test_what_people_do_moves_a_blocker_just_as_the_machine_says(
    office: PostOffice, seed: int
) -> None:
    dice = Random(seed)
    blocker = report(office, owner=DANA)
    walked: list[str] = []
    for _ in range(8):
        event = dice.choice([*VERBS, "silence", "silence"])
        before = now(office, blocker).state
        if event == "reopened" and before == "resolved":
            office.now = min(office.now, (now(office, blocker).ended_at or office.now) + _HALF)
        walked.append(event)
        act(office, event, blocker)
        assert now(office, blocker).state == after(before, event), walked
