"""Slack's side of the door: one Bolt app for HTTP and Socket Mode, and every listener on it."""

import logging

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from handlers import (
    arrivals,
    blockers,
    groups,
    home,
    owners,
    pairs,
    pinwheel,
    profiles,
    reviews,
    rhythms,
    standups,
    vocabulary,
)
from handlers.door import Door
from handlers.errors import answer_failures
from handlers.hosts import clicks as hosts


def slack_app(door: Door) -> AsyncApp:
    """Signatures are the guard's; answers leave only when the listener has finished."""

    us = AuthorizeResult(
        enterprise_id=None,
        team_id=door.workspace,
        bot_user_id=door.bot_user,
        bot_token=door.client.token,
    )

    async def authorize() -> AuthorizeResult:
        return us

    app = AsyncApp(
        logger=logging.getLogger("slack_bolt"),  # else it takes the root's level, debug included
        client=AsyncWebClient(
            base_url=door.client.base_url, session=door.client.session, retry_handlers=[]
        ),
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    listen(app, door)
    answer_failures(app, door)
    return app


def listen(app: AsyncApp, door: Door) -> None:
    """Every command, button, form and event that we answer; a line for each feature."""
    blockers.register(app, door)
    owners.register(app, door)
    pairs.register(app, door)
    pinwheel.register(app, door)
    standups.register(app, door)
    reviews.register(app, door)
    hosts.register(app, door)
    profiles.register(app, door)
    rhythms.register(app, door)
    vocabulary.register(app, door)
    home.register(app, door)
    groups.register(app, door)
    arrivals.register(app, door)
