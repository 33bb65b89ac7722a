"""Standups: who was asked when, what they answered, and how far their team's thread has grown."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import standup_answers as answers
from storage.schema import standup_prompts as prompts
from storage.schema import standup_summaries as summaries
from storage.transaction import Row, Transaction
from storage.types import Day, PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Prompt:
    """One person's question of one day; a row also where it was not asked, with the reason."""

    team: TeamId
    person: PersonId
    date: date
    at: datetime
    ends_at: datetime  # of the window
    absence: str | None = None  # holiday, day_off, paused, away, skipped, missed
    reminded: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    item: str  # of the plan of last time, as its author wrote it
    how: str  # done, not_live, moved_on, not_yet


@dataclass(frozen=True, slots=True)
class Given:
    """What was said to one question."""

    field: str  # plan, waits, said (freely, to no question), more-1, more-2 …
    question: str
    words: str  # as Slack writes words


@dataclass(frozen=True, slots=True)
class Answer:
    team: TeamId
    person: PersonId
    date: date
    ticks: tuple[Tick, ...]
    given: tuple[Given, ...]
    answered_at: datetime
    changed_at: datetime
    same_as: Day | None = None  # by one tap: the plan of that day goes on
    shown_at: datetime | None = None  # its reply was posted


@dataclass(frozen=True, slots=True)
class Summary:
    begun_at: datetime
    settled_at: datetime | None


_PROMPT = tuple(prompts.c[name] for name in Prompt.__dataclass_fields__)
_ANSWER = tuple(answers.c[name] for name in Answer.__dataclass_fields__)


def _this(table: Any) -> Any:
    return and_(
        table.c.workspace == bindparam("tenant"),
        table.c.team == bindparam("of_team"),
        table.c.person == bindparam("of_person"),
        table.c.date == bindparam("of_date"),
    )


def _of_team(table: Any) -> Any:
    return and_(table.c.workspace == bindparam("tenant"), table.c.team == bindparam("of_team"))


_GET_PROMPT = select(*_PROMPT).where(_this(prompts))
_PROMPTS_SINCE = select(*_PROMPT).where(_of_team(prompts), prompts.c.date >= bindparam("first"))
_OPEN_FOR = (
    select(*_PROMPT)
    .where(prompts.c.workspace == bindparam("tenant"), prompts.c.person == bindparam("of_person"))
    .where(prompts.c.ends_at > bindparam("now"), prompts.c.at <= bindparam("now"))
    .where(prompts.c.absence.is_(None))
    .order_by(prompts.c.at, prompts.c.team)
)
_REMIND = (
    update(prompts)
    .where(_this(prompts), prompts.c.reminded == bindparam("seen"))
    .values(reminded=bindparam("so_often"))
)
_EXCUSE = (
    update(prompts)
    .where(_this(prompts), prompts.c.absence.is_(None))
    .values(absence=bindparam("why"))
)
_GET_ANSWER = select(*_ANSWER).where(_this(answers))
_LAST_BEFORE = (
    select(*_ANSWER)
    .where(_of_team(answers), answers.c.person == bindparam("of_person"))
    .where(answers.c.date < bindparam("before"))
    .order_by(answers.c.date.desc())
    .limit(1)
)
_ON = select(*_ANSWER).where(_of_team(answers), answers.c.date == bindparam("of_date"))
_ANSWERED_SINCE = select(answers.c.person, answers.c.date).where(
    _of_team(answers), answers.c.date >= bindparam("first")
)
_LATEST_SHOWN = (
    select(answers.c.date)
    .where(_of_team(answers), answers.c.shown_at.is_not(None))
    .order_by(answers.c.date.desc())
    .limit(1)
)
_SHOWN = (
    update(answers)
    .where(_this(answers), answers.c.shown_at.is_(None))
    .values(shown_at=bindparam("now"))
)
_DROP = delete(answers).where(_this(answers))
_SUMMARY_OF = and_(_of_team(summaries), summaries.c.date == bindparam("of_date"))
_SUMMARY = select(summaries.c.begun_at, summaries.c.settled_at).where(_SUMMARY_OF)
_SETTLE = (
    update(summaries)
    .where(_SUMMARY_OF, summaries.c.settled_at.is_(None))
    .values(settled_at=bindparam("now"))
)


