"""GitHub's double: the npm package `emulate`, run by the node that npm brings along."""

import base64
import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

HERE = Path(__file__).parent
PEOPLE = ("ana", "ben", "chiara", "dana")
APP = 12345
READY_SECONDS = 40.0


def missing() -> str | None:
    """Why it cannot be run here; None when it can."""
    if _installed():
        return None
    if shutil.which("npm") is None:
        return "npm is not here, so GitHub's double cannot be installed"
    with (Path(tempfile.gettempdir()) / "pinwheel-double-of-github.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several workers come here at once
        if not _installed():
            command = ["npm", "ci", "--silent", "--no-audit", "--no-fund"]
            subprocess.run(command, cwd=HERE, check=False, timeout=300)
    return None if _installed() else "npm could not install GitHub's double"


def _installed() -> bool:
    modules = HERE / "node_modules"
    return (modules / ".bin/node").exists() and (modules / "emulate/dist/index.js").exists()


@contextmanager
def github_double(place: Path, *, port: int, called: str, app_key: str) -> Iterator[str]:
    """Its address. `called` is how it names itself in links; `app_key` what our App signs with."""
    seed = place / "seed.yaml"
    seed.write_text(yaml.safe_dump(_seed(app_key)))
    command = [
        str(HERE / "node_modules/.bin/node"),
        str(HERE / "node_modules/emulate/dist/index.js"),
        *("start", "--service", "github", "--port", str(port)),
        *("--seed", str(seed), "--base-url", called),
    ]
    with (place / "emulate.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_until_ready(process, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)


def _seed(app_key: str) -> dict[str, Any]:
    app = {
        "app_id": APP,
        "slug": "pinwheel",
        "name": "Pinwheel",
        "private_key": app_key,
        "permissions": {"contents": "read", "pull_requests": "write", "issues": "read"},
        "installations": [
            {"installation_id": 100, "account": "ana", "repository_selection": "all"}
        ],
    }
    return {
        "tokens": {f"token-{name}": {"login": name, "scopes": ["repo"]} for name in PEOPLE},
        "github": {
            "users": [{"login": name, "email": f"{name}@example.com"} for name in PEOPLE],
            "apps": [app],
        },
    }


def _wait_until_ready(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/meta", trust_env=False, timeout=1)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("GitHub's double did not start")


class Repository:
    """One of Ana's, as people use it there. Each act is one person's own call of the API."""

    def __init__(self, url: str, name: str) -> None:
        self.place = f"ana/{name}"
        self._path = f"/repos/{self.place}"
        self._people = {
            who: httpx.Client(
                base_url=url,
                headers={"authorization": f"Bearer token-{who}"},
                trust_env=False,
                timeout=20,
            )
            for who in PEOPLE
        }
        made = self._people["ana"].post("/user/repos", json={"name": name, "auto_init": True})
        made.raise_for_status()
        for who in PEOPLE[1:]:
            self.does("ana", "PUT", f"/collaborators/{who}", permission="push")

    def close(self) -> None:
        for client in self._people.values():
            client.close()

    def does(self, who: str, method: str, path: str, **body: Any) -> Any:
        reply = self._people[who].request(method, f"{self._path}{path}", json=body)
        reply.raise_for_status()
        return reply.json() if reply.content else None

    def sees(self, who: str, path: str) -> Any:
        reply = self._people[who].get(f"{self._path}{path}")
        reply.raise_for_status()
        return reply.json()

    def hooks(self, url: str, secret: str) -> None:
        config = {"url": url, "content_type": "json", "secret": secret}
        self.does("ana", "POST", "/hooks", config=config, events=["*"])

    def opens(self, branch: str, title: str, *, who: str = "ana", draft: bool = False) -> int:
        """A pull request with one commit; its number."""
        main = self.sees(who, "/git/ref/heads/main")["object"]["sha"]
        self.does(who, "POST", "/git/refs", ref=f"refs/heads/{branch}", sha=main)
        self.pushes(branch, "one", who=who)
        body = {"title": title, "head": branch, "base": "main", "draft": draft}
        number: int = self.does(who, "POST", "/pulls", **body)["number"]
        return number

    def pushes(self, branch: str, content: str, *, who: str = "ana") -> None:
        path = f"{branch}-{content}.py"
        written = base64.b64encode(content.encode()).decode()
        body = {"message": content, "content": written, "branch": branch}
        self.does(who, "PUT", f"/contents/{path}", **body)

    def reviews(self, who: str, number: int, event: str, **more: Any) -> None:
        """APPROVE, REQUEST_CHANGES or COMMENT."""
        body = {"event": event, "body": "so be it", **more}
        self.does(who, "POST", f"/pulls/{number}/reviews", **body)

    def changes(self, number: int, *, who: str = "ana", **what: Any) -> None:
        self.does(who, "PATCH", f"/pulls/{number}", **what)

    def merges(self, number: int, *, who: str = "ana") -> None:
        self.does(who, "PUT", f"/pulls/{number}/merge", merge_method="merge")

    def requested(self, number: int) -> list[str]:
        pull = self.sees("ana", f"/pulls/{number}")
        return [one["login"] for one in pull["requested_reviewers"]]
