"""A team in one screen, alone or among the other teams of a person."""

from collections.abc import Mapping
from typing import Any

from handlers.views import kit
from handlers.views.kit import Answer, Block, Element
from handlers.views.rhythms import actions as act
from handlers.views.rhythms import phrases

Facts = Mapping[str, Any]
MOST_TEAMS = 4
_NO_TEAM = (
    "You are in no team yet. Invite me to your team's channel and type `/pinwheel` there; "
    "`/pinwheel help` tells what I can do."
)
_MORE = "`/pinwheel help` tells what I can do."


def screen(facts: Facts, for_: str) -> Answer:
    teams = facts["teams"][:MOST_TEAMS]
    if not teams:
        return kit.answer(_NO_TEAM, [kit.section(_NO_TEAM)])
    blocks = [block for team in teams for block in team_blocks(team, for_=for_)]
    text = "\n".join(line for team in teams for line in _lines(team, for_))
    return kit.answer(f"{text}\n{_MORE}", [*blocks, kit.context(_MORE)])


def team_blocks(team: Facts, *, for_: str) -> list[Block]:
    """At most three for each feature, and two."""
    head, *rows = _lines(team, for_)
    blocks = [kit.section(head)]
    for row, feature in zip(rows, team["features"], strict=True):
        buttons = _buttons(feature, may_change=team["may_change"])
        blocks += [kit.section(row), *([kit.actions(*buttons)] if buttons else [])]
    if team["may_change"]:
        blocks.append(kit.actions(act.settings(team["channel"]), _keeper(team)))
    return blocks


def _lines(team: Facts, for_: str) -> list[str]:
    keeper = "you" if team["keeper"] == for_ else f"<@{team['keeper']}>"
    members = "1 person" if team["members"] == 1 else f"{team['members']} people"
    head = f"*{phrases.channel(team)}*: {members}, kept by {keeper}."
    return [head, *(_line(feature) for feature in team["features"])]


def _line(feature: Facts) -> str:
    if not feature["on"]:
        return f"{phrases.title(feature)} is off. The defaults: {phrases.when(feature)}."
    coming = f" Next: {phrases.days(feature['next'])}." if feature["next"] else ""
    you = "you among them" if feature["mine"] else "you not"
    count = phrases.count(feature)
    said = f"{phrases.title(feature)} is on: {phrases.when(feature)}.{coming}"
    return f"{said} {count}, {you}." if count else said


def _buttons(feature: Facts, *, may_change: bool) -> list[Element]:
    if not feature["on"]:
        return [act.act("Use the defaults", act.PROPOSE, feature)]
    joining = act.joining(feature)
    mine = joining[1:] if feature["mine"] else joining[:1]
    off = [act.act("Turn off", act.STOP, feature)] if may_change else []
    return [*mine, *off]


def _keeper(team: Facts) -> Element:
    return kit.chooser("users_select", f"{act.KEEPER}:{team['channel']}", hint="Hand over to …")
