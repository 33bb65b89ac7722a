"""Reads a whole part of the corpus with the shipped reader."""

from collections.abc import Sequence

from bot.reading import waits_in
from corpus.scoring import Read
from corpus.texts import HERE, Text, texts_of

PARTS = ("tune", "unseen")


def part(name: str) -> list[Text]:
    """The messages that are scored."""
    return texts_of([HERE / name / "messages.jsonl"])


def taught() -> list[Text]:
    """What was written only to teach: it is in every training and never scored."""
    return texts_of([HERE / "tune" / f"{name}.jsonl" for name in ("more", "taught")])


def read(texts: Sequence[Text]) -> Read:
    return {text.id: waits_in(text.text, field=text.field) for text in texts}
