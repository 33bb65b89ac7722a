"""Hints: a webhook says that something changed; the host is asked before anything moves."""

from dataclasses import dataclass

from bot import errands, reviews
from bot.world import Work

REOPENS = frozenset({"closed", "merged"})  # what the host ended, the host can begin anew


@dataclass(frozen=True, slots=True)
class Hint:
    host: str
    delivery: str  # by which the host knows it; "" where it does not say
    place: str  # host/owner/name
    number: int = 0  # 0: any request there
    link: str = ""


def hinted(work: Work, hint: Hint) -> bool:
    """False when this delivery came before."""
    if hint.delivery:
        key = f"{hint.host}:{hint.delivery}"
        if work.records.inbox.answer_to(key) is not None:
            return False
        work.records.inbox.put(key, at=work.now, answer={})
    known = work.records.followed.hint(hint.place, hint.number, now=work.now)
    if not known and hint.link:
        _follow_again(work, hint)
    work.records.watched.hint(hint.place, now=work.now)
    return True


def _follow_again(work: Work, hint: Hint) -> None:
    for review in reviews.by_link(work, hint.link):
        if review.is_open or review.state in REOPENS:
            errands.follow(work, review.id, review.link)
