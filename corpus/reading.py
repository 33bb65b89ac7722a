"""Reads a whole part of the corpus with the shipped reader."""

from collections.abc import Sequence
from dataclasses import replace

from bot.reading import waits_in
from corpus.scoring import Read
from corpus.texts import HERE, Text, texts_of

PARTS = ("tune", "unseen")
_HARD = 0.3  # what a text counts that was written to be hard, beside one that was not


def part(name: str) -> list[Text]:
    """The messages that are scored."""
    return texts_of([HERE / name / "messages.jsonl"])


def taught() -> list[Text]:
    """What was written only to teach: it is in every training and never scored."""
    return _tuning("more", "taught", "plain")


def strangers() -> list[Text]:
    """What three others wrote later: read by models that have nothing of the same writer."""
    return [replace(text, counts=_HARD) for text in _tuning("implied", "twins", "standups")]


def _tuning(*names: str) -> list[Text]:
    return texts_of([HERE / "tune" / f"{name}.jsonl" for name in names])


def read(texts: Sequence[Text]) -> Read:
    return {text.id: waits_in(text.text, field=text.field) for text in texts}
