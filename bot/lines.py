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
    "--help": Action.HELP,
    "-h": Action.HELP,
    "resolve": Action.RESOLVE,
    "done": Action.RESOLVE,
    "reopen": Action.REOPEN,
    "edit": Action.EDIT,
    "show": Action.SHOW,
}
_QUESTION = ("?", "？")
_MARKS = ".!?…！？。"  # put after a word without meaning anything by it
_NUMBERED = re.compile(
    r"(?P<word>resolve|done|reopen|edit|show)\s+"
    r"(?P<hash>\#?)(?P<number>[-−+]?\d+(?:[.,]\d+)?)"
    r"(?P<mark>\s*[-–—:,;.!?…]+)?(?:\s+(?P<note>.*))?",
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

# A number before these counts things ("3 of 5 tables", "12 failing tests"): it names no blocker.
_COUNTED = re.compile(
    r"(?:%|percent\b|(?:more |out )?of (?:the |my |our |these |those )?(?:\d|\w+s\b)"
    r"|(?:de|von|sur|di) (?:los |las |les |os |as |den )?\d|/\s*\d"
    r"|(?:more|other|open|last|final|failing|failed|missing|broken|remaining|pending|outstanding"
    r"|unresolved|unanswered|disputed|conflicting|stale|stuck|blocked|flaky|red|new|old|big|small"
    r"|different|separate|critical|urgent|minor|major|duplicate|empty|wrong|bad|slow|late)"
    r"\s+(?!of\b)\w)",
    re.IGNORECASE,
)
_STILL_WAITING = re.compile(
    r"\b(?:wait(?:ing)? (?:on|for)|awaiting|still (?:need|miss|wait|no)\w*|needs?|owes?|pending"
    r"|blocked (?:by|on)|before (?:i|we) can|can(?:no|['’])t|has ?n['’]?t|have ?n['’]?t"
    r"|are missing|is missing|ran out|out of (?:budget|quota))\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:no longer|not? (?:more|longer)|any ?more|nothing|fixed|shipped|merged|solved|sorted"
    r"|thanks?|thx|arrived|works? (?:again|now|fine)|unblocked|granted|approved|resolved"
    r"|got (?:it|them))\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:[\w'’-]+\s+){0,2}(?!thanks\b|works\b|was\b|is\b|this\b)[^\W\dA-Z]\w+[^\W\ds]s"
)


def parse(text: str, *, exists: Exists | None) -> Line:
    """Total: every text means something. `exists` says whether the team has that blocker.

    It is asked only about lines that would fit a subcommand, at most once a line. Where nobody
    can say (None), a number is taken for a blocker's unless the words count something with it.
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
    """Nothing at all asks for the form. Marks after the word do no harm: "help!", "mine …"."""
    if not words:
        return Line(Action.MODAL, words)
    word = words.rstrip(_MARKS).rstrip(_BLANK).lower()
    action = _ALONE.get(word) if word else _marks_alone(words)
    return Line(action, words) if action else None


def _marks_alone(words: str) -> Action | None:
    return Action.HELP if words[0] in _QUESTION else None


def _with_number(words: str, exists: Exists | None) -> Line | None:
    found = _NUMBERED.fullmatch(words)
    if found is None:
        return None
    action, note = _ALONE[found["word"].lower()], found["note"] or ""
    if note and action is not Action.RESOLVE:
        return None
    number = _whole(found["number"])
    if number is not None and _is_a_blocker(number, found, exists):
        return Line(action, words, number=number, note=note)
    if note:
        return None
    return Line(Action.ERROR, words, number=number, reason=Reason.NO_SUCH_NUMBER)


def _whole(written: str) -> int | None:
    """None for half a blocker."""
    return int(written.replace("−", "-")) if not re.search("[.,]", written) else None


def _is_a_blocker(number: int, found: re.Match[str], exists: Exists | None) -> bool:
    if not 0 < number <= _LARGEST_NUMBER:
        return False
    return exists(number) if exists else not _counts_something(found)


def _counts_something(found: re.Match[str]) -> bool:
    """Whether the words after the number say what there is so many of."""
    note = found["note"]
    if not note or found["hash"] or found["mark"]:
        return False
    if _OVER.search(note):
        return False
    if _COUNTED.match(note) or _STILL_WAITING.search(note):
        return True
    return _PLURAL.fullmatch(note) is not None


def _only_names(words: str) -> Line | None:
    """A mention without a word about the wait asks for the form; only a broadcast helps nobody."""
    unaddressed, broadcasts = _BROADCAST.subn(" ", words)
    rest, mentions = _MENTION.subn(" ", unaddressed)
    if not broadcasts + mentions or any(map(str.isalnum, _JOINING.sub(" ", rest))):
        return None
    if mentions:
        return Line(Action.MODAL, words, reason=Reason.ONLY_MENTION)
    return Line(Action.ERROR, words, reason=Reason.ONLY_BROADCAST)
