"""When two written names are the same one: without articles, marks and the word team."""

import re

_ENTITY = re.compile(r"<@(\w+)(?:\|[^>]*)?>|<!subteam\^(\w+)(?:\|[^>]*)?>")
_ARTICLE = re.compile(r"^(?:the|our|der|die|das|den|el|la|los|las|le|les|l['’]|o|os|as)\s+")
_TEAM = re.compile(r"\s+(?:team|squad)$")


def plain_name(name: str) -> str:
    small = name.strip().lower()
    entity = _ENTITY.fullmatch(name.strip())
    if entity:
        return (entity[1] or entity[2]).lower()
    return _TEAM.sub("", _ARTICLE.sub("", small.lstrip("@")))
