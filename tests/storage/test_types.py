"""Instants keep their zone, whatever the database makes of them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from storage.types import UtcDateTime

SQLITE, POSTGRESQL = (
    create_engine("sqlite://").dialect,
    create_engine("postgresql+psycopg://").dialect,
)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.builds(
    lambda seconds, zone: datetime.fromtimestamp(seconds, zone),
    st.integers(0, 7_000_000_000),
    ZONES,
)
NAIVE = datetime(2026, 3, 9)  # noqa: DTZ001 - what the type is there to refuse


@given(INSTANTS)
def test_an_instant_comes_back_from_sqlite_as_the_same_instant_in_utc(instant: datetime) -> None:
    kept = UtcDateTime().process_bind_param(instant, SQLITE)
    assert kept is not None
    read = UtcDateTime().process_result_value(kept.replace(tzinfo=None), SQLITE)
    assert read == instant
    assert read is not None
    assert read.tzinfo is UTC


@given(INSTANTS)
def test_an_instant_comes_back_from_postgresql_in_utc_whatever_its_session_speaks(
    instant: datetime,
) -> None:
    read = UtcDateTime().process_result_value(instant, POSTGRESQL)
    assert read == instant
    assert read is not None
    assert read.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        UtcDateTime().process_bind_param(NAIVE, SQLITE)


def test_nothing_stays_nothing() -> None:
    assert UtcDateTime().process_bind_param(None, SQLITE) is None
    assert UtcDateTime().process_result_value(None, SQLITE) is None
