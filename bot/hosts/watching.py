"""Watched repositories: what is ready in them becomes a review of the team by itself."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot import errands, reviews
from bot.errors import NoCodeHost, NotARepository
from bot.hosts import told as telling
from bot.hosts.looks import Listing, Look
from bot.hosts.moving import leave_be
from bot.hosts.rounds import next_look
from bot.hosts.unread import OF_THE_HOST, Unread, again_in
from bot.rhythms import team_in
from bot.told import Told
from bot.world import Work
from storage.hosts import CodeHost
from storage.types import ChannelId, PersonId, TeamId
from storage.watched import Watched

Tags = Mapping[str, Any]
READY, DRAFT = "ready", "draft"
_LINE = re.compile(
    r"<?(?:https?://)?(?:(?P<host>github|gitlab):)?(?P<place>[\w.-]+(?::\d+)?(?:/[\w.-]+)+?)"
    r"/?(?:\|[^<>]*)?>?",
    re.IGNORECASE | re.ASCII,
)


def watch(work: Work, text: str, *, channel: ChannelId, by: PersonId) -> Told:
    """Raises NotARepository, NoCodeHost, NoTeamHere, NotAMember."""
    team = team_in(work, channel, by)
    if not text.strip():
        return listed(work, team.id)
    host, place = _named(work, text)
    one = Watched(team.id, host.kind, place, by, since=work.now, due_at=work.now)
    new = work.records.watched.watch(one)
    facts = {"host": host.kind, "place": place, "new": new}
    return Told("hosts.watched", None, facts)


def unwatch(work: Work, text: str, *, channel: ChannelId, by: PersonId) -> Told:
    team = team_in(work, channel, by)
    _, place = _named(work, text)
    gone = work.records.watched.unwatch(team.id, place)
    return Told("hosts.unwatched" if gone else "hosts.not_watched", None, {"place": place})


def listed(work: Work, team: TeamId) -> Told:
    found = work.records.watched.of_team(team)
    rows = [{"place": one.place, "trouble": one.trouble} for one in found]
    return Told("hosts.watching", None, {"rows": rows})


def appeared(work: Work, one: Watched, listing: Listing, tags: Tags, *, spread: float) -> bool:
    """What is ready and was not before becomes a review, unless the team's rules leave it out.

    What stood there when the team began to watch does not: nobody wants fifty old ones at once.
    """
    known = {str(number): DRAFT if draft else READY for number, draft in listing.numbers.items()}
    next_at = next_look(work, spread=spread)
    if not work.records.watched.end(
        one,
        next_at=next_at,
        known=known,
        tags=dict(tags),
        read_at=work.now,
        tries=0,
        trouble=None,
    ):
        return False
    work.records.hosts.well(one.host)
    for look, paths in listing.fresh:
        _appear(work, one, look, paths)
    if listing.place != one.place:
        _renamed(work, replace(one, known=known, due_at=next_at), listing.place)
    return True


def still(work: Work, one: Watched, *, spread: float) -> None:
    """The same requests as at the last reading."""
    work.records.hosts.well(one.host)
    at = next_look(work, spread=spread)
    work.records.watched.end(one, next_at=at, read_at=work.now, tries=0, trouble=None)


def is_new(one: Watched, number: int, *, draft: bool) -> bool:
    """Ready, and it was not when this repository was read last."""
    return one.known is not None and not draft and one.known.get(str(number)) != READY


def unlisted(work: Work, one: Watched, unread: Unread, *, spread: float) -> None:
    if unread.why in OF_THE_HOST:
        leave_be(work, one.host, unread, spread=spread)
        work.records.watched.end(one, next_at=work.now)
        return
    at = work.now + again_in(unread, one.tries, spread=spread)
    if work.records.watched.end(one, next_at=at, trouble=unread.why) and one.trouble is None:
        telling.unwatched(work, one)


def _appear(work: Work, one: Watched, look: Look, paths: tuple[str, ...]) -> None:
    people = work.records.accounts.on(one.host)
    requested = tuple(people[login] for login in look.requested if login in people)
    review = reviews.appeared(
        work,
        one.team,
        reviews.Appeared(
            link=look.link,
            title=look.title,
            author=people.get(look.author),
            account=look.author,
            at=min(look.opened_at, work.now),
            is_draft=False,
            is_bot=look.by_bot,
            lines=look.lines,
            paths=paths,
            labels=look.labels,
            requested=requested,
        ),
    )
    if review is None:
        return
    errands.follow(work, review, look.link)
    if look.author not in people and not look.by_bot:
        telling.unknown(work, one, look.author)


def _renamed(work: Work, one: Watched, new: str) -> None:
    work.records.watched.moved(one, new)
    reviews.renamed(work, one.place, new)


def _named(work: Work, text: str) -> tuple[CodeHost, str]:
    """`owner/name` is GitHub's, else `gitlab:group/name`; a link says it by itself."""
    found = _LINE.fullmatch(text.strip().strip("`"))
    if found is None:
        raise NotARepository
    hosts, place = work.records.hosts.all(), found["place"].lower().removesuffix(".git")
    for host in hosts.values():
        if place.startswith(f"{host.web}/") and place.count("/") > 1:
            return host, place
    if place.count("/") > 1 and "." in place.partition("/")[0] and not found["host"]:
        raise NoCodeHost
    wanted = (found["host"] or next(iter(hosts), "github")).lower()
    if wanted not in hosts or "/" not in place:
        raise NoCodeHost
    return hosts[wanted], f"{hosts[wanted].web}/{place}"
