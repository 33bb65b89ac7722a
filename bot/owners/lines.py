"""What follows `/pinwheel owner`: which function, who should answer for it, or what changes."""

import re
from dataclasses import dataclass

from bot.functions import FUNCTIONS, OTHER, FunctionId
from bot.ids import kind_of

MOST_WHY = 300
ACTS = ("none", "mute", "unmute", "deliberate", "ordinary")

_WHOM = re.compile(
    r"<@(?P<person>[UW][A-Z0-9]+)(?:\|[^<>]*)?>"
    r"|<!subteam\^(?P<group>S[A-Z0-9]+)(?:\|@?(?P<called>[^<>]*))?>"
    r"|<#(?P<channel>[CG][A-Z0-9]+)(?:\|(?P<named>[^<>]*))?>"
)
_WORD = re.compile(r"[a-z0-9]+")
_BECAUSE = re.compile(r"^[\s,:;.–—-]*(?:because\b|since\b|as\b)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """Whom something is put to."""

    kind: str  # person, group, channel
    whom: str
    name: str = ""  # of a group or channel, as it was written


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """`act`: ask (with a target), one of ACTS, or form when nothing else was said."""

    act: str
    function: FunctionId | None
    target: Target | None = None
    why: str = ""


def parse(text: str) -> OwnerLine:
    """Total. `function` is None where the words name none, or several."""
    found = _WHOM.search(text)
    if found is not None:
        why = _BECAUSE.sub("", text[found.end() :]).strip()[:MOST_WHY]
        return OwnerLine("ask", function_named(text[: found.start()]), _target(found), why)
    words = text.split()
    if words and words[-1].lower() in ACTS:
        return OwnerLine(words[-1].lower(), function_named(" ".join(words[:-1])))
    return OwnerLine("form", function_named(text))


def function_named(text: str) -> FunctionId | None:
    """By its id, its name, or those words of them that fit no other."""
    said = _words(text)
    if not said:
        return None
    whole = [one for one, name in _NAMES.items() if said in (_words(one), name)]
    some = [one for one, name in _NAMES.items() if said <= name | _words(one)]
    return next(iter(whole or (some if len(some) == 1 else [])), None)


def target_of(whom: str, name: str = "") -> Target:
    """Slack's ids tell what they are the ids of."""
    return Target(kind_of(whom), whom, name)


def _target(found: re.Match[str]) -> Target:
    whom = found["person"] or found["group"] or found["channel"]
    return target_of(whom, found["called"] or found["named"] or "")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


_NAMES = {one: _words(name) for one, name in FUNCTIONS.items() if one != OTHER}
