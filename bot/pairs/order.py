"""An order by lot that comes out the same for the same seed, on every machine and version."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def shuffled(found: Iterable[T], seed: str) -> list[T]:
    return sorted(found, key=lambda one: sha256(f"{seed}:{one}".encode()).digest())
