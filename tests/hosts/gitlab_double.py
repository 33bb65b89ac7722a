"""GitLab's double: a small one of our own, from GitLab's published REST description, with state.

Projects, merge requests, reviewers and how they stand, notes, approvals, branches, diffs, users,
and webhooks with their token. What people do in its pages are methods here.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

Json = dict[str, Any]
STARTS = datetime(2026, 3, 9, 9, tzinfo=UTC)


@dataclass
class Merge:
    iid: int
    title: str
    author: str
    branch: str
    draft: bool
    state: str = "opened"
    sha: str = "c1"
    reviewers: dict[str, str] = field(default_factory=dict)  # how each stands
    approved: dict[str, str] = field(default_factory=dict)
    notes: list[Json] = field(default_factory=list)
    created_at: str = ""
    updated_at: str = ""
    merged_at: str | None = None
    closed_at: str | None = None


@dataclass
class Project:
    id: int
    path: str
    merges: dict[int, Merge] = field(default_factory=dict)
    branches: set[str] = field(default_factory=lambda: {"main"})
    hook: tuple[str, str] | None = None  # its address and token


class GitLabDouble:
    def __init__(self, url: str) -> None:
        self.url = url
        self.users = {name: at for at, name in enumerate(("ana", "ben", "chiara", "dana"), 11)}
        self.shown_addresses: dict[str, str] = {}  # by name; most people show none
        self.projects: dict[str, Project] = {}
        self.old_names: dict[str, str] = {}
        self._now = STARTS
        self._serial = 100

    def new_project(self, path: str) -> Project:
        made = Project(len(self.projects) + 1, path)
        self.projects[path] = made
        return made

    def renames(self, project: Project, path: str) -> None:
        """Its old name leads to the new one."""
        del self.projects[project.path]
        self.old_names[project.path] = path
        project.path = path
        self.projects[path] = project

    def opens(self, project: Project, who: str, title: str, *, draft: bool = False) -> Merge:
        iid = len(project.merges) + 1
        made = Merge(iid, title, who, f"branch-{iid}", draft, created_at=self._tick())
        project.branches.add(made.branch)
        project.merges[iid] = made
        self._changed(project, made)
        return made

    def asks(self, project: Project, merge: Merge, who: str) -> None:
        merge.reviewers[who] = "unreviewed"
        merge.approved.pop(who, None)
        self._changed(project, merge)

    def says(self, project: Project, merge: Merge, who: str, text: str) -> None:
        self._note(merge, who, text)
        self._changed(project, merge)

    def approves(self, project: Project, merge: Merge, who: str) -> None:
        merge.approved[who] = self._tick()
        if who in merge.reviewers:
            merge.reviewers[who] = "approved"
        self._note(merge, who, "approved this merge request", system=True)
        self._changed(project, merge)

    def takes_back(self, project: Project, merge: Merge, who: str) -> None:
        del merge.approved[who]
        if who in merge.reviewers:
            merge.reviewers[who] = "unapproved"
        self._changed(project, merge)

    def wants_changes(self, project: Project, merge: Merge, who: str) -> None:
        merge.reviewers[who] = "requested_changes"
        self._changed(project, merge)

    def pushes(self, project: Project, merge: Merge, sha: str) -> None:
        merge.sha = sha
        self._changed(project, merge)

    def ends(self, project: Project, merge: Merge, state: str) -> None:
        """merged, closed; or opened again."""
        merge.state = state
        merge.merged_at = self._tick() if state == "merged" else None
        merge.closed_at = self._tick() if state == "closed" else None
        self._changed(project, merge)

    def marks(self, project: Project, merge: Merge, *, draft: bool) -> None:
        merge.draft = draft
        self._changed(project, merge)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        answer = await self._answer(request)
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.headers.get("private-token", "").removeprefix("token-") not in self.users:
            return JSONResponse({"message": "401 Unauthorized"}, 401)
        raw = request.scope["raw_path"].decode().split("?")[0].removeprefix("/api/v4")
        parts = [unquote(part) for part in raw.strip("/").split("/")]
        if parts[0] == "users":
            return self._users_page(parts[1:], request)
        project = self.projects.get(parts[1])
        if project is None:
            return self._moved(request, parts[1])
        return await self._of_project(project, parts[2:], request)

    def _moved(self, request: Request, path: str) -> Response:
        new = self.old_names.get(path)
        if new is None:
            return JSONResponse({"message": "404 Project Not Found"}, 404)
        there = self._address(request).replace(path.replace("/", "%2F"), new.replace("/", "%2F"))
        return Response(status_code=301, headers={"location": there})

    def _users_page(self, parts: list[str], request: Request) -> Response:
        """By login, by what is like a name or a shown address, or one by its number."""
        if parts:
            name = next((one for one, at in self.users.items() if str(at) == parts[0]), None)
            if name is None:
                return _missing("User")
            shown = self.shown_addresses.get(name, "")
            return JSONResponse({**self._user(name), "public_email": shown})
        name, like = (request.query_params.get(one, "") for one in ("username", "search"))
        found = [one for one in self.users if one == name or (like and self._is_like(one, like))]
        return JSONResponse([self._user(one) for one in found])

    def _is_like(self, name: str, like: str) -> bool:
        return like.lower() in name or like.lower() in self.shown_addresses.get(name, "").lower()

    async def _of_project(self, project: Project, parts: list[str], request: Request) -> Response:
        if parts[:2] == ["repository", "branches"]:
            known = parts[2] in project.branches
            return JSONResponse({"name": parts[2]}) if known else _missing("Branch")
        if parts == ["merge_requests"]:
            state = request.query_params.get("state")
            found = [one for one in project.merges.values() if state in (None, one.state)]
            return self._paged([self._merge(project, one) for one in found], request)
        merge = project.merges.get(int(parts[1]))
        if merge is None:
            return _missing("Merge request")
        return await _PAGES["/".join(parts[2:])](self, project, merge, request)

    async def _itself(self, project: Project, merge: Merge, request: Request) -> Response:
        if request.method == "PUT":
            names = {at: name for name, at in self.users.items()}
            ids = [at for at in (await request.json())["reviewer_ids"] if at in names]
            kept = {names[at]: merge.reviewers.get(names[at], "unreviewed") for at in ids}
            merge.reviewers = kept
            self._changed(project, merge)
        return JSONResponse(self._merge(project, merge))

    async def _notes(self, project: Project, merge: Merge, request: Request) -> Response:
        return self._paged(merge.notes, request)

    async def _approvals(self, project: Project, merge: Merge, request: Request) -> Response:
        by = [{"user": self._user(who), "approved_at": at} for who, at in merge.approved.items()]
        return JSONResponse({"iid": merge.iid, "approved_by": by})

    async def _reviewers(self, project: Project, merge: Merge, request: Request) -> Response:
        found = [
            {"user": self._user(who), "state": state, "created_at": merge.created_at}
            for who, state in merge.reviewers.items()
        ]
        return self._paged(found, request)

    async def _diffs(self, project: Project, merge: Merge, request: Request) -> Response:
        diff = "@@ -1 +1,2 @@\n-old\n+new\n+newer\n"
        return self._paged([{"new_path": f"{merge.branch}.py", "diff": diff}], request)

    def _paged(self, items: list[Json], request: Request) -> Response:
        size = int(request.query_params.get("per_page", "20"))
        page = int(request.query_params.get("page", "1"))
        shown = items[(page - 1) * size : page * size]
        headers = {}
        if page * size < len(items):
            after = f"{self._address(request)}?per_page={size}&page={page + 1}"
            headers["link"] = f'<{after}>; rel="next"'
        return JSONResponse(shown, headers=headers)

    def _address(self, request: Request) -> str:
        """As it was written: %2F is no slash."""
        return f"{self.url}{request.scope['raw_path'].decode().partition('?')[0]}"

    def _merge(self, project: Project, merge: Merge) -> Json:
        return {
            "iid": merge.iid,
            "title": merge.title,
            "state": merge.state,
            "draft": merge.draft,
            "author": self._user(merge.author),
            "reviewers": [self._user(who) for who in merge.reviewers],
            "created_at": merge.created_at,
            "updated_at": merge.updated_at,
            "merged_at": merge.merged_at,
            "closed_at": merge.closed_at,
            "sha": merge.sha,
            "source_branch": merge.branch,
            "source_project_id": project.id,
            "target_project_id": project.id,
            "references": {"full": f"{project.path}!{merge.iid}"},
            "web_url": f"{self.url}/{project.path}/-/merge_requests/{merge.iid}",
            "labels": [],
        }

    def _user(self, name: str) -> Json:
        return {"id": self.users.get(name, 0), "username": name, "name": name.title()}

    def _note(self, merge: Merge, who: str, text: str, *, system: bool = False) -> None:
        self._serial += 1
        merge.notes.append(
            {
                "id": self._serial,
                "body": text,
                "author": self._user(who),
                "system": system,
                "created_at": self._tick(),
            }
        )

    def _tick(self) -> str:
        self._now += timedelta(seconds=1)
        return self._now.isoformat().replace("+00:00", "Z")

    def _changed(self, project: Project, merge: Merge) -> None:
        merge.updated_at = self._tick()
        if project.hook is None:
            return
        address, token = project.hook
        self._serial += 1
        told = {
            "object_kind": "merge_request",
            "project": {"path_with_namespace": project.path},
            "object_attributes": {
                "iid": merge.iid,
                "url": f"{self.url}/{project.path}/-/merge_requests/{merge.iid}",
            },
        }
        headers = {"x-gitlab-token": token, "idempotency-key": f"hook-{self._serial}"}
        httpx.post(address, json=told, headers=headers, trust_env=False).raise_for_status()


def _missing(what: str) -> Response:
    return JSONResponse({"message": f"404 {what} Not Found"}, 404)


_Page = Callable[[GitLabDouble, Project, Merge, Request], Awaitable[Response]]
_PAGES: dict[str, _Page] = {
    "": GitLabDouble._itself,
    "notes": GitLabDouble._notes,
    "approvals": GitLabDouble._approvals,
    "reviewers": GitLabDouble._reviewers,
    "diffs": GitLabDouble._diffs,
}
