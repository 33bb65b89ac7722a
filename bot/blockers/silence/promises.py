"""Dates that passed: whoever gave them is asked in the next form that they open, else by us."""

from datetime import date

from bot.blockers.silence import steps
from bot.blockers.silence.sides import key_of
from bot.ledger.edges import answerer_of
from bot.owners import places_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import ChannelId, PersonId

_MOST = 50


def passed(work: Work, person: PersonId, today: date) -> list[Blocker]:
    """Open waits on this person whose date is over, and about which nobody asked them yet."""
    places = places_of(work, person, ChannelId(""))
    queue = work.records.blockers.page("queue", skip=0, size=_MOST, person=person, places=places)
    return [
        one
        for one in queue
        if one.due is not None
        and one.due < today
        and answerer_of(one) == person
        and key_of(one, steps.PROMISE) not in work.records.follow_ups.done_of(one.id)
    ]


def asked_in_form(work: Work, blocker: Blocker) -> None:
    """They were asked; the same question is not put again about the same date."""
    work.records.follow_ups.done(blocker.id, key_of(blocker, steps.PROMISE), work.now)
