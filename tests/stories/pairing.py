"""Pairs as stories speak of them: turned on, and found again in the group DMs that they have."""

from tests.team import PEOPLE, Team, words

TO_MONDAY = {"days": 7, "hours": 8}  # after Monday 10:00 in Berlin: 18:00, when all have begun
NAMES = {id_: name for name, id_ in PEOPLE.items()}
EVERYBODY = ("ana", "ben", "chiara", "dana", "eli", "farah", "gita", "hugo")


def turn_on(team: Team, *only: str) -> None:
    team.says("ana", "/pair on")
    if not only:
        team.clicks("ana", "Start")
        return
    without = [PEOPLE[one] for one in EVERYBODY if one not in only]
    chosen = {"rhythms.without": {"type": "multi_users_select", "selected_users": without}}
    team.clicks("ana", "Start", chosen=chosen)


def group_dms(team: Team) -> dict[frozenset[str], str]:
    """Of people and us; who is in each, and its id."""
    found = {}
    for one in team.server.workspace.conversations:
        if one.kind == "mpim" and "U0APP" in one.members:
            found[frozenset(NAMES[who] for who in one.members if who in NAMES)] = one.id
    return found


def pairs(team: Team) -> set[frozenset[str]]:
    """Those who were brought together in a group DM of ours."""
    return set(group_dms(team))


def partner(team: Team, who: str) -> str:
    """In their latest pair."""
    return next(iter(latest(team, who) - {who}))


def latest(team: Team, who: str) -> frozenset[str]:
    mine = [two for two in group_dms(team) if who in two]
    return max(mine, key=lambda two: last_post(team, group_dms(team)[two]))


def last_post(team: Team, channel: str) -> str:
    said = team.server.workspace.conversations.get(channel).messages.by_ts.values()
    return max((one.ts for one in said if "pair up" in words(one.slack())), default="")


def dm(team: Team, who: str) -> str:
    return group_dms(team)[latest(team, who)]


def met(team: Team, who: str) -> None:
    team.clicks(who, "We met", at=dm(team, who))
