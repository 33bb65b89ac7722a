"""The settings of a team's rhythms: checked as each feature declared them, changed by a keeper."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.errors import NotARule, NotBothThere
from bot.people import may_post
from bot.rhythms.features import WHEN, Feature, Setting, settings_of
from bot.rhythms.rights import require, team_in
from bot.rhythms.rule import parse
from bot.rhythms.standing import about, blank, first_date
from bot.rhythms.taking_part import taking_part
from bot.told import Told
from bot.world import Work
from storage.rhythms import Rhythm
from storage.teams import Team
from storage.types import ChannelId, PersonId

MOST_TEXT = 300
MOST_LINES = 10
MOST_NUMBER = 10_000
Wanted = Mapping[str, Any]  # by the setting's name; the rule by WHEN


def problems(feature: Feature, wanted: Wanted) -> dict[str, str]:
    """What has to be put right, by field; empty when all is well."""
    found = {one.name: _problem(one, wanted.get(one.name)) for one in feature.settings}
    try:
        parse(wanted[WHEN])
    except NotARule as refusal:
        found[WHEN] = refusal.sentence
    return {name: said for name, said in found.items() if said}


def change(
    work: Work,
    features: Mapping[str, Feature],
    channel: ChannelId,
    by: PersonId,
    wanted: Mapping[str, Wanted],
) -> Told:
    """What differs is kept; a round under way goes on as it began. Raises NotTheKeeper,
    NotBothThere."""
    team = team_in(work, channel, by)
    require(work, team, by)
    for name in wanted:
        for place in _new_places(work, features[name], team, wanted[name]):
            _require_both_in(work, place, by)
    changes = [_changed(work, features[name], team, wanted[name]) for name in wanted]
    return Told("rhythm.changed", None, {"changes": [one for one in changes if one]})


def settings_form(
    work: Work, features: Mapping[str, Feature], channel: ChannelId, by: PersonId
) -> dict[str, Wanted]:
    """What the form is filled with. Raises NotTheKeeper: nobody fills in a form for nothing."""
    team = team_in(work, channel, by)
    require(work, team, by)
    return {name: _filled(work, feature, team) for name, feature in features.items()}


def _new_places(work: Work, feature: Feature, team: Team, wanted: Wanted) -> Iterator[ChannelId]:
    """Channels that are named now, and were not before."""
    before = _filled(work, feature, team)
    for one in (one.name for one in feature.settings if one.kind == "channel"):
        if wanted.get(one) not in (None, "", team.channel, before[one]):
            yield ChannelId(wanted[one])


def _require_both_in(work: Work, channel: ChannelId, by: PersonId) -> None:
    """We must be able to speak there; and nobody sends others' words where they are not."""
    place, team = work.records.channels.get(channel), work.records.teams.of_channel(channel)
    if place is None or team is None or not may_post(place):
        raise NotBothThere
    if by not in work.records.teams.members(team.id):
        raise NotBothThere


def _filled(work: Work, feature: Feature, team: Team) -> Wanted:
    rhythm = work.records.rhythms.get(team.id, feature.name) or blank(work, feature, team)
    return {WHEN: rhythm.rule, **settings_of(feature, rhythm.settings)}


def _changed(work: Work, feature: Feature, team: Team, wanted: Wanted) -> dict[str, Any] | None:
    """What became of it; None when nothing differs."""
    before = work.records.rhythms.get(team.id, feature.name) or blank(work, feature, team)
    rule = str(parse(wanted[WHEN]))
    settings = {one.name: wanted[one.name] for one in feature.settings if one.name in wanted}
    settings = {**settings_of(feature, before.settings), **settings}
    same_rule = rule == str(parse(before.rule))
    if same_rule and settings == settings_of(feature, before.settings):
        return None
    changed = replace(before, settings=_besides_defaults(feature, settings))
    changed = changed if same_rule else replace(changed, rule=rule)
    return _put(work, feature, team, changed, same_rule=same_rule)


def _put(
    work: Work, feature: Feature, team: Team, changed: Rhythm, *, same_rule: bool
) -> dict[str, Any]:
    under_way = work.records.occurrences.open_of(team.id, feature.name)
    running = under_way[-1].date if under_way else None
    first = None
    if changed.on:
        not_before = running + timedelta(days=1) if running else None
        not_before = not_before or (changed.starts_on if same_rule else None)
        people = taking_part(work, team, feature.name)
        rule = parse(changed.rule)
        first = first_date(work, feature, team, rule, people, not_before=not_before)
        starts_on = changed.starts_on if same_rule else first
        changed = replace(changed, starts_on=starts_on, next_due=work.now)
    work.records.rhythms.put(changed)
    said = {**about(work, feature, team), "on": changed.on, "rule_too": not same_rule}
    return {**said, "running": _written(running), "first": _written(first)}


def _written(day: object) -> str | None:
    return None if day is None else str(day)


def _besides_defaults(feature: Feature, settings: Mapping[str, Any]) -> dict[str, Any]:
    defaults = settings_of(feature, {})
    return {name: value for name, value in settings.items() if value != defaults[name]}


def _problem(setting: Setting, value: Any) -> str | None:
    if setting.kind == "number":
        return _not_a_number(value)
    if setting.kind == "lines":
        return _too_many(value)
    if setting.kind == "choice" and value not in dict(setting.choices):
        return "Please choose one of these."
    if setting.kind == "text" and len(value or "") > MOST_TEXT:
        return f"That is {len(value):,} characters; I can keep up to {MOST_TEXT}."
    return None


def _not_a_number(value: Any) -> str | None:
    good = isinstance(value, int | float) and 0 <= value <= MOST_NUMBER
    return None if good else "Please give a number, like 4."


def _too_many(value: Any) -> str | None:
    if len(value) > MOST_LINES:
        return f"Those are {len(value)} lines; I can keep up to {MOST_LINES}."
    if longest := max((len(one) for one in value if len(one) > MOST_TEXT), default=0):
        return f"A line has {longest:,} characters; I can keep up to {MOST_TEXT}."
    return None