class Standups:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def ask(self, prompt: Prompt) -> None:
        """A lost race for the same row is retried by the writer, and then sees it."""
        self._tx.insert(prompts, {"workspace": self._workspace, **asdict(prompt)})

    def prompt(self, team: TeamId, person: PersonId, day: date) -> Prompt | None:
        row = self._one(_GET_PROMPT, team, of_person=person, of_date=day)
        return None if row is None else Prompt(*row)

    def prompts(self, team: TeamId, *, since: date) -> list[Prompt]:
        return [Prompt(*row) for row in self._all(_PROMPTS_SINCE, team, first=since)]

    def open_for(self, person: PersonId, *, now: datetime) -> list[Prompt]:
        """The questions that this person may answer by writing back, of all teams."""
        rows = self._tx.all(_OPEN_FOR, tenant=self._workspace, of_person=person, now=now)
        return [Prompt(*row) for row in rows]

    def remind(self, prompt: Prompt) -> bool:
        """True for the one who may send this reminder."""
        counts = {"seen": prompt.reminded, "so_often": prompt.reminded + 1}
        return self._run(_REMIND, prompt.team, prompt.person, prompt.date, **counts)

    def excuse(self, team: TeamId, person: PersonId, day: date, why: str) -> bool:
        """They were asked, and need not answer after all."""
        return self._run(_EXCUSE, team, person, day, why=why)

    def put(self, answer: Answer) -> None:
        """The last one wins, whichever form or message it came by."""
        row = {name: getattr(answer, name) for name in Answer.__dataclass_fields__}
        row["ticks"] = [[one.item, one.how] for one in answer.ticks]
        row["given"] = [[one.field, one.question, one.words] for one in answer.given]
        self._tx.put(answers, {"workspace": self._workspace, **row})

    def answer(self, team: TeamId, person: PersonId, day: date) -> Answer | None:
        return _answer(self._one(_GET_ANSWER, team, of_person=person, of_date=day))

    def last_before(self, team: TeamId, person: PersonId, day: date) -> Answer | None:
        return _answer(self._one(_LAST_BEFORE, team, of_person=person, before=day))

    def answers_on(self, team: TeamId, day: date) -> list[Answer]:
        found = [_answer(row) for row in self._all(_ON, team, of_date=day)]
        return [one for one in found if one is not None]

    def answered(self, team: TeamId, *, since: date) -> set[tuple[PersonId, date]]:
        return {(row.person, row.date) for row in self._all(_ANSWERED_SINCE, team, first=since)}

    def latest_shown(self, team: TeamId) -> date | None:
        row = self._one(_LATEST_SHOWN, team)
        return None if row is None else row.date

    def show(self, answer: Answer, *, now: datetime) -> bool:
        """True for the one who may post its reply."""
        return self._run(_SHOWN, answer.team, answer.person, answer.date, now=now)

    def drop(self, answer: Answer) -> bool:
        return self._run(_DROP, answer.team, answer.person, answer.date)

    def begin_summary(self, team: TeamId, day: date, *, now: datetime) -> bool:
        """True for the one who may post the thread's first message."""
        if self.summary(team, day) is not None:
            return False
        row = {"workspace": self._workspace, "team": team, "date": day, "begun_at": now}
        self._tx.insert(summaries, {**row, "settled_at": None})
        return True

    def summary(self, team: TeamId, day: date) -> Summary | None:
        row = self._one(_SUMMARY, team, of_date=day)
        return None if row is None else Summary(*row)

    def settle(self, team: TeamId, day: date, *, now: datetime) -> bool:
        """True once, for a thread that there is."""
        values = {"of_team": team, "of_date": day, "now": now}
        return bool(self._tx.run(_SETTLE, tenant=self._workspace, **values).rowcount)

    def _one(self, statement: Any, team: TeamId, **values: Any) -> Row | None:
        return self._tx.one(statement, tenant=self._workspace, of_team=team, **values)

    def _all(self, statement: Any, team: TeamId, **values: Any) -> Sequence[Row]:
        return self._tx.all(statement, tenant=self._workspace, of_team=team, **values)

    def _run(
        self, statement: Any, team: TeamId, person: PersonId, day: date, **values: Any
    ) -> bool:
        key = {"of_team": team, "of_person": person, "of_date": day}
        return bool(self._tx.run(statement, tenant=self._workspace, **key, **values).rowcount)


def _answer(row: Row | None) -> Answer | None:
    if row is None:
        return None
    kept = row._asdict()
    kept["ticks"] = tuple(Tick(*one) for one in kept["ticks"])
    kept["given"] = tuple(Given(*one) for one in kept["given"])
    return Answer(**kept)
