"""Remarks that reviewers keep making: the third of a kind is a topic for the next retro."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.errors import NoLinkThere, NotTheReviewer
from bot.links import read_link
from bot.reviews.find import seen
from bot.reviews.moving import tell_author
from bot.told import Told
from bot.world import Work
from storage.review_seats import Remark
from storage.topics import Topic
from storage.types import PersonId, ReviewId

HAVE_THIS = "have_this"
KINDS: Mapping[str, str] = {
    HAVE_THIS: "We have this already",
    "leak": "The data leak into the evaluation",
    "tests": "Tests or checks are missing",
    "rerun": "It can't be run again as it is",
    "hardcoded": "Paths, dates or keys are written into it",
    "question": "Which question it answers is unclear",
    "docs": "A word of explanation is missing",
    "slow": "It is slower or dearer than it needs to be",
}
WITHIN = timedelta(days=90)
MAKES_A_TOPIC = 3
_FUNCTION = "code_review"


def remark(work: Work, review_id: ReviewId, kind: str, *, by: PersonId, link: str = "") -> Told:
    """Once for each review and kind; of what we have already, with a link to it if there is one.

    Raises NotTheReviewer, NoSuchReview.
    """
    review = seen(work, review_id, by)
    if by == review.author:
        raise NotTheReviewer
    facts = {"review": review.id, "kind": kind}
    mine = [one for one in work.records.remarks.of(review.id) if (one.by, one.kind) == (by, kind)]
    if mine:
        return Told("review.remarked_before", None, facts)
    found = Remark(work.new_id(), review.team, review.id, by, kind, "", work.now)
    work.records.remarks.put(found)
    if kind == HAVE_THIS:
        tell_author(work, review, HAVE_THIS, by=by)
    return Told("review.remarked", None, {**facts, "topic": _notice(work, found)})


def link_to_it(work: Work, review_id: ReviewId, link: str, *, by: PersonId) -> Told:
    """Where we have it already; its author reads it. Raises NoSuchReview."""
    review = seen(work, review_id, by)
    read = read_link(link)
    mine = [one for one in work.records.remarks.of(review.id) if one.by == by]
    found = next((one for one in mine if one.kind == HAVE_THIS), None)
    if found is None or read is None:
        raise NoLinkThere
    work.records.remarks.put(replace(found, link=read.url))
    tell_author(work, review, HAVE_THIS, by=by, link=read.url)
    return Told("review.linked", None, {"review": review.id})


def _notice(work: Work, new: Remark) -> bool:
    """True when it is a topic. A fourth one joins the topic of the third."""
    before = work.records.remarks.since(new.team, new.kind, work.now - WITHIN)
    reviews = list(dict.fromkeys(one.review for one in before))
    if len(reviews) < MAKES_A_TOPIC:
        return False
    for topic in work.records.topics.since(new.team, work.now - WITHIN):
        if topic.remark == new.kind:
            work.records.topics.remarked_again(topic.id, reviews)
            return True
    topic = Topic(
        work.new_id(), new.team, _FUNCTION, (), work.now, remark=new.kind, reviews=tuple(reviews)
    )
    work.records.topics.add(topic)
    return True
