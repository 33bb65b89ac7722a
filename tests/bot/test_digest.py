"""The digest when it is due: said once, or a recorded reason why not; a real database below."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.digest import CLOSED, FEATURE, QUIET
from bot.rhythms import Occurrence, do_due
from bot.world import Work
from storage.rhythms import Rhythm
from storage.store import Store
from storage.teams import Team
from storage.types import ChannelId
from tests.bot.post_office import PostOffice

FRIDAY = date(2026, 3, 13)
FEATURES = {FEATURE.name: FEATURE}


@pytest.fixture
def office(store: Store) -> PostOffice:
    """A post office on the Friday at 15:00, when its team's digest is due; nobody waits."""
    office = PostOffice(store)
    office.do(_turn_on)
    office.now += timedelta(days=4, hours=3)
    return office


def _turn_on(work: Work) -> None:
    rhythm = Rhythm(
        team=_team(work).id,
        feature=FEATURE.name,
        rule=FEATURE.rule,
        zone="UTC",
        settings={},
        on=True,
        turned_by=None,
        starts_on=FRIDAY,
        next_due=work.now,
    )
    work.records.rhythms.put(rhythm)


def _team(work: Work) -> Team:
    team = work.records.teams.of_channel(ChannelId("C0TEAM"))
    assert team is not None
    return team


def _outcome(work: Work) -> Occurrence | None:
    return work.records.occurrences.get(_team(work).id, FEATURE.name, FRIDAY)


def test_a_week_without_waits_is_recorded_as_quiet(office: PostOffice) -> None:
    assert office.do(lambda work: do_due(work, FEATURES))
    outcome = office.do(_outcome)
    assert outcome is not None
    assert (outcome.state, outcome.reason) == ("settled", QUIET)


def test_a_channel_that_is_closed_to_us_is_recorded_too(office: PostOffice) -> None:
    def close(work: Work) -> None:
        place = work.records.channels.get(ChannelId("C0TEAM"))
        assert place is not None
        work.records.channels.put(replace(place, trouble="is_archived"))

    office.do(close)
    office.do(lambda work: do_due(work, FEATURES))
    outcome = office.do(_outcome)
    assert outcome is not None
    assert outcome.reason == CLOSED


def test_the_next_one_is_due_a_week_later(office: PostOffice) -> None:
    office.do(lambda work: do_due(work, FEATURES))
    assert office.do(lambda work: work.records.rhythms.next_due()) == office.now + timedelta(days=7)
