"""The rules of a round: the circle, seats, weights and the one matching that they make."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bot.pairs.circle import class_of, classes, partner_of, slots_for
from bot.pairs.inputs import Inputs, nobody_met, read, rests, written
from bot.pairs.matching import matched
from bot.pairs.rotation import Rotation
from bot.pairs.seats import Seat, sat_out, seated


def inputs(people: int, **more: object) -> Inputs:
    """Everybody is there, and new."""
    seats = tuple(Seat(f"p{at}", at, joined=1) for at in range(people))
    value = Inputs(
        number=1, size=people, slots=slots_for(people), seats=seats, met=nobody_met(people)
    )
    return replace(value, **more)  # type: ignore[arg-type]


def pairs_of(value: Inputs) -> set[frozenset[str]]:
    return {frozenset(group) for group in matched(value).pairs}


def of(*names: str) -> frozenset[str]:
    return frozenset(names)


@given(st.integers(1, 40).map(lambda half: 2 * half))
def test_on_the_circle_every_two_slots_meet_in_exactly_one_class(slots: int) -> None:
    met = Counter(class_of(one, other, slots) for one, other in combinations(range(slots), 2))

    assert set(met) == set(range(classes(slots)))
    assert set(met.values()) == {slots // 2}


@given(st.integers(1, 30).map(lambda half: 2 * half), st.data())
def test_the_partner_of_a_partner_is_oneself(slots: int, data: st.DataObject) -> None:
    slot = data.draw(st.integers(0, slots - 1))
    number = data.draw(st.integers(0, 1000))
    partner = partner_of(slot, number, slots)

    assert partner != slot
    assert partner_of(partner, number, slots) == slot
    assert class_of(slot, partner, slots) == number % classes(slots)


@given(st.integers(0, 30), st.data())
def test_everybody_has_one_place_and_only_the_odd_one_is_left(
    people: int, data: st.DataObject
) -> None:
    value = inputs(people)
    met = nobody_met(people)
    for one, other in combinations(range(people), 2):
        met[one, other] = met[other, one] = data.draw(st.integers(0, 9))
    found = matched(replace(value, number=10, met=met))
    places = [person for group in found.pairs for person in group] + list(found.byes)

    assert sorted(places) == sorted(one.who for one in value.seats)
    assert len(found.byes) == people % 2


@given(st.integers(2, 12), st.data())
def test_who_said_never_do_not_meet(people: int, data: st.DataObject) -> None:
    every = list(combinations(range(people), 2))
    apart = frozenset(data.draw(st.sets(st.sampled_from(every))))
    forbidden = {of(f"p{one}", f"p{other}") for one, other in apart}

    assert not pairs_of(inputs(people, apart=apart)) & forbidden
    with_three = matched(inputs(people, apart=apart, trio=True))
    for group in with_three.pairs:
        assert not {of(*two) for two in combinations(group, 2)} & forbidden


def test_a_pair_that_did_not_meet_comes_before_one_of_the_same_age_that_did() -> None:
    rotation = Rotation(seed="s")
    people = range(6)
    for _ in range(5):
        rotation.round(people, people)
    value = rotation.inputs(people, people, {})
    two = next(iter(matched(value).pairs))
    at = [place for place, seat in enumerate(value.seats) if seat.who in two]
    other = next(
        (one, last)
        for one, last in combinations(range(6), 2)
        if value.met[one, last] == value.number - 1
    )
    met = value.met.copy()
    met[other] = met[other[::-1]] = 0

    assert (
        tuple(value.seats[place].who for place in other) in matched(replace(value, met=met)).pairs
    )
    assert other != tuple(at)


def test_a_pair_that_was_not_confirmed_rests_longer_each_time() -> None:
    def first_after(made: int, tries: int, size: int) -> int:
        return next(n for n in range(made + 1, 99) if not rests(made, tries, n, size))

    assert [first_after(1, tries, 20) - 1 for tries in (1, 2, 3, 4)] == [2, 3, 5, 9]
    assert first_after(1, 30, 20) - 1 == 19
    assert not rests(0, 0, 1, 20)


def test_two_who_never_answer_do_not_get_each_other_each_week() -> None:
    met = nobody_met(4)
    for one, other in combinations(range(4), 2):
        met[one, other] = met[other, one] = 4 if (one, other) != (0, 1) else 0
    late = inputs(4, number=5, met=met)

    assert of("p0", "p1") in pairs_of(late)
    assert of("p0", "p1") not in pairs_of(replace(late, resting={(0, 1): 4}))


def test_hours_give_way_only_where_somebody_would_be_left() -> None:
    far = frozenset((one, other) for one in (0, 1) for other in (2, 3))
    assert pairs_of(inputs(4, short=far)) == {of("p0", "p1"), of("p2", "p3")}

    alone = frozenset((0, other) for other in (1, 2, 3))
    found = matched(inputs(4, short=alone))
    assert len(found.pairs) == 2
    assert [group for group in found.pairs if "p0" in group] == list(found.relaxed)


def test_hours_give_way_before_anybody_sits_out_twice() -> None:
    seats = tuple(Seat(f"p{at}", at, 1, byes=1 if at == 0 else 0, last_bye=None) for at in range(3))
    far = frozenset({(0, 1), (0, 2)})
    found = matched(inputs(3, seats=seats, number=2, short=far))

    assert found.byes != ("p0",)
    assert found.relaxed == found.pairs


def test_a_need_is_met_early_and_only_among_equals() -> None:
    needed = {(0, 3): 1}
    assert of("p0", "p3") in pairs_of(inputs(8, needs=needed))
    met = nobody_met(8)
    met[0, 3] = met[3, 0] = 1
    assert of("p0", "p3") not in pairs_of(inputs(8, number=2, needs=needed, met=met))


def test_three_meet_where_a_team_prefers_it() -> None:
    found = matched(inputs(5, trio=True))

    assert sorted(map(len, found.pairs)) == [2, 3]
    assert found.byes == ()


def test_one_is_alone_and_two_are_always_together() -> None:
    assert matched(inputs(0)).pairs == ()
    assert matched(inputs(1)).byes == ("p0",)
    met = nobody_met(2)
    met[0, 1] = met[1, 0] = 1
    assert pairs_of(inputs(2, number=2, met=met, resting={(0, 1): 1})) == {of("p0", "p1")}


def test_a_newcomer_takes_a_free_seat_and_does_not_sit_out_for_being_new() -> None:
    seats = seated((), ["a", "b", "c", "d"], 1, ["a", "b", "c", "d"])
    seats = tuple(sat_out(seats, ["b"], 1))
    after = seated(seats, ["a", "b", "d", "e"], 2, ["e"])
    by_name = {one.who: one for one in after}

    assert by_name["e"].slot == next(one.slot for one in seats if one.who == "c")
    assert (by_name["e"].byes, by_name["e"].last_bye) == (1, 1)


@given(st.lists(st.sets(st.integers(0, 12)), min_size=1, max_size=8))
def test_seats_stay_close_together_whoever_comes_and_goes(groups: list[set[int]]) -> None:
    seats: tuple[Seat[int], ...] = ()
    for number, group in enumerate(groups, 1):
        known = {one.who for one in seats}
        seats = seated(seats, group, number, sorted(group - known))
        slots = [one.slot for one in seats]
        assert {one.who for one in seats} == group
        assert len(set(slots)) == len(slots)
        assert all(slot < slots_for(len(group)) for slot in slots)


@given(st.integers(2, 9), st.data())
def test_inputs_that_were_kept_give_the_same_pairs(people: int, data: st.DataObject) -> None:
    every = list(combinations(range(people), 2))
    met = nobody_met(people)
    for one, other in every:
        met[one, other] = met[other, one] = data.draw(st.integers(0, 7))
    some = st.sets(st.sampled_from(every), max_size=4)
    value = inputs(
        people,
        number=8,
        met=met,
        needs=dict.fromkeys(data.draw(some), 1),
        resting=dict.fromkeys(data.draw(some), 7),
        apart=frozenset(data.draw(some)),
        short=frozenset(data.draw(some)),
        trio=data.draw(st.booleans()),
        seed="s",
    )

    assert matched(read(written(value))) == matched(value)
