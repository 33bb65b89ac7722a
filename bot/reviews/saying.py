"""What the words after `/review` do: each line is one verb."""

import re

from bot import knowledge
from bot.errors import NoLinkThere, NotAMember, NoTeamHere
from bot.links import cut_link
from bot.people import may_use
from bot.reviews import deeds, events
from bot.reviews.asking import Wish, ask
from bot.reviews.find import numbered, teams_here
from bot.reviews.lines import ReviewLine
from bot.told import Told
from bot.world import Work
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId

_OVER = re.compile(r"\s+(?:is\s+)?(?:over|done|ended|finished)$", re.IGNORECASE)
_KNOWN = re.compile(r"\s+(?:i\s+)?(?P<no>don['’]?t\s+|do not\s+)?(?:know|knows)\s*(?:it)?$", re.I)


def say(work: Work, line: ReviewLine, *, by: PersonId, channel: ChannelId) -> Told:
    """Raises Refusal."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if line.act in ("list", "mine", "team", "stats"):
        return look(work, line.act, by=by, channel=channel)
    if line.number is not None:
        return _with_number(work, line, line.number, by=by, channel=channel)
    if line.act == "project":
        return project(work, line.rest, by=by, channel=channel)
    if line.act == "help":
        return Told("review.help")
    if line.link is None:
        raise NoLinkThere(give_back=line.rest or None)
    wish = Wish(line.link, line.note, line.reviewers, line.wanted, line.due)
    return ask(work, wish, by=by, channel=channel)


def look(work: Work, which: str, *, by: PersonId, channel: ChannelId) -> Told:
    """In a DM with us the person's only team; of several, what is theirs."""
    teams = teams_here(work, channel, by)
    team = teams[0].id if len(teams) == 1 else None
    if which == "stats":
        return Told("review.stats", None, {"team": team})
    if which == "mine" or team is None:
        return Told("review.listed", None, {"which": "mine", "team": None})
    return Told("review.listed", None, {"which": which, "team": team})


def project(work: Work, text: str, *, by: PersonId, channel: ChannelId) -> Told:
    """`churn <link>`: what is there belongs to it; `churn know` and `churn don't know` for
    oneself; `churn over`; alone: all of them. Raises NoTeamHere."""
    team = _one(work, channel, by)
    link, words = cut_link(text)
    if link is not None and words:
        found = knowledge.lives_at(work, team.id, words, link)
        return _project("review.project_lives", team.id, found.name, place=link.place)
    if over := _OVER.search(words):
        ended = knowledge.is_over(work, team.id, words[: over.start()])
        what = "review.project_over" if ended else "review.project_unknown"
        return _project(what, team.id, ended.name if ended else words[: over.start()])
    if known := _KNOWN.search(words):
        knows, name = not known["no"], words[: known.start()]
        found = knowledge.told(work, team.id, name, by, knows=knows)
        what = "review.project_known" if knows else "review.project_forgotten"
        return _project(what, team.id, found.name)
    return _project("review.projects", team.id, words)


def _project(what: str, team: TeamId, name: str, **more: str) -> Told:
    return Told(what, None, {"team": team, "project": name, **more})


def _with_number(
    work: Work, line: ReviewLine, number: int, *, by: PersonId, channel: ChannelId
) -> Told:
    review = numbered(work, channel, number, by)
    match line.act:
        case "show":
            return Told("review.shown", None, {"review": review.id})
        case "decline":
            return deeds.give_up(work, review.id, events.DECLINED, by=by)
        case "choose":
            return deeds.choose_another(work, review.id, None, by=by)
        case "approved" if by == review.author:
            return deeds.by_author(work, review.id, events.FINISHED, by=by)
        case _:
            return deeds.answer(work, review.id, _DEEDS[line.act], by=by)


_DEEDS = {
    "accept": events.ACCEPTED,
    "approved": events.APPROVED,
    "comments": events.COMMENTED,
    "changes": events.CHANGES,
}


def _one(work: Work, channel: ChannelId, by: PersonId) -> Team:
    teams = teams_here(work, channel, by)
    if not teams:
        raise NoTeamHere
    return teams[0]
