"""Vocabulary: what a team's corrections teach the reader, seen and unlearnt by its members."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from bot.errors import NotAMember, NotTheTeacher
from bot.people import may_use, names_in
from bot.reading import Learnt, Taught, read, telling_words, waits_in
from bot.reading.function_table import table_weights
from bot.reading.learnt import FUNCTION, MOST_CHARACTERS, NICKNAME, PROJECT
from bot.rhythms.rights import may_change
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from storage.blockers import Blocker
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId, TeamId
from storage.vocabulary import Lesson

Names = Mapping[str, str]
_MOST_READ = 600  # characters: a correction is learnt inside the writer


def known_here(
    work: Work, channel: ChannelId, person: PersonId, *, in_dm: bool = False
) -> tuple[Names, Learnt]:
    """The names and the taught words with which this person's words here are read."""
    team = _team_meant(work, channel, person, in_dm=in_dm)
    if team is None:
        return {}, Learnt()
    return names_in(work, team.channel), learnt_by(work, team.id, person)


def learnt_by(work: Work, team: TeamId, person: PersonId) -> Learnt:
    """What the team was taught, as far as this person may know it."""
    lessons = work.records.vocabulary.known_to(person, team)
    return Learnt(tuple(Taught(one.kind, one.words, one.meaning) for one in lessons))


def learn(work: Work, before: Blocker, after: Blocker, *, by: PersonId) -> None:
    """Its author said better what it is on: the same words mean that from now on."""
    was, became = _meant(before), _meant(after)
    if was == became:
        return
    team = work.records.teams.get(after.team)
    names = {} if team is None else names_in(work, team.channel)
    known = learnt_by(work, after.team, by)
    reworded = after.words != before.words
    told = lessons(
        after.words, was, became, names=names, learnt=known, now=work.now, reworded=reworded
    )
    for one in told:
        lesson = Lesson(after.team, one.kind, one.words, by, one.meaning, after.id, work.now)
        work.records.vocabulary.teach(lesson)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a wait was taken for."""

    function: str
    project: str | None = None
    owner: str | None = None


def lessons(
    words: str,
    before: Meant,
    after: Meant,
    *,
    names: Names,
    learnt: Learnt,
    now: datetime,
    reworded: bool = False,
) -> Iterator[Taught]:
    """Pure. Who rewrote the words corrected nothing where they tell by themselves what it is."""
    words = words[:_MOST_READ]
    reading = read(words, people=names, now=now, zone="UTC", learnt=learnt)
    of_what = telling_words(words)
    told = reading.function if reworded else before.function
    if of_what and after.function not in (before.function, told):
        yield Taught(FUNCTION, of_what, after.function)
    called = telling_words(reading.project) if reading.project else of_what
    if after.project and called and after.project not in (before.project, reading.project):
        yield Taught(PROJECT, called, after.project)
    nickname = _nickname(words, {*names, *learnt.people})
    if after.owner not in (None, before.owner) and after.owner in names.values() and nickname:
        yield Taught(NICKNAME, nickname, str(after.owner))


def _meant(blocker: Blocker) -> Meant:
    return Meant(blocker.function, blocker.project, blocker.owner)


def _nickname(words: str, names: set[str]) -> str:
    """The one name in the words that nobody of the team bears, and no function; else none."""
    found = {one.lstrip("@").casefold() for wait in waits_in(words) for one in wait.waiting_on}
    unknown = [one for one in found if one not in names and not one.startswith("<")]
    free = [one for one in unknown if not table_weights(one.split())]
    return free[0] if len(free) == 1 and len(free[0]) <= MOST_CHARACTERS else ""


def listed(work: Work, channel: ChannelId, *, person: PersonId, in_dm: bool) -> Told:
    """What the team was taught, the latest first. Raises NotAMember."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise NotAMember
    team = _team_meant(work, channel, person, in_dm=in_dm)
    known = [] if team is None else work.records.vocabulary.known_to(person, team.id)
    return Told("vocabulary.listed", None, {"rows": [_row(one) for one in reversed(known)]})


def unlearn(work: Work, row: Mapping[str, Any], *, by: PersonId) -> Told:
    """Whoever taught it, or who keeps the team, takes it back. Raises NotTheTeacher."""
    team = work.records.teams.get(TeamId(str(row.get("team"))))
    lesson = None if team is None else _lesson(work, team, row, by)
    if team is None or lesson is None:
        return Told("vocabulary.gone")
    if by != lesson.taught_by and not may_change(work, team, by):
        raise NotTheTeacher
    work.records.vocabulary.remove(lesson)
    return Told("vocabulary.unlearnt", None, _row(lesson))


def _lesson(work: Work, team: Team, row: Mapping[str, Any], by: PersonId) -> Lesson | None:
    wanted = tuple(row.get(name) for name in ("kind", "words", "taught_by"))
    known = work.records.vocabulary.known_to(by, team.id)
    return next((one for one in known if (one.kind, one.words, one.taught_by) == wanted), None)


def _row(lesson: Lesson) -> dict[str, Any]:
    row = asdict(replace(lesson, blocker=BlockerId("")))
    return {**row, "at": lesson.at.isoformat()}


def _team_meant(work: Work, channel: ChannelId, person: PersonId, *, in_dm: bool) -> Team | None:
    """The channel's; in a DM the person's only one."""
    mine = teams_of(work, person) if in_dm else []
    return mine[0] if len(mine) == 1 else work.records.teams.of_channel(channel)


__all__ = [
    "Learnt",
    "Meant",
    "known_here",
    "learn",
    "learnt_by",
    "lessons",
    "listed",
    "unlearn",
]
