"""Taps on a blocker's buttons: which verb each of them means."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import blockers
from bot.blockers import Post, Wait
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import empty_form, open_form
from handlers.door import Door
from handlers.taps import Act, Lands, Tap, Verb, does, looks, opens
from handlers.views.blockers import actions as act
from handlers.views.kit import Answer


def of_blocker(verb: Callable[..., Told], *more: str, **fixed: Any) -> Verb:
    """About the blocker that the button names; `more` are facts that the verb takes beside it."""

    def done(work: Work, tap: Tap) -> Told:
        facts = [tap.value[name] for name in more]
        return verb(work, tap.value["blocker"], *facts, by=tap.by, **fixed)

    return done


def where_it_stands(verb: Verb) -> Verb:
    """A tap shows us a message of which we may not have known whether it arrived."""

    def done(work: Work, tap: Tap) -> Told:
        blocker, knock = tap.value.get("blocker"), tap.knock
        if blocker and knock.message is not None and not knock.in_dm:
            blockers.found_by_click(work, blocker, Post(knock.channel, knock.message))
        return verb(work, tap)

    return done


def _correct(name: str) -> Verb:
    return lambda work, tap: blockers.correct(
        work, tap.value["blocker"], by=tap.by, **{name: tap.value["chosen"]}
    )


def _answer_ask(said: str) -> Verb:
    return lambda work, tap: blockers.answer_ask(work, tap.value["ask"], said, by=tap.by)


def _widen(work: Work, tap: Tap) -> Told:
    value = tap.value
    return blockers.widen(work, value["blocker"], audience=value["audience"], by=tap.by)


def _send_again(work: Work, tap: Tap) -> Told:
    value = tap.value
    return blockers.send_again(work, value["blocker"], value.get("letter", ""), by=tap.by)


def _shown(work: Work, tap: Tap) -> Told:
    return blockers.shown(work, tap.value["blocker"], person=tap.by)


def _page(work: Work, tap: Tap) -> Told:
    value = tap.value
    return blockers.listed(
        work,
        value["which"],
        person=tap.by,
        channel=value["channel"],
        page=int(value["page"]),
    )


async def _edit(door: Door, tap: Tap) -> Answer | None:
    blocker = tap.value["blocker"]
    return await open_form(
        door, tap.knock, lambda work: blockers.form_for(work, blocker, person=tap.by)
    )


async def _report(door: Door, tap: Tap) -> Answer | None:
    """Filled with what a line had named, when its form could not open at once."""
    value = tap.value
    named = Wait(words="", function="", owner=value.get("owner"), user_group=value.get("group"))
    return await open_form(door, tap.knock, empty_form(tap.knock, named))


_VERBS: Mapping[str, Verb] = {
    act.QUIET: of_blocker(blockers.ask_quietly),
    act.HELP: of_blocker(blockers.offer_help),
    act.TAKE: of_blocker(blockers.take),
    act.TAKEOVER: of_blocker(blockers.take, over=True),
    act.RESOLVE: of_blocker(blockers.resolve),
    act.REOPEN: of_blocker(blockers.reopen),
    act.UNDO: of_blocker(blockers.undo),
    act.FUNCTION: _correct("function"),
    act.OWNER: _correct("owner"),
    act.POST: of_blocker(blockers.widen, audience="channel"),
    act.AUDIENCE: _widen,
    act.MOVE: of_blocker(blockers.move, "team"),
    act.EFFORT: of_blocker(blockers.note_effort, "effort"),
}
_ANSWERS: Mapping[str, Verb] = {  # to questions of ours
    act.ASK_YES: _answer_ask("yes"),
    act.ASK_NO: _answer_ask("no"),
    act.SEND_AGAIN: _send_again,
    act.IT_IS_THERE: of_blocker(blockers.it_is_there),
}
TAPS: Mapping[str, Act] = {
    **{name: does(where_it_stands(verb)) for name, verb in _VERBS.items()},
    **{name: does(where_it_stands(verb), Lands.SETTLES) for name, verb in _ANSWERS.items()},
    act.SHOW: looks(_shown),
    act.PAGE: looks(_page),
    act.EDIT: opens(_edit),
    act.OPEN_FORM: opens(_report),
}
