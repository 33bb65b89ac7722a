"""The attention budget over a quarter: nothing is ever too much, lost, or said twice."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select, update
from whenever import Instant

from bot import attention, mornings, people
from bot.attention.budget import A_WEEK, has_room
from bot.attention.due import MOST_IN_A_LETTER
from bot.profiles import absence, hours_of, start_of, zone_of
from bot.standups import FEATURE as STANDUP
from bot.world import Work
from storage.attention import Nudge
from storage.outbox import LETTER_COLUMNS, Letter
from storage.people import Person
from storage.rhythms import Rhythm
from storage.schema import letters, nudges
from storage.store import Store, open_store
from storage.transaction import Transaction
from storage.types import PersonId, TeamId
from tests.bot.post_office import HERE, NOON, PostOffice
from tests.running import copied

T = TypeVar("T")

ANA = PersonId("U0ANA")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC")
HELP, PLAIN = "blocker.asked", "silence.waiter_asked"
FAR = timedelta(days=200)
FINISHED = {"said", "told", "muted", "moot"}


def described(zone: str, away_until: date | None = None) -> Person:
    return Person(ANA, "Ana", "ana", zone, HERE, False, False, False, NOON, False, away_until)


class Uncommitted:
    """A real database in one long transaction, so that a quarter passes in a second."""

    def __init__(self, url: str) -> None:
        self._store = open_store(url)
        self._connection = self._store.engine.connect()

    def write_now(self, deed: Callable[[Transaction], T]) -> T:
        tx = Transaction(self._connection, self._store.memory)
        done = deed(tx)
        tx.flush()
        tx.ended()
        return done

    def close(self) -> None:
        self._connection.close()
        self._store.close()


class AQuarter(RuleBasedStateMachine):
    """Ana, and everything that wants to be said to her while she lives her life."""

    def __init__(self, template: Path, place: Path) -> None:
        super().__init__()
        self.store = Uncommitted(copied(template, place))
        self.office = PostOffice(cast("Store", self.store))
        self.subjects = count(1)
        self.seen = 0  # the last letter that was checked
        self.came: list[tuple[date, datetime]] = []  # by itself, on which local date, when
        self.wanted: Counter[str] = Counter()
        self.was_muted = False

    def teardown(self) -> None:
        self.everything_was_said_once_in_the_end()
        self.store.close()

    @initialize(zone=st.sampled_from(ZONES))
    def begins(self, zone: str) -> None:
        self.learns(zone)

    @rule(hours=st.sampled_from([0.2, 1, 3, 7, 15, 24, 40, 80]))
    def time_passes(self, hours: float) -> None:
        self.until(self.office.now + timedelta(hours=hours))

    @rule(
        kind=st.sampled_from([HELP, PLAIN]),
        usefulness=st.integers(1, 9),
        by_name=st.sampled_from([False, False, False, True]),
        times=st.integers(1, 8),
    )
    def something_is_to_be_said(
        self, kind: str, usefulness: int, by_name: bool, times: int
    ) -> None:
        for _ in range(times):
            subject = f"s{next(self.subjects)}"
            self.wanted[subject] += 1
            self.do(self.nudging(kind, subject, usefulness, by_name))

    @precondition(lambda self: self.wanted)
    @rule(data=st.data(), kind=st.sampled_from([HELP, PLAIN]))
    def something_is_to_be_said_again(self, data: st.DataObject, kind: str) -> None:
        subject = data.draw(st.sampled_from(sorted(self.wanted)))
        known = self.do(
            lambda work: [
                one for one in (HELP, PLAIN) if work.records.nudges.is_known(ANA, one, subject)
            ]
        )
        self.do(self.nudging(known[0], subject, 5, False))

    @rule(day=st.integers(0, 3), hour=st.integers(7, 12))
    def a_standup_is_planned(self, day: int, hour: int) -> None:
        def plan(work: Work) -> None:
            on = (work.now + timedelta(days=day)).date()
            at = start_of(work, ANA, on) - timedelta(hours=9 - hour)
            mornings.put_in(
                work, ANA, day=on, at=at, part="note", subject="t", facts={"hour": hour}
            )

        self.do(plan)

    @rule(
        said=st.fixed_dictionaries(
            {},
            optional={
                "starts": st.sampled_from(["07:00", "09:00", "11:30"]),
                "days": st.sampled_from(["12345", "234", "67"]),
                "country": st.sampled_from([None, "DE", "IN", "US-CA"]),
                "muted": st.sampled_from([(), (), ("help",)]),
            },
        )
    )
    def she_says_how_she_works(self, said: dict[str, Any]) -> None:
        self.was_muted = self.was_muted or bool(said.get("muted"))
        self.do(lambda work: work.records.profiles.put(ANA, **said))

    @rule(
        which=st.sampled_from(["off", "paused"]),
        begins=st.integers(0, 5),
        lasts=st.integers(0, 12),
        given=st.booleans(),
    )
    def she_takes_time(self, which: str, begins: int, lasts: int, given: bool) -> None:
        def put(work: Work) -> None:
            first = work.now.date() + timedelta(days=begins)
            spans = [(first, first + timedelta(days=lasts))] if given else []
            work.records.profiles.put(ANA, **{which: spans})

        self.do(put)

    @rule(zone=st.sampled_from(ZONES), away=st.sampled_from([None, None, 2, 9, "open"]))
    def slack_describes_her(self, zone: str, away: int | str | None) -> None:
        self.learns(zone, away)

    @invariant()
    def what_left_left_at_a_good_time(self) -> None:
        """Right after each step, while time has not passed since."""
        for letter in self.new_letters():
            on, _ = self.there(self.office.now)
            if letter.kind == mornings.KIND:
                continue
            assert self.is_free(self.office.now), letter
            if not letter.asked:
                assert on not in [day for day, _ in self.came], "two in a day"
                week = [day.isocalendar()[:2] for day, _ in self.came]
                assert week.count(on.isocalendar()[:2]) < A_WEEK, "five in a week"
                self.came.append((on, self.office.now))

    @invariant()
    def a_day_has_one_morning_letter_with_the_most_useful_first(self) -> None:
        posts = [one for one in self.letters() if one.verb == "post" and one.slot]
        assert max(Counter(one.slot for one in posts).values(), default=0) <= 1
        told = Counter(one.day for one in self.rows() if one.state == "told")
        assert max(told.values(), default=0) <= MOST_IN_A_LETTER
        assert {f"morning:{ANA}:{day}" for day in told} <= {one.slot for one in posts}

    def until(self, target: datetime) -> None:
        """As the planner does: at each moment on which something is due."""
        for _ in range(10_000):
            due = self.office.do(attention.next_due)
            if due is None or due > target:
                break
            self.office.now = max(self.office.now, due)
            self.do(attention.do_due)
            self.what_left_left_at_a_good_time()
        else:
            raise AssertionError("something is due for ever")
        self.office.now = max(self.office.now, target)

    def everything_was_said_once_in_the_end(self) -> None:
        self.learns("UTC")
        self.do(
            lambda work: work.records.profiles.put(
                ANA, off=[], paused=[], days="12345", muted=(), country=None
            )
        )
        self.until(self.office.now + FAR)
        rows = self.rows()
        assert len(rows) == len(self.wanted)
        assert {one.state for one in rows} <= FINISHED
        assert self.was_muted or "muted" not in {one.state for one in rows}
        alone = Counter(one.facts["subject"] for one in self.letters() if "subject" in one.facts)
        assert alone == Counter(one.subject for one in rows if one.state == "said")

    def nudging(
        self, kind: str, subject: str, usefulness: int, by_name: bool
    ) -> Callable[[Work], None]:
        return lambda work: attention.nudge(
            work,
            ANA,
            kind,
            subject=subject,
            facts={"subject": subject},
            usefulness=usefulness,
            by_name=by_name,
        )

    def learns(self, zone: str, away: int | str | None = None) -> None:
        until = date.max if away == "open" else None
        if isinstance(away, int):
            until = self.office.now.date() + timedelta(days=away)
        known = described(zone, until)
        self.do(lambda work: people.learn(work, people=[known], channels=[]))

    def is_free(self, at: datetime) -> bool:
        """By another library than the code's, and by what she said of her hours."""
        day, clock = self.there(at)
        hours = self.do(lambda work: hours_of(work, ANA))
        away = self.do(lambda work: absence(work, ANA, day))
        return away is None and day.isoweekday() in hours.days and hours.start <= clock < hours.end

    def there(self, at: datetime) -> tuple[date, time]:
        """What her calendar and clock show."""
        zone = self.do(lambda work: zone_of(work, ANA))
        shown = str(Instant(at).to_tz(zone).to_plain())
        return date.fromisoformat(shown[:10]), time.fromisoformat(shown[11:16])

    def do(self, verb: Callable[[Work], Any]) -> Any:
        return self.office.do(verb)

    def rows(self) -> list[Nudge]:
        columns = [nudges.c[name] for name in Nudge.__dataclass_fields__]
        mine = select(*columns).where(nudges.c.workspace == HERE)
        return [Nudge(*row) for row in self.do(lambda work: work.records.tx.all(mine))]

    def letters(self) -> list[Letter]:
        """Every message that was posted; edits are none."""
        mine = select(*LETTER_COLUMNS).where(letters.c.workspace == HERE, letters.c.verb == "post")
        return [Letter(*row) for row in self.do(lambda work: work.records.tx.all(mine))]

    def new_letters(self) -> list[Letter]:
        """Since the last look; from then on they stand in her DM."""
        fresh = [one for one in self.letters() if one.seq > self.seen]
        arrive = update(letters).where(letters.c.workspace == HERE).values(state="sent")
        if fresh:
            self.do(lambda work: work.records.tx.run(arrive))
        self.seen = max([self.seen, *(one.seq for one in fresh)])
        return fresh


