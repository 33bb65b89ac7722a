"""Starts the sandbox: python -m sandbox, then one line of JSON with its address and credentials."""

import argparse
import json
import secrets
import time
from contextlib import suppress
from pathlib import Path

from sandbox import history
from sandbox.moments import moment
from sandbox.seeding import SEED, workspace
from sandbox.server import Server
from sandbox.wire import Json
from sandbox.workspace import Workspace

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--manifest", type=Path, default=Path("manifest.yaml"))
    parser.add_argument("--seed", type=Path, default=SEED)
    parser.add_argument("--request-url", help="where deliveries go while no socket is open")
    parser.add_argument("--now", help="start at this moment instead of the real one (ISO)")
    parser.add_argument("--frozen", action="store_true", help="time stands until it is turned")
    parser.add_argument("--limits", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--history", action="store_true", help="play the earlier weeks first")
    return parser.parse_args()


def _built(options: argparse.Namespace) -> Workspace:
    real = time.time()
    start = moment(options.now, now=real, real=real) if options.now else None
    built = workspace(
        manifest=options.manifest,
        machine=time.time,
        salt="".join(secrets.choice(ALPHABET) for _ in range(3)),
        secret=secrets.token_hex(12),
        seed=options.seed,
        start=start,
        running=not options.frozen,
    )
    built.limits.on = options.limits
    built.deliveries.request_url = options.request_url
    return built


def _introduced(built: Workspace) -> Json:
    app = built.app
    return {
        "url": built.url,
        "bot_token": app.bot_token,
        "app_token": app.app_token,
        "setup_token": app.setup_token,
        "signing_secret": app.signing_secret,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "team_id": built.team_id,
        "app_id": app.app_id,
        "bot_user_id": app.user_id,
    }


async def _introduce(built: Workspace, *, with_history: bool) -> None:
    """With history the app is told where to come first, and "ready" once all is played."""
    print(json.dumps(_introduced(built) | {"ready": not with_history}), flush=True)
    if with_history:
        await history.once_the_app_is_here(built)
        print(json.dumps({"ready": True, "history": await history.play(built)}), flush=True)


def main() -> None:
    options = _arguments()
    built = _built(options)
    server = Server(built, host=options.host, port=options.port)
    with suppress(KeyboardInterrupt):
        server.run_with(_introduce(built, with_history=options.history))


if __name__ == "__main__":
    main()
