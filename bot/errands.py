"""Errands: what is asked of a code host, owed from the moment when it was decided here.

And who is who there: whoever asks for or gets a review on a host is looked for by e-mail, once.
"""

from dataclasses import dataclass

from bot.links import GITHUB, HOSTED, read_link
from bot.world import Work
from storage.errands import Errand
from storage.followed import Followed
from storage.types import PersonId, ReviewId

_NUMBER_AFTER = {GITHUB: "/pull/"}
_MERGE_REQUEST = "/-/merge_requests/"


@dataclass(frozen=True, slots=True)
class Address:
    """A request on a code host that whoever runs us has opened."""

    host: str  # github, gitlab
    place: str  # host/owner/name
    number: int


def address_of(work: Work, link: str) -> Address | None:
    """None where it leads elsewhere, or to a host that we have no key to."""
    read = read_link(link)
    if read is None or read.kind not in HOSTED or read.repository is None:
        return None
    host = work.records.hosts.all().get(read.kind)
    if host is None or read.repository.partition("/")[0] != host.web:
        return None
    number = read.url.rpartition(_NUMBER_AFTER.get(read.kind, _MERGE_REQUEST))[2]
    return Address(read.kind, read.repository, int(number))


def follow(work: Work, review: ReviewId, link: str) -> None:
    """From now on what happens there moves the review here; it is looked at at once."""
    at = address_of(work, link)
    if at is not None:
        work.records.followed.follow(
            Followed(review, at.host, at.place, at.number, due_at=work.now)
        )


def host_without(work: Work, link: str, person: PersonId) -> str | None:
    """The host behind this link, where we do not know this person's account."""
    at = address_of(work, link)
    if at is None or at.host in work.records.accounts.of(person):
        return None
    return at.host


def look_for_account(work: Work, link: str, person: PersonId) -> None:
    """By their e-mail address, the first time that it would help; they say whether it is them."""
    host = host_without(work, link, person)
    if host is not None:
        work.records.account_searches.begin(host, person, at=work.now)


def ask_reviewer(work: Work, review: ReviewId, link: str, person: PersonId) -> None:
    """Request their review there too, where they have an account; else it is looked for."""
    look_for_account(work, link, person)
    _owe(work, review, link, person, ask=True)


def unask_reviewer(work: Work, review: ReviewId, link: str, person: PersonId) -> None:
    """Take that request back."""
    _owe(work, review, link, person, ask=False)


def _owe(work: Work, review: ReviewId, link: str, person: PersonId, *, ask: bool) -> None:
    at = address_of(work, link)
    account = None if at is None else work.records.accounts.of(person).get(at.host)
    if at is None or account is None:
        return
    followed = work.records.followed.get(review)
    work.records.errands.put(
        Errand(
            id=work.new_id(),
            ask=ask,
            host=at.host,
            place=at.place if followed is None else followed.place,
            number=at.number,
            login=account.login,
            person=person,
            review=review,
            made_at=work.now,
            due_at=work.now,
        )
    )
