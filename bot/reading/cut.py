"""Cuts long words into pieces that can be read and shown one by one."""

import re

_WHOLE = re.compile(r"<[^<>\n]*>|&(?:amp|lt|gt);|:[\w'+-]+:")


def pieces_of(words: str, most: int) -> list[str]:
    """The words in pieces of at most so many characters: together they are the words again.

    Cut after a line, a sentence or a word, never inside a mention; a mention longer than that is a
    piece of its own.
    """
    pieces = []
    while len(words) > most:
        cut = _cut(words, most)
        pieces.append(words[:cut])
        words = words[cut:]
    return [*pieces, words] if words else pieces


def _cut(words: str, most: int) -> int:
    whole = next((one for one in _WHOLE.finditer(words) if one.start() < most < one.end()), None)
    limit = most if whole is None else whole.start() or whole.end()
    line = words.rfind("\n", 0, limit) + 1
    if line > limit // 2:
        return line
    outside = _WHOLE.sub(lambda one: "x" * len(one[0]), words[:limit])
    sentence = max(outside.rfind(mark) + 2 for mark in (". ", "! ", "? "))
    if sentence > limit // 2:
        return sentence
    return max(line, outside.rfind(" ") + 1) or limit
