"""Waits that come to light in a standup: clocked at once, and told to others by a tap alone."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from bot import blockers
from bot.blockers import Hearing, Wait
from bot.blockers.find import owned
from bot.blockers.found import found_in, once_each
from bot.blockers.found_kept import clock as clock_one
from bot.blockers.found_kept import clock_or_go_on, open_of, tell, tell_and_ask
from bot.people import may_post
from bot.standups.feature import standup_of
from bot.standups.thread import TOLD, summary_slot
from bot.told import Told
from bot.world import Work
from storage.blockers import Blocker
from storage.standup_drafts import SaidWait
from storage.standups import Answer, Given, Tick
from storage.types import BlockerId, ChannelId, PersonId, TeamId

RELEASES = "devops_platform"
_MOST_FOUND = 10


def waits_of(given: Iterable[Given], ticks: Iterable[Tick], hearing: Hearing) -> tuple[Wait, ...]:
    """Pure: every wait of an answer, each once."""
    found = once_each(
        (wait for said in given for wait in found_in(said.words, hearing, field=_field(said))),
        most=_MOST_FOUND,
    )
    released = (_release(tick, hearing) for tick in ticks if tick.how == "not_live")
    return once_each((*found, *released), most=_MOST_FOUND)


def clock(work: Work, answer: Answer, waits: Iterable[Wait], *, channel: ChannelId) -> None:
    """Each wait becomes a blocker that only its author sees; one that is open already goes on."""
    known = {one.blocker for one in _said(work, answer)}
    mine = open_of(work, answer.person, answer.team)
    kept = clock_or_go_on(work, waits, mine, waiter=answer.person, channel=channel, known=known)
    for wait, blocker, goes_on in kept:
        known.add(blocker.id)
        _note(work, answer, blocker, wait, "again" if goes_on else None)


def judge(
    work: Work,
    team_id: TeamId,
    day: date,
    blocker: BlockerId,
    how: str,
    *,
    by: PersonId,
    function: str | None = None,
    person: str | None = None,
) -> Told:
    """`how`: track, ask (the function or person that is right, if one is named), clock, no_blocker,
    another. Tells how the whole answer stands after it: there may be more waits in it to judge."""
    answer = work.records.standups.answer(team_id, by, day)
    if answer is None:
        return Told("standup.gone")
    if how == "ask":
        thread = _thread(work, answer)
        whom = PersonId(person) if person else None
        tell_and_ask(work, blocker, by=by, function=function, person=whom, thread=thread)
        work.records.standup_drafts.judge(by, blocker, TOLD)
    else:
        _JUDGES[how](work, answer, blocker, by)
    return Told("standup.confirmed", None, {"team": team_id, "date": day.isoformat()})


def _track(work: Work, answer: Answer, blocker_id: BlockerId, by: PersonId) -> None:
    """Its author lets the channel know: in the standup's thread, where it was said.

    Said the evening before, it comes with the answer, so that the channel gets no more messages.
    """
    if not _comes_with_answer(work, answer):
        tell(work, blocker_id, by=by, thread=_thread(work, answer))
    work.records.standup_drafts.judge(by, blocker_id, TOLD)


def _only_clock(work: Work, answer: Answer, blocker_id: BlockerId, by: PersonId) -> None:
    work.records.standup_drafts.judge(by, owned(work, blocker_id, by).id, "clocked")


def _no_blocker(work: Work, answer: Answer, blocker_id: BlockerId, by: PersonId) -> None:
    blockers.undo(work, blocker_id, by=by)
    work.records.standup_drafts.judge(by, blocker_id, "none")


def _another(work: Work, answer: Answer, blocker_id: BlockerId, by: PersonId) -> None:
    """The words were taken for an open wait, and mean a different one."""
    said = next((one for one in _said(work, answer) if one.blocker == blocker_id), None)
    known = owned(work, blocker_id, by)
    team = work.records.teams.get(answer.team)
    if said is None or team is None or said.verdict != "again":
        return
    wait = Wait(words=said.words, function=known.function, owner=known.owner)
    blocker = clock_one(work, wait, waiter=answer.person, channel=team.channel)
    work.records.standup_drafts.judge(by, blocker_id, "another")
    _note(work, answer, blocker, wait, None)


def _comes_with_answer(work: Work, answer: Answer) -> bool:
    """Its thread is not there yet, and will be."""
    team = work.records.teams.get(answer.team)
    if team is None or answer.shown_at is not None:
        return False
    place = standup_of(work, team).place
    return place == team.channel and may_post(work.records.channels.get(place))


def _thread(work: Work, answer: Answer) -> str | None:
    """The standup's own, when that is where the team's blockers are told."""
    team = work.records.teams.get(answer.team)
    if team is None or answer.shown_at is None or standup_of(work, team).place != team.channel:
        return None
    return summary_slot(answer.team, answer.date)


def _note(work: Work, answer: Answer, blocker: Blocker, wait: Wait, verdict: str | None) -> None:
    said = SaidWait(answer.team, answer.person, answer.date, blocker.id, wait.words, verdict)
    work.records.standup_drafts.found(said)


def _said(work: Work, answer: Answer) -> list[SaidWait]:
    return list(work.records.standup_drafts.waits(answer.team, answer.person, answer.date))


def _release(tick: Tick, hearing: Hearing) -> Wait:
    """Done and not live waits on a release, unless the words name another wait."""
    named = next(found_in(tick.item, hearing), None)
    function = RELEASES if named is None else named.function
    return Wait(words=f"{tick.item} (done, not live yet)", function=function)


def _field(said: Given) -> str:
    return "blockers" if said.field == "waits" else ""


_JUDGES: Mapping[str, Callable[[Work, Answer, BlockerId, PersonId], None]] = {
    "track": _track,
    "clock": _only_clock,
    "no_blocker": _no_blocker,
    "another": _another,
}
