"""Slack's written forms of people, groups, channels and links, taken apart from the words."""

import re
from dataclasses import dataclass

PERSON_MARK = "\x01"  # on both sides of a person's id in plain text; nobody types it
STOP = "\x02"  # where a link stood: no phrase reaches over it

_MARKS = re.compile(f"[{PERSON_MARK}{STOP}]")
ENTITY = re.compile(
    r"<@(?P<person>[UW][A-Z0-9]+)(?:\|[^<>]*)?>"
    r"|<!subteam\^(?P<group>[A-Z0-9]+)(?:\|(?P<group_name>[^<>]*))?>"
    r"|<\#(?P<channel>[A-Z0-9]+)(?:\|(?P<channel_name>[^<>]*))?>"
    r"|<(?P<link>https?://[^<>|\s]+)(?:\|[^<>]*)?>"
    r"|(?P<bare>https?://(?:(?!&[lg]t;)[^\s<>|])+)"
    r"|<![^<>]*>"
)
_AFTER_LINK = ".,;:!?)]}'\"*_~`"


@dataclass(frozen=True, slots=True)
class Said:
    """`plain` has names for groups and channels, marked ids for people, and no links."""

    plain: str
    groups: tuple[str, ...]
    channels: tuple[str, ...]
    links: tuple[str, ...]


def unescaped(text: str) -> str:
    """What was typed, of what Slack wrote down: it escapes three characters, once."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def unravel(text: str) -> Said:
    groups: dict[str, None] = {}
    channels: dict[str, None] = {}
    links: dict[str, None] = {}

    def plain(found: re.Match[str]) -> str:
        if found["person"]:
            return f" {PERSON_MARK}{found['person']}{PERSON_MARK} "
        if found["group"]:
            groups[found["group"]] = None
            return f" {(found['group_name'] or '').lstrip('@')} "
        if found["channel"]:
            channels[found["channel"]] = None
            return f" {found['channel_name'] or ''} "
        link = unescaped(found["link"] or "") or unescaped(found["bare"] or "").rstrip(_AFTER_LINK)
        if link:
            links[link] = None
        return f" {STOP} "

    words = _MARKS.sub(" ", text)
    if "<" in words or "http" in words:
        words = ENTITY.sub(plain, words)
    return Said(unescaped(words), tuple(groups), tuple(channels), tuple(links))
