"""A person's own words, shown whole and safely: nothing in them calls a crowd or hides a link."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from handlers.views import kit
from handlers.views.kit import Block, Element, clip

MOST_IN_TEXT = 2_400  # escaped characters of words in a top-level text, so that the rest fits too
# Of a host's name any letter of any script, but no sign that could pose as its end.
_NAME = r"\x00-,/:-@\[-^`{-\x7f\s\u2000-\u206f\u3000-\u303f\ufeff"
_HOST = rf"https?://[^\W_](?:[^{_NAME}]*[^.\-{_NAME}])?(?::\d{{1,5}})?"
_AND = r"&amp;|&(?!(?:amp|lt|gt);)"  # of an address; what was typed as < or > ends it
_TAIL = rf"(?:{_AND}|[^&\s<>|\u200b-\u200f\u2060\ufeff])*"
_END = rf"(?:{_AND}|[^&\s<>|\u200b-\u200f\u2060\ufeff.,;:!?'\")\]}}…])"
_TOKEN = re.compile(
    r"(?P<person><@[UW][A-Z0-9]{1,30}(?:\|[^<>\n]*)?>)"
    r"|(?P<channel><#[CDG][A-Z0-9]{1,30}(?:\|[^<>\n]*)?>)"
    r"|(?P<group><!subteam\^[^<>|\n]*(?:\|[^<>\n]*)?>)"
    r"|(?P<special><![^<>\n]*>)"
    rf"|(?P<link><{_HOST}(?:[/?#]{_TAIL})?(?:\|[^<>\n]*)?>)"
    r"|(?P<mail><mailto:[^<>|\n]*(?:\|[^<>\n]*)?>)"
    rf"|(?P<bare>{_HOST}(?:[/?#](?:{_TAIL}{_END})?)?)"
    r"|(?P<emoji>(?<![\w:]):[\w'+-]{1,80}:(?::skin-tone-[2-6]:)?(?!\w))"
)
# Control characters, halves of characters, and what turns the direction of the text after it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NUMBERED_EMOJI = frozenset({"+1", "-1", "100", "1234"})
_MASKS = {"person": "someone", "channel": "a channel", "group": "a group", "crowd": "everyone"}
_BULLET = re.compile(r"[•*-] +(?=\S)")
_CROWD = re.compile(r"(<[^<>]*>)|@(?=channel|here|everyone|group)", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.+-])[\w.+-]*@\w[\w.-]*")  # @dana, dana@example.com
# A mark formats only beside a border of a word, so the names of columns keep their underscores.
_MARK = re.compile(r"`|(?<![^\W_])[*_~]|[*_~](?![^\W_])|^[ \t]*&gt;", re.MULTILINE)
_UNMARKED = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"}
_MARKS = (*_UNMARKED, "&gt;")


class Piece(NamedTuple):
    """One stretch of words: text, link, emoji, or a mention (person, channel, group, crowd)."""

    kind: str
    value: str  # the text, address, emoji's name or id
    name: str = ""  # as it was written, where Slack wrote it down


@lru_cache(maxsize=256)  # an answer shows the same words and names at several places
def pieces(words: str) -> tuple[Piece, ...]:
    """The words taken apart; every character of them is in exactly one piece."""
    return tuple(_taken_apart(cleaned(words)))


def _taken_apart(words: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(words):
        piece = _piece(found)
        if piece is None:
            continue
        if found.start() > at:
            yield Piece("text", unescaped(words[at : found.start()]))
        yield piece
        at = found.end()
    if at < len(words):
        yield Piece("text", unescaped(words[at:]))


def cleaned(words: str) -> str:
    """Without what nobody sees and what could turn our own sentences around."""
    if words.isprintable():
        return words
    return _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def rich(words: str, *, masked: bool = False) -> Block:
    """The words as a block of their own: mentions and links live, all other marks as typed.

    `masked` leaves out every name that Slack knows: of people, groups and channels.
    """
    lines = _lines(_masked_pieces(words) if masked else pieces(words))
    parts: list[Element] = []
    at = 0
    while at < len(lines):
        bullets = _bullets_from(lines, at)
        if bullets > 1:
            parts.append(kit.rich_list(_without_bullet(line) for line in lines[at : at + bullets]))
            at += bullets
            continue
        end = at + 1
        while end < len(lines) and _bullets_from(lines, end) < 2:
            end += 1
        parts.append(kit.rich_section(_joined(lines[at:end])))
        at = end
    return kit.rich_text(*parts)


def in_text(
    words: str, *, mentions: bool = False, masked: bool = False, limit: int = MOST_IN_TEXT
) -> str:
    """The words for a top-level text or a mrkdwn object: escaped, formatting nothing.

    People are mentioned only when asked for; a link shows its own address.
    """
    taken_apart = _masked_pieces(words) if masked else pieces(words)
    said: list[str] = []
    room = limit
    for piece in taken_apart:
        said.append(_in_text(piece, mentions))
        room -= len(said[-1])
        if room < 0:
            break
    return clip(_calling_nobody("".join(said)), limit)


def line(words: str, limit: int, *, mentions: bool = True, masked: bool = False) -> str:
    """The same on one line, for lists."""
    return in_text(" ".join(words.split()), mentions=mentions, masked=masked, limit=limit)


def one_line(words: str, limit: int, *, names: Mapping[str, str] | None = None) -> str:
    """The words as plain text on one line, for buttons and other plain_text objects.

    Slack draws no mention there: `names` says what people are called, by id.
    """
    found = (_named(piece, names or {}) for piece in pieces(" ".join(words.split())))
    return clip("".join(_as_plain(piece) for piece in found), limit)


def _named(piece: Piece, names: Mapping[str, str]) -> Piece:
    known = names.get(piece.value) if piece.kind == "person" else None
    return piece._replace(name=known) if known else piece


def masked(words: str) -> str:
    """The words as plain text, without the name of any person, group or channel Slack knows."""
    return "".join(_as_plain(piece) for piece in _masked_pieces(words))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """What was typed, of what Slack wrote down: it escapes three characters, once."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def own(sentence: str) -> str:
    """A sentence of ours in which somebody's words may stand: its marks stay, it calls nobody."""
    return _calling_nobody(escaped(sentence))


