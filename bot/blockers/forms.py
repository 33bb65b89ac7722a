"""What the form of a wait is filled with: a new wait, or one to be told better."""

from dataclasses import dataclass, replace

from bot.blockers.find import owned
from bot.blockers.report import Wait, wait_of
from bot.blockers.rules import default_audience
from bot.errors import MembersOnly
from bot.people import may_use
from bot.reading import as_slack_writes, as_typed
from bot.teams import teams_of
from bot.told import card_of
from bot.world import Work
from storage.types import BlockerId, ChannelId, PersonId


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form is opened, and what it is filled with: its words as people type them."""

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
        wait=None if wait is None else replace(wait, words=_typed(work, wait.words)),
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
        wait=replace(wait_of(blocker), words=_typed(work, blocker.words)),
    )


def ids_of(place: FormPlace) -> dict[str, str]:
    """What a button must carry to open this form: its blocker, or the ones that were named."""
    wait = place.wait
    if place.blocker is not None or wait is None:
        return {"blocker": place.blocker or ""}
    named = {"owner": wait.owner or "", "group": wait.user_group or ""}
    return {"blocker": "", **{name: one for name, one in named.items() if one}}


def entered(work: Work, wait: Wait, *, of: BlockerId | None = None) -> Wait:
    """The wait as it is kept: the words of a form in Slack's shape, with the mentions they had."""
    blocker = None if of is None else work.records.blockers.get(of)
    before = "" if blocker is None else blocker.words
    words = as_slack_writes(wait.words, before=before, name_of=lambda one: _name(work, one))
    return replace(wait, words=words)


def _typed(work: Work, words: str) -> str:
    return as_typed(words, name_of=lambda one: _name(work, one))


def _name(work: Work, person: str) -> str:
    known = work.records.people.get(PersonId(person))
    return "" if known is None else known.name or known.handle
