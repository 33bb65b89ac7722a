"""Couriers on their round between a real database and the sandbox, over HTTP."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx
from slack_sdk.web.async_client import AsyncWebClient

from bot.deliveries import Answer, Parcel, WorkspaceId
from bot.house import House
from bot.told import Card
from handlers.courier import Courier, Gateway, Limiter, open_session
from handlers.courier.gateway import Body
from sandbox.server import Server
from storage.store import Store
from tests.bot.post_office import COMPOSERS, SCOPES, PostOffice, shown
from tests.running import a_slack

TEAM = "C0DSTEAM"
T = TypeVar("T")


def rendered(
    kind: str, card: Card | None, facts: Mapping[str, Any], *, now: datetime
) -> Mapping[str, Any]:
    text = str(facts.get("text", kind))
    return {"text": text, "blocks": [{"type": "markdown", "text": text}]}


class Outcomes:
    """Counts what became of letters."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def letter(self, outcome: str) -> None:
        self.seen[outcome] += 1


class FreezesAfterTheCall(Gateway):
    """Slack has answered, and nobody ever hears of it."""

    async def carry(self, workspace: WorkspaceId, parcel: Parcel, body: Body) -> Answer:
        await super().carry(workspace, parcel, body)
        await asyncio.Event().wait()
        raise AssertionError("nobody comes back from there")


class Round:
    """The sandbox, whose clock stands until it is turned, and an office beside it."""

    def __init__(self, server: Server, store: Store, *, scopes: str = SCOPES) -> None:
        self.server = server
        self.office = PostOffice(store, scopes=scopes, channel=TEAM, clock=self.now)
        self.outcomes = Outcomes()
        self._http = httpx.Client(base_url=server.url)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.server.workspace.clock.now(), UTC)

    def turn(self, to: str) -> None:
        self._tell("/clock/turn", to=to)

    def fault(self, kind: str, *, method: str = "chat.postMessage", **more: Any) -> None:
        self._tell("/sandbox/faults", method=method, kind=kind, **more)

    def tell(self, path: str, **body: Any) -> None:
        self._tell(f"/sandbox/{path}", **body)

    def hears(self, person: str, text: str) -> None:
        """A person writes to the bot in their DM."""
        self._tell("/ui/say", **{"as": person, "channel": self._dm_of(person), "text": text})

    def say_again(self, letter: str, person: str) -> None:
        """What Slack did late: the same letter stands there once more."""
        app = self.server.workspace.app
        metadata = {"event_type": "pinwheel_letter", "event_payload": {"id": letter}}
        body = {"channel": person, "text": "once", "metadata": metadata}
        bearer = {"authorization": f"Bearer {app.bot_token}"}
        self._http.post("/api/chat.postMessage", json=body, headers=bearer).raise_for_status()

    def heal(self) -> None:
        self._http.delete("/sandbox/faults")

    def calls(self, method: str = "chat.postMessage") -> list[dict[str, Any]]:
        records = self._http.get("/sandbox/records").json()
        return [one for one in records if one["direction"] == "call" and one["method"] == method]

    def said(self, place: str, *, by: str = "U0ANA") -> list[str]:
        """The texts that stand in a channel, or in a person's DM with the bot."""
        return [str(one["text"]) for one in self.messages(place, by=by)]

    def messages(self, place: str, *, by: str = "U0ANA", **more: Any) -> list[dict[str, Any]]:
        if place.startswith("U"):
            by, place = place, self._dm_of(place)
        params = {"as": by, "channel": place, **more}
        found: list[dict[str, Any]] = self._http.get("/ui/messages", params=params).json()[
            "messages"
        ]
        return found

    @asynccontextmanager
    async def courier(self, name: str = "one", **more: Any) -> AsyncIterator[Courier]:
        """Out on its round until the end of the block; a crash is left to the test."""
        async with open_session() as session:
            client = AsyncWebClient(
                token=self.server.workspace.app.bot_token,
                base_url=more.get("base_url", f"{self.server.url}/api/"),
                session=session,
                retry_handlers=[],
            )
            gateway = FreezesAfterTheCall if more.get("freezes") else Gateway
            courier = self._built(name, gateway(lambda workspace: client))
            running = asyncio.create_task(courier.run())
            try:
                yield courier
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)

    def _built(self, name: str, gateway: Gateway) -> Courier:
        return Courier(
            House(self.office.store, self.office.world, wake=lambda: None),
            gateway,
            Limiter(self.office.world.now),
            render=rendered,
            composers=COMPOSERS,
            on_unconfirmed=shown,
            counts=self.outcomes,
            name=name,
        )

    def goes(self, **more: Any) -> datetime | None:
        """One courier carries all that is due now; when something is due again."""

        async def round_trip() -> datetime | None:
            async with self.courier(**more) as courier:
                due = await courier.done()
                await courier.stop()
                return due

        return walk(round_trip())

    def close(self) -> None:
        self._http.close()

    def _dm_of(self, person: str) -> str:
        state = self._http.get("/ui/state", params={"as": person}).json()
        app = state["app"]["user_id"]
        return next(str(one["id"]) for one in state["conversations"] if one["with"] == [app])

    def _tell(self, path: str, **body: Any) -> None:
        self._http.post(path, json=body, timeout=30).raise_for_status()


@contextmanager
def a_round(store: Store, *, scopes: str = SCOPES) -> Iterator[Round]:
    with a_slack() as server:
        walked = Round(server, store, scopes=scopes)
        yield walked
        walked.close()


def walk(story: Coroutine[Any, Any, T]) -> T:
    """Run a story that needs an event loop, within a minute."""

    async def in_time() -> T:
        async with asyncio.timeout(60):
            return await story

    return asyncio.run(in_time())
