"""What is due of a team's pairs: a round begins, the one before it is over, people are asked."""

from datetime import UTC, date, datetime, timedelta

from bot import profiles
from bot.letters import post
from bot.pairs import feature as declared
from bot.pairs import welcome
from bot.pairs.making import ASKED, slot_of
from bot.pairs.opening import begin, circle_of
from bot.rhythms import Feature, begin_due, due_again, next_dates, parse, taking_part
from bot.world import Work
from storage.outbox import SCHEDULED
from storage.pairs_rounds import Pairing
from storage.rhythms import Occurrence, Rhythm

_AT_ONCE = 20
_AGAIN_AFTER = timedelta(minutes=5)


def due(work: Work, rhythm: Rhythm) -> datetime | None:
    """Does what is due by now; says when something is due next."""
    team = work.records.teams.get(rhythm.team)
    if team is None:
        return None
    people = taking_part(work, team, declared.NAME)
    zones = {profiles.zone_of(work, person) for person in people} or {rhythm.zone}
    for occurrence in begin_due(work, FEATURE, rhythm, zones):
        _begin(work, rhythm, occurrence)
        work.records.occurrences.settle(occurrence)
    welcome.plan(work, rhythm)
    return due_again(work, rhythm, zones)


def do_due(work: Work) -> bool:
    """A few are asked whether they met, or one is welcomed; False when there was nobody."""
    found = work.records.pair_rounds.to_ask(work.now, _AT_ONCE)
    for pairing in found:
        if work.records.pair_rounds.asked(pairing) and pairing.answer is None:
            ask(work, pairing)
    return bool(found) or welcome.do_due(work)


def next_due(work: Work) -> datetime | None:
    """When somebody is asked or welcomed, or a round that was set aside has its turn."""
    rounds, welcomes = work.records.pair_rounds, work.records.pair_welcomes
    found = (rounds.next_asked(), rounds.next_open(), welcomes.next_due())
    return min((at for at in found if at is not None), default=None)


def ask(work: Work, pairing: Pairing) -> None:
    """Once, where the two read it."""
    people = [one.person for one in work.records.pair_rounds.together(pairing.id)]
    if len(people) < 2:
        return
    facts = {"pairing": pairing.id}
    slot = f"{slot_of(pairing.id)}:asked"
    to = ",".join(sorted(people))
    post(work, ASKED, to=to, slot=slot, facts=facts, asked=False, rank=SCHEDULED)


def set_aside(work: Work) -> None:
    """Something of ours went wrong with a round; it has a turn again, the others have theirs."""
    round_ = work.records.pair_rounds.first_open(work.now)
    if round_ is not None:
        work.records.pair_rounds.set_aside(round_, work.now + _AGAIN_AFTER)


def _begin(work: Work, rhythm: Rhythm, occurrence: Occurrence) -> None:
    """Its pairs are found soon, beside the writer."""
    circle = circle_of(work, rhythm.team)
    until = _day_of_next(rhythm, occurrence)
    begin(work, circle, occurrence.date, until)
    if _is_first_of_month(occurrence.date, until):
        _begin_across(work, occurrence.date)


def _begin_across(work: Work, day: date) -> None:
    """Once a month, whichever team's round comes first: pairs across teams, until the next."""
    circle = circle_of(work, None)
    last = work.records.pair_rounds.latest(circle.id)
    if last is not None and (last.date.year, last.date.month) >= (day.year, day.month):
        return
    if len(work.records.pair_wishes.across()) > 1:
        begin(work, circle, day, day + timedelta(days=14))


def _day_of_next(rhythm: Rhythm, occurrence: Occurrence) -> date:
    rule = parse(occurrence.rule)
    noon = datetime.combine(occurrence.date, rule.time, UTC) + timedelta(hours=12)
    starts_on = rhythm.starts_on
    found = next_dates(rule, "UTC", noon, 1, starts_on=starts_on)
    return found[0].date if found else occurrence.date + timedelta(days=7)


def _is_first_of_month(day: date, until: date) -> bool:
    """Whether it is the first round that begins in its month."""
    length = max((until - day).days, 1)
    return (day - timedelta(days=length)).month != day.month


FEATURE = Feature(
    name=declared.NAME,
    title=declared.TITLE,
    what_happens=declared.WHAT_HAPPENS,
    rule=declared.RULE,
    settings=declared.SETTINGS,
    catch_up=declared.CATCH_UP,
    in_members_zones=False,
    due=due,
)
