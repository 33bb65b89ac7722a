"""The short phrases about a review that every message uses: what, why, whose turn, since when."""

from datetime import date

from bot.calendar import in_words
from bot.links import read_link
from bot.reviews import KINDS, ReviewCard
from handlers.views import words
from handlers.views.blockers.phrases import person

MOST_TITLE = 120
_MOST_NOTE = 800
_KINDS = {
    "github": "pull request",
    "gitlab": "merge request",
    "notebook": "notebook",
    "dashboard": "dashboard",
    "document": "document",
}
_WHY = {
    "fewest": "you have had the fewest reviews here so far",
    "fewest_for_author": "you have seen least of their work so far",
    "learn": "you can learn {project} by it",
    "learn_alone": "only its author knows {project}, and you can be the second",
    "knows": "you know {project}",
    "next": "you are next",
    "only": "you are the one who has room for it now",
    "named": "you were asked by name",
    "handed_on": "it was handed on to you",
    "came": "you looked at it",
}
_ENDED = {
    "done": "Done.",
    "merged": "Merged.",
    "closed": "Closed without a merge.",
    "withdrawn": "Not needed any more.",
}


def name(card: ReviewCard) -> str:
    return f"`#{card.review.number}` {words.line(card.review.title, MOST_TITLE, mentions=False)}"


def kind(card: ReviewCard) -> str:
    return _KINDS.get(card.review.kind, "link")


def address(card: ReviewCard) -> str:
    """Its own address, so that nobody is led elsewhere."""
    read = read_link(card.review.link)
    return (words.address(card.review.link) if read else None) or words.line(card.review.link, 300)


def author(card: ReviewCard) -> str:
    if card.review.author:
        return person(card.review.author, for_=card.reader)
    return words.line(card.review.account, 60, mentions=False) or "somebody"


def why(card: ReviewCard) -> str:
    """Why this reader; "" for others."""
    reason = next((one.why for one in card.seats if one.person == card.reader), "")
    said = _WHY.get(reason, "")
    return said.format(project=project(card)) if said else ""


def why_them(card: ReviewCard, whom: str) -> str:
    """The same, of somebody, to whoever asked."""
    reason = next((one.why for one in card.seats if one.person == whom), "")
    return {
        "fewest": "fewest reviews here so far",
        "fewest_for_author": "has seen least of your work so far",
        "learn": f"can learn {project(card)} by it",
        "learn_alone": f"only you know {project(card)}",
        "knows": f"knows {project(card)}",
        "next": "next in turn",
        "only": "has room for it now",
    }.get(reason, "")


def project(card: ReviewCard) -> str:
    return words.line(card.review.project or "this project", 80, mentions=False)


def said(card: ReviewCard) -> list[str]:
    """What its author said of it, line by line."""
    review = card.review
    found = []
    if review.note:
        found.append(f"“{words.in_text(review.note, limit=_MOST_NOTE)}”")
    if review.question:
        found.append(f"Question it answers: {words.in_text(review.question, limit=_MOST_NOTE)}")
    if review.source:
        found.append(f"Data: {words.in_text(review.source, limit=_MOST_NOTE)}")
    if review.due:
        found.append(f"Wished by {day(review.due)}.")
    return found


def turn(card: ReviewCard) -> str:
    """Whose turn it is, or how it ended; to whom it concerns also for how long."""
    review = card.review
    if review.state in _ENDED:
        return _ENDED[review.state]
    if review.state == "draft":
        return "Still a draft: nobody is asked yet."
    if review.state == "lost":
        return "I can't read it at its code host just now; the buttons here work."
    if review.state == "approved":
        return f"Approved; {author(card)} can merge it."
    if not card.to_act:
        return "No reviewer yet: whoever is free first gets it."
    if card.reader in card.to_act:
        return f"Yours to act on{waited(card)}."
    people = ", ".join(person(one) for one in card.to_act)
    return f"With {people}."


def waited(card: ReviewCard) -> str:
    passed = in_words(card.waited)
    return "" if passed == "just now" else f", for {passed} now"


def day(found: date) -> str:
    return f"{found:%a} {found.day} {found:%b}"


def remark(kind: str) -> str:
    return KINDS.get(kind, kind)
