"""Features that recur: what each of them declares, once, and its settings for one team."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.rhythms.rule import Rule, parse
from bot.world import Work
from storage.rhythms import Rhythm

WHEN = "when"  # the rule's own field; no setting may be called so


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of a feature's section in the settings."""

    name: str
    title: str
    kind: str  # text, lines, choice, time, number, channel, yes_no
    default: Any  # text; a list for lines; the choice's id; "9:30"; a number; an id or None; a bool
    choices: tuple[tuple[str, str], ...] = ()  # id and text
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    name: str
    title: str
    what_happens: str  # one sentence, said when people are asked who takes part
    rule: str  # the usual one
    settings: tuple[Setting, ...]
    catch_up: timedelta  # what comes due later than this after its time is skipped, with a reason
    in_members_zones: bool
    due: Callable[[Work, Rhythm], datetime | None]
    # Does what is due by `work.now`, each thing once; says when something is due next (after now).
    asks_people: bool = True  # off: it is only posted, and there is nothing to take part in


def settings_of(feature: Feature, settings: Mapping[str, Any]) -> dict[str, Any]:
    """All settings, those that nobody changed by their defaults."""
    return {one.name: settings.get(one.name, one.default) for one in feature.settings}


def rule_of(feature: Feature, rhythm: Rhythm | None) -> Rule:
    return parse(feature.rule if rhythm is None else rhythm.rule)
