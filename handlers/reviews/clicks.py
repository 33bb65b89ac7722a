"""Taps on the buttons of reviews: which verb each of them means."""

from collections.abc import Callable, Mapping

from bot import reviews
from bot.errors import NoSuchReview
from bot.ids import PersonId
from bot.reviews import ReviewId, events
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.forms import open_small
from handlers.reviews.forms import open_form
from handlers.taps import Act, Lands, Tap, Verb, does, looks, means, opens
from handlers.views import reviews as views
from handlers.views.kit import Answer
from handlers.views.reviews import actions as act


def _review(tap: Tap) -> ReviewId:
    return ReviewId(str(tap.value.get("review") or ""))


def _answers(what: str) -> Verb:
    return lambda work, tap: reviews.answer(work, _review(tap), what, by=tap.by)


def _gives_up(what: str) -> Verb:
    return lambda work, tap: reviews.give_up(work, _review(tap), what, by=tap.by)


def _by_author(what: str) -> Verb:
    return lambda work, tap: reviews.by_author(work, _review(tap), what, by=tap.by)


def _remarks(kind: str) -> Verb:
    return lambda work, tap: reviews.remark(work, _review(tap), kind, by=tap.by)


def _more(work: Work, tap: Tap) -> Told:
    """One of the choices beside the buttons."""
    chosen, _, kind = str(tap.value.get("chosen")).partition(":")
    verb = _remarks(kind) if chosen == "remark" else _MORE.get(chosen)
    if verb is None:
        raise NoSuchReview
    return verb(work, tap)


def _next(work: Work, tap: Tap) -> Told:
    return reviews.hand_on(work, _review(tap), None, by=tap.by)


def _tomorrow(work: Work, tap: Tap) -> Told:
    return reviews.snooze(work, _review(tap), None, by=tap.by)


async def _hand_on(door: Door, tap: Tap) -> Callable[[Work], Told]:
    to = await _chosen(door, tap)
    return lambda work: reviews.hand_on(work, _review(tap), to, by=tap.by)


async def _ask_also(door: Door, tap: Tap) -> Callable[[Work], Told]:
    to = await _chosen(door, tap)
    return lambda work: reviews.choose_another(work, _review(tap), to, by=tap.by)


async def _chosen(door: Door, tap: Tap) -> PersonId:
    person = PersonId(str(tap.value.get("chosen") or ""))
    await door.directory.acquaint([person])
    return person


def _choose(work: Work, tap: Tap) -> Told:
    return reviews.choose_another(work, _review(tap), None, by=tap.by)


def _show(work: Work, tap: Tap) -> Told:
    return Told("review.shown", None, {"review": _review(tap)})


async def _link_it(door: Door, tap: Tap) -> Answer | None:
    number = await door.look(
        tap.knock, lambda work: reviews.number_of(work, _review(tap), by=tap.by)
    )
    await open_small(door, tap.knock, views.link_form(_review(tap), number))
    return None


async def _ask_form(door: Door, tap: Tap) -> Answer | None:
    return await open_form(door, tap.knock, str(tap.value.get("note") or ""))


_MORE: Mapping[str, Verb] = {
    "changes": _answers(events.CHANGES),
    "too_big": _answers(events.TOO_BIG),
    "tomorrow": _tomorrow,
    "next": _next,
    "decline": _gives_up(events.DECLINED),
    "wrong_person": _gives_up(events.WRONG_PERSON),
}
TAPS: Mapping[str, Act] = {
    act.ACCEPT: does(_answers(events.ACCEPTED)),
    act.APPROVE: does(_answers(events.APPROVED)),
    act.COMMENTS: does(_answers(events.COMMENTED)),
    act.SEEN: does(_answers(events.SEEN)),
    act.HAVE_THIS: does(_remarks(reviews.HAVE_THIS)),
    act.MORE: does(_more),
    act.HAND_ON: means(_hand_on),
    act.CHOOSE: does(_choose),
    act.ASK_ALSO: means(_ask_also),
    act.READY_AGAIN: does(_by_author(events.READY_AGAIN)),
    act.FINISHED: does(_by_author(events.FINISHED)),
    act.WITHDRAW: does(_by_author(events.WITHDRAWN)),
    act.SHOW: looks(_show, Lands.BESIDE),
    act.LINK_IT: opens(_link_it),
    act.ASK_FORM: opens(_ask_form),
}
