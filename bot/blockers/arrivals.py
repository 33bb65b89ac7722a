"""What becomes possible later: a person gets known, a channel opens to us, a doubt is cleared."""

from bot.answers import send_in_hours
from bot.blockers.find import owned
from bot.blockers.past import already
from bot.blockers.post import place_of, publish, slot_of, tell_in_hours
from bot.blockers.report import change
from bot.blockers.rules import telling
from bot.ledger import circles
from bot.people import may_use
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter, Post
from storage.people import Channel
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId

_WAITS_FOR_ITS_CHANNEL = ("not_here", "closed", "unknown")


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
    return sum(_tell(work, blocker, channel) for blocker in [*waited, *_lost(work, team, channel)])


def _lost(work: Work, team: Team, channel: Channel) -> list[Blocker]:
    """What the channel should have seen while it was closed to us."""
    if not channel.here or channel.trouble:
        return []
    told = [
        one for one in work.records.blockers.untold(team.id, "yes") if one.audience == "channel"
    ]
    return [one for one in told if _failed(_last_post(work, one))]


def _failed(letter: Letter | None) -> bool:
    return letter is not None and letter.state == "failed"


def _last_post(work: Work, blocker: Blocker) -> Letter | None:
    place = place_of(work, blocker)
    return None if place is None else work.records.outbox.last_post(slot_of(blocker.id, place))


def send_again(work: Work, blocker_id: BlockerId, letter: str, *, by: PersonId) -> Told:
    """Its author decided: better twice than not at all. A second tap sends no third one."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    last = _last_post(work, blocker)
    if last is not None and last.state == "sent":
        return Told("it_is_there", card_of(work, blocker))
    if last is not None and last.id == letter and last.state == "unconfirmed":
        publish(work, blocker)
    return Told("sent_again", card_of(work, blocker))


def found_by_click(work: Work, blocker_id: BlockerId, post: Post) -> None:
    """Somebody clicked on a message of which we did not know whether it arrived."""
    blocker = work.records.blockers.get(blocker_id)
    if blocker is None or place_of(work, blocker) != post.channel:
        return
    last = _last_post(work, blocker)
    if last is None or last.state != "unconfirmed":
        return
    if work.records.outbox.confirm(last.id, post):
        work.records.outbox.posted(slot_of(blocker.id, post.channel), post)


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
    tell_in_hours(work, blocker.waiter, "blocker.unconfirmed", asked=False, **facts)


def _tell(work: Work, blocker: Blocker, channel: Channel) -> bool:
    """True when its audience is told now; else its author hears what is still missing."""
    waiter = work.records.people.get(blocker.waiter)
    if not may_use(waiter, work.records.workspace):
        change(work, blocker, state="withdrawn", ended_at=work.now, ended_by=blocker.waiter)
        tell_in_hours(work, blocker.waiter, "blocker.not_for_guests", blocker=blocker.id)
        return False
    told = telling(blocker.audience, waiter=waiter, channel=channel, owner=blocker.owner)
    if told == blocker.told and told != "yes":
        return False
    changed = change(work, blocker, told=told)
    publish(work, changed)
    circles.tell(work, changed)
    if told != "yes":
        still = Told("reported", card_of(work, changed))
        send_in_hours(work, still, person=blocker.waiter)
    return told == "yes"
