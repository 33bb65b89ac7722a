"""Asking for a review: by a line, a form or a message; or by itself from a watched repository."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot import errands, knowledge
from bot.errors import CannotReview, NotAMember, NoTeamHere, SeveralTeams
from bot.knowledge import project_at
from bot.links import Link, cut_link, read_link
from bot.people import may_use
from bot.reviews import events
from bot.reviews.assigning import request, seat_who_is_next
from bot.reviews.events import Event
from bot.reviews.feature import Change, leaves_out, ways_of
from bot.reviews.life import change
from bot.reviews.moving import move
from bot.teams import is_small, team_of, teams_of
from bot.told import Told
from bot.world import Work
from storage.reviews import NOBODY, Review
from storage.teams import Team
from storage.types import ChannelId, PersonId, ReviewId, TeamId

MOST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of the review they ask for."""

    link: Link
    note: str = ""
    reviewers: tuple[PersonId, ...] = ()
    wanted: int = 0  # 0: as many as is usual in the team, or as are named
    due: date | None = None
    question: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AskPlace:
    """Where the form is opened, and what is known of the review."""

    channel: ChannelId
    teams: tuple[tuple[str, str], ...]  # id and channel's name, where several could be meant
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Appeared:
    """A request in a watched repository, as its code host describes it."""

    link: str
    title: str
    author: PersonId | None
    account: str
    at: datetime
    is_draft: bool
    is_bot: bool = False
    lines: int | None = None
    paths: Sequence[str] = ()
    labels: Sequence[str] = ()
    requested: Sequence[PersonId] = ()


def ask(
    work: Work, wish: Wish, *, by: PersonId, channel: ChannelId, team_id: TeamId | None = None
) -> Told:
    """A reviewer is found at once, or as soon as one is free. Asked twice, it is the same review.

    Raises NotAMember, CannotReview, NoTeamHere, SeveralTeams.
    """
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    for person in wish.reviewers:
        if person == by or not may_use(work.records.people.get(person), work.records.workspace):
            raise CannotReview
    team = _team_meant(work, channel, by, team_id)
    open_already = _open_in(work, team.id, wish.link.url)
    if open_already is not None:
        return _asked_again(work, open_already, wish, by=by)
    review = _added(work, team.id, wish, by)
    errands.follow(work, review.id, review.link)
    errands.look_for_account(work, review.link, by)
    _ask_people(work, review, wish, by=by)
    return Told("review.requested", None, {"review": review.id})


def ask_place(work: Work, channel: ChannelId, by: PersonId, *, words: str = "") -> AskPlace:
    """`words`: in which the link may stand. Raises NotAMember, NoTeamHere."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    link, note = cut_link(words)
    known = "" if link is None else link.url
    if not is_small(work.records.channels.get(channel)):
        return AskPlace(channel, (), known, note)
    found = [(one.id, work.records.channels.get(one.channel)) for one in teams_of(work, by)]
    if not found:
        raise NoTeamHere
    teams = tuple((team, f"#{place.name}" if place else team) for team, place in found)
    return AskPlace(channel, teams, known, note)


def appeared(work: Work, team: TeamId, found: Appeared) -> ReviewId | None:
    """None: it is left out by the team's rules, or the team turned reviews off."""
    link = read_link(found.link)
    ways = ways_of(work, team)
    if link is None or ways.state == "off":
        return None
    before = _open_in(work, team, link.url)
    if before is not None:
        return before.id
    if leaves_out(ways, Change(found.is_bot, found.lines, found.paths, found.labels)):
        return None
    review = _found(work, team, found, link)
    work.records.reviews.add(review)
    for person in found.requested:
        asked = Event(events.REQUESTED, found.at, whom=person)
        work.records.reviews.note(review.id, asked)
    if found.is_draft:
        work.records.reviews.note(review.id, Event(events.DRAFTED, found.at))
    elif not found.requested:
        seat_who_is_next(work, review, review.wanted)
    move(work, review, Event(events.REQUESTED, work.now))
    return review.id


