"""What one person reads after an act of theirs on a review."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.reviews import Figures, Listed, Projects, ReviewCard, Said
from handlers.views import kit, words
from handlers.views.blockers.phrases import person, who
from handlers.views.hosts import link_yours
from handlers.views.kit import Answer
from handlers.views.reviews import actions as act
from handlers.views.reviews import card as cards
from handlers.views.reviews import lists, phrases
from handlers.views.reviews.usage import usage

_DONE = {
    "requested": "{who} asked for it",
    "accepted": "{who} took it on",
    "seen": "{who} saw it",
    "commented": "{who} commented",
    "approved": "{who} approved it",
    "changes_requested": "{who} asked for changes",
    "too_big": "{who} found it too big",
    "declined": "{who} could not this time",
    "wrong_person": "{who} passed it on",
    "handed_on": "{who} handed it on",
    "unrequested": "{who} took a reviewer off",
    "ready_again": "{who} made it ready for another look",
    "pushed": "{who} pushed to it",
    "finished": "{who} finished it",
    "withdrawn": "{who} said that it is not needed any more",
    "merged": "{who} merged it",
    "closed": "{who} closed it",
    "reopened": "{who} opened it again",
    "snoozed": "{who} laid it aside",
}
_SIMPLE = {
    "review.shown": "",
    "review.accepted": "Thank you! It stays with you until you tap a verdict.",
    "review.seen": "Noted: you have seen it.",
    "review.commented": "Noted: its author has your comments to answer now.",
    "review.approved": "Approved. Thank you for looking!",
    "review.changes_requested": "Noted: its author knows that changes are needed.",
    "review.too_big": "Noted: its author is asked to split it.",
    "review.ready_again": "Noted: whoever looked at it is asked for another look.",
    "review.finished": "Finished. Thank you!",
    "review.withdrawn": "Not needed any more: nobody is reminded of it from now on.",
    "review.nobody_free": "Nobody is free just now: whoever is first gets it. Or ask somebody.",
}
# What is asked for, or looked at, shows its card; after a tap its letter does.
_WITH_CARD = frozenset({"review.shown", "review.requested", "review.known", "review.chosen"})
_GAVE_UP = ("review.declined", "review.wrong_person", "review.handed_on", "review.chosen")
_HOW = "They are asked by a DM within their hours."


def answer(value: Said | Listed | Figures | Projects) -> Answer:
    match value:
        case Listed():
            return lists.listed(value)
        case Figures():
            return lists.figures(value)
        case Projects():
            return lists.projects(value)
    if value.what == "review.help":
        return usage()
    if value.what == "review.form_offered":
        return _form_offered(value.facts)
    if value.card is None:
        text = "I can't find that review. `/review list` shows the open ones."
        return kit.answer(text, [kit.section(text)])
    return _about(value, value.card)


def _about(value: Said, card: ReviewCard) -> Answer:
    lead = _LEADS[value.what](value, card) if value.what in _LEADS else _SIMPLE[value.what]
    if value.what in _WITH_CARD:
        return cards.shown(card, lead)
    text = f"{phrases.name(card)}: {lead}"
    said = kit.answer(text, [kit.section(text)])
    if value.what == "review.remarked" and value.facts.get("kind") == "have_this":
        said["blocks"].append(kit.actions(act.act("Link to it", act.LINK_IT, card)))
    return said


def _requested(value: Said, card: ReviewCard) -> str:
    said = _asked_whom(card) if card.seats else _nobody_yet(value)
    return f"{said}\n{link_yours(card.unlinked, as_reviewer=False)}" if card.unlinked else said


def _asked_whom(card: ReviewCard) -> str:
    people = [one.person for one in card.seats]
    named = ", ".join(person(one) for one in people)
    reason = phrases.why_them(card, people[0]) if len(people) == 1 else ""
    return f"Asked {named}{f' ({reason})' if reason else ''}. {_HOW}"


def _nobody_yet(value: Said) -> str:
    if value.state == "off":
        return "Reviews are off in this team, so I chose nobody. Ask somebody below."
    return "Nobody is free to look at it yet: whoever is first gets it, and you hear who it is."


def _known(value: Said, card: ReviewCard) -> str:
    more = value.facts.get("more") or ()
    if more:
        return f"This is open already; {', '.join(person(one) for one in more)} is asked as well."
    return "This is open already:"


def _passed_on(value: Said, card: ReviewCard) -> str:
    people = value.facts.get("people") or ()
    if people:
        return f"It is with {', '.join(person(one) for one in people)} now."
    return "Noted. Whoever is free first gets it."


def _snoozed(value: Said, card: ReviewCard) -> str:
    until = date.fromisoformat(str(value.facts["until"]))
    return f"No reminder before {phrases.day(until)}."


def _already(value: Said, card: ReviewCard) -> str:
    """Never who was late: only what happened first."""
    facts = value.facts
    done = _DONE.get(str(facts.get("what")))
    if done is None:
        return "Nothing is left to do there."
    if facts.get("by"):
        doer = who(facts["by"], for_=card.reader)
    else:
        account = words.line(str(facts.get("account") or ""), 60, mentions=False)
        doer = account or "Somebody"
    left = phrases.turn(card) if card.review.is_open else "Nothing is left to do."
    return f"{done.format(who=doer)} {_ago(int(facts.get('ago') or 0))}. {left}"


def _ago(seconds: int) -> str:
    if seconds < 120:
        return "a moment ago"
    if seconds < 7_200:
        return f"{seconds // 60} minutes ago"
    if seconds < 172_800:
        return f"{seconds // 3_600} hours ago"
    return f"{seconds // 86_400} days ago"


def _remarked(value: Said, card: ReviewCard) -> str:
    said = f"Noted: {phrases.remark(str(value.facts['kind']))}."
    if value.facts.get("topic"):
        said += " It is a topic for the next retro, because it was remarked on several reviews."
    return said


def _remarked_before(value: Said, card: ReviewCard) -> str:
    return "You remarked that here before."


def _linked(value: Said, card: ReviewCard) -> str:
    return "Linked. Its author reads where to find it."


def _form_offered(facts: Mapping[str, Any]) -> Answer:
    text = "A tap opens the form:"
    carried = kit.value({"note": facts.get("note") or ""})
    button = kit.button("Ask for a review", act.ASK_FORM, value=carried, style="primary")
    return kit.answer(text, [kit.section(text), kit.actions(button)])


_LEADS: Mapping[str, Callable[[Said, ReviewCard], str]] = {
    "review.requested": _requested,
    "review.known": _known,
    "review.snoozed": _snoozed,
    "review.already": _already,
    "review.remarked": _remarked,
    "review.remarked_before": _remarked_before,
    "review.linked": _linked,
    **dict.fromkeys(_GAVE_UP, _passed_on),
}
