"""Whom a wait is on: people by mention or by name, and parties outside the company."""

import re
from collections.abc import Iterator, Mapping

from bot.reading.slack_words import PERSON_MARK
from bot.reading.small_words import ALSO_WORDS, NO_COMPANY

_WHO = re.compile(
    rf"{PERSON_MARK}(?P<id>\w+){PERSON_MARK}|(?<![\w.@])(?P<at>@?)(?P<name>[^\W\d_][\w.-]*)"
)
_LOOK_BACK = 30  # characters; longer than any phrase below
_WAITED_ON = re.compile(
    r"(?:\b(?:from|on|by|until|till|behind|ask|asks|asked|asking|need|needs|needed|pinged|chasing"
    r"|awaiting|via)|\bwait(?:s|ing|ed)? for"
    r"|\b(?:is|it['’]s|sits|stuck|lies|pending) with|\b(?:assigned|sent|handed|over|up) to)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MERELY_NAMED = re.compile(
    r"(?:\b(?:cc|fyi|thanks|thanks to|thank you|thx|on behalf of|told|with"
    r"|(?<!wait )(?<!waits )(?<!waiting )(?<!waited )for))[:,]?\s+$",
    re.IGNORECASE,
)
_MUST_ACT = re.compile(
    r"\s+(?:has to|have to|needs? to|must|should|still has|hasn['’]t|has not|didn['’]t"
    r"|is (?:reviewing|looking|checking|fixing|on it)|to (?:merge|review|approve|sign|fix|answer"
    r"|reply|decide|confirm|finish|grant)|merges|approves|reviews|decides|answers|replies)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|/|\+|&|\band\b|\bor\b)\s*(?:\band\b\s*|\bor\b\s*)?", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s")
_MONTHS = frozenset(("april", "may", "june", "august"))  # never a person without an @

_WAITED, _NAMED = 0, 1

_COMPANY = r"(?<![\w&.-])[A-Z][\w&.-]{0,40}(?:\s+[A-Z][\w&.-]{0,40}){0,2}"
_ROLE = r"(?:vendor|supplier|provider|contractor|agency|partner|consultancy|third[ -]party)"
_OUTSIDE = (
    re.compile(rf"\b(?i:{_ROLE}):?\s+\(?({_COMPANY})"),
    re.compile(rf"({_COMPANY}),?\s+\(?(?:our\s+|the\s+|a\s+)?(?i:vendor|supplier|agency)\b"),
    re.compile(rf"({_COMPANY})(?:['’]s)?\s+(?:support|customer success|account manager)\b"),
    re.compile(rf"({_COMPANY}\s+(?:Inc|GmbH|Ltd|LLC|AG|Corp|BV|SA))\b"),
)


def people_in(plain: str, *, people: Mapping[str, str]) -> tuple[str, ...]:
    """Ids, those plainly waited on before those only mentioned; each once.

    A mention counts unless the words around it say that it is for their information or benefit;
    a bare name counts only where the words around it make somebody wait for it.
    """
    found = list(_ranked(plain, people))
    return tuple(dict.fromkeys(who for who, _ in sorted(found, key=lambda one: one[1])))


def _ranked(plain: str, people: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    last_end, last_rank = -1, None
    for found in _WHO.finditer(plain):
        who, end = _identify(found, people)
        if who is None:
            continue
        if last_end >= 0 and _AND.fullmatch(plain, last_end, found.start()):
            rank = last_rank
        else:
            rank = _rank(plain, found, end)
        last_end, last_rank = end, rank
        if rank is not None:
            yield who, rank


def _identify(found: re.Match[str], people: Mapping[str, str]) -> tuple[str | None, int]:
    """The id, and where the name ends. Names that are also words count when written as names."""
    if found["id"]:
        return found["id"], found.end()
    name = found["name"].rstrip(".-")
    key, end = name.lower(), found.start("name") + len(name)
    if not found["at"] and (key in _MONTHS or (key in ALSO_WORDS and name[0].islower())):
        return None, end
    return people.get(key), end


def _rank(plain: str, found: re.Match[str], end: int) -> int | None:
    before = plain[max(0, found.start() - _LOOK_BACK) : found.start()]
    if _WAITED_ON.search(before) or _MUST_ACT.match(plain, end):
        return _WAITED
    if _MERELY_NAMED.search(before):
        return None
    if found["id"] or found["at"]:
        return _NAMED
    return _NAMED if not before.strip() and plain.startswith(_POSSESSIVE, end) else None


def outside_in(plain: str, *, people: Mapping[str, str]) -> str | None:
    """The company that is named as a vendor, or whose support is waited on; None without a name."""
    for pattern in _OUTSIDE:
        for found in pattern.finditer(plain):
            company = _company(found[1])
            if company and company.lower() not in people:
                return company
    return None


def _company(written: str) -> str:
    """Without the sentence's own first words, which have a capital too."""
    words = written.rstrip(".-").split()
    while words and words[0].lower() in NO_COMPANY:
        words.pop(0)
    return " ".join(words)
