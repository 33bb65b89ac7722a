"""People and places as Slack described them last, and whether that is recent enough to rely on."""

from datetime import timedelta

from bot.profiles import heard_away
from bot.world import Work
from storage.people import Channel, Person
from storage.teams import Team
from storage.types import ChannelId, PersonId, WorkspaceId

FRESH = timedelta(hours=24)  # changes come as events; this is for the events that we missed


def may_use(person: Person | None, workspace: WorkspaceId) -> bool:
    """Full members of this workspace. Whom Slack could not describe just now is believed."""
    if person is None:
        return True
    return person.home == workspace and not (person.guest or person.bot or person.gone)


def may_post(channel: Channel | None) -> bool:
    """Whether we may speak there. What Slack has not described yet is believed."""
    return channel is None or (channel.here and channel.trouble is None)


def known_person(work: Work, person: PersonId) -> Person | None:
    """None when Slack should be asked (again)."""
    found = work.records.people.get(person)
    return found if found is not None and work.now - found.learnt_at < FRESH else None


def known_channel(work: Work, channel: ChannelId) -> Channel | None:
    """None when Slack should be asked (again); always so while we are not in it."""
    found = work.records.channels.get(channel)
    if found is None or found.learnt_at is None or not found.here or found.trouble:
        return None
    return found if work.now - found.learnt_at < FRESH else None


def described(work: Work, channel: ChannelId) -> Channel | None:
    """What Slack said of it last, however long ago."""
    return work.records.channels.get(channel)


def learn(work: Work, *, people: list[Person], channels: list[Channel]) -> None:
    """Keep what Slack says now."""
    for person in people:
        before = work.records.people.get(person.id)
        work.records.people.put(person)
        if before is not None and before.zone != person.zone:
            work.records.rhythms.reckon_anew(person.id, work.now)
        heard_away(work, person.id, person.away_until)
    for channel in channels:
        work.records.channels.put(channel)


def names_in(work: Work, channel: ChannelId) -> dict[str, str]:
    """Handles and first names of the channel's team, in small letters, to ids.

    A name that two people bear means neither.
    """
    team = work.records.teams.of_channel(channel)
    if team is None:
        return {}
    names: dict[str, set[str]] = {}
    for one in work.records.teams.members(team.id):
        person = work.records.people.get(one)
        for name in () if person is None else _names_of(person):
            names.setdefault(name, set()).add(one)
    return {name: min(people) for name, people in names.items() if len(people) == 1}


def doubt(work: Work, channel: ChannelId) -> None:
    """Slack said that something about the channel changed."""
    work.records.channels.doubt(channel)


def we_left(work: Work, channel: ChannelId) -> None:
    work.records.channels.left(channel)


def unfilled(work: Work) -> list[Team]:
    return work.records.teams.unfilled()


def _names_of(person: Person) -> set[str]:
    return {person.handle.lower(), person.name.split()[0].lower() if person.name else ""} - {""}


__all__ = [
    "Channel",
    "Person",
    "described",
    "doubt",
    "known_channel",
    "known_person",
    "learn",
    "may_post",
    "may_use",
    "names_in",
    "unfilled",
    "we_left",
]
