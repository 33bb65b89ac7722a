"""A follower of the clock as an app would be: it does what is due and says when it is due next."""

import threading
from collections.abc import Callable

import httpx

from tests.sandbox.page import Json


class Follower:
    """Works off `due` moments (epoch seconds); `did` keeps the clock's time of each deed."""

    def __init__(self, url: str, name: str = "app", *, due: list[float] | None = None) -> None:
        self.name = name
        self.due = sorted(due or [])
        self.did: list[float] = []
        self.deed: Callable[[float], None] = lambda _: None
        self._http = httpx.Client(base_url=url, timeout=30, trust_env=False)
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> "Follower":
        self._catch_up(self._http.get("/clock").json())
        self._thread.start()
        return self

    def stop(self) -> None:
        self._leaving.set()
        self._http.post("/clock/report", json={"follower": self.name, "gone": True})
        self._thread.join(5)
        self._http.close()

    def _run(self) -> None:
        version = 0
        while not self._leaving.is_set():
            query: Json = {"after": version, "timeout": 0.1, "follower": self.name}
            clock = self._http.get("/clock/next", params=query).json()
            if clock["version"] > version and not self._leaving.is_set():
                version = clock["version"]
                self._catch_up(clock)

    def _catch_up(self, clock: Json) -> None:
        while self.due and self.due[0] <= clock["now"]:
            self.did.append(clock["now"])
            self.deed(self.due.pop(0))
        report = {"follower": self.name, "version": clock["version"], "done_until": clock["now"]}
        next_due = self.due[0] if self.due else None
        self._http.post("/clock/report", json=report | {"next_due": next_due})
