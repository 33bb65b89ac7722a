"""Reporting a wait: tracked at once, told to its audience, changed or undone by its author."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import groups, vocabulary
from bot.blockers.find import owned
from bot.blockers.offers import usual_time, whom_to_ask
from bot.blockers.past import already, happened
from bot.blockers.post import publish, publish_put, redraw_post, take_down_post
from bot.blockers.rules import default_audience, telling
from bot.errors import MembersOnly, Overtaken
from bot.ids import kind_of
from bot.people import may_use
from bot.teams import team_of, teams_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId, TeamId


@dataclass(frozen=True, slots=True)
class Wait:
    """What a person said of one wait, by line or by form."""

    words: str
    function: str
    owner: PersonId | None = None
    user_group: str | None = None
    outside: str | None = None
    project: str | None = None
    link: str | None = None
    severity: str = "stopped"
    since: datetime | None = None  # None: from now
    audience: str | None = None  # None: as is usual where it was said


def wait_of(blocker: Blocker) -> Wait:
    """What is known of it, to be said anew."""
    return Wait(**{name: getattr(blocker, name) for name in Wait.__dataclass_fields__})


def report(
    work: Work,
    wait: Wait,
    *,
    waiter: PersonId,
    channel: ChannelId,
    in_dm: bool = False,
    carry_on: str = "reported",
) -> Told:
    """A new wait. Said in a DM it belongs to the person's only team, or to nobody else yet."""
    person = work.records.people.get(waiter)
    if not may_use(person, work.records.workspace):
        raise MembersOnly(give_back=wait.words)
    choices = teams_of(work, waiter) if in_dm else []
    place = choices[0].channel if len(choices) == 1 else channel
    team = team_of(work, place, person=waiter)
    there = work.records.channels.get(place)
    audience = wait.audience or default_audience(there, in_dm=in_dm)
    told = telling(audience, waiter=person, channel=there, owner=wait.owner)
    blocker = _opened(work, wait, waiter=waiter, team=team, audience=audience, told=told)
    work.records.blockers.add(blocker)
    groups.named(work, wait.user_group)
    happened(work, blocker, waiter, "reported")
    publish(work, blocker)
    offered = [_named(work, team) for team in choices] if len(choices) > 1 else []
    facts: dict[str, Any] = {"teams": offered} if offered else {}
    return Told(carry_on, card_of(work, blocker), {**facts, **_next(work, blocker)})


def _opened(
    work: Work, wait: Wait, *, waiter: PersonId, team: Team, audience: str, told: str
) -> Blocker:
    return Blocker(
        id=BlockerId(work.new_id()),
        team=team.id,
        number=work.records.teams.next_number(team.id),
        waiter=waiter,
        words=wait.words,
        function=wait.function,
        owner=wait.owner,
        user_group=wait.user_group,
        outside=wait.outside,
        project=wait.project,
        link=wait.link,
        severity=wait.severity,
        audience=audience,
        told=told,
        state="open",
        helper=None,
        since=_not_later(wait.since, work.now),
        reported_at=work.now,
    )


def reword(work: Work, blocker_id: BlockerId, wait: Wait, *, by: PersonId) -> Told:
    """The author says it differently; the clock and the number stay."""
    blocker = owned(work, blocker_id, by)
    audience = wait.audience or blocker.audience
    new: dict[str, Any] = {
        "words": wait.words,
        "function": wait.function,
        "owner": wait.owner,
        "user_group": wait.user_group,
        "outside": wait.outside,
        "project": wait.project,
        "link": wait.link,
        "severity": wait.severity,
        "since": _not_later(wait.since or blocker.since, work.now),
    }
    same_eyes = audience == blocker.audience and (
        audience != "asked" or wait.owner == blocker.owner
    )
    if same_eyes:
        changed = change(work, blocker, **new)
        redraw_post(work, changed)
    else:
        changed = show_to(work, blocker, audience, **new)
    groups.named(work, wait.user_group)
    vocabulary.learn(work, blocker, changed, by=by)
    happened(work, changed, by, "reworded")
    return Told("changed", card_of(work, changed), _next(work, changed))


