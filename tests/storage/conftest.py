"""A store with one workspace settled in it."""

import pytest

from storage.store import Store
from tests.storage.rows import NORTH, settle


@pytest.fixture
def settled(store: Store) -> Store:
    settle(store, NORTH)
    return store
