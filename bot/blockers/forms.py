"""What the form of a wait is filled with: a new wait, or one to be told better."""

from dataclasses import dataclass

from bot.blockers.find import owned
from bot.blockers.report import Wait
from bot.blockers.rules import default_audience, may_use
from bot.errors import MembersOnly
from bot.teams import teams_of
from bot.told import card_of
from bot.world import Work
from storage.types import BlockerId, ChannelId, PersonId


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form is opened, and what it is filled with."""

    channel: ChannelId
    channel_name: str
    in_dm: bool
    audience: str  # the usual one here, or the blocker's
    blocker: BlockerId | None = None
    number: int | None = None
    wait: Wait | None = None


def form_place(
    work: Work,
    *,
    channel: ChannelId,
    person: PersonId,
    in_dm: bool,
    wait: Wait | None = None,
) -> FormPlace:
    """For a new wait: in a DM the person's only team, if there is just one."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise MembersOnly
    mine = teams_of(work, person) if in_dm else []
    place = mine[0].channel if len(mine) == 1 else channel
    there = work.records.channels.get(place)
    return FormPlace(
        channel=place,
        channel_name="" if there is None else there.name,
        in_dm=in_dm and len(mine) != 1,
        audience=default_audience(there, in_dm=in_dm),
        wait=wait,
    )


def form_for(work: Work, blocker_id: BlockerId, *, person: PersonId) -> FormPlace:
    """For a wait that its author wants to tell better."""
    blocker = owned(work, blocker_id, person)
    card = card_of(work, blocker)
    return FormPlace(
        channel=card.channel,
        channel_name=card.channel_name,
        in_dm=card.channel_kind in ("dm", "group"),
        audience=blocker.audience,
        blocker=blocker.id,
        number=blocker.number,
        wait=Wait(
            words=blocker.words,
            function=blocker.function,
            owner=blocker.owner,
            user_group=blocker.user_group,
            outside=blocker.outside,
            project=blocker.project,
            link=blocker.link,
            severity=blocker.severity,
            since=blocker.since,
            audience=blocker.audience,
        ),
    )
