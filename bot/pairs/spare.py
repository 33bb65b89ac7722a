"""A spare partner, today: whoever else wants one now, or was left over this week."""

from datetime import timedelta

from bot import profiles
from bot.calendar import is_working
from bot.pairs.dropping import bring_together
from bot.pairs.feature import NAME, SPARE
from bot.pairs.opening import begin, circle_of
from bot.pairs.people import apart, members
from bot.pairs.reckoning import ways_in
from bot.pairs.refusals import NoRound
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Place, Round
from storage.teams import Team
from storage.types import ChannelId, PersonId

_DAY = timedelta(days=1)


def now(work: Work, channel: ChannelId, *, by: PersonId) -> Told:
    """At once where somebody is there; else they wait for whoever asks next today."""
    team = _team(work, channel, by)
    circle = circle_of(work, team.id)
    round_ = of_today(work, circle, by)
    place = work.records.pair_rounds.place_of(round_.id, by)
    if place is not None and place.state == "paired":
        return Told("pairs.spare_already", None, {"pairing": place.pairing})
    if place is None:
        work.records.pair_rounds.place(Place(round_.id, by, None, "loose"))
    elif place.state == "out":
        work.records.pair_rounds.move(place, "loose")
    mate = _mate(work, circle, round_, by)
    if mate is None or not bring_together(
        work, circle, round_, [by, mate], because={"why": "spare"}, asked_by=by
    ):
        return Told("pairs.spare_waits", None, {"team": team.id})
    return Told("pairs.spare", None, {"with": mate})


def _team(work: Work, channel: ChannelId, by: PersonId) -> Team:
    """The one whose channel it is, else the first whose pairs they take part in."""
    mine = [team for team in teams_of(work, by) if by in members(work, circle_of(work, team.id))]
    here = [team for team in mine if team.channel == channel]
    if not mine:
        raise NoRound
    return (here or mine)[0]


def of_today(work: Work, circle: Circle, by: PersonId) -> Round:
    """The day's own round, made at its first use; it is never reckoned."""
    day = profiles.today(work, by)
    found = work.records.pair_rounds.get(f"{circle.id}:{day}:{SPARE}")
    if found is None:
        found = begin(work, circle, day, day + _DAY, SPARE)
        work.records.pair_rounds.made(found, number=circle.rounds, inputs={}, now=work.now)
    return found


def _mate(work: Work, circle: Circle, round_: Round, by: PersonId) -> PersonId | None:
    """Who waits for a spare partner comes before who was left over in the week's round."""
    wants = waiting(work, round_, by)
    free = wants + [one for one in left_over(work, circle, round_) if one not in (by, *wants)]
    never = apart(work, circle, ways_in(work, circle, round_), [by, *free])
    fits = [
        one for one in free if frozenset((by, one)) not in never and _is_there(work, circle, one)
    ]
    for mate in fits:
        if mate not in wants:
            work.records.pair_rounds.place(Place(round_.id, mate, None, "loose"))
        return mate
    return None


def waiting(work: Work, round_: Round, person: PersonId) -> list[PersonId]:
    """The others who want a partner today."""
    places = work.records.pair_rounds.places(round_.id)
    return [one.person for one in places if one.state == "loose" and one.person != person]


def left_over(work: Work, circle: Circle, today: Round) -> list[PersonId]:
    """Alone in the week's round, and not in today's already."""
    week = work.records.pair_rounds.latest(circle.id)
    if week is None or week.state != "made":
        return []
    taken = {one.person for one in work.records.pair_rounds.places(today.id)}
    alone = [one for one in work.records.pair_rounds.places(week.id) if one.state == "loose"]
    return sorted(one.person for one in alone if one.person not in taken)


def _is_there(work: Work, circle: Circle, person: PersonId) -> bool:
    """Taking part, and at work at this moment."""
    hours = profiles.hours_of(work, person)
    at_work = is_working(work.now, zone=profiles.zone_of(work, person), hours=hours)
    day = profiles.today(work, person)
    return (
        at_work
        and profiles.absence(work, person, day) is None
        and _takes_part(work, circle, person)
    )


def _takes_part(work: Work, circle: Circle, person: PersonId) -> bool:
    if circle.team is None:
        return False
    said = work.records.rhythms.participants(circle.team, NAME).get(person)
    if said is None or not said.takes_part:
        return False
    return said.away_until is None or said.away_until <= profiles.today(work, person)
