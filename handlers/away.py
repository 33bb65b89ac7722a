"""Whether Slack's status says that somebody is away, and until when."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.calendar import zone_named

_EMOJI = frozenset(
    {
        ":palm_tree:",  # Slack's own for a vacation
        ":face_with_thermometer:",  # Slack's own for out sick
        ":beach_with_umbrella:",
        ":desert_island:",
    }
)
_WORDS = re.compile(
    r"\b(?:on (?:vacation|holiday|holidays|leave|pto)|vacationing|out of (?:the )?office|ooo|"
    r"(?:parental|maternity|paternity|sick) leave|(?:out|off) sick|day off|away until)\b|"
    r"\bback on \d",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|back(?: on)?)\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_LONGEST = timedelta(days=730)  # what lies further ahead is nothing that we can plan with
_DAY = timedelta(days=1)


def away_until(profile: Mapping[str, Any], now: datetime, zone: str) -> date | None:
    """The last day away; date.max when the status does not say; None when they are here."""
    text = str(profile.get("status_text") or "")
    if profile.get("status_emoji") not in _EMOJI and not _WORDS.search(text):
        return None
    last = _expires(profile.get("status_expiration"), zone) or _as_written(text) or date.max
    return last if last - now.date() <= _LONGEST else date.max


def _expires(at: object, zone: str) -> date | None:
    """The day before which it still stands; a status of today ends at midnight."""
    if not isinstance(at, int) or at <= 0:
        return None
    try:
        end = datetime.fromtimestamp(at, UTC).astimezone(zone_named(zone))
    except (ValueError, OverflowError, OSError):
        return None
    return (end - timedelta(seconds=1)).date()


def _as_written(text: str) -> date | None:
    """ "Back on" a day, or away "until" it: on that day they are here."""
    found = _UNTIL.search(text)
    try:
        return None if found is None else date.fromisoformat(found[1]) - _DAY
    except (ValueError, OverflowError):
        return None
