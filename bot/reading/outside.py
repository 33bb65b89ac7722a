"""Which party outside the company a wait is on: a vendor by name, or whose support is asked."""

import re
from collections.abc import Mapping

from bot.reading.small_words import NO_COMPANY

_COMPANY = r"(?<![\w&.-])[A-Z][\w&.-]{0,40}(?:\s+[A-Z][\w&.-]{0,40}){0,2}"
_ROLE = r"(?:vendor|supplier|provider|contractor|agency|partner|consultancy|third[ -]party)"
_OUTSIDE = (
    re.compile(rf"\b(?i:{_ROLE}):?\s+\(?({_COMPANY})"),
    re.compile(rf"({_COMPANY}),?\s+\(?(?:our\s+|the\s+|a\s+)?(?i:vendor|supplier|agency)\b"),
    re.compile(rf"({_COMPANY})(?:['’]s)?\s+(?:support|customer success|account manager)\b"),
    re.compile(rf"({_COMPANY}\s+(?:Inc|GmbH|Ltd|LLC|AG|Corp|BV|SA))\b"),
)


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
