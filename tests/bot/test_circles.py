"""Circles and chains from what is kept: who is told, what, and once; and who is not."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot import blockers, people
from bot.blockers import BlockerId, Wait
from bot.deliveries import Content
from bot.ledger import circles
from bot.ledger.chains import chain_of
from bot.told import Card
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.owners import Owner
from storage.people import Channel, Person
from storage.store import Store
from storage.types import ChannelId, LetterId, PersonId
from tests.bot.post_office import HERE, NOON, PostOffice

TEAM, SECRET = ChannelId("C0TEAM"), ChannelId("C0SECRET")
ANA, BEN, DANA, ELI = (PersonId(f"U0{name}") for name in ("ANA", "BEN", "DANA", "ELI"))
HUGO = PersonId("U0HUGO")
EVERYBODY = (ANA, BEN, DANA, ELI, HUGO)


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    known = [Person(one, one, one, "UTC", HERE, False, False, False, NOON) for one in EVERYBODY]
    places = [
        Channel(TEAM, "team", "channel", True, 9, None, NOON),
        Channel(SECRET, "secret", "private", True, 3, None, NOON),
    ]
    office.do(lambda work: people.learn(work, people=known, channels=places))
    return office


def waits(
    office: PostOffice,
    waiter: PersonId,
    on: PersonId | None = None,
    words: str = "the new schema",
    at: ChannelId = TEAM,
    **what: Any,
) -> BlockerId:
    wait = Wait(**{"words": words, "function": "other", "owner": on, **what})
    told = office.do(lambda work: blockers.report(work, wait, waiter=waiter, channel=at))
    assert told.card is not None
    office.passes(minutes=10)
    return told.card.blocker.id


def answers_for(office: PostOffice, function: str, person: PersonId) -> None:
    owner = Owner(function, "person", person, "", "they know it", ANA, NOON)

    def deed(work: Work) -> None:
        work.records.owners.ask(owner)
        assert work.records.owners.accept(owner, by=person, at=NOON)

    office.do(deed)


def told(office: PostOffice, person: PersonId) -> list[Content]:
    """What this person hears of circles, as it would leave now."""

    def deed(work: Work) -> list[Content]:
        said = work.records.nudges.said_since(person, NOON - timedelta(days=9))
        kept = work.records.nudges.kept(person)
        letters = [_letter(one.facts) for one in kept if one.kind == circles.KIND]
        if said:
            letters += [one for one in _letters(work) if one.conversation == person]
        return [found for one in letters if (found := circles.compose(work, one)) is not None]

    return office.do(deed)


def _letters(work: Work) -> list[Letter]:
    found = []
    for number in range(1, 400):
        letter = work.records.outbox.get(LetterId(f"L{number}"))
        if letter is not None and letter.kind == circles.KIND:
            found.append(letter)
    return found


def _letter(facts: Any) -> Letter:
    return Letter(LetterId("x"), "post", circles.KIND, facts["reader"], facts, NOON, NOON)


def ids(content: Content) -> list[BlockerId]:
    cards: tuple[Card, ...] = content[1]["cards"]
    return [card.blocker.id for card in cards]


def test_the_wait_that_closes_a_circle_tells_each_member_the_whole_of_it_once(
    office: PostOffice,
) -> None:
    first = waits(office, ANA, BEN)
    second = waits(office, BEN, DANA)
    waits(office, ELI, ANA)  # waits into it, and is not in it
    assert [told(office, one) for one in EVERYBODY] == [[]] * 5

    last = waits(office, DANA, ANA)
    for member in (ANA, BEN, DANA):
        assert [ids(one) for one in told(office, member)] == [[last, first, second]]
    assert told(office, ELI) == []


def test_one_wait_can_close_two_circles_and_everybody_hears_of_theirs(office: PostOffice) -> None:
    short = [waits(office, BEN, DANA), waits(office, DANA, ANA)]
    long = [waits(office, BEN, ELI), waits(office, ELI, HUGO), waits(office, HUGO, ANA)]
    last = waits(office, ANA, BEN)
    assert [ids(one) for one in told(office, DANA)] == [[last, *short]]
    assert [ids(one) for one in told(office, HUGO)] == [[last, *long]]
    assert len(told(office, ANA)) == len(told(office, BEN)) == 2


def test_a_second_wait_on_the_same_person_closes_no_second_circle(office: PostOffice) -> None:
    waits(office, ANA, BEN)
    waits(office, BEN, ANA)
    waits(office, BEN, ANA, "another thing")
    office.do(lambda work: blockers.reword(work, _newest(work), Wait("x", "other", ANA), by=BEN))
    assert len(told(office, ANA)) == 1


def _newest(work: Work) -> BlockerId:
    team = work.records.teams.of_channel(TEAM)
    assert team is not None
    found = work.records.blockers.numbered(team.id, 3)
    assert found is not None
    return found.id


def test_what_only_its_author_knows_is_told_to_nobody_else(office: PostOffice) -> None:
    waits(office, ANA, BEN)
    mine = waits(office, BEN, ANA, audience="me")
    assert told(office, ANA) == []
    assert len(told(office, BEN)) == 1

    office.do(lambda work: blockers.widen(work, mine, "channel", by=BEN))
    assert len(told(office, ANA)) == 1
    assert len(told(office, BEN)) == 1


def test_who_is_not_in_a_private_channel_hears_of_no_circle_through_it(office: PostOffice) -> None:
    waits(office, BEN, DANA)
    waits(office, DANA, ANA)
    waits(office, ANA, BEN, at=SECRET)
    assert len(told(office, ANA)) == 1
    assert told(office, BEN) == [], "named in there, and asked by nobody"
    assert told(office, DANA) == []


def test_a_circle_that_is_broken_by_then_is_not_told(office: PostOffice) -> None:
    waits(office, ANA, BEN)
    closing = waits(office, BEN, ANA)
    office.do(lambda work: blockers.resolve(work, closing, by=ANA))
    assert told(office, ANA) == []


def test_whoever_answers_for_a_function_stands_in_the_circle(office: PostOffice) -> None:
    answers_for(office, "data_engineering", DANA)
    first = waits(office, ANA, function="data_engineering")
    last = waits(office, DANA, ANA)
    assert [ids(one) for one in told(office, ANA)] == [[last, first]]
    waits(office, DANA, function="data_engineering")  # on herself: no circle of two
    assert len(told(office, DANA)) == 1


def test_a_wait_on_a_function_and_one_on_whoever_answers_for_it_are_on_the_same_person(
    office: PostOffice,
) -> None:
    answers_for(office, "data_engineering", DANA)
    waits(office, ANA, function="data_engineering")
    waits(office, DANA, ANA)
    assert len(told(office, ANA)) == 1

    for _ in range(2):
        waits(office, ANA, DANA)
        waits(office, ANA, function="data_engineering")
    assert len(told(office, ANA)) == 1


def test_a_circle_that_was_broken_and_is_closed_anew_is_told_anew(office: PostOffice) -> None:
    both = [waits(office, ANA, DANA) for _ in range(2)]
    waits(office, DANA, ANA)
    assert len(told(office, ANA)) == 1
    for one in both:
        office.do(partial(blockers.resolve, blocker_id=one, by=ANA))
    assert told(office, ANA) == []

    again = waits(office, ANA, DANA)
    assert [one[0] for one in map(ids, told(office, ANA))] == [again]


@pytest.mark.parametrize(
    ("efforts", "easiest"),
    [({"labeling": "days", "code_review": "minutes"}, 1), ({"labeling": "minutes"}, 0), ({}, 1)],
)
def test_the_easiest_to_end_takes_the_least_work_or_else_is_the_youngest(
    office: PostOffice, efforts: dict[str, str], easiest: int
) -> None:
    for function, effort in efforts.items():
        ended = waits(office, ELI, function=function)
        office.do(partial(blockers.resolve, blocker_id=ended, by=ELI))
        office.do(partial(blockers.note_effort, blocker_id=ended, effort=effort, by=ELI))
    found = [
        waits(office, ANA, BEN, function="labeling"),
        waits(office, BEN, ANA, function="code_review"),
    ]
    content = told(office, ANA)[0]
    assert content[1]["easiest"] == found[easiest]


def test_of_them_one_whose_next_person_is_around_comes_first(office: PostOffice) -> None:
    away = ((NOON.date(), NOON.date() + timedelta(days=9)),)
    office.do(lambda work: work.records.profiles.put(ANA, off=away))
    towards_ben = waits(office, ANA, BEN)
    waits(office, BEN, ANA)
    assert told(office, BEN)[0][1]["easiest"] == towards_ben


def test_who_took_a_wait_in_hand_is_waited_on_instead_of_who_was_named(office: PostOffice) -> None:
    taken = waits(office, ANA, BEN)
    office.do(partial(blockers.take, blocker_id=taken, by=ELI))
    waits(office, BEN, ANA)
    assert told(office, ANA) == []
    waits(office, ELI, ANA)
    assert len(told(office, ANA)) == 1


def whole(office: PostOffice, blocker: BlockerId) -> Blocker:
    found = office.do(lambda work: work.records.blockers.get(blocker))
    assert found is not None
    return found


def chain(office: PostOffice, blocker: BlockerId, reader: PersonId) -> list[str]:
    about = whole(office, blocker)
    return [one.words for one in office.do(lambda work: chain_of(work, about, reader=reader))]


def test_a_chain_goes_from_the_wait_to_its_head(office: PostOffice) -> None:
    mine = waits(office, ANA, BEN, "the report")
    waits(office, BEN, DANA, "the snapshot")
    waits(office, DANA, ELI, "the budget approval")
    assert chain(office, mine, ANA) == ["the snapshot", "the budget approval"]


def test_a_chain_goes_on_with_the_same_project_then_with_what_stops(office: PostOffice) -> None:
    mine = waits(office, ANA, BEN, "the report", project="churn")
    waits(office, BEN, DANA, "the oldest", severity="slowed")
    waits(office, BEN, DANA, "what stops")
    assert chain(office, mine, ANA) == ["what stops"]
    waits(office, BEN, DANA, "of the project", severity="slowed", project="churn")
    assert chain(office, mine, ANA) == ["of the project"]


def test_a_chain_shows_only_what_its_reader_may_know_and_ends_in_a_circle(
    office: PostOffice,
) -> None:
    mine = waits(office, ANA, BEN)
    waits(office, BEN, DANA, "between us", audience="asked")
    waits(office, DANA, ANA, "round again")
    assert chain(office, mine, ANA) == []
    assert chain(office, mine, DANA) == ["between us", "round again"]


def test_whoever_is_only_named_in_a_private_channel_reads_no_chain_through_it(
    office: PostOffice,
) -> None:
    mine = waits(office, BEN, ANA, "the report")
    hidden = waits(office, ANA, BEN, "the merger", at=SECRET)
    waits(office, DANA, BEN, "the survey")
    assert chain(office, mine, BEN) == []
    assert chain(office, hidden, ANA) == ["the report"]
