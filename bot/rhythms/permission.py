"""In a channel of very many an administrator of the workspace allows a rhythm first."""

from bot.errors import NotAnAdministrator
from bot.letters import post
from bot.profiles import free_at
from bot.rhythms.features import Feature
from bot.rhythms.rights import is_admin, team_in
from bot.rhythms.standing import about
from bot.rhythms.turning import people_in, start
from bot.told import Told
from bot.world import Work
from storage.types import ChannelId, PersonId

ASKED = "rhythm.permission_asked"


def ask_for_permission(
    work: Work, feature: Feature, channel: ChannelId, by: PersonId, to: PersonId
) -> Told:
    """The administrator whom this person chose is asked in their DM, within their hours."""
    team = team_in(work, channel, by)
    if not is_admin(work.records.people.get(to)):
        return Told("rhythm.no_admin", None, {"to": to})
    facts = {**about(work, feature, team), "by": by, "size": people_in(work, channel)}
    post(work, ASKED, to=to, facts=facts, not_before=free_at(work, to))
    return Told("rhythm.asked_admin", None, {"to": to})


def allow(work: Work, feature: Feature, channel: ChannelId, by: PersonId, asker: PersonId) -> Told:
    """It is turned on as whoever asked wanted it. Raises NotAnAdministrator."""
    if not is_admin(work.records.people.get(by)):
        raise NotAnAdministrator
    told = start(work, feature, channel, asker, allowed=True)
    return Told("rhythm.allowed", None, told.facts) if told.what == "rhythm.turned_on" else told