def test_over_a_quarter_nothing_is_too_much_or_lost_or_said_twice(
    migrated: Path, tmp_path: Path
) -> None:
    places = (tmp_path / f"{number}.db" for number in count())

    class Here(AQuarter):
        def __init__(self) -> None:
            super().__init__(migrated, next(places))

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=12, stateful_step_count=60, deadline=None, phases=[Phase.generate]
        ),
    )


@pytest.fixture
def office(store: Store) -> PostOffice:
    office = PostOffice(store)
    office.do(lambda work: people.learn(work, people=[described("UTC")], channels=[]))
    return office


def wants(office: PostOffice, subject: str, usefulness: int = 5, **more: Any) -> None:
    facts = {"subject": subject}
    office.do(
        lambda work: attention.nudge(
            work, ANA, PLAIN, subject=subject, facts=facts, usefulness=usefulness, **more
        )
    )


def states(office: PostOffice) -> dict[str, str]:
    found = select(nudges).where(nudges.c.workspace == HERE).order_by(nudges.c.made_at)
    rows = office.do(lambda work: work.records.tx.all(found))
    return {row.subject: row.state for row in rows}


def until(office: PostOffice, moment: datetime) -> None:
    office.now = moment
    while office.do(attention.do_due):
        pass


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_first_of_a_day_comes_at_once_and_the_rest_waits_for_the_morning(
    office: PostOffice,
) -> None:
    for subject in ("one", "two", "three"):
        wants(office, subject)
    assert states(office) == {"one": "said", "two": "kept", "three": "kept"}

    assert office.do(attention.next_due) == at("2026-03-10 09:00")
    until(office, at("2026-03-10 09:00"))
    assert states(office) == {"one": "said", "two": "told", "three": "told"}


