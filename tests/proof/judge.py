"""Judges a quarter from what was sent and kept, by its own calendar and its own book."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from bot import attention, mornings, standups
from bot.standups import Asked
from storage.schema import standup_prompts
from storage.types import PersonId, TeamId
from tests.proof.bureau import HERE, Sent
from tests.proof.company import DAY, HOUR, MINUTE, Company, Place
from tests.proof.people import Facts, Member, days_of, instant

Key = tuple[TeamId, PersonId, date]
PROMPTS = frozenset({mornings.KIND, standups.REMINDED})
# By itself, or because somebody named this person: within their hours alone.
NUDGES = frozenset(
    {"blocker.asked", "silence.brought", "silence.owner_asked", "silence.waiter_asked"}
    | {"ledger.circle"}
)
# These too, but they are planned for the hours that were known when somebody named the person:
# who falls ill over night finds them in the morning.
PLANNED = frozenset({"blocker.put", "blocker.posted"})
A_DAY, A_WEEK = 1, 4


def everybody_was_asked_once_or_it_says_why(company: Company) -> int:
    """Returns how many were asked."""
    kept = {(one.team, one.person, one.date): one for one in _prompts(company)}
    assert len(kept) == len(_prompts(company))
    shown = _shown(company)
    asked, unexpected = 0, set(kept)
    for key, facts, at, sure in _expected(company):
        row = kept.get(key)
        unexpected.discard(key)
        if not sure:
            continue
        assert row is not None, ("nobody asked", key)
        if facts.is_asked(key[0], key[2]):
            asked += _was_asked(company, key, row, shown, at)
        else:
            assert row.absence not in (None, "missed"), ("asked on a day off", key, row)
            assert key not in shown, ("asked on a day off", key, row)
    assert not unexpected, ("asked without taking part", sorted(unexpected))
    return asked


def _was_asked(
    company: Company, key: Key, row: Any, shown: dict[Key, list[Sent]], at: datetime
) -> bool:
    """In one letter of that day, at their time; not at all who said it before."""
    assert row.absence in (None, "skipped"), ("not asked on a working day", key, row)
    answered = company.answers.get(key)
    if (answered is not None and answered < at) or (key not in shown and row.absence == "skipped"):
        return False
    assert key in shown, ("no letter", key, row)
    assert {one.letter.slot for one in shown[key]} == {mornings.slot_of(key[1], key[2])}
    assert shown[key][0].at - at < MINUTE, ("late", key, shown[key][0].at, at)
    return True


def _expected(company: Company) -> Iterator[tuple[Key, Facts, datetime, bool]]:
    """Whoever takes part on each date, as known when their clock shows its time.

    Not sure on the days on which they come, leave, or travel.
    """
    for place in company.places:
        for day in days_of(place.first, company.end.date() - 3 * DAY):
            for member in company.members.values():
                if day.isoweekday() <= 5:
                    yield from _of_day(place, member, day)


def _of_day(place: Place, member: Member, day: date) -> Iterator[tuple[Key, Facts, datetime, bool]]:
    known = [member.at(instant(day, clock, "UTC")) for clock in ("00:00", place.clock, "23:59")]
    at = instant(day, place.clock, known[1].zone)
    facts = member.at(at)
    around = [*known, facts, member.at(at + 16 * HOUR), member.at(at - 16 * HOUR)]
    takes_part = {place.id in one.teams and not one.gone for one in around}
    same_zone = len({one.zone for one in around}) == 1
    if takes_part != {False}:
        yield (place.id, member.id, day), facts, at, takes_part == {True} and same_zone


def _prompts(company: Company) -> list[Any]:
    rows = select(standup_prompts).where(standup_prompts.c.workspace == HERE)
    last = company.end.date() - 3 * DAY
    found = company.bureau.look(lambda work: work.records.tx.all(rows))
    return [row for row in found if row.date <= last]


def _shown(company: Company) -> dict[Key, list[Sent]]:
    """Every letter in which a question stood open, whether new or redrawn."""
    found = defaultdict(list)
    for sent in company.bureau.sent:
        for asked in _asked_in(sent):
            person = PersonId(sent.letter.conversation)
            found[asked.team, person, asked.date].append(sent)
    return found


def _asked_in(sent: Sent) -> list[Asked]:
    if sent.letter.kind != mornings.KIND:
        return []
    return [
        value
        for part, value in sent.facts["parts"]
        if part == standups.PART and value.state == "open"
    ]


def each_summary_has_each_person_once(company: Company) -> int:
    """The last of each day, when all windows are over. Returns how many."""
    rows: defaultdict[tuple[TeamId, date], dict[PersonId, str | None]] = defaultdict(dict)
    for one in _prompts(company):
        rows[one.team, one.date][one.person] = one.absence
    for (team, day), asked in rows.items():
        answered = {who for of, who, on in company.answers if (of, on) == (team, day)}
        said = _last_summary(company, team, day)
        if not answered:
            assert said is None or not said.round.answered, (team, day)
            continue
        assert said is not None, ("no summary", team, day)
        assert said.settled, ("not settled", team, day, said)
        named = [*said.round.answered, *said.round.away, *said.round.silent]
        assert len(named) == len(set(named)), ("twice", team, day, named)
        missed = {who for who, why in asked.items() if why == "missed"} - answered
        assert set(named) == (asked.keys() | answered) - missed, (team, day)
        assert set(said.round.answered) == answered, (team, day)
        silent = {who for who, why in asked.items() if why is None} - answered
        assert set(said.round.silent) == silent, (team, day)
    return len(rows)


def _last_summary(company: Company, team: TeamId, day: date) -> Any:
    found = [
        sent.facts["summary"]
        for sent in company.bureau.sent
        if sent.letter.slot == f"standup:{team}:{day}"
    ]
    return found[-1] if found else None


def the_budget_held(company: Company) -> Counter[str]:
    """One morning letter a day, one nudge a working day and four a week, within hours."""
    seen: Counter[str] = Counter()
    came: defaultdict[str, list[date]] = defaultdict(list)
    letters: Counter[tuple[str, date]] = Counter()
    for sent in company.bureau.sent:
        for person in sent.to if sent.letter.verb in ("post", "whisper") else ():
            kind, facts = sent.letter.kind, company.members[PersonId(person)].at(sent.at)
            day, _ = facts.there(sent.at)
            seen[kind] += 1
            if kind == mornings.KIND:
                letters[person, day] += 1
                assert facts.absence(day) is None, ("a letter on a day off", person, sent)
                continue
            if kind in PLANNED:
                facts = company.members[PersonId(person)].at(sent.letter.made_at)
            if kind in NUDGES | PLANNED or (not sent.letter.asked and kind not in PROMPTS):
                assert facts.is_free(sent.at), ("outside their hours", person, sent.at, kind)
            if not sent.letter.asked and kind not in PROMPTS:
                came[person].append(day)
    assert max(letters.values()) == 1, letters.most_common(3)
    for person, days in came.items():
        assert max(Counter(days).values()) <= A_DAY, ("too many a day", person, days)
        weeks = Counter(day.isocalendar()[:2] for day in days)
        assert max(weeks.values()) <= A_WEEK, ("too many a week", person, weeks)
    return seen


def nothing_was_said_twice(company: Company) -> int:
    """Neither a question alone and in a morning again, nor a message in a slot that is taken."""
    said: Counter[tuple[str, str, str]] = Counter()
    standing: set[tuple[str, str]] = set()
    for sent in company.bureau.sent:
        letter = sent.letter
        slot = (letter.conversation, letter.slot or letter.id)
        if letter.verb == "delete":
            standing.discard(slot)
        elif letter.verb == "post":
            assert slot not in standing, ("twice", letter)
            standing.add(slot)
            for kind, facts in _nudges_in(sent):
                said[letter.conversation, kind, repr(sorted(facts.items()))] += 1
    twice = {one: times for one, times in said.items() if times > 1}
    assert not twice, twice
    return len(said)


def _nudges_in(sent: Sent) -> Iterator[tuple[str, Any]]:
    """What was told, alone or in a morning, by the facts that it was wanted with."""
    if sent.letter.kind == mornings.KIND:
        for part, value in sent.facts["parts"]:
            if part == attention.PART:
                yield from ((kind, _subject(facts)) for kind, _, facts in value)
    elif sent.letter.kind in NUDGES:
        yield sent.letter.kind, _subject(sent.letter.facts)


def _subject(facts: Any) -> dict[str, Any]:
    known = ("blocker", "what", "to", "ask", "reader", "blockers")
    return {name: str(facts[name]) for name in known if name in facts}


def every_letter_left_or_was_moot(company: Company) -> Counter[str]:
    unsaid = Counter(one.state for one in company.bureau.unsaid)
    failed = [one for one in company.bureau.unsaid if one.state != "moot"]
    assert not failed, failed[:3]
    return unsaid
