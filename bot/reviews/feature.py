"""What a team's reviews are: who takes part, and what it settled about choosing reviewers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import Any

from bot.reviews.choosing import FAIR_ONLY, KNOW, LEARN, LIMIT
from bot.rhythms import Setting
from bot.world import Work
from storage.rhythms import Rhythm
from storage.types import TeamId

NAME = "reviews"
TITLE = "Reviewing"
RULE = "weekdays 09:00"
CATCH_UP = timedelta(hours=24)
WHAT_HAPPENS = (
    "Whoever asks for a review gets a reviewer from among you, in turn and never more than two at "
    "a time. Each morning I look again for those who found nobody."
)
SETTINGS = (
    Setting("reviewers", "Reviewers of each request", "number", 1),
    Setting("limit", "Reviews that one person has open", "number", LIMIT, hint="At most."),
    Setting(
        "prefer",
        "Among equals I choose",
        "choice",
        LEARN,
        choices=(
            (LEARN, "Who can learn the project by it"),
            (KNOW, "Who knows the project"),
            (FAIR_ONLY, "Whoever is next"),
        ),
    ),
    Setting(
        "least_lines",
        "Leave out changes of fewer lines than",
        "number",
        0,
        hint="Of watched repositories; what somebody asks for is never left out.",
    ),
    Setting(
        "leave_paths",
        "Leave out changes only of these files",
        "lines",
        [],
        hint="One a line, like docs/* or *.lock.",
    ),
    Setting("leave_labels", "Leave out what has these labels", "lines", [], hint="One a line."),
    Setting("leave_bots", "Leave out what bots open", "yes_no", True),
)
_MOST_REVIEWERS = 3


@dataclass(frozen=True, slots=True)
class Ways:
    """How a team does its reviews, as it is set now."""

    state: str  # on, off: somebody turned it off; unsaid: nobody decided yet
    reviewers: int
    limit: int
    prefer: str
    least_lines: int
    leave_paths: tuple[str, ...]
    leave_labels: frozenset[str]
    leave_bots: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a code host says of a request that may be too small to be looked at."""

    is_bot: bool = False
    lines: int | None = None
    paths: Sequence[str] = ()
    labels: Sequence[str] = ()


def ways_of(work: Work, team: TeamId) -> Ways:
    return ways(work.records.rhythms.get(team, NAME))


def ways(rhythm: Rhythm | None) -> Ways:
    said: Mapping[str, Any] = {} if rhythm is None else rhythm.settings
    set_ = {one.name: said.get(one.name, one.default) for one in SETTINGS}
    return Ways(
        state=_state(rhythm),
        reviewers=min(max(_whole(set_["reviewers"]), 1), _MOST_REVIEWERS),
        limit=max(_whole(set_["limit"]), 1),
        prefer=str(set_["prefer"]),
        least_lines=_whole(set_["least_lines"]),
        leave_paths=tuple(_lines(set_["leave_paths"])),
        leave_labels=frozenset(one.casefold() for one in _lines(set_["leave_labels"])),
        leave_bots=bool(set_["leave_bots"]),
    )


def leaves_out(ways: Ways, change: Change) -> str | None:
    """Why it is not looked at: bot, lines, paths, label; None when it is."""
    if change.is_bot and ways.leave_bots:
        return "bot"
    if change.lines is not None and change.lines < ways.least_lines:
        return "lines"
    if ways.leave_labels & {one.casefold() for one in change.labels}:
        return "label"
    if change.paths and all(_is_left(one, ways.leave_paths) for one in change.paths):
        return "paths"
    return None


def _is_left(path: str, patterns: Sequence[str]) -> bool:
    """A pattern without a folder is about the file's own name."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path if "/" in one else name, one) for one in patterns)


def _state(rhythm: Rhythm | None) -> str:
    if rhythm is None or (not rhythm.on and rhythm.turned_by is None):
        return "unsaid"
    return "on" if rhythm.on else "off"


def _whole(value: object) -> int:
    try:
        return int(float(str(value)))
    except ValueError:
        return 0


def _lines(value: object) -> list[str]:
    return (
        [str(one).strip() for one in value if str(one).strip()] if isinstance(value, list) else []
    )
