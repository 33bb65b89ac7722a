"""Some of the stories once more, where the database is PostgreSQL: between them every table."""

import pytest

from tests.stories.test_causes import (
    test_when_one_ends_the_other_waiter_is_asked_to_look_and_nothing_is_closed,
    tied,
)
from tests.stories.test_digest import (
    digest,
    test_on_friday_the_channel_reads_its_week_without_names,
)
from tests.stories.test_found_waits import test_somebody_elses_message_is_theirs_to_say
from tests.stories.test_mornings import test_on_the_day_of_a_standup_both_come_as_one_letter
from tests.stories.test_owners import (
    owned,
    test_a_deliberate_hand_off_is_marked_by_a_team_keeper,
    test_handed_over_the_queue_goes_along,
)
from tests.stories.test_reviews import (
    asked,
    test_one_reminder_after_a_working_day_with_the_way_out,
    test_we_have_this_already_is_one_tap_and_reaches_the_author,
)
from tests.stories.test_silence import test_silence_makes_it_unconfirmed_and_never_resolved
from tests.stories.test_standup_replies import (
    standup,
    test_several_messages_are_one_answer_with_one_preview_after_the_last,
)
from tests.stories.test_standups import test_an_answer_stands_in_the_one_thread
from tests.stories.test_vocabulary import (
    taught,
    test_after_one_correction_the_same_words_are_read_so,
)
from tests.stories.test_waits_that_wait import (
    test_the_wait_that_closes_a_circle_is_told_to_those_in_it_and_to_nobody_else,
)
from tests.stories.test_when_i_work import (
    test_the_clock_of_a_wait_stands_still_on_a_day_off,
)

pytestmark = pytest.mark.postgres


@pytest.fixture
def database_url(postgres_url: str) -> str:
    """Where the team of these stories is kept."""
    return postgres_url


__all__ = [
    "asked",
    "digest",
    "owned",
    "standup",
    "taught",
    "test_a_deliberate_hand_off_is_marked_by_a_team_keeper",
    "test_after_one_correction_the_same_words_are_read_so",
    "test_an_answer_stands_in_the_one_thread",
    "test_handed_over_the_queue_goes_along",
    "test_on_friday_the_channel_reads_its_week_without_names",
    "test_on_the_day_of_a_standup_both_come_as_one_letter",
    "test_one_reminder_after_a_working_day_with_the_way_out",
    "test_several_messages_are_one_answer_with_one_preview_after_the_last",
    "test_silence_makes_it_unconfirmed_and_never_resolved",
    "test_somebody_elses_message_is_theirs_to_say",
    "test_the_clock_of_a_wait_stands_still_on_a_day_off",
    "test_the_wait_that_closes_a_circle_is_told_to_those_in_it_and_to_nobody_else",
    "test_we_have_this_already_is_one_tap_and_reaches_the_author",
    "test_when_one_ends_the_other_waiter_is_asked_to_look_and_nothing_is_closed",
    "tied",
]
