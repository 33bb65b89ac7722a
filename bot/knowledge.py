"""Who knows which project, from what people reviewed, paired on and wrote: the bus factor."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.links import Link, read_link
from bot.people import may_use
from bot.world import Work
from storage.knowledge import Known, Project
from storage.types import PersonId, TeamId

AUTHORED, REVIEWED, PAIRED, TOLD = "authored", "reviewed", "paired", "told"
COUNTS_FOR = timedelta(days=365)  # what nobody touched for a year is no longer known
MOST_CHARACTERS = 80


def knew(
    work: Work, person: PersonId, project: str, how: str, at: datetime, *, team: TeamId
) -> None:
    """They worked on it. Makes the project where the team has none of that name."""
    named = named_project(work, team, project)
    work.records.knowledge.learn(team, Known(named.key, person, how, at))


def knowers(work: Work, team: TeamId) -> Mapping[str, frozenset[PersonId]]:
    """Which of its people know each project that is not over, by its name."""
    present = {one for one in work.records.teams.members(team) if _is_here(work, one)}
    found: dict[str, set[PersonId]] = {}
    for one in work.records.knowledge.since(team, work.now - COUNTS_FOR):
        if one.person in present:
            found.setdefault(one.project, set()).add(one.person)
    going_on = (one for one in work.records.knowledge.projects(team).values() if not one.over_at)
    return {one.name: frozenset(found.get(one.key, ())) for one in going_on}


def sole_knowers(work: Work, team: TeamId) -> Mapping[str, PersonId]:
    """The projects that one person alone knows, by name, with that person."""
    known = knowers(work, team)
    return {name: min(people) for name, people in known.items() if len(people) == 1}


def knows(work: Work, team: TeamId, person: PersonId) -> frozenset[str]:
    return frozenset(name for name, people in knowers(work, team).items() if person in people)


def project_of(work: Work, team: TeamId, link: str) -> str | None:
    """The project that a link belongs to, as it was told; else its repository's name."""
    read = read_link(link)
    return None if read is None else project_at(work, team, read)


def project_at(work: Work, team: TeamId, link: Link) -> str | None:
    key = _key_at(work.records.knowledge.places(team), link)
    if key is not None:
        return work.records.knowledge.projects(team)[key].name
    return link.repository and link.repository.rpartition("/")[2]


def named_project(work: Work, team: TeamId, name: str) -> Project:
    """The team's project of that name, made at once."""
    shown = " ".join(name.split())[:MOST_CHARACTERS]
    key = shown.casefold()
    project = work.records.knowledge.projects(team).get(key)
    if project is None:
        project = Project(team, key, shown, work.now)
        work.records.knowledge.put(project)
    return project


def lives_at(work: Work, team: TeamId, name: str, link: Link) -> Project:
    """Told by a person: what is under this address belongs to that project."""
    project = _going_on(work, named_project(work, team, name))
    work.records.knowledge.settle(team, link.place, project.key)
    return project


def told(work: Work, team: TeamId, name: str, person: PersonId, *, knows: bool) -> Project:
    """Told by that person: they know it, or no longer do."""
    project = _going_on(work, named_project(work, team, name))
    if knows:
        work.records.knowledge.learn(team, Known(project.key, person, TOLD, work.now))
    else:
        work.records.knowledge.unlearn(team, project.key, person)
    return project


def is_over(work: Work, team: TeamId, name: str) -> Project | None:
    """It steers nothing from now on; None when the team has none of that name."""
    project = work.records.knowledge.projects(team).get(" ".join(name.split()).casefold())
    if project is not None:
        work.records.knowledge.over(team, project.key, work.now)
    return project


def moved(work: Work, old: str, new: str) -> None:
    """A repository has another name now: what lived there, told or by its name, lives here."""
    found = dict(work.records.knowledge.named(old.rpartition("/")[2].casefold()))
    found.update(work.records.knowledge.living_at(old))
    for team, project in found.items():
        work.records.knowledge.settle(team, new, project)


def _going_on(work: Work, project: Project) -> Project:
    if project.over_at is not None:
        work.records.knowledge.over(project.team, project.key, None)
    return replace(project, over_at=None)


def _key_at(places: Mapping[str, str], link: Link) -> str | None:
    """The most exact place that was told: a folder's before its repository's."""
    addresses = {link.place, link.url.partition("://")[2].lower()}
    fits = [place for place in places if any(_is_under(one, place) for one in addresses)]
    return places[max(fits, key=len)] if fits else None


def _is_under(address: str, place: str) -> bool:
    return address == place or address.startswith((f"{place}/", f"{place}?", f"{place}#"))


def _is_here(work: Work, person: PersonId) -> bool:
    return may_use(work.records.people.get(person), work.records.workspace)
