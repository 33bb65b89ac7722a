"""What follows `/blocked`: a subcommand only when the whole text fits one, else a blocker."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MOST_CHARACTERS = 3000
_LARGEST_NUMBER = 2**31 - 1  # what a column keeps

Exists = Callable[[int], bool]


class Action(StrEnum):
    CREATE = "create"
    LIST = "list"
    MINE = "mine"
    WAITING = "waiting"
    ALL = "all"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    EDIT = "edit"
    SHOW = "show"
    HELP = "help"
    MODAL = "modal"
    ERROR = "error"


class Reason(StrEnum):
    """Why it is an error, or why the form comes filled in."""

    TOO_LONG = "too_long"
    ONLY_BROADCAST = "only_broadcast"
    NO_SUCH_NUMBER = "no_such_number"
    ONLY_MENTION = "only_mention"


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is always the person's words, trimmed; `note` what they say of a resolution."""

    action: Action
    text: str
    number: int | None = None
    note: str = ""
    reason: Reason | None = None


_ALONE = {
    "list": Action.LIST,
    "mine": Action.MINE,
    "waiting": Action.WAITING,
    "all": Action.ALL,
    "help": Action.HELP,
    "?": Action.HELP,
    "--help": Action.HELP,
    "-h": Action.HELP,
    "resolve": Action.RESOLVE,
    "done": Action.RESOLVE,
    "reopen": Action.REOPEN,
    "edit": Action.EDIT,
    "show": Action.SHOW,
}
_NUMBERED = re.compile(
    r"(?P<word>resolve|done|reopen|edit|show)\s+"
    r"\#?(?P<number>[-−+]?\d+)"
    r"(?:\s*[-–—:,;.])?(?:\s+(?P<note>.*))?",
    re.IGNORECASE | re.DOTALL,
)
# Spaces of every kind, and the invisible marks that editors and phones leave behind at the ends.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
_BROADCAST = re.compile(
    r"<!(?:channel|here|everyone)(?:\|[^<>]*)?>|@(?:channel|here|everyone)\b", re.IGNORECASE
)
_MENTION = re.compile(
    r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>|<!subteam\^[A-Z0-9]+(?:\|[^<>]*)?>|<#[A-Z0-9]+(?:\|[^<>]*)?>"
    r"|(?<!\S)@\w[\w.-]*"
)
_JOINING = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)


def parse(text: str, *, exists: Exists) -> Line:
    """Total: every text means something. `exists` says whether the team has that blocker.

    It is asked only about lines that would fit a subcommand, at most once a line.
    """
    words = text.strip(_BLANK)
    if length(words) > MOST_CHARACTERS:
        return Line(Action.ERROR, words, reason=Reason.TOO_LONG)
    return (
        _word_alone(words)
        or _with_number(words, exists)
        or _only_names(words)
        or Line(Action.CREATE, words)
    )


def length(words: str) -> int:
    """Characters as they were typed: Slack writes three of them longer."""
    return len(words) - 4 * words.count("&amp;") - 3 * (words.count("&lt;") + words.count("&gt;"))


def _word_alone(words: str) -> Line | None:
    """Nothing at all asks for the form. One mark after the word does no harm: "help!"."""
    if not words:
        return Line(Action.MODAL, words)
    word = words.lower()
    action = _ALONE.get(word) or _ALONE.get(word[:-1] if word[-1] in ".!?" else "")
    return Line(action, words) if action else None


def _with_number(words: str, exists: Exists) -> Line | None:
    found = _NUMBERED.fullmatch(words)
    if found is None:
        return None
    action, note = _ALONE[found["word"].lower()], found["note"] or ""
    if note and action is not Action.RESOLVE:
        return None
    number = int(found["number"].replace("−", "-"))
    if 0 < number <= _LARGEST_NUMBER and exists(number):
        return Line(action, words, number=number, note=note)
    if note:
        return None
    return Line(Action.ERROR, words, number=number, reason=Reason.NO_SUCH_NUMBER)


def _only_names(words: str) -> Line | None:
    """A mention without a word about the wait asks for the form; only a broadcast helps nobody."""
    unaddressed, broadcasts = _BROADCAST.subn(" ", words)
    rest, mentions = _MENTION.subn(" ", unaddressed)
    if not broadcasts + mentions or any(map(str.isalnum, _JOINING.sub(" ", rest))):
        return None
    if mentions:
        return Line(Action.MODAL, words, reason=Reason.ONLY_MENTION)
    return Line(Action.ERROR, words, reason=Reason.ONLY_BROADCAST)
