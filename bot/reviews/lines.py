"""What follows `/review`: a link to look at, with what is said about it, or a word of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.days import day_in
from bot.links import Link, cut_link
from storage.types import PersonId

MOST_NOTE = 1000
_ALONE = frozenset({"list", "mine", "team", "stats", "on", "off", "help"})
_HELP = frozenset({"?", "--help", "-h", "help!", "hilfe", "ayuda"})
_NUMBERED = frozenset(
    {"show", "done", "approve", "approved", "comments", "changes", "accept", "decline", "choose"}
)
_SAME = {"approve": "approved", "done": "approved"}
_REST = frozenset({"me", "project", "watch", "unwatch"})
_MENTION = r"(?:<@(?P<id{n}>[UW][A-Z0-9]+)(?:\|[^<>]*)?>|@(?P<name{n}>[\w][\w.-]*))"
_FOR = re.compile(
    rf"(?:^|(?<=\s))(?P<asked>(?:for|by|to|ask)\s+)?{_MENTION.format(n=1)}"
    rf"(?:\s*(?:,|and|&amp;|&|\+)\s*{_MENTION.format(n=2)})?(?=\W|$)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|(?<=\s))(?:by|before|until|till|due)\s+(?:on\s+)?", re.IGNORECASE)
_TWO = re.compile(
    r"(?:^|(?<=\s))(?:by |with |from )?(?:two|2)(?: reviewers| people| pairs of eyes)(?=\W|$)",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_DAY = 4


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """`act`: ask, form, help, list, mine, team, stats, on, off; show, approved, comments, changes,
    accept, decline, choose (with a number); me, project, watch, unwatch (with the rest); unknown.
    """

    act: str
    link: Link | None = None
    note: str = ""
    reviewers: tuple[PersonId, ...] = ()
    wanted: int = 0  # 0: as is usual
    due: date | None = None
    number: int | None = None
    rest: str = ""


def parse(text: str, *, today: date, names: Mapping[str, str] | None = None) -> ReviewLine:
    """Total: every text means something. `names`: handles, in small letters, to people."""
    words = text.strip()
    if not words:
        return ReviewLine("form")
    named = _word(words)
    if named is not None:
        return named
    link, around = cut_link(words)
    if link is None:
        return ReviewLine("unknown", rest=words)
    return _asked(link, around, today, names or {})


def _word(words: str) -> ReviewLine | None:
    first, _, rest = words.partition(" ")
    word, rest = first.lower().rstrip(".!…"), rest.strip()
    if words.lower() in _HELP or (word in _ALONE and not rest):
        return ReviewLine("help" if words.lower() in _HELP else word)
    number = re.fullmatch(r"#?(\d{1,9})[.!]?", rest)
    if word in _NUMBERED and number:
        return ReviewLine(_SAME.get(word, word), number=int(number[1]))
    if word in _REST:
        return ReviewLine(word, rest=rest)
    return None


def _asked(link: Link, words: str, today: date, names: Mapping[str, str]) -> ReviewLine:
    words, two = _TWO.subn(" ", words)
    words, reviewers = _without_reviewers(words, names)
    words, due = _without_day(words, today)
    note = " ".join(words.split()).strip(" ,;:-–—")
    wanted = 2 if two else 0
    return ReviewLine("ask", link, note[:MOST_NOTE], reviewers, wanted, due)


def _without_reviewers(words: str, names: Mapping[str, str]) -> tuple[str, tuple[PersonId, ...]]:
    """Who is named with "for", or first or last; by mention, or by a name that only one here has.

    Other names stay words.
    """
    found: dict[PersonId, None] = {}

    def take(match: re.Match[str]) -> str:
        if not match["asked"] and words[: match.start()].strip() and words[match.end() :].strip():
            return match[0]
        people = [_person(match, n, names) for n in (1, 2) if match[f"id{n}"] or match[f"name{n}"]]
        if None in people:
            return match[0]
        found.update(dict.fromkeys(one for one in people if one is not None))
        return " "

    return _FOR.sub(take, words), tuple(found)


def _person(match: re.Match[str], n: int, names: Mapping[str, str]) -> PersonId | None:
    if match[f"id{n}"]:
        return PersonId(match[f"id{n}"])
    named = names.get(match[f"name{n}"].lower().rstrip("."))
    return None if named is None else PersonId(named)


def _without_day(words: str, today: date) -> tuple[str, date | None]:
    """The last "by …" that is followed by a day; as many words of it as make one."""
    for found in reversed(list(_BY.finditer(words))):
        rest = words[found.end() :].split()
        for many in range(min(_MOST_WORDS_OF_A_DAY, len(rest)), 0, -1):
            day = day_in(" ".join(rest[:many]).strip(",;:!?)"), today=today)
            if day is None and many == 1:
                day = day_in(rest[0].strip(".,;:!?)"), today=today)
            if day is not None:
                return f"{words[: found.start()]} {' '.join(rest[many:])}", day
    return words, None
