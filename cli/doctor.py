"""`pinwheel doctor`: what is missing or wrong, and what to do about it."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime

from bot import housekeeping
from bot.status import Status, status
from cli.database import NoDatabase, look, now_by_its_clock, store_of
from cli.terminal import app, out
from handlers.courier import open_session
from handlers.doctor import Finding, ask_slack, ask_sockets
from handlers.hosts import ask_hosts
from handlers.introduction import slack_client
from handlers.manifest import SCOPES_FOR_REACTIONS, scopes
from settings import Settings, load, missing_for_slack
from storage import migrate as schema
from storage.store import Store


@app.command()
def doctor() -> None:
    """What is missing or wrong, and what to do about it. Exit code 1 when something is."""
    settings = load()
    findings = [
        Finding(f"{name} is not set", False, advice)
        for name, advice in missing_for_slack(settings).items()
    ]
    now = now_by_its_clock(settings)
    findings += _database(settings, now)
    if settings.slack_bot_token is not None:
        findings += asyncio.run(_slack(settings, now))
    real_now = datetime.now(UTC)  # what a GitHub App signs with
    hosts = ask_hosts(settings.code_hosts, private=settings.private_hosts, now=real_now)
    findings += asyncio.run(hosts)
    for finding in findings:
        out.print(
            ("✓ " if finding.well else "✗ ") + finding.what, style=None if finding.well else "bold"
        )
        if finding.advice:
            out.print(f"  → {finding.advice}")
    raise SystemExit(0 if all(finding.well for finding in findings) else 1)


async def _slack(settings: Settings, now: datetime) -> list[Finding]:
    async with open_session() as session:
        base_url = settings.slack_api_base_url
        client = slack_client(settings.bot_token, base_url=base_url, session=session)
        findings = await ask_slack(client, scopes=_scopes(settings, now), now=now)
        if settings.slack_app_token is None:
            return findings
        token = settings.slack_app_token.get_secret_value()
        return findings + await ask_sockets(client, app_token=token, ours=_sockets(settings, now))


def _scopes(settings: Settings, now: datetime) -> list[str]:
    """Those of the manifest; and where a team marks waits by a reaction, what that takes."""
    with suppress(NoDatabase), store_of(settings) as store:
        if look(store, status, now=now).reactions:
            return [*scopes(), *SCOPES_FOR_REACTIONS]
    return scopes()


def _sockets(settings: Settings, now: datetime) -> int:
    """Connections of the processes that this database knows."""
    with suppress(NoDatabase), store_of(settings) as store:
        return look(store, housekeeping.known_sockets, now=now)
    return 0


def _database(settings: Settings, now: datetime) -> list[Finding]:
    advice = "check DATABASE_URL, and that the server runs and lets this user in"
    try:
        with store_of(settings) as store:
            found = _schema(store)
            return [found, *_worries(look(store, status, now=now))] if found.well else [found]
    except NoDatabase as trouble:
        return [Finding(f"The database can't be opened ({trouble.reason})", False, advice)]


def _schema(store: Store) -> Finding:
    has, wanted = schema.current(store.engine), schema.newest()
    if has == wanted:
        return Finding(f"The database is at {wanted}", True)
    if has is not None and not schema.knows(has):
        return Finding(f"The database is at {has}, newer than this Pinwheel", False, "update it")
    return Finding(f"The database is at {has or 'nothing yet'}", False, "run: pinwheel migrate")


def _worries(found: Status) -> list[Finding]:
    return [
        Finding(
            f"Slack refuses us in {one.channel or one.workspace} ({one.reason})",
            False,
            "invite the bot again, unarchive the channel, or reinstall the app",
        )
        for one in found.troubles
    ]