def learnt(
    work: Work,
    review: Review,
    *,
    title: str | None = None,
    lines: int | None = None,
    author: PersonId | None = None,
    account: str | None = None,
) -> Review:
    """What the code host says of it; None: nothing."""
    said = {"title": title and title[:MOST_TITLE], "lines": lines}
    said |= {"author": author, "account": account}
    new = {name: value for name, value in said.items() if value is not None}
    new = {name: value for name, value in new.items() if getattr(review, name) != value}
    changed = change(work, review, **new) if new else review
    return move(work, changed, Event(events.FOUND, work.now)) if "author" in new else changed


def linked(work: Work, account: str, person: PersonId) -> None:
    """From now on we know who that account is: what it wrote is theirs."""
    for review in work.records.reviews.listed("unlinked", account=account):
        changed = change(work, review, author=person)
        move(work, changed, Event(events.FOUND, work.now))


def renamed(work: Work, old: str, new: str) -> None:
    """A repository has another name: its reviews and its project go on under that."""
    knowledge.moved(work, old, new)
    for review in work.records.reviews.listed("placed", place=old):
        change(work, review, place=new, link=review.link.replace(f"://{old}/", f"://{new}/"))


def by_link(work: Work, link: str) -> list[Review]:
    """Of any team, open ones and others, by whatever way it is written."""
    read = read_link(link)
    return [] if read is None else work.records.reviews.listed("linked", link=read.url)


def _team_meant(work: Work, channel: ChannelId, by: PersonId, team_id: TeamId | None) -> Team:
    """The channel's; in a DM the one that was chosen, or the person's only one."""
    if team_id is None and not is_small(work.records.channels.get(channel)):
        return team_of(work, channel, person=by)
    teams = teams_of(work, by)
    chosen = [one for one in teams if team_id in (None, one.id)]
    if not teams or not chosen:
        raise NoTeamHere
    if len(chosen) > 1:
        raise SeveralTeams
    return chosen[0]


def _open_in(work: Work, team: TeamId, url: str) -> Review | None:
    found = work.records.reviews.listed("linked", link=url)
    return next((one for one in found if one.team == team and one.is_open), None)


def _asked_again(work: Work, review: Review, wish: Wish, *, by: PersonId) -> Told:
    """It goes on; whoever is named now is asked as well."""
    sitting = {one.person for one in work.records.seats.of(review.id) if one.counts}
    more = [one for one in wish.reviewers if one not in sitting and one != review.author]
    if more:
        wanted = max(review.wanted, len(sitting) + len(more))
        review = change(work, review, wanted=wanted)
        request(work, review, more, by=by)
        move(work, review, Event(events.REQUESTED, work.now))
    return Told("review.known", None, {"review": review.id, "more": more})


def _added(work: Work, team: TeamId, wish: Wish, by: PersonId) -> Review:
    said: dict[str, Any] = {
        "note": wish.note,
        "question": wish.question,
        "source": wish.source,
        "due": wish.due,
        "wanted": max(wish.wanted, len(wish.reviewers)) or ways_of(work, team).reviewers,
    }
    review = _new(work, team, wish.link, work.now, author=by, asked_by=by, **said)
    work.records.reviews.add(review)
    return review


def _ask_people(work: Work, review: Review, wish: Wish, *, by: PersonId) -> None:
    request(work, review, wish.reviewers, by=by)
    missing = review.wanted - len(wish.reviewers)
    if missing > 0:
        seat_who_is_next(work, review, missing, besides=wish.reviewers)
    move(work, review, Event(events.REQUESTED, work.now))


def _found(work: Work, team: TeamId, found: Appeared, link: Link) -> Review:
    wanted = len(found.requested) or ways_of(work, team).reviewers
    return _new(
        work,
        team,
        link,
        found.at,
        title=found.title[:MOST_TITLE] or link.name,
        author=found.author,
        account=found.account,
        lines=found.lines,
        wanted=wanted,
    )


def _new(work: Work, team: TeamId, link: Link, at: datetime, **said: Any) -> Review:
    usual: dict[str, Any] = {
        "title": link.name,
        "author": None,
        "account": "",
        "asked_by": None,
        "note": "",
        "question": "",
        "source": "",
        "due": None,
        "lines": None,
    }
    return Review(
        id=ReviewId(work.new_id()),
        team=team,
        number=work.records.teams.next_number(team),
        link=link.url,
        kind=link.kind,
        place=link.place,
        project=project_at(work, team, link),
        state="open",
        turn=NOBODY,
        turn_since=None,
        opened_at=at,
        heard_at=at,
        **{**usual, **said},
    )
