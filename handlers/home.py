"""The Home tab: published anew whenever a person opens it."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.features import FEATURES
from bot.home import home_of
from bot.ids import PersonId
from handlers.door import Door
from handlers.views import home as views

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.event("app_home_opened")
    async def opened(event: Body) -> None:
        if event.get("tab") == "home":
            await door.directory.acquaint([event["user"]])
            await show_home(door, PersonId(event["user"]))


async def show_home(door: Door, person: PersonId) -> None:
    found = await door.house.look(door.workspace, lambda work: home_of(work, FEATURES, person))
    await door.client.views_publish(user_id=person, view=views.home(found, for_=person))
