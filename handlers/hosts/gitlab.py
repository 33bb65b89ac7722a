"""GitLab: reads merge requests and projects, and sets reviewers, by its REST API."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from bot.hosts import Errand, Look, Remark, Verdict, Why
from bot.links import read_link
from handlers.hosts.client import MOST_ALIKE, Client, is_address, known_or
from handlers.hosts.parts import Parts
from handlers.hosts.reading import mapping, moment, must, must_moment, name, number, text
from handlers.hosts.wire import Json, NotRead

_BOT = re.compile(r"(?:project|group)_\d+_bot|\w+[-_]bot")
_STATES = {"merged": "merged", "closed": "closed"}
_STILL_ASKED = frozenset({"unreviewed", "review_started", "unapproved"})


class GitLab(Client):
    requests, numbered, open_state = "merge_requests", "iid", "opened"
    branches, files, file_name = "repository/branches", "diffs", "new_path"

    async def own_name(self) -> str:
        return name((await self.wire.get("/user")).body, "username")

    async def login_of(self, address: str) -> str | None:
        if not is_address(address):
            return None
        reply = await self.wire.get("/users", search=address, per_page=MOST_ALIKE)
        found = reply.body if isinstance(reply.body, list) else []
        users = [await self._whole_user(must(one)) for one in found]
        logins = [name(one, "username") for one in users if _shows(one, address)]
        return logins[0] if len(logins) == 1 else None

    async def _whole_user(self, one: Mapping[str, Json]) -> Mapping[str, Json]:
        """A search names them; the address that they show stands in their own page."""
        return must((await self.wire.get(f"/users/{number(one.get('id'))}")).body)

    async def carry(self, errand: Errand) -> None:
        """Its reviewers are set together: the others stay."""
        path = f"{self.path(errand.place)}/merge_requests/{errand.number}"
        found = must((await self.wire.get(path)).body)
        ids = {number(must(one).get("id")) for one in found.get("reviewers") or []}
        whom = await self._user(errand.login)
        changed = ids | {whom} if errand.ask else ids - {whom}
        body = {"reviewer_ids": sorted(changed) or [0]}  # 0: nobody
        await self.wire.call("PUT", path, body=body)

    def path(self, place: str) -> str:
        return f"/projects/{quote(place.partition('/')[2], safe='')}"

    def place_of(self, request: Mapping[str, Json]) -> str:
        whole = text(mapping(request.get("references")).get("full")).rpartition("!")[0]
        return f"{self.web}/{whole}".lower()

    def lines_of(self, look: Look, files: list[Json]) -> int | None:
        return sum(_changed_lines(mapping(one).get("diff")) for one in files)

    async def read(self, parts: Parts, path: str, at: int, known: Look | None) -> Look:
        request = f"{path}/merge_requests/{at}"
        found = await parts.one("request", request)
        notes = await parts.all("notes", f"{request}/notes", sort="asc", order_by="created_at")
        approvals = await parts.one("approvals", f"{request}/approvals")
        reviewers = await self._reviewers(parts, request)
        look = known_or(known) if found is None else self._look(must(found))
        was = known or look
        look = replace(look, remarks=was.remarks if notes is None else _remarks(notes))
        return _judged(look, was, approvals=approvals, reviewers=reviewers)

    async def _user(self, login: str) -> int:
        found = await self.wire.get("/users", username=login)
        users = found.body if isinstance(found.body, list) else []
        if not users:
            raise NotRead(Why.INVALID, "no such user")
        return number(must(users[0]).get("id"))

    async def _reviewers(self, parts: Parts, request: str) -> list[Json] | None:
        """None where nothing changed, or where this GitLab is too old to tell."""
        try:
            return await parts.all("reviewers", f"{request}/reviewers")
        except NotRead as not_read:
            if not_read.unread.why is not Why.GONE:
                raise
            return None

    def _look(self, found: Mapping[str, Json]) -> Look:
        link = read_link(text(found.get("web_url")))
        if link is None:
            raise NotRead(Why.ILL, "no link")
        own = found.get("source_project_id") == found.get("target_project_id")
        return Look(
            place=self.place_of(found),
            number=number(found.get("iid")),
            link=link.url,
            title=text(found.get("title")),
            author=name(found.get("author"), "username"),
            state=_STATES.get(text(found.get("state")), "open"),
            opened_at=must_moment(found.get("created_at")),
            changed_at=must_moment(found.get("updated_at")),
            ended_at=moment(found.get("merged_at")) or moment(found.get("closed_at")),
            by_bot=_is_bot(found.get("author")),
            is_draft=bool(found.get("draft")),
            head=text(found.get("sha")),
            branch=text(found.get("source_branch")) if own else "",
            requested=_logins(found.get("reviewers")),
            labels=tuple(text(one).lower() for one in found.get("labels") or []),
        )


def _shows(user: Mapping[str, Json], address: str) -> bool:
    """`email` is for those who run it, `public_email` for everybody."""
    shown = {name(user, "public_email"), name(user, "email")}
    return address.lower() in shown and not _is_bot(user)


def _judged(look: Look, was: Look, *, approvals: Json | None, reviewers: list[Json] | None) -> Look:
    """GitLab shows how each reviewer stands now; what they gave before is what we knew.

    What a reviewer no longer stands by is dismissed.
    """
    approved = _approved(approvals) if approvals is not None else _standing(was, "approved")
    changes = _standing(was, "changes_requested")
    requested = was.requested
    if reviewers is not None:
        states = {
            name(mapping(one).get("user"), "username"): text(mapping(one).get("state"))
            for one in reviewers
        }
        changes = {login: None for login, said in states.items() if said == "requested_changes"}
        requested = tuple(login for login, said in states.items() if said in _STILL_ASKED)
    now = {
        **{login: ("changes_requested", at) for login, at in changes.items()},
        **{login: ("approved", at) for login, at in approved.items()},
    }
    return replace(
        look,
        verdicts=_verdicts(look, was.verdicts, now),
        requested=tuple(login for login in requested if login not in now),
    )


def _verdicts(
    look: Look, known: tuple[Verdict, ...], now: Mapping[str, tuple[str, datetime | None]]
) -> tuple[Verdict, ...]:
    last = {one.login: one for one in known if one.what != "dismissed"}
    kept = [
        replace(one, what="dismissed")
        if last.get(one.login) is one and one.login not in now
        else one
        for one in known
    ]
    for login, (what, at) in now.items():
        before = last.get(login)
        if before is None or before.what != what:
            when = at or look.changed_at
            kept.append(Verdict(f"{what}:{login}:{when.isoformat()}", login, what, when))
    return tuple(kept)


def _standing(look: Look, what: str) -> dict[str, datetime | None]:
    """Who gave this last, of what we knew."""
    last = {one.login: one for one in look.verdicts}
    return {login: one.at for login, one in last.items() if one.what == what}


def _approved(approvals: Json) -> dict[str, datetime | None]:
    by = mapping(approvals).get("approved_by")
    found = by if isinstance(by, list) else []
    return {
        name(mapping(one).get("user"), "username"): moment(mapping(one).get("approved_at"))
        for one in found
    }


def _remarks(notes: list[Json]) -> tuple[Remark, ...]:
    """What people wrote; what GitLab itself notes beside it is told elsewhere."""
    found = []
    for one in map(must, notes):
        if not one.get("system"):
            at, author = must_moment(one.get("created_at")), one.get("author")
            login = name(author, "username")
            found.append(Remark(str(one.get("id")), login, at, _is_bot(author)))
    return tuple(found)


def _logins(users: Json) -> tuple[str, ...]:
    found = users if isinstance(users, list) else []
    return tuple(name(one, "username") for one in found)


def _is_bot(user: Json) -> bool:
    return bool(mapping(user).get("bot")) or bool(_BOT.fullmatch(name(user, "username")))


def _changed_lines(diff: Json) -> int:
    lines = diff.splitlines() if isinstance(diff, str) else []
    return sum(line.startswith(("+", "-")) for line in lines)
