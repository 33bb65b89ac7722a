"""GitHub: reads pull requests and repositories, and requests reviewers, by its REST API."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from bot.hosts import Errand, Look, Remark, Verdict, Why
from bot.links import read_link
from handlers.hosts.client import MOST_ALIKE, Client, is_address, known_or
from handlers.hosts.parts import Parts
from handlers.hosts.reading import mapping, moment, must, must_moment, name, names, number, text
from handlers.hosts.wire import Json, NotRead, Wire

HEADERS = {"accept": "application/vnd.github+json", "x-github-api-version": "2022-11-28"}
_SAID = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes_requested",
    "COMMENTED": "commented",
    "DISMISSED": "dismissed",
}


class GitHub(Client):
    requests, numbered, open_state = "pulls", "number", "open"
    branches, files, file_name = "branches", "files", "filename"

    def __init__(self, wire: Wire, web: str, *, is_app: bool = False) -> None:
        super().__init__(wire, web)
        self._is_app = is_app

    async def own_name(self) -> str:
        found = await self.wire.get("/app" if self._is_app else "/user")
        return name(found.body, "slug" if self._is_app else "login")

    async def login_of(self, address: str) -> str | None:
        """An app may not search; a person's token finds the addresses that people show."""
        if self._is_app or not is_address(address):
            return None
        words = f"{address} in:email"
        reply = await self.wire.get("/search/users", q=words, per_page=MOST_ALIKE)
        found = names(mapping(reply.body).get("items"), "login")
        logins = [login for login in found if await self._shows(login, address)]
        return logins[0] if len(logins) == 1 else None

    async def _shows(self, login: str, address: str) -> bool:
        """A search also finds what is like it."""
        user = (await self.wire.get(f"/users/{quote(login, safe='')}")).body
        return name(user, "email") == address.lower() and not _is_bot(user)

    async def carry(self, errand: Errand) -> None:
        path = f"{self.path(errand.place)}/pulls/{errand.number}/requested_reviewers"
        body = {"reviewers": [errand.login]}
        await self.wire.call("POST" if errand.ask else "DELETE", path, body=body)

    def path(self, place: str) -> str:
        return f"/repos/{quote(place.partition('/')[2])}"

    def place_of(self, request: Mapping[str, Json]) -> str:
        return self._repository(request.get("base"))

    async def read(self, parts: Parts, path: str, at: int, known: Look | None) -> Look:
        pull = await parts.one("pull", f"{path}/pulls/{at}")
        reviews = await parts.all("reviews", f"{path}/pulls/{at}/reviews")
        remarks = await parts.all("remarks", f"{path}/pulls/{at}/comments")
        comments = await parts.all("comments", f"{path}/issues/{at}/comments")
        look = known_or(known) if pull is None else self._look(must(pull))
        was = known or look
        look = replace(
            look,
            verdicts=was.verdicts if reviews is None else _verdicts(reviews),
            counts=was.counts if remarks is None else _counts(remarks),
            remarks=was.remarks if comments is None else _comments(comments),
        )
        return await self._with_pusher(path, look, was)

    async def _with_pusher(self, path: str, look: Look, was: Look) -> Look:
        """A push of a bot is no activity of its author."""
        if not look.head or look.head == was.head:
            return look
        commit = await self.wire.get(f"{path}/commits/{look.head}")
        return replace(look, pushed_by_bot=_is_bot(mapping(commit.body).get("author")))

    def _look(self, pull: Mapping[str, Json]) -> Look:
        link = read_link(text(pull.get("html_url")))
        if link is None:
            raise NotRead(Why.ILL, "no link")
        merged = moment(pull.get("merged_at"))
        head = mapping(pull.get("head"))
        place = self.place_of(pull)
        return Look(
            place=place,
            number=number(pull.get("number")),
            link=link.url,
            title=text(pull.get("title")),
            author=name(pull.get("user"), "login"),
            state="merged" if merged else "closed" if pull.get("state") == "closed" else "open",
            opened_at=must_moment(pull.get("created_at")),
            changed_at=must_moment(pull.get("updated_at")),
            ended_at=merged or moment(pull.get("closed_at")),
            by_bot=_is_bot(pull.get("user")),
            is_draft=bool(pull.get("draft")),
            head=text(head.get("sha")),
            branch=text(head.get("ref")) if self._repository(head) == place else "",
            branch_gone=head.get("repo") is None,
            requested=names(pull.get("requested_reviewers"), "login"),
            asks_team=bool(pull.get("requested_teams")),
            lines=_lines(pull),
            labels=names(pull.get("labels"), "name"),
        )

    def _repository(self, end: Json) -> str:
        """Of one end of a request; "" when it is gone."""
        whole = name(mapping(end).get("repo"), "full_name")
        return f"{self.web}/{whole}" if whole else ""


def _is_bot(user: Json) -> bool:
    return mapping(user).get("type") == "Bot" or name(user, "login").endswith("[bot]")


def _lines(pull: Mapping[str, Json]) -> int | None:
    both = pull.get("additions"), pull.get("deletions")
    return sum(both) if all(isinstance(one, int) for one in both) else None  # type: ignore[arg-type]


def _verdicts(reviews: list[Json]) -> tuple[Verdict, ...]:
    """Those that were given: a pending one is still being written."""
    found = []
    for one in map(must, reviews):
        said, at = _SAID.get(text(one.get("state"))), moment(one.get("submitted_at"))
        login = name(one.get("user"), "login")
        if said is not None and at is not None:
            found.append(Verdict(str(one.get("id")), login, said, at, _is_bot(one.get("user"))))
    return tuple(found)


def _comments(comments: list[Json]) -> tuple[Remark, ...]:
    found = []
    for one in map(must, comments):
        at, user = must_moment(one.get("created_at")), one.get("user")
        found.append(Remark(str(one.get("id")), name(user, "login"), at, _is_bot(user)))
    return tuple(found)


def _counts(remarks: list[Json]) -> Mapping[str, int]:
    """Every remark on a line belongs to a verdict, even to one that says nothing else."""
    of = (mapping(one).get("pull_request_review_id") for one in remarks)
    return Counter(str(one) for one in of if one is not None)