def test_of_too_much_the_most_useful_is_told_first_and_the_rest_on_the_next_day(
    office: PostOffice,
) -> None:
    wants(office, "first")
    for usefulness in (3, 9, 1, 8, 7, 2, 6):
        wants(office, f"u{usefulness}", usefulness)
    until(office, at("2026-03-10 09:00"))
    told = {subject for subject, state in states(office).items() if state == "told"}
    assert told == {"u9", "u8", "u7", "u6", "u3"}

    until(office, at("2026-03-11 09:00"))
    assert "kept" not in states(office).values()


def test_four_in_a_week_are_enough(office: PostOffice) -> None:
    for day in range(9, 14):
        until(office, at(f"2026-03-{day:02} 12:00"))
        wants(office, f"on the {day}th")
    assert list(states(office).values()) == ["said"] * 4 + ["kept"]


def test_what_is_said_by_name_knows_no_budget_but_hours(office: PostOffice) -> None:
    wants(office, "one", by_name=True)
    wants(office, "two", by_name=True)
    wants(office, "of itself")
    office.now = at("2026-03-13 20:00")
    wants(office, "in the evening", by_name=True)
    assert states(office) == {
        "one": "said",
        "two": "said",
        "of itself": "said",
        "in the evening": "waiting",
    }
    assert office.do(attention.next_due) == at("2026-03-16 09:00")


