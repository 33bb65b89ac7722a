"""Taps: a button or a choice that somebody pressed means one act; each feature keeps a table."""

from handlers.taps.acts import Act, Verb, does, looks, means, nothing, opens
from handlers.taps.landing import Lands, whisper
from handlers.taps.listening import listen
from handlers.taps.tap import Tap

__all__ = [
    "Act",
    "Lands",
    "Tap",
    "Verb",
    "does",
    "listen",
    "looks",
    "means",
    "nothing",
    "opens",
    "whisper",
]