def address(url: str | None) -> str | None:
    """A link whose face is its own address, for mrkdwn; None when it is no web address."""
    only = next(iter(pieces(escaped(url.strip()))), None) if url else None
    if only is None or only.kind != "link" or only.value != (url or "").strip():
        return None
    return f"<{escaped(only.value)}>"


def _piece(found: re.Match[str]) -> Piece | None:
    kind, written = str(found.lastgroup), found[0]
    if kind == "bare":
        return Piece("link", unescaped(written))
    if kind == "emoji":
        return _emoji(written)
    value, name = map(unescaped, written[1:-1].partition("|")[::2])
    if kind == "link":
        return Piece("link", value)
    if kind == "mail":
        return Piece("text", value.removeprefix("mailto:"))
    if kind == "group":
        return Piece("group", value.removeprefix("!subteam^"), name)
    if kind == "special":
        return _special(value[1:], name)
    return Piece(kind, value[1:], name)


def _emoji(written: str) -> Piece | None:
    name = written[1:-1]
    word = name.partition(":")[0]
    if word not in _NUMBERED_EMOJI and (word != word.lower() or not any(map(str.isalpha, word))):
        return None
    return Piece("emoji", name)


def _special(command: str, name: str) -> Piece:
    """`!channel` and its kin, dates, and whatever Slack adds: as the words that stand for it."""
    if command.startswith("date^"):
        return Piece("text", name or "a date")
    return Piece("crowd", command.partition("^")[0], name)


def _lines(taken_apart: Iterable[Piece]) -> list[list[Element]]:
    """Rich elements, line by line."""
    lines: list[list[Element]] = [[]]
    for piece in taken_apart:
        if piece.kind != "text":
            lines[-1].append(_element(piece))
            continue
        first, *others = piece.value.split("\n")
        lines[-1].extend(_text(first))
        lines.extend(_text(other) for other in others)
    return lines


def _text(text: str) -> list[Element]:
    return [{"type": "text", "text": text}] if text else []


def _element(piece: Piece) -> Element:
    if piece.kind == "person":
        return {"type": "user", "user_id": piece.value}
    if piece.kind == "channel":
        return {"type": "channel", "channel_id": piece.value}
    if piece.kind == "link":
        return {"type": "link", "url": piece.value}
    if piece.kind == "emoji":
        return {"type": "emoji", "name": piece.value}
    return {"type": "text", "text": _as_plain(piece)}


def _bullets_from(lines: list[list[Element]], at: int) -> int:
    """How many lines of a list begin here."""
    end = at
    while end < len(lines) and _is_bullet(lines[end]):
        end += 1
    return end - at


def _is_bullet(line: list[Element]) -> bool:
    if not line or line[0]["type"] != "text":
        return False
    found = _BULLET.match(line[0]["text"])
    return found is not None


def _without_bullet(line: list[Element]) -> list[Element]:
    first = {"type": "text", "text": _BULLET.sub("", line[0]["text"], count=1)}
    return [first, *line[1:]]


def _joined(lines: list[list[Element]]) -> list[Element]:
    """Several lines in one section; text beside text becomes one element."""
    elements: list[Element] = []
    for number, line in enumerate(lines):
        for element in (*(_text("\n") if number else ()), *line):
            if elements and element["type"] == elements[-1]["type"] == "text":
                elements[-1] = {"type": "text", "text": elements[-1]["text"] + element["text"]}
            else:
                elements.append(element)
    return elements or [{"type": "text", "text": "(no words)"}]


def _in_text(piece: Piece, mentions: bool) -> str:
    if piece.kind == "person" and mentions:
        return f"<@{piece.value}>"
    if piece.kind == "channel":
        return f"<#{piece.value}>"
    if piece.kind == "link":
        return f"<{escaped(piece.value)}>"
    if piece.kind == "emoji":
        return f":{piece.value}:"
    text = escaped(_as_plain(piece))
    return _MARK.sub(_unmark, text) if any(map(text.__contains__, _MARKS)) else text


def _calling_nobody(text: str) -> str:
    """An unseen joiner keeps Slack from reading a typed @channel as a call; links stay as are."""
    return _CROWD.sub(lambda found: found[1] or "@\u2060", text) if "@" in text else text


def _unmark(found: re.Match[str]) -> str:
    mark = found[0]
    return _UNMARKED.get(mark) or mark.replace("&gt;", "›")


def _as_plain(piece: Piece) -> str:
    if piece.kind == "person":
        return f"@{piece.name}" if piece.name else "someone"
    if piece.kind == "channel":
        return f"#{piece.name}" if piece.name else "a channel"
    if piece.kind == "group":
        return f"@{piece.name.removeprefix('@')}" if piece.name else "a group"
    if piece.kind == "crowd":
        return piece.name or f"@{piece.value}"
    return f":{piece.value}:" if piece.kind == "emoji" else piece.value


def _masked_pieces(words: str) -> Iterator[Piece]:
    for piece in pieces(words):
        if piece.kind in _MASKS:
            yield Piece("text", _MASKS[piece.kind])
        elif piece.kind == "text":
            yield Piece("text", _HANDLE.sub("someone", piece.value))
        else:
            yield piece
