"""The reference: a bare Bolt app that verifies and acknowledges, and does nothing else."""

import os

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


def bare_app(*, token: str, signing_secret: str, base_url: str) -> Starlette:
    """Bolt as it comes: its own check of the signature, and of the token, once."""
    client = AsyncWebClient(token=token, base_url=base_url)
    app = AsyncApp(client=client, signing_secret=signing_secret)
    handler = AsyncSlackRequestHandler(app)

    @app.command("/blocked")
    async def blocked(ack: AsyncAck) -> None:
        await ack()

    async def take(request: Request) -> Response:
        return await handler.handle(request)

    async def alive(request: Request) -> Response:
        return PlainTextResponse("alive\n")

    return Starlette(
        routes=[Route("/slack/events", take, methods=["POST"]), Route("/livez", alive)]
    )


def main() -> None:
    app = bare_app(
        token=os.environ["BARE_BOT_TOKEN"],
        signing_secret=os.environ["BARE_SIGNING_SECRET"],
        base_url=os.environ["BARE_API_BASE_URL"],
    )
    uvicorn.run(
        app,
        port=int(os.environ["BARE_PORT"]),
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
    )


if __name__ == "__main__":
    main()
