"""The calendar file of a time of a pair looks as agreed, and invites nobody whatever was said."""

from typing import Any

import icalendar
import pytest

from bot.pairs import Shown
from handlers.views.pairs import calendar_file
from tests.handlers.views.cards import ANA, BEN, NOW
from tests.handlers.views.hostile import NASTY
from tests.handlers.views.pairs_scenes import ELI, NOON, everything, pair
from tests.handlers.views.test_goldens import AGREED, WRITE


def event(found: Shown) -> Any:
    (only,) = icalendar.Calendar.from_ical(calendar_file.written(found, NOON, now=NOW)).walk(
        "VEVENT"
    )
    return only


def test_the_file_looks_as_agreed() -> None:
    seen = calendar_file.written(everything("churn_model *v2*"), NOON, now=NOW)
    path = AGREED / "pairs-calendar.ics"
    if WRITE:
        path.write_bytes(seen)
    assert seen == path.read_bytes()


def test_the_same_time_of_the_same_pair_is_the_same_event() -> None:
    assert event(pair())["UID"] == event(everything("x"))["UID"]
    assert event(pair())["UID"] != event(pair(id="p2"))["UID"]


def test_three_and_who_has_no_name_yet_stand_in_the_title() -> None:
    three = pair(people=(ANA, BEN, ELI), names={ANA: "Ana", BEN: "Ben", ELI: ""}, kind="spare")
    assert event(three)["SUMMARY"] == "Pairing: Ana, Ben and somebody"


@pytest.mark.parametrize("text", NASTY)
def test_whatever_somebody_wrote_it_is_one_event_that_invites_nobody(text: str) -> None:
    found = event(everything(text))
    assert set(found) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CLASS"}
