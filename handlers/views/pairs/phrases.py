"""The short phrases of pairs: who, why these, what to do, and when both can."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from bot.pairs import Shown
from handlers.views import words
from handlers.views.blockers import phrases as waits

LENGTH = timedelta(minutes=30)
_CALENDAR = "https://calendar.google.com/calendar/render"
_DOES = {
    "programming": ("drives", "navigates", "Swap halfway."),
    "review": ("brings work to look at", "reviews it", "Next time it is the other way round."),
    "spare": ("drives", "navigates", "Swap halfway."),
}
_WHAT = {"programming": "pair programming", "review": "code review", "spare": "today"}


def people(ids: Iterable[str]) -> str:
    """@ana, @ben and @eli."""
    *others, last = [f"<@{one}>" for one in ids]
    return f"{', '.join(others)} and {last}" if others else last


def what(pair: Shown) -> str:
    return _WHAT[pair.kind]


def roles(pair: Shown) -> str:
    """Whoever leads stands first."""
    leads, joins, after = _DOES[pair.kind]
    first, *others = pair.people
    verb = (
        joins
        if len(others) == 1
        else joins.replace("navigates", "navigate").replace("reviews", "review")
    )
    return f"<@{first}> {leads}, {people(others)} {verb}. {after}"


def why(pair: Shown) -> str:
    """The weightiest reason, in a sentence."""
    reason = pair.pairing.reasons[0] if pair.pairing.reasons else {"why": ""}
    return _WHY.get(str(reason["why"]), _because_of_turns)(pair, reason)


def agenda(pair: Shown) -> list[str]:
    """What these people could look at, as it is now."""
    said = [_of_review(one) for one in pair.reviews]
    said += [
        f"{words.line(name, 80, mentions=False)}: so far only <@{who}> knows it"
        for name, who in pair.projects
    ]
    said += [
        f"*#{blocker.number}* of <@{blocker.waiter}>, which <@{other}> may be able to end: "
        f"{words.line(blocker.words, 120, mentions=False)}"
        for blocker, other in pair.waits
    ]
    said += [_to_learn(one) for one in pair.pairing.reasons if one["why"] in ("skill", "wait")]
    return said or ["Whatever is on your desk: the one who leads brings it."]


def times(pair: Shown) -> str:
    """Each in its reader's own zone, numbered as the buttons that put it into a calendar."""
    return " · ".join(f"{number}. {waits.moment(at)}" for number, at in enumerate(pair.times, 1))


def calendar_page(pair: Shown, at: datetime) -> str:
    """A page that offers to put it into the calendar; nothing is booked by us."""
    starts = at.astimezone(UTC)
    asked = {
        "action": "TEMPLATE",
        "text": f"Pair: {what(pair)}",
        "dates": f"{starts:%Y%m%dT%H%M%SZ}/{starts + LENGTH:%Y%m%dT%H%M%SZ}",
    }
    return f"{_CALENDAR}?{urlencode(asked)}"


def _of_review(review: Any) -> str:
    shown = words.address(review.link) or words.line(str(review.link), 120, mentions=False)
    return f"the open review of {shown}"


def _to_learn(reason: Mapping[str, Any]) -> str:
    function = waits.function_name(str(reason["function"]))
    return f"{function}: a small piece of it, done together"


def _of_project(pair: Shown, reason: Mapping[str, Any]) -> str:
    name = words.line(str(reason["project"]), 80, mentions=False)
    return f"so far only <@{reason['knower']}> knows {name}, and two should."


def _of_leaving(pair: Shown, reason: Mapping[str, Any]) -> str:
    name = words.line(str(reason["project"]), 80, mentions=False)
    return f"<@{reason['knower']}> knows {name} and will move on, so it is shown now."


def _of_skill(pair: Shown, reason: Mapping[str, Any]) -> str:
    function = waits.function_name(str(reason["function"]))
    return f"<@{reason['learner']}> would like to learn {function}, and here is who can show it."


def _of_wait(pair: Shown, reason: Mapping[str, Any]) -> str:
    function = waits.function_name(str(reason["function"]))
    return (
        f"<@{reason['learner']}> waited days for a short fix by {function}. "
        "Would you like to learn to do it, together?"
    )


def _because_of_turns(pair: Shown, reason: Mapping[str, Any]) -> str:
    return "it is your turn."


def _longest(pair: Shown, reason: Mapping[str, Any]) -> str:
    rounds = int(reason.get("rounds") or 0)
    if rounds < 2:
        return "it is your turn."
    return f"you last met {rounds} rounds ago, longer than with most."


def _of_newcomer(pair: Shown, reason: Mapping[str, Any]) -> str:
    return f"<@{reason['person']}> is new here, and the next round is some time off."


_WHY: Mapping[str, Callable[[Shown, Mapping[str, Any]], str]] = {
    "project": _of_project,
    "leaving": _of_leaving,
    "skill": _of_skill,
    "wait": _of_wait,
    "longest": _longest,
    "never_met": lambda pair, reason: "you have not paired before.",
    "not_met": lambda pair, reason: "you were paired before and did not get to meet.",
    "only_two": lambda pair, reason: "just the two of you take part this time.",
    "new": _of_newcomer,
    "loose": lambda pair, reason: "you were both without a partner this time.",
    "spare": lambda pair, reason: "a spare partner was asked for, and here you are.",
}
