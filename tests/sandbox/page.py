"""A person's hands in tests: speaks, clicks and looks through the page's API."""

import asyncio
from typing import Any

import httpx

Json = dict[str, Any]


class Page:
    """Answers are the page API's own JSON; refusals come back as they are."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def get(self, path: str, **query: Any) -> Any:
        return self.http.get(path, params=query).json()

    def post(self, path: str, **body: Any) -> Json:
        answer: Json = self.http.post(path, json=body).json()
        return answer

    def says(self, who: str, text: str, *, channel: str = "C0DSTEAM", **more: Any) -> Json:
        return self.post("/ui/say", **{"as": who}, channel=channel, text=text, **more)

    def messages(self, who: str, channel: str = "C0DSTEAM", **more: Any) -> list[Json]:
        found: list[Json] = self.get("/ui/messages", **{"as": who}, channel=channel, **more)[
            "messages"
        ]
        return found

    def texts(self, who: str, channel: str = "C0DSTEAM") -> list[str]:
        return [message["text"] for message in self.messages(who, channel)]

    def clicks(self, who: str, action_id: str, *, channel: str = "C0DSTEAM", **more: Any) -> Json:
        """Click on the newest message that has the element."""
        for message in reversed(self.messages(who, channel)):
            for block in message.get("blocks", []):
                for element in [*block.get("elements", []), block.get("accessory") or {}]:
                    if element.get("action_id") == action_id:
                        return self.post(
                            "/ui/click",
                            **{"as": who},
                            channel=channel,
                            ts=message["ts"],
                            block_id=block["block_id"],
                            action_id=action_id,
                            **more,
                        )
        raise AssertionError(f"nobody shows {action_id} to {who}")

    def views(self, who: str) -> list[Json]:
        found: list[Json] = self.get("/ui/state", **{"as": who})["views"]
        return found

    def records(self, direction: str, method: str | None = None) -> list[Json]:
        return [
            record
            for record in self.get("/sandbox/records")
            if record["direction"] == direction and method in (None, record["method"])
        ]

    def quiet(self) -> Json:
        """Wait until nothing is under way any more."""
        return self.post("/clock/turn", to="+0s")

    def close(self) -> None:
        self.http.close()


async def eventually(true: Any, *, seconds: float = 5.0) -> None:
    """Wait until `true()` holds; fails after `seconds`."""
    for _ in range(int(seconds / 0.02)):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came true")
