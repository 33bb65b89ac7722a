"""The form of a team's settings: opened, checked field by field, kept."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import rhythms
from bot.features import FEATURES
from bot.home import place_of
from bot.ids import ChannelId
from bot.world import Work
from handlers.door import Door
from handlers.home import show_home
from handlers.knock import Knock, of_submission
from handlers.views import rhythms as views
from handlers.views.blockers import read_value

Body = dict[str, Any]


async def open_settings(
    door: Door, knock: Knock, channel: ChannelId, *, at_home: bool = False
) -> None:
    """Of this channel's team; in a DM of the person's only one. Raises Refusal."""

    def filled(work: Work) -> dict[str, Any]:
        place = place_of(work, channel, knock.person)
        wanted = rhythms.settings_form(work, FEATURES, place, knock.person)
        return views.form(FEATURES, wanted, channel=place, at_home=at_home)

    form = await door.look(knock, filled)
    await door.client.views_open(trigger_id=knock.trigger, view=form)


def register(app: AsyncApp, door: Door) -> None:
    @app.view(views.SETTINGS)
    async def submitted(ack: AsyncAck, body: Body) -> None:
        about = read_value(body["view"]["private_metadata"])
        channel = ChannelId(about.get("channel", ""))
        knock = of_submission(body, workspace=door.workspace, channel=channel)
        wanted = views.read_form(FEATURES, body["view"]["state"]["values"])
        wrong = {name: rhythms.problems(FEATURES[name], wanted[name]) for name in wanted}
        if errors := views.form_errors(wrong):
            await ack(response_action="errors", errors=errors)
            return
        told = await door.answer(
            knock, lambda work: rhythms.change(work, FEATURES, channel, knock.person, wanted)
        )
        shown = views.answer(told, for_=knock.person)
        await ack(response_action="update", view=views.confirmed(shown["blocks"]))
        if about.get("home"):
            door.afterwards.do(show_home(door, knock.person))
