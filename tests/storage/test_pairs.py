"""Rows of pairs: circles that turn once, places that hold one partner, answers that come first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from storage.pairs import Circle, Meeting, SeatOf
from storage.pairs_files import PairFile
from storage.pairs_rounds import Pairing, Place, Round
from storage.pairs_welcomes import Welcome
from storage.pairs_wishes import Wish
from storage.records import Records
from storage.store import Store
from storage.types import ChannelId, PersonId
from tests.bot.post_office import PostOffice

ANA, BEN, ELI = (PersonId(f"U0{name}") for name in ("ANA", "BEN", "ELI"))
MONDAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
CIRCLE = Circle("t", None, 0, 0)
ROUND = Round("t:1", "t", MONDAY, date(2026, 3, 16), "week", None, "open", NOW)


def records(store: Store, verb: Any) -> Any:
    return PostOffice(store).do(lambda work: verb(work.records))


def started(found: Records) -> Pairing:
    found.pairs.add(CIRCLE)
    found.pair_rounds.add(ROUND)
    pairing = Pairing("p", ROUND.id, "on", NOW, NOW, False, ({"why": "never_met"},))
    found.pair_rounds.add_pairing(pairing)
    found.pair_rounds.place(Place(ROUND.id, ANA, "p", "paired", "leads"))
    found.pair_rounds.place(Place(ROUND.id, BEN, "p", "paired", "joins"))
    found.pair_rounds.place(Place(ROUND.id, ELI, None, "loose", bye=True))
    return pairing


def test_a_circle_turns_only_as_it_was_read(store: Store) -> None:
    def verb(found: Records) -> None:
        found.pairs.add(CIRCLE)
        assert found.pairs.turn(CIRCLE)
        assert not found.pairs.turn(CIRCLE)
        found.pairs.touch("t")
        assert found.pairs.circle("t") == Circle("t", None, 1, 2)

    records(store, verb)


def test_seats_are_kept_whole(store: Store) -> None:
    def verb(found: Records) -> None:
        found.pairs.add(CIRCLE)
        found.pairs.seat_all("t", [SeatOf(ANA, 0, 1, 0, None), SeatOf(BEN, 1, 1, 0, None)])
        found.pairs.seat_all("t", [SeatOf(BEN, 1, 1, 0, None), SeatOf(ELI, 0, 2, 1, 1)])
        found.pairs.seat("t", SeatOf(BEN, 1, 1, 1, 2))
        assert [(one.person, one.byes) for one in found.pairs.seats("t")] == [(ELI, 1), (BEN, 1)]

    records(store, verb)


def test_a_meeting_is_found_whoever_is_named_first(store: Store) -> None:
    def verb(found: Records) -> None:
        found.pairs.add(CIRCLE)
        assert found.pairs.meeting("t", BEN, ANA) == Meeting(ANA, BEN)
        found.pairs.keep("t", Meeting(ANA, BEN, met=3, met_at=NOW, made=3))
        assert found.pairs.meeting("t", BEN, ANA).met == 3
        assert [tuple(row) for row in found.pairs.past("t")] == [(ANA, BEN, 3, 3, 0)]

    records(store, verb)


def test_a_round_is_made_once_with_its_inputs(store: Store) -> None:
    def verb(found: Records) -> None:
        started(found)
        assert found.pair_rounds.first_open(NOW) == ROUND
        assert found.pair_rounds.made(ROUND, number=1, inputs={"seed": "s"}, now=NOW)
        assert not found.pair_rounds.made(ROUND, number=1, inputs={}, now=NOW)
        assert found.pair_rounds.first_open(NOW) is None
        kept = found.pair_rounds.get(ROUND.id)
        assert kept is not None
        assert (kept.state, kept.number, kept.inputs) == ("made", 1, {"seed": "s"})

    records(store, verb)


def test_a_place_moves_only_as_it_was_read(store: Store) -> None:
    def verb(found: Records) -> None:
        started(found)
        place = found.pair_rounds.place_of(ROUND.id, ELI)
        assert place is not None
        assert found.pair_rounds.move(place, "paired", pairing="p", role="joins")
        assert not found.pair_rounds.move(place, "out")
        assert [one.person for one in found.pair_rounds.together("p")] == [BEN, ELI, ANA]

    records(store, verb)


def test_the_first_answer_counts(store: Store) -> None:
    def verb(found: Records) -> None:
        pairing = started(found)
        assert [one.id for one in found.pair_rounds.to_ask(NOW, 5)] == ["p"]
        assert found.pair_rounds.answer(pairing, "met", by=ANA, now=NOW)
        assert not found.pair_rounds.answer(pairing, "will_not", by=BEN, now=NOW)
        assert found.pair_rounds.to_ask(NOW, 5) == []
        assert found.pair_rounds.next_asked() is None

    records(store, verb)


def test_it_is_asked_once(store: Store) -> None:
    def verb(found: Records) -> None:
        pairing = started(found)
        assert found.pair_rounds.next_asked() == NOW
        assert found.pair_rounds.asked(pairing)
        assert not found.pair_rounds.asked(pairing)

    records(store, verb)


def test_wishes_are_kept_and_taken_back(store: Store) -> None:
    def verb(found: Records) -> None:
        wishes = found.pair_wishes
        wishes.never(ANA, BEN, at=NOW)
        assert wishes.nevers() == {(ANA, BEN)}
        assert wishes.forgive(ANA, BEN)
        assert not wishes.forgive(ANA, BEN)
        wishes.wish(Wish(ANA, "frontend", NOW))
        assert wishes.wishes([ANA, BEN]) == [Wish(ANA, "frontend", NOW)]
        assert wishes.unwish(ANA, "frontend")
        wishes.wants_across(ANA, True)
        wishes.leaves(ANA, MONDAY)
        assert wishes.across() == {ANA}
        assert wishes.leaving() == {ANA: MONDAY}
        wishes.leaves(ANA, None)
        assert wishes.leaving() == {}

    records(store, verb)


def test_places_of_a_person_come_with_the_latest_round_first(store: Store) -> None:
    def verb(found: Records) -> None:
        started(found)
        later = Round("t:2", "t", date(2026, 3, 16), date(2026, 3, 23), "week", None, "open", NOW)
        found.pair_rounds.add(later)
        found.pair_rounds.place(Place(later.id, ANA, None, "loose"))
        assert [one.round for one in found.pair_rounds.of_person(ANA, since=None)] == ["t:2", "t:1"]
        since = date(2026, 3, 16)
        assert [one.round for one in found.pair_rounds.of_person(ANA, since=since)] == ["t:2"]

    records(store, verb)


def test_a_file_is_sent_by_the_one_who_moved_it(store: Store) -> None:
    def verb(found: Records) -> None:
        started(found)
        place = ChannelId("G0PAIR")
        file = PairFile("p", place, NOW, "wanted", NOW)
        found.pair_files.put(file)
        assert found.pair_files.get("p", place, NOW) == file
        assert found.pair_files.move(file, "sending", now=NOW)
        assert not found.pair_files.move(file, "sending", now=NOW)
        found.pair_files.drop(file)  # as it was: somebody else has it now
        assert found.pair_files.get("p", place, NOW) == replace(file, state="sending")
        found.pair_files.drop(replace(file, state="sending"))
        assert found.pair_files.get("p", place, NOW) is None

    records(store, verb)


def test_whoever_was_paired_or_dropped_out_is_not_new(store: Store) -> None:
    def verb(found: Records) -> None:
        started(found)
        rounds = found.pair_rounds
        assert [rounds.was_paired("t", one) for one in (ANA, BEN, ELI)] == [True, True, False]
        loose = rounds.place_of(ROUND.id, ELI)
        assert loose is not None
        assert rounds.move(loose, "out")
        assert rounds.was_paired("t", ELI)

    records(store, verb)


def test_a_welcome_has_one_moment(store: Store) -> None:
    def verb(found: Records) -> None:
        found.pairs.add(CIRCLE)
        later = NOW + timedelta(days=1)
        found.pair_welcomes.put("t", ELI, NOW)
        found.pair_welcomes.put("t", ELI, later)
        assert found.pair_welcomes.first(NOW) is None
        assert found.pair_welcomes.next_due() == later
        assert found.pair_welcomes.first(later) == Welcome("t", ELI, later)
        found.pair_welcomes.drop(Welcome("t", ELI, later))
        assert found.pair_welcomes.next_due() is None

    records(store, verb)