def test_a_standup_takes_what_was_kept_along(office: PostOffice) -> None:
    wants(office, "one")
    wants(office, "two")
    office.do(lambda work: plan(work, at("2026-03-10 09:30")))
    assert office.do(attention.next_due) == at("2026-03-10 09:30")

    until(office, at("2026-03-10 09:30"))
    assert states(office)["two"] == "told"
    posted = office.do(lambda work: work.records.outbox.last_post(f"morning:{ANA}:2026-03-10"))
    assert posted is not None


def plan(work: Work, when: datetime) -> None:
    mornings.put_in(work, ANA, day=when.date(), at=when, part="note", subject="t", facts={})


def test_before_a_later_standup_of_today_it_goes_with_today(office: PostOffice) -> None:
    wants(office, "one")
    office.do(lambda work: plan(work, at("2026-03-09 15:00")))
    wants(office, "two")
    assert office.do(attention.next_due) == at("2026-03-09 15:00")
    until(office, at("2026-03-09 15:00"))
    assert states(office)["two"] == "told"


def test_a_letter_that_comes_far_too_late_tells_it_on_the_next_morning(office: PostOffice) -> None:
    wants(office, "one")
    wants(office, "two")
    until(office, at("2026-03-10 22:00"))
    assert states(office)["two"] == "kept"
    assert office.do(attention.next_due) == at("2026-03-11 09:00")


def test_what_reached_a_person_is_counted_by_week_and_kind(office: PostOffice) -> None:
    wants(office, "one")
    wants(office, "two", by_name=True)
    wants(office, "three")
    arrive = update(letters).where(letters.c.workspace == HERE)
    office.do(lambda work: work.records.tx.run(arrive.values(state="sent", attempt_at=work.now)))
    until(office, at("2026-03-10 09:00"))  # its morning letter has not arrived yet

    found = office.do(lambda work: attention.reached(work, NOON, office.now))
    assert found == {(ANA, (2026, 11)): Counter({PLAIN: 2})}


def test_who_has_left_the_workspace_is_told_nothing(office: PostOffice) -> None:
    gone = Person(ANA, "Ana", "ana", "UTC", HERE, False, False, True, NOON)
    office.do(lambda work: people.learn(work, people=[gone], channels=[]))
    wants(office, "one")
    assert states(office) == {"one": "moot"}


def test_the_budget_counts_the_dates_here_and_there() -> None:
    monday, tuesday = date(2026, 3, 9), date(2026, 3, 10)
    assert not has_room(monday, [frozenset({monday, tuesday})])
    assert not has_room(tuesday, [frozenset({monday, tuesday})])
    assert has_room(tuesday, [frozenset({monday})])
    assert has_room(date(2026, 3, 16), [frozenset({date(2026, 3, day)}) for day in range(9, 13)])


def test_what_was_kept_waits_for_the_standup_of_that_day(office: PostOffice) -> None:
    wants(office, "one")
    wants(office, "two")
    office.do(_holds_a_standup)
    office.now = at("2026-03-10 09:00")
    office.do(lambda work: attention.do_due(work, {"standup": STANDUP}))

    assert states(office)["two"] == "kept"
    assert office.do(attention.next_due) == at("2026-03-10 10:15")
    until(office, at("2026-03-10 10:15"))
    assert states(office)["two"] == "told"


def _holds_a_standup(work: Work) -> None:
    team = work.records.teams.get(TeamId("t"))
    assert team is not None
    work.records.teams.join(team.id, ANA, at=work.now)
    work.records.rhythms.put(
        Rhythm(team.id, "standup", "weekdays 10:15", "UTC", {}, True, ANA, None, work.now)
    )
    work.records.rhythms.join(team.id, "standup", ANA, work.now)
