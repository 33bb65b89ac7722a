"""Whether a wait stops the work or only slows it."""

import re

from bot.reading.needed import cannot_say

_SLOWED = re.compile(
    r"\b(?:slow(?:s|ed|er|ing|ly)?|degraded|flaky|sluggish|work(?:ing)?[ -]?arounds?|working around"
    r"|no rush|not urgent|not stopped|low priority|partly|partially|nice to have|can continue"
    r"|can still work|in the meantime|meanwhile)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\b(?:stopped|at a standstill|(?:completely|fully|totally|hard|entirely) (?:blocked|stuck)"
    r"|(?:can(?:no|['’])t|can not|unable to) (?:continue|start|proceed|go on|work|finish|move)"
    r"|no work ?around)\b",
    re.IGNORECASE,
)
_SLOW_WORDS = (
    *("slow", "degraded", "flaky", "sluggish", "work", "no rush", "not urgent", "not stopped"),
    *("low priority", "partly", "partially", "nice to have", "can ", "mean"),
)
_NOT_STOPPED = re.compile(r"\bnot stopped\b", re.IGNORECASE)


def severity_in(plain: str) -> str:
    """ "slowed" only where the words say so; a word for standing still outweighs it."""
    if cannot_say(plain, *_SLOW_WORDS) or not _SLOWED.search(plain):
        return "stopped"
    return "stopped" if _STOPPED.search(_NOT_STOPPED.sub("", plain)) else "slowed"
