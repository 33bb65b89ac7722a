"""What Slack's status says of somebody's absence, and what it does not say."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from handlers.away import away_until

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
FRIDAY_MIDNIGHT = int(datetime(2026, 3, 13, 23, tzinfo=UTC).timestamp())  # of Berlin


@pytest.mark.parametrize(
    ("profile", "until"),
    [
        ({}, None),
        ({"status_emoji": ":calendar:", "status_text": "In a meeting"}, None),
        ({"status_emoji": ":house_with_garden:", "status_text": "Working remotely"}, None),
        ({"status_text": "back on Slack soon"}, None),
        ({"status_text": "planning our vacation days"}, None),
        ({"status_emoji": ":palm_tree:"}, date.max),
        ({"status_text": "On vacation"}, date.max),
        ({"status_text": "OOO, back on 2026-04-20"}, date(2026, 4, 19)),
        ({"status_text": "Away until 2026-04-20"}, date(2026, 4, 19)),
        ({"status_text": "away until 2026-99-99"}, date.max),
        (
            {"status_emoji": ":palm_tree:", "status_expiration": FRIDAY_MIDNIGHT},
            date(2026, 3, 13),
        ),
        (
            {"status_emoji": ":calendar:", "status_expiration": FRIDAY_MIDNIGHT},
            None,
        ),
        ({"status_emoji": ":palm_tree:", "status_expiration": 10**15}, date.max),
        ({"status_emoji": ":palm_tree:", "status_expiration": "soon"}, date.max),
        ({"status_emoji": ":palm_tree:", "status_text": None}, date.max),
    ],
)
def test_a_status_says_until_when_somebody_is_away(
    profile: dict[str, Any], until: date | None
) -> None:
    assert away_until(profile, NOW, "Europe/Berlin") == until
