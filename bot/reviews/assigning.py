"""Choosing reviewers: the rule over the team's people, and the request at the code host."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from bot import errands
from bot.attention import welcome_at
from bot.knowledge import knowers
from bot.people import may_use
from bot.profiles import absence, next_worked, today
from bot.reviews import events
from bot.reviews.choosing import Candidate, Choice, choose
from bot.reviews.events import Event
from bot.reviews.feature import NAME, Ways, ways_of
from bot.reviews.life import begin_shares
from bot.rhythms import taking_part
from bot.world import Work
from storage.reviews import Review
from storage.teams import Team
from storage.types import PersonId

ASKED = "review.asked"
_A_LONG_WEEKEND = timedelta(days=4)


def request(
    work: Work, review: Review, people: Iterable[PersonId], *, by: PersonId | None, why: str = ""
) -> None:
    """Ask them here, and at the code host where they have an account."""
    team = work.records.teams.get(review.team)
    if team is not None:
        begin_shares(work, team.id, _willing(work, team, ways_of(work, team.id)))
    for person in people:
        asked = Event(events.REQUESTED, work.now, by=by, whom=person, note=why)
        work.records.reviews.note(review.id, asked)
        errands.ask_reviewer(work, review.id, review.link, person)


def seat_who_is_next(
    work: Work, review: Review, many: int, *, besides: Collection[PersonId] = ()
) -> list[PersonId]:
    """So many reviewers by the team's rule, as far as there are people for it."""
    chosen: list[PersonId] = []
    for _ in range(many):
        choice = next_reviewer(work, review, besides=(*besides, *chosen))
        if choice is None:
            break
        chosen.append(choice.person)
        request(work, review, [choice.person], by=None, why=choice.why)
    return chosen


def next_reviewer(
    work: Work, review: Review, *, besides: Collection[PersonId] = ()
) -> Choice | None:
    """None when nobody is free, or the team turned this off."""
    ways = ways_of(work, review.team)
    team = work.records.teams.get(review.team)
    if team is None or ways.state == "off":
        return None
    passed = {one.person for one in work.records.seats.of(review.id)}
    writers = [one for one in (review.author, review.asked_by) if one]
    passed |= {*besides, *writers, *_apart(work, writers)}
    willing = _willing(work, team, ways)
    begin_shares(work, team.id, willing)
    people = [one for one in willing if one not in passed and is_here(work, one)]
    candidates = _candidates(work, review, people)
    return choose(candidates, limit=ways.limit, prefer=ways.prefer)


def is_here(work: Work, person: PersonId) -> bool:
    """At work today, or after the weekend."""
    day = today(work, person)
    why = absence(work, person, day)
    if why is None:
        return True
    if why in ("away", "paused"):
        return False
    return next_worked(work, person, day) - day <= _A_LONG_WEEKEND


def _willing(work: Work, team: Team, ways: Ways) -> list[PersonId]:
    """Who takes part; before anybody decided, the team's people who did not say no."""
    if ways.state == "on":
        people = taking_part(work, team, NAME)
    else:
        said = work.records.rhythms.participants(team.id, NAME)
        no = {one.person for one in said.values() if not one.takes_part}
        people = sorted(work.records.teams.members(team.id) - no)
    return [one for one in people if _may_be_asked(work, one)]


def _may_be_asked(work: Work, person: PersonId) -> bool:
    served = may_use(work.records.people.get(person), work.records.workspace)
    return served and welcome_at(work, person, ASKED) is not None


def _apart(work: Work, people: Collection[PersonId]) -> set[PersonId]:
    """Whom these asked never to be brought together with, or who asked that of them."""
    nevers = work.records.pair_wishes.nevers()
    return {b for a, b in nevers if a in people} | {a for a, b in nevers if b in people}


def _candidates(work: Work, review: Review, people: Collection[PersonId]) -> list[Candidate]:
    shares = work.records.seats.shares(review.team)
    opens = work.records.seats.open_of(people)
    author = review.author or PersonId("")
    looked = work.records.seats.for_author(review.team, author)
    who = frozenset[PersonId]()
    if review.project is not None:
        who = knowers(work, review.team).get(review.project, who)
    return [
        Candidate(
            person=one,
            total=shares[one].head_start + shares[one].total,
            open=opens.get(one, 0),
            for_author=looked.get(one, 0),
            knows=one in who,
            others_know=bool(who - {author}),
        )
        for one in people
    ]
