"""Words in a form, where Slack shows no mention: as people type them, and back as Slack writes."""

import re
from collections.abc import Mapping

from bot.reading.slack_words import ENTITY, unescaped

_MENTIONS = ("person", "group", "channel")


def as_typed(words: str, *, names: Mapping[str, str]) -> str:
    """The words with @names, #channels and bare links, for a field of a form.

    `names` are people's ids to what Slack calls them.
    """
    return unescaped(ENTITY.sub(lambda found: _face(found, names), words))


def as_slack_writes(typed: str, *, before: str = "", names: Mapping[str, str]) -> str:
    """What was typed into a form, in the one shape in which words are kept: Slack's own.

    Mentions that stood in the words `before` are mentions again where their names still stand;
    nobody is mentioned by typing a name into a form.
    """
    faces = {
        _face(found, names): found[0]
        for found in ENTITY.finditer(before)
        if any(found[kind] for kind in _MENTIONS)
    }
    words = _escaped(typed)
    if not faces:
        return words
    longest_first = sorted(faces, key=len, reverse=True)
    said = "|".join(re.escape(face) for face in longest_first)
    return re.sub(rf"(?<![\w@#])(?:{said})(?!\w)", lambda found: faces[found[0]], words)


def _face(found: re.Match[str], names: Mapping[str, str]) -> str:
    """What an entity looks like where Slack draws it; still escaped."""
    written = found[0].strip("<>")
    value, _, label = written.partition("|")
    if found["person"]:
        name = _escaped(names.get(found["person"], "")) or label or found["person"]
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
