"""Finding a review, by those who may see it: its team, its author and its reviewers."""

from bot.errors import NoSuchReview, NotAMember
from bot.people import may_use
from bot.teams import is_small, teams_of
from bot.world import Work
from storage.reviews import Review
from storage.teams import Team
from storage.types import ChannelId, PersonId, ReviewId


def seen(work: Work, review_id: ReviewId, by: PersonId) -> Review:
    """Raises NoSuchReview for eyes that it is not for, NotAMember."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    review = work.records.reviews.get(review_id)
    if review is None or not may_see(work, review, by):
        raise NoSuchReview
    return review


def may_see(work: Work, review: Review, person: PersonId) -> bool:
    if person in (review.author, review.asked_by):
        return True
    if person in work.records.teams.members(review.team):
        return True
    return any(one.person == person for one in work.records.seats.of(review.id))


def numbered(work: Work, channel: ChannelId, number: int, by: PersonId) -> Review:
    """In this channel; in a DM, of any of the person's teams, the newest. Raises NoSuchReview."""
    teams = teams_here(work, channel, by)
    found = [work.records.reviews.numbered(team.id, number) for team in teams]
    visible = [one for one in found if one is not None and may_see(work, one, by)]
    if not visible:
        raise NoSuchReview
    return seen(work, max(visible, key=lambda one: one.opened_at).id, by)


def teams_here(work: Work, channel: ChannelId, by: PersonId) -> list[Team]:
    """The channel's team; in a DM all of the person's."""
    if is_small(work.records.channels.get(channel)):
        return teams_of(work, by)
    team = work.records.teams.of_channel(channel)
    return [] if team is None else [team]


def number_of(work: Work, review_id: ReviewId, *, by: PersonId) -> int:
    return seen(work, review_id, by).number


def is_unfilled(work: Work, channel: ChannelId) -> bool:
    """Nobody looked yet who else is in the channel."""
    team = work.records.teams.of_channel(channel)
    return team is None or team.filled_at is None
