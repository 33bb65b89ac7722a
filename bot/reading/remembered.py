"""What was found out about a word, kept for the next time it is said."""

from collections.abc import Callable
from typing import TypeVar

_ROOM = 16_384  # words; people use fewer, but anything can be typed
T = TypeVar("T")


class Remembered(dict[str, T]):
    """Filled as it is asked; a word that is known costs one look, and touches nothing else."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= _ROOM:
            self.clear()
        found = self[word] = self._find(word)
        return found
