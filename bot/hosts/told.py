"""Who is told when a code host says no: the person who can do something about it, once."""

from collections.abc import Iterable

from bot.attention import nudge
from bot.hosts.unread import Unread, Why
from bot.world import Work
from storage.errands import Errand
from storage.reviews import Review
from storage.types import Facts, PersonId, TeamId
from storage.watched import Watched

REFUSED, LOST, NOT_ASKED, UNWATCHED, UNKNOWN, NOT_FOUND = KINDS = (
    "hosts.refused",
    "hosts.lost",
    "hosts.not_asked",
    "hosts.unwatched",
    "hosts.unknown",
    "hosts.not_found",
)
IS_THIS_YOU = "hosts.is_this_you"
_USEFULNESS = 4


def host_failed(work: Work, kind: str, unread: Unread) -> None:
    """It refuses our key: the keepers of the teams that count on it hear of it, once each time."""
    if unread.why not in (Why.REFUSED, Why.ELSEWHERE):
        return
    if not work.records.hosts.in_trouble(kind, reason=unread.why, at=work.now):
        return
    for keeper in sorted(_keepers(work, _teams_on(work, kind))):
        facts = {"host": kind, "why": unread.why}
        _tell(work, keeper, REFUSED, f"{kind} {work.now.isoformat()}", facts)


def lost(work: Work, review: Review, why: str, *, seen: bool) -> None:
    """The author can see what became of it, or finish it here by buttons.

    `why`: also a branch; `seen`: whether we ever could.
    """
    person = review.author or review.asked_by
    if person is not None:
        facts = {
            "host": review.kind,
            "link": review.link,
            "title": review.title,
            "why": why,
            "seen": seen,
        }
        _tell(work, person, LOST, f"{review.id} {work.now.date()}", facts)


def not_asked(work: Work, errand: Errand, unread: Unread) -> None:
    """The review goes on here; its author can add the reviewer there, or tell them."""
    review = work.records.reviews.get(errand.review)
    if review is None or not review.is_open:
        return
    person = review.author or review.asked_by
    if person is not None:
        facts = {
            "host": errand.host,
            "link": review.link,
            "title": review.title,
            "login": errand.login,
            "person": errand.person,
            "why": unread.why,
        }
        _tell(work, person, NOT_ASKED, errand.id, facts)


def unwatched(work: Work, watched: Watched) -> None:
    facts = {"host": watched.host, "place": watched.place}
    subject = f"{watched.team} {watched.place} {work.now.date()}"
    _tell(work, watched.by, UNWATCHED, subject, facts)


def unknown(work: Work, watched: Watched, login: str) -> None:
    """Whoever asked to watch knows best who writes there; said once for each account, ever."""
    facts = {"host": watched.host, "place": watched.place, "login": login}
    _tell(work, watched.by, UNKNOWN, f"{watched.host}:{login}", facts)


def _tell(work: Work, person: PersonId, kind: str, subject: str, facts: Facts) -> None:
    nudge(work, person, kind, subject=subject, facts=facts, usefulness=_USEFULNESS)


def _teams_on(work: Work, kind: str) -> set[TeamId]:
    watching = {one.team for one in work.records.watched.on_host(kind)}
    return watching | {
        one.team for one in work.records.reviews.listed("followed") if one.kind == kind
    }


def _keepers(work: Work, teams: Iterable[TeamId]) -> set[PersonId]:
    found = (work.records.teams.get(team) for team in teams)
    return {team.keeper for team in found if team is not None}
