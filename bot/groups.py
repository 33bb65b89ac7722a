"""User groups as Slack described them last: their names, and who may speak for them."""

from dataclasses import replace
from datetime import timedelta

from bot.ids import kind_of
from bot.world import Work
from storage.groups import Group
from storage.types import PersonId

FRESH = timedelta(hours=1)  # changes come as events; this is for the events that we missed


def named(work: Work, id_: str | None) -> None:
    """Somebody put something to this group, if it is one: Slack will be asked who is in it."""
    if id_ is not None and kind_of(id_) == "group" and id_ not in work.records.groups.all():
        work.records.groups.put(Group(id_))


def unfamiliar(work: Work) -> list[str]:
    """Those about whom Slack should be asked, again or for the first time."""
    found = work.records.groups.all().values()
    return sorted(
        one.id for one in found if one.learnt_at is None or work.now - one.learnt_at >= FRESH
    )


def learn(work: Work, group: Group) -> None:
    """Keep what Slack says now; a handle that it did not tell stays as it was."""
    before = work.records.groups.all().get(group.id, group)
    work.records.groups.put(replace(group, handle=group.handle or before.handle))


def doubt(work: Work, id_: str) -> bool:
    """Slack said that something about the group changed; False for one that nobody named."""
    if id_ not in work.records.groups.all():
        return False
    work.records.groups.doubt(id_)
    return True


def has(work: Work, id_: str, person: PersonId) -> bool | None:
    """Whether the person is in it; None while nobody can know, without the scope for instance."""
    group = work.records.groups.all().get(id_)
    return None if group is None or group.members is None else person in group.members


def of_person(work: Work, person: PersonId) -> list[str]:
    """The groups that this person is known to be in."""
    return sorted(
        one.id for one in work.records.groups.all().values() if person in (one.members or ())
    )


def handle_of(work: Work, id_: str | None) -> str:
    """As it is written, like data-eng; "" while Slack has not told us, and for what is none."""
    if id_ is None or kind_of(id_) != "group":
        return ""
    group = work.records.groups.all().get(id_)
    return "" if group is None else group.handle


def handles(work: Work) -> dict[str, str]:
    """Of all that were named here, by id."""
    return {one.id: one.handle for one in work.records.groups.all().values()}


__all__ = [
    "FRESH",
    "Group",
    "doubt",
    "handle_of",
    "handles",
    "has",
    "learn",
    "named",
    "of_person",
    "unfamiliar",
]
