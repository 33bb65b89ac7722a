"""What a use case tells the person: small enough to keep, so that it can be told again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.calendar import working_time
from bot.groups import handle_of
from bot.profiles import hours_of, zone_of
from bot.world import Work
from storage.blockers import Blocker
from storage.people import Channel
from storage.types import ChannelId, PersonId


@dataclass(frozen=True, slots=True)
class Card:
    """A blocker as it is shown: with its channel, and how long it has waited so far."""

    blocker: Blocker
    channel: ChannelId  # of its team; a DM with us for the waits of one person alone
    channel_name: str  # "" while Slack has not told us
    channel_kind: str  # channel, private, dm, group, or "" while unknown
    channel_size: int
    waited: timedelta  # working hours of the waiter
    waiter_name: str = ""  # "" while Slack has not told us
    group: str = ""  # the handle of the user group that it waits on, once Slack told it


@dataclass(frozen=True, slots=True)
class Told:
    """`what` happened, to which blocker, with the few facts that its sentence needs."""

    what: str
    card: Card | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    cards: tuple[Card, ...] = ()  # for lists and choices; looked up anew when told again


def card_of(work: Work, blocker: Blocker) -> Card:
    team = work.records.teams.get(blocker.team)
    place = ChannelId("") if team is None else team.channel
    channel = work.records.channels.get(place)
    return _card(work, blocker, place, channel)


def name_of(work: Work, person: PersonId) -> str:
    """As they are called; "" while Slack has not told us."""
    known = work.records.people.get(person)
    return "" if known is None else known.name or known.handle


def _card(work: Work, blocker: Blocker, place: ChannelId, channel: Channel | None) -> Card:
    zone, hours = zone_of(work, blocker.waiter), hours_of(work, blocker.waiter)
    return Card(
        blocker=blocker,
        channel=place,
        channel_name="" if channel is None else channel.name,
        channel_kind="" if channel is None else channel.kind,
        channel_size=0 if channel is None else channel.size,
        waited=working_time(blocker.since, blocker.ended_at or work.now, zone=zone, hours=hours),
        waiter_name=name_of(work, blocker.waiter),
        group=handle_of(work, blocker.put_to or blocker.user_group),
    )


def kept(told: Told) -> dict[str, Any]:
    """What the inbox keeps of an answer: ids and facts, never the words."""
    answer: dict[str, Any] = {"what": told.what, "facts": dict(told.facts)}
    if told.card is not None:
        answer["blocker"] = told.card.blocker.id
    if told.cards:
        answer["blockers"] = [card.blocker.id for card in told.cards]
    return answer


def again(work: Work, answer: Mapping[str, Any]) -> Told:
    """The answer to a knock that came before, from what was stored and what is true now."""
    find = work.records.blockers.get
    blocker = find(answer["blocker"]) if "blocker" in answer else None
    others = [find(one) for one in answer.get("blockers", ())]
    return Told(
        what=answer["what"],
        card=None if blocker is None else card_of(work, blocker),
        facts=answer["facts"],
        cards=tuple(card_of(work, other) for other in others if other is not None),
    )
