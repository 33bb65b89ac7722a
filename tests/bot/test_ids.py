"""What Slack's ids tell of themselves."""

import pytest

from bot.ids import kind_of


@pytest.mark.parametrize(
    ("id_", "kind"),
    [
        ("U0ANA", "person"),
        ("W0ANA", "person"),
        ("S0DATAENG", "group"),
        ("D0ANA", "dm"),
        ("C0DSTEAM", "channel"),
        ("G0CHURN", "channel"),
        ("", ""),
        (None, ""),
    ],
)
def test_an_id_tells_what_it_is_the_id_of(id_: str | None, kind: str) -> None:
    assert kind_of(id_) == kind
