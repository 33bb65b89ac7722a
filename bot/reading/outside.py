"""Which party outside the company a wait is on: a vendor by name, or whose support is asked."""

import re
from collections.abc import Iterator, Mapping

from bot.reading.needed import cannot_say
from bot.reading.small_words import NO_COMPANY

_COMPANY = r"(?<![\w&.-])[A-Z][\w&.-]{0,40}(?:\s+[A-Z][\w&.-]{0,40}){0,2}"
_ROLE = r"(?:vendor|supplier|provider|contractor|agency|partner|consultancy|third[ -]party)"
_ROLE_WORDS = (
    *("vendor", "supplier", "provider", "contractor", "agency", "partner"),
    *("consultancy", "party"),
)
_BY_ROLE = (
    re.compile(rf"\b(?i:{_ROLE}):?\s+\(?({_COMPANY})"),
    re.compile(rf"({_COMPANY}),?\s+\(?(?:our\s+|the\s+|a\s+)?(?i:vendor|supplier|agency)\b"),
)
_CARES = ("support", "customer success", "account manager")
_BY_CARE = (re.compile(rf"({_COMPANY})(?:['’]s)?\s+(?:{'|'.join(_CARES)})\b"),)
_FORMS = ("Inc", "GmbH", "Ltd", "LLC", "AG", "Corp", "BV", "SA")
_BY_FORM = (re.compile(rf"({_COMPANY}\s+(?:{'|'.join(_FORMS)}))\b"),)


def outside_in(plain: str, *, people: Mapping[str, str]) -> str | None:
    """The company that is named as a vendor, or whose support is waited on; None without a name."""
    for pattern in _patterns(plain):
        for found in pattern.finditer(plain):
            company = _company(found[1])
            if company and company.lower() not in people:
                return company
    return None


def _patterns(plain: str) -> Iterator[re.Pattern[str]]:
    """Those that could match: each goes through the whole text."""
    if not cannot_say(plain, *_ROLE_WORDS):
        yield from _BY_ROLE
    if any(map(plain.__contains__, _CARES)):
        yield from _BY_CARE
    if any(map(plain.__contains__, _FORMS)):
        yield from _BY_FORM


def _company(written: str) -> str:
    """Without the sentence's own first words, which have a capital too."""
    words = written.rstrip(".-").split()
    while words and words[0].lower() in NO_COMPANY:
        words.pop(0)
    return " ".join(words)
