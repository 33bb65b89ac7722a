"""Reads one wait from plain words: on what function, on whom, for which project, since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.functions import FunctionId
from bot.reading.function import Function, function_in
from bot.reading.learnt import FUNCTION, NOTHING, PROJECT, Learnt, Taught, telling_words
from bot.reading.outside import outside_in
from bot.reading.project import project_in
from bot.reading.severity import severity_in
from bot.reading.since import since_in
from bot.reading.slack_words import unravel
from bot.reading.typed import as_slack_writes, as_typed
from bot.reading.waits import FoundWait, waits_in
from bot.reading.whom import people_in


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood; whatever the words leave open stays empty."""

    function: FunctionId
    function_words: tuple[str, ...]  # those that decided, as they were written
    waiting_on: tuple[str, ...]  # people's ids, the one most clearly waited on first
    groups: tuple[str, ...]
    channels: tuple[str, ...]
    outside: str | None
    project: str | None
    link: str | None
    since: datetime | None  # UTC, never later than now
    severity: str  # "stopped" or "slowed"


def read(
    text: str,
    *,
    people: Mapping[str, str],
    now: datetime,
    zone: str,
    learnt: Learnt = NOTHING,
) -> Reading:
    """Total, offline and deterministic.

    `text` is as Slack writes it, with `&amp;`, `&lt;` and `&gt;` for what was typed. `people` are
    the team's handles and first names in small letters, to ids; `zone` is the speaker's; what the
    team has taught goes before what the reader knows by itself.
    """
    said = unravel(text)
    people = {**people, **learnt.people} if learnt.people else people
    outside = outside_in(said.plain, people=people)
    function = _taught(text, learnt) or function_in(said.plain, outside=outside, links=said.links)
    project = learnt.meaning(PROJECT, text)
    return Reading(
        function=function.id,
        function_words=function.words,
        waiting_on=people_in(text, people=people),
        groups=said.groups,
        channels=said.channels,
        outside=outside,
        project=project.meaning if project else project_in(said.plain, people=people),
        link=said.links[0] if said.links else None,
        since=since_in(said.plain, now=now, zone=zone),
        severity=severity_in(said.plain),
    )


def _taught(text: str, learnt: Learnt) -> Function | None:
    found = learnt.meaning(FUNCTION, text)
    return None if found is None else Function(found.meaning, (found.words,))


__all__ = [
    "NOTHING",
    "FoundWait",
    "Learnt",
    "Reading",
    "Taught",
    "as_slack_writes",
    "as_typed",
    "read",
    "since_in",
    "telling_words",
    "waits_in",
]
