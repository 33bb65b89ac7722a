"""Words in a form, where Slack shows no mention: as people type them, and back as Slack writes."""

import re
from collections.abc import Callable

from bot.reading.slack_words import ENTITY, unescaped

NameOf = Callable[[str], str]  # a person's id to what Slack calls them; "" for whom nobody knows
_MENTIONS = ("person", "group", "channel")


def as_typed(words: str, *, name_of: NameOf) -> str:
    """The words with @names, #channels and bare links, for a field of a form."""
    return unescaped(ENTITY.sub(lambda found: _face(found, name_of), words))


def as_slack_writes(typed: str, *, before: str = "", name_of: NameOf) -> str:
    """What was typed into a form, in the one shape in which words are kept: Slack's own.

    Mentions that stood in the words `before` are mentions again where their names still stand;
    nobody is mentioned by typing a name into a form.
    """
    faces = {
        _face(found, name_of): found[0]
        for found in ENTITY.finditer(before)
        if any(found[kind] for kind in _MENTIONS)
    }
    words = _escaped(typed)
    if not faces:
        return words
    longest_first = sorted(faces, key=len, reverse=True)
    said = "|".join(re.escape(face) for face in longest_first)
    return re.sub(rf"(?<![\w@#])(?:{said})(?!\w)", lambda found: faces[found[0]], words)


def _face(found: re.Match[str], name_of: NameOf) -> str:
    """What an entity looks like where Slack draws it; still escaped."""
    written = found[0].strip("<>")
    value, _, label = written.partition("|")
    if found["person"]:
        name = _escaped(name_of(found["person"])) or label or found["person"]
        return f"@{name}"
    if found["group"]:
        return f"@{label.removeprefix('@') or found['group']}"
    if found["channel"]:
        return f"#{label or found['channel']}"
    if value.startswith("!"):
        return label or f"@{value[1:]}"
    return found["link"] or found[0]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
