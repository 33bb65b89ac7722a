"""How often the bot reaches a person in a week, of every kind; and the page that keeps it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from benchmarks import pages
from storage.types import PersonId
from tests.proof.bureau import Sent
from tests.proof.company import DAY, Company
from tests.proof.people import days_of

MOST_USUAL, MOST_OF_MOST = 9, 14  # the promised median and 95th percentile
Week = tuple[int, int]


@dataclass(frozen=True)
class Reached:
    """Weeks of people, each with what came, by kind."""

    weeks: Mapping[tuple[PersonId, Week], Counter[str]]

    @property
    def totals(self) -> list[int]:
        return sorted(one.total() for one in self.weeks.values())

    @property
    def usual(self) -> float:
        return median(self.totals)

    @property
    def of_most(self) -> int:
        """The 95th percentile: so many or fewer in 95 of 100 weeks."""
        return self.totals[-(-95 * len(self.totals) // 100) - 1]

    def by_kind(self) -> list[tuple[str, float]]:
        """How many a week on average, the most frequent first."""
        kinds = {kind for one in self.weeks.values() for kind in one}
        means = {kind: mean(one[kind] for one in self.weeks.values()) for kind in kinds}
        return sorted(means.items(), key=lambda one: (-one[1], one[0]))


def reached(company: Company) -> Reached:
    """In whole weeks of their own calendar in which they worked: a quiet one counts as well."""
    weeks = {key: Counter[str]() for key in _weeks_worked(company)}
    for sent in company.bureau.sent:
        for person, kind in _notified(company, sent):
            day, _ = company.members[person].at(sent.at).there(sent.at)
            week = (person, day.isocalendar()[:2])
            if week in weeks:
                weeks[week][kind] += 1
    return Reached(weeks)


def _notified(company: Company, sent: Sent) -> list[tuple[PersonId, str]]:
    """Whose attention a letter takes: in their DM, or by a mention; a redrawn one nobody's."""
    if sent.letter.verb not in ("post", "whisper"):
        return []
    if sent.to:
        return [(PersonId(one), sent.letter.kind) for one in sent.to]
    known = sorted(sent.mentions & company.members.keys())
    return [(PersonId(one), f"{sent.letter.kind} (mention)") for one in known]


def _weeks_worked(company: Company) -> set[tuple[PersonId, Week]]:
    first = max(one.first for one in company.places)
    first += (-first.weekday() % 7) * DAY
    last = company.end.date() - (company.end.date().weekday() + 1) * DAY
    return {
        (member.id, day.isocalendar()[:2])
        for member in company.members.values()
        for day in days_of(first, last)
        if _works(company, member.id, day)
    }


def _works(company: Company, person: PersonId, day: date) -> bool:
    known = [facts for at, facts in company.members[person].history if at.date() <= day]
    facts = known[-1]
    return bool(facts.teams) and not facts.gone and facts.absence(day) is None


def keep(season: str, found: Reached, *, on: str) -> None:
    """In the season's section of the page."""
    pages.keep("notifications.md", season, [f"Measured on {on}.", "", *table(season, found)])


def table(season: str, found: Reached) -> list[str]:
    met = found.usual <= MOST_USUAL and found.of_most <= MOST_OF_MOST
    row = (season, len(found.weeks), f"{found.usual:g}", found.of_most, found.totals[-1])
    return [
        "| quarter | weeks of people | median | 95th percentile | most | verdict |",
        "|---|---|---|---|---|---|",
        f"| {' | '.join(map(str, row))} | {'met' if met else 'missed'} |",
        "",
        "| kind | a person and week, on average |",
        "|---|---|",
        *(f"| {kind} | {often:.2f} |" for kind, often in found.by_kind()),
    ]