def correct(
    work: Work,
    blocker_id: BlockerId,
    *,
    by: PersonId,
    function: str | None = None,
    owner: PersonId | None = None,
) -> Told:
    """One thing of it was understood wrongly: its function or its owner."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    wait = wait_of(blocker)
    better = replace(wait, function=function or wait.function, owner=owner or wait.owner)
    return reword(work, blocker_id, better, by=by)


def undo(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """It was not a wait, or not to be said: the message goes, the words are given back."""
    blocker = owned(work, blocker_id, by)
    if blocker.state == "withdrawn":
        return Told("withdrawn", card_of(work, blocker))
    if not blocker.is_open:
        return already(work, blocker)
    take_down_post(work, blocker)
    withdrawn = change(work, blocker, state="withdrawn", ended_at=work.now, ended_by=by)
    happened(work, withdrawn, by, "withdrawn")
    return Told("withdrawn", card_of(work, withdrawn))


def widen(work: Work, blocker_id: BlockerId, audience: str, *, by: PersonId) -> Told:
    """The author lets more people see it, or fewer. Posting to a large channel counts as a yes."""
    blocker = owned(work, blocker_id, by)
    changed = show_to(work, blocker, audience, sure=blocker.told == "asking")
    happened(work, changed, by, f"audience:{audience}")
    return Told("audience", card_of(work, changed), whom_to_ask(work, changed))


def move(work: Work, blocker_id: BlockerId, team_id: TeamId, *, by: PersonId) -> Told:
    """Said in a DM, meant for a team: it gets the team's next number, and its channel sees it."""
    blocker = owned(work, blocker_id, by)
    mine = {team.id for team in teams_of(work, by)}
    if team_id not in mine or team_id == blocker.team:
        return Told("audience", card_of(work, blocker))
    take_down_post(work, blocker)
    number = work.records.teams.next_number(team_id)
    moved = change(work, blocker, team=team_id, number=number, audience="me", told="no")
    shown = show_to(work, moved, "channel")
    happened(work, shown, by, "moved")
    return Told("moved", card_of(work, shown), whom_to_ask(work, shown))


def show_to(
    work: Work,
    blocker: Blocker,
    audience: str,
    *,
    sure: bool = False,
    thread: str | None = None,
    **new: Any,
) -> Blocker:
    """Change who sees it: the old message goes where it must, the new audience is told."""
    team = work.records.teams.get(blocker.team)
    channel = None if team is None else work.records.channels.get(team.channel)
    waiter = work.records.people.get(blocker.waiter)
    owner = new.get("owner", blocker.owner)
    told = telling(audience, waiter=waiter, channel=channel, owner=owner)
    if told == "asking" and sure:
        told = "yes"
    take_down_post(work, blocker)
    if audience != "channel" and kind_of(blocker.put_to) not in ("", "person"):
        # Many are asked only what the team's channel reads as well.
        new = {"put_to": None, "put_at": None, **new}
    changed = change(work, blocker, audience=audience, told=told, **new)
    publish(work, changed, thread=thread)
    publish_put(work, changed)
    return changed


def change(work: Work, blocker: Blocker, **new: Any) -> Blocker:
    """Compare and set: raises Overtaken when another process changed it after our look."""
    if not work.records.blockers.change(blocker, **new):
        raise Overtaken
    return replace(blocker, **new)


def _next(work: Work, blocker: Blocker) -> dict[str, Any]:
    return {**whom_to_ask(work, blocker), **usual_time(work, blocker)}


def _not_later(since: datetime | None, now: datetime) -> datetime:
    return now if since is None else min(since, now)


def _named(work: Work, team: Team) -> list[str]:
    channel = work.records.channels.get(team.channel)
    return [team.id, team.channel, "" if channel is None else channel.name]
