"""The form of a team's settings: opened, checked field by field, kept."""

from collections.abc import Mapping

from bot import rhythms
from bot.features import FEATURES
from bot.home import place_of
from bot.ids import ChannelId
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, opened
from handlers.knock import Knock
from handlers.said import answer_of
from handlers.views import rhythms as views
from handlers.views.kit import Answer, View


async def open_settings(
    door: Door, knock: Knock, channel: ChannelId, *, at_home: bool = False
) -> Answer | None:
    """Of this channel's team; in a DM of the person's only one. None when it opened; too late, a
    button that opens it. Raises Refusal."""

    def filled(work: Work) -> View:
        place = place_of(work, channel, knock.person)
        wanted = rhythms.settings_form(work, FEATURES, place, knock.person)
        return views.form(FEATURES, wanted, channel=place, at_home=at_home)

    if await opened(door, knock, await door.look(knock, filled)):
        return None
    return await answer_of(door, knock, offered(channel))


def offered(channel: ChannelId) -> Told:
    return Told("rhythm.settings_offered", None, {"channel": channel})


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    wanted = views.read_form(FEATURES, sent.values)
    wrong = {name: rhythms.problems(FEATURES[name], wanted[name]) for name in wanted}
    if errors := views.form_errors(wrong):
        return errors
    channel = sent.knock.channel
    return await door.answer(
        sent.knock, lambda work: rhythms.change(work, FEATURES, channel, sent.by, wanted)
    )


FORMS: Mapping[str, Takes] = {views.SETTINGS: _submitted}
