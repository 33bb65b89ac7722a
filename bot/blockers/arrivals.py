"""What becomes possible later: a person gets known, a channel opens to us, a doubt is cleared."""

from bot.answers import send
from bot.blockers.find import owned
from bot.blockers.post import place_of, publish, slot_of
from bot.blockers.report import change
from bot.blockers.rules import may_use, telling
from bot.letters import post
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.people import Channel
from storage.types import BlockerId, ChannelId, PersonId

_WAITS_FOR_ITS_CHANNEL = ("not_here", "unknown")


def unknown(work: Work) -> list[tuple[PersonId, ChannelId]]:
    """Who and where to ask Slack about, so that what was kept can be told."""
    found = []
    for blocker in work.records.blockers.waiting_for_a_look():
        team = work.records.teams.get(blocker.team)
        if team is not None:
            found.append((blocker.waiter, team.channel))
    return sorted(set(found))


def tell_what_waited(work: Work, channel: Channel) -> int:
    """Slack described this channel to us: what its audience was promised can be told now."""
    team = work.records.teams.of_channel(channel.id)
    if team is None:
        return 0
    waited = [
        one
        for told in _WAITS_FOR_ITS_CHANNEL
        for one in work.records.blockers.untold(team.id, told)
    ]
    return sum(_tell(work, blocker, channel) for blocker in waited)


def send_again(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """Its author decided: better twice than not at all."""
    blocker = owned(work, blocker_id, by)
    publish(work, blocker)
    return Told("sent_again", card_of(work, blocker))


def it_is_there(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    return Told("it_is_there", card_of(work, owned(work, blocker_id, by)))


def on_unconfirmed(work: Work, letter: Letter) -> None:
    """We cannot know whether the message arrived, so its author is shown that, once."""
    blocker = work.records.blockers.get(letter.facts.get("blocker", ""))
    if blocker is None or letter.verb != "post" or letter.kind != "blocker.posted":
        return
    place = place_of(work, blocker)
    if place is None or letter.slot != slot_of(blocker.id, place):
        return
    facts = {"blocker": blocker.id, "letter": letter.id}
    post(work, "blocker.unconfirmed", to=blocker.waiter, facts=facts, asked=False)


def _tell(work: Work, blocker: Blocker, channel: Channel) -> bool:
    """True when its audience is told now; else its author hears what is still missing."""
    waiter = work.records.people.get(blocker.waiter)
    if not may_use(waiter, work.records.workspace):
        change(work, blocker, state="withdrawn", ended_at=work.now, ended_by=blocker.waiter)
        post(work, "blocker.not_for_guests", to=blocker.waiter, facts={"blocker": blocker.id})
        return False
    told = telling(blocker.audience, waiter=waiter, channel=channel, owner=blocker.owner)
    if told == blocker.told:
        return False
    changed = change(work, blocker, told=told)
    publish(work, changed)
    if told != "yes":
        still = Told("reported", card_of(work, changed))
        send(work, still, to=blocker.waiter, person=blocker.waiter, in_channel=False, thread=None)
    return told == "yes"
