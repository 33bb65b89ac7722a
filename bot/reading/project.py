"""Which project a wait is for: "for the churn table", "the churn project", "[churn] ..."."""

import re
from collections.abc import Mapping

from bot.reading.needed import cannot_say
from bot.reading.slack_words import PERSON_MARK, STOP
from bot.reading.small_words import ARTICLES, ASKING, NO_HEADING, NO_PROJECT, PHRASE_ENDS

_MOST_WORDS = 4
_REACH = 120  # characters after "for", and half as many before "project", that are looked at
_PROJECT = re.compile(r"\bproject\b", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:\[([^\[\]\n]{2,40})\]|([\w][\w./ -]{1,40}):\s)")
_MOST_HEADING_WORDS = 3
_FOR = re.compile(r"(?:\b([\w'’]++)\s++)?\bfor\s+", re.IGNORECASE)
_END_OF_PHRASE = re.compile(rf"[,;:!?()\n\"“”|{PERSON_MARK}{STOP}]|[.](?:\s|$)|\s[-–—]+\s")
_FACE = "*_~`'’‘"

_NO_NAME = (
    ARTICLES | PHRASE_ENDS | frozenset(("any", "each", "every", "for", "one", "other", "whole"))
)


def project_in(plain: str, *, people: Mapping[str, str]) -> str | None:
    """The project's name as it was written; None where no plain phrase gives one."""
    return _named(plain) or _headed(plain) or _purpose(plain, people)


def _named(plain: str) -> str | None:
    """The one or two words before "project" that could be a name."""
    if cannot_say(plain, "project"):
        return None
    for found in _PROJECT.finditer(plain):
        before = plain[max(0, found.start() - _REACH // 2) : found.start()]
        phrase = _END_OF_PHRASE.split(before)[-1].split()
        words = [word.strip(_FACE) for word in phrase[-2:]]
        name = " ".join(word for word in words if word and word.lower() not in _NO_NAME)
        if name:
            return name
    return None


def _headed(plain: str) -> str | None:
    found = _HEADING.match(plain) if "[" in plain or ":" in plain else None
    if found is None:
        return None
    name = (found[1] or found[2]).strip()
    words = name.lower().split()
    if len(words) > _MOST_HEADING_WORDS or name.isdigit() or not NO_HEADING.isdisjoint(words):
        return None
    return name or None


def _purpose(plain: str, people: Mapping[str, str]) -> str | None:
    """The last "for": what is waited for comes before what it is for."""
    project = None
    if cannot_say(plain, "for"):
        return None
    for found in _FOR.finditer(plain):
        if (found[1] or "").lower() not in ASKING:
            phrase = _phrase(plain[found.end() : found.end() + _REACH])
            project = _accepted(phrase, people) or project
    return project


def _phrase(tail: str) -> list[str]:
    """The words up to the end of the phrase, of which there are more when they are too many."""
    ended = _END_OF_PHRASE.search(tail)
    words = (tail[: ended.start()] if ended else tail).split()
    while words and words[0].lower() in ARTICLES:
        words.pop(0)
    for at, word in enumerate(words):
        if word.lower() in PHRASE_ENDS:
            return words[:at]
    return words


def _accepted(words: list[str], people: Mapping[str, str]) -> str | None:
    named = [word.strip(_FACE).rstrip(".") for word in words[:_MOST_WORDS]]
    if not named or not all(named):
        return None
    first = named[0].lower()
    if first in NO_PROJECT or first in people or first[0] in "@~#<>" or first[0].isdigit():
        return None
    return " ".join(named)
