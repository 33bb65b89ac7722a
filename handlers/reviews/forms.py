"""The form behind `/review`: opened, read, checked; what was typed is never lost."""

from collections.abc import Iterable, Mapping

from bot import reviews
from bot.errors import Refusal
from bot.ids import TeamId
from bot.reviews import ReviewId, Wish
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, opened
from handlers.knock import Knock
from handlers.rhythms import meet_channel
from handlers.said import answer_of
from handlers.views import reviews as views
from handlers.views.kit import Answer


async def open_form(door: Door, knock: Knock, words: str) -> Answer | None:
    """`words`: in which the link may stand. None when it opened; too late, a tap that opens it."""
    place = await door.look(
        knock, lambda work: reviews.ask_place(work, knock.channel, knock.person, words=words)
    )
    if await opened(door, knock, views.form(place)):
        return None
    return await answer_of(door, knock, form_told(words))


async def meet(door: Door, knock: Knock, named: Iterable[str]) -> None:
    """Whoever is named; and the team's people, among whom a reviewer is found, the first time."""
    await door.directory.acquaint(named)
    if not knock.in_dm and await door.look(
        knock, lambda work: reviews.is_unfilled(work, knock.channel)
    ):
        await meet_channel(door, knock, knock.channel)


def form_told(words: str) -> Told:
    return Told("review.form_offered", None, {"note": words[:1_000]})


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    entered = views.read_form(sent.values)
    wish, team = entered.wish, entered.team
    if wish is None:
        return dict(entered.errors)
    await meet(door, sent.knock, wish.reviewers)
    try:
        return await door.answer(sent.knock, lambda work: _ask(work, sent, wish, team))
    except Refusal as refusal:
        return {views.REVIEWER if wish.reviewers else views.LINK: refusal.sentence}


def _ask(work: Work, sent: Submission, wish: Wish, team: str | None) -> Told:
    team_id = TeamId(team) if team else None
    return reviews.ask(work, wish, by=sent.by, channel=sent.knock.channel, team_id=team_id)


async def _linked(door: Door, sent: Submission) -> Told | Errors:
    link, review = views.read_link_form(sent.values), ReviewId(str(sent.ids.get("review")))
    if link is None:
        return views.link_errors()
    url = link
    return await door.answer(
        sent.knock, lambda work: reviews.link_to_it(work, review, url, by=sent.by)
    )


FORMS: Mapping[str, Takes] = {views.ASK: _submitted, views.LINK_IT: _linked}
