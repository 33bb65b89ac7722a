"""Reviews on a real database: asked for, given a reviewer, answered, reminded of, known of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot import knowledge, reviews
from bot.errors import CannotReview, NoSuchReview, NotTheAuthor, NotTheReviewer
from bot.reviews import Appeared, Event, events
from bot.reviews.mornings import PART
from bot.reviews.stats import mine, team_stats
from bot.told import Told
from bot.world import Work
from storage.rhythms import Rhythm
from storage.store import Store
from storage.types import ChannelId, PersonId
from tests.bot.reviewing import MONDAY, PULL, TEAM, Reviewing

PEOPLE = ["U0ANA", "U0BEN", "U0CHI", "U0DAN"]
ANA, BEN, CHI, DAN = map(PersonId, PEOPLE)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def team(store: Store) -> Reviewing:
    return Reviewing(store, PEOPLE)


def happens(team: Reviewing, review: reviews.ReviewId, fact: Event) -> bool:
    return team.do(lambda work: reviews.review_event(work, review, fact))


def declines(team: Reviewing, who: PersonId, review: reviews.ReviewId) -> Told:
    return team.told(lambda work: reviews.give_up(work, review, events.DECLINED, by=who))


def remarks(team: Reviewing, review: reviews.ReviewId) -> Told:
    return team.told(lambda work: reviews.remark(work, review, reviews.HAVE_THIS, by=BEN))


def makes_ready(team: Reviewing, review: reviews.ReviewId) -> None:
    team.told(lambda work: reviews.by_author(work, review, events.READY_AGAIN, by=ANA))


def host(what: str, at: datetime, number: int, **more: object) -> Event:
    return Event(what, at, key=f"fact:{number}", **more)  # type: ignore[arg-type]


def test_whoever_asks_gets_a_reviewer_who_is_not_the_author(team: Reviewing) -> None:
    review = team.ask(ANA)
    assert team.seated(review) == [BEN]
    assert team.review(review).turn == "reviewers"
    (letter,) = team.letters("review.asked")
    assert (letter.conversation, letter.not_before) == (BEN, MONDAY)


def test_asked_twice_it_is_the_same_review(team: Reviewing) -> None:
    review = team.ask(ANA)
    assert team.ask(ANA, "github.com/acme/churn/pull/1/files?utm_source=x") == review
    assert team.seated(review) == [BEN]
    assert team.ask(ANA, reviewers=(DAN,)) == review
    assert sorted(team.seated(review)) == [BEN, DAN]


def test_whoever_is_named_is_asked_and_nobody_else(team: Reviewing) -> None:
    review = team.ask(ANA, reviewers=(DAN,))
    assert team.seated(review) == [DAN]


def test_nobody_reviews_their_own_work(team: Reviewing) -> None:
    with pytest.raises(CannotReview):
        team.ask(ANA, reviewers=(ANA,))
    review = team.ask(ANA)
    with pytest.raises(NotTheReviewer):
        team.answers(ANA, review, events.APPROVED)


def test_two_reviewers_if_asked(team: Reviewing) -> None:
    review = team.ask(ANA, wanted=2)
    assert sorted(team.seated(review)) == [BEN, CHI]
    team.answers(BEN, review, events.APPROVED)
    assert team.review(review).turn == "reviewers"
    team.answers(CHI, review, events.APPROVED)
    assert team.review(review).state == "done"


def test_nobody_gets_a_third_while_they_have_two_and_the_next_free_one_gets_it(
    team: Reviewing,
) -> None:
    first = [team.ask(ANA, PULL.format(n)) for n in range(6)]
    waiting = team.ask(ANA, PULL.format(7))
    assert team.seated(waiting) == []

    team.answers(CHI, first[1], events.APPROVED)
    assert team.seated(waiting) == [CHI]
    (letter,) = team.letters("review.seated")
    assert (letter.conversation, letter.facts["who"]) == (ANA, CHI)


def test_whoever_declines_is_not_asked_again(team: Reviewing) -> None:
    review = team.ask(ANA)
    for person in (BEN, CHI, DAN):
        assert team.seated(review) == [person]
        assert declines(team, person, review).what == "review.declined"
    assert team.seated(review) == []
    totals = team.do(lambda work: work.records.seats.shares(TEAM))
    assert [totals[one].total for one in (BEN, CHI, DAN)] == [0, 0, 0]


def test_handed_on_to_somebody_or_to_whoever_is_next(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.told(lambda work: reviews.hand_on(work, review, DAN, by=BEN))
    assert team.seated(review) == [DAN]
    team.told(lambda work: reviews.hand_on(work, review, None, by=DAN))
    assert team.seated(review) == [CHI]
    with pytest.raises(CannotReview):
        team.told(lambda work: reviews.hand_on(work, review, ANA, by=CHI))


def test_the_second_tap_is_told_what_happened_first(team: Reviewing) -> None:
    review = team.ask(ANA)
    assert team.answers(BEN, review, events.APPROVED).what == "review.approved"
    team.passes(minutes=3)
    told = team.answers(BEN, review, events.COMMENTED)
    assert told.what == "review.already"
    assert (told.facts["what"], told.facts["by"], told.facts["ago"]) == ("approved", BEN, 180)


def test_comments_bring_it_to_the_author_and_ready_brings_it_back(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.answers(BEN, review, events.COMMENTED)
    assert team.review(review).turn == "author"
    (letter,) = team.letters("review.answered")
    assert (letter.conversation, letter.facts["what"]) == (ANA, "commented")
    makes_ready(team, review)
    assert team.review(review).turn == "reviewers"
    assert [one.conversation for one in team.letters("review.asked") if one.verb == "post"] == [
        BEN,
        BEN,
    ]


def test_only_the_author_ends_it(team: Reviewing) -> None:
    review = team.ask(ANA)
    with pytest.raises(NotTheAuthor):
        team.told(lambda work: reviews.by_author(work, review, events.WITHDRAWN, by=BEN))
    team.told(lambda work: reviews.by_author(work, review, events.WITHDRAWN, by=ANA))
    assert team.review(review).state == "withdrawn"
    assert team.review(review).look_at is None


def test_strangers_see_nothing_of_it(team: Reviewing) -> None:
    review = team.ask(ANA)
    with pytest.raises(NoSuchReview):
        team.answers("U0STRANGER", review, events.APPROVED)


def test_a_notebook_lives_the_same_life_and_counts_in_the_same_load(team: Reviewing) -> None:
    notebook = team.ask(ANA, "https://app.hex.tech/acme/app/churn")
    pull = team.ask(ANA)
    assert (team.seated(notebook), team.seated(pull)) == ([BEN], [CHI])
    team.answers(BEN, notebook, events.SEEN)
    team.answers(BEN, notebook, events.APPROVED)
    assert team.review(notebook).state == "done"
    shares = team.do(lambda work: work.records.seats.shares(TEAM))
    assert shares[BEN].total == shares[CHI].total == 1


def test_who_was_not_asked_may_look_at_it_as_well(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.answers(DAN, review, events.COMMENTED)
    assert sorted(team.seated(review)) == [BEN, DAN]
    assert team.review(review).turn == "author"


# Nudges


def test_one_nudge_after_a_working_day_then_after_three_and_seven(team: Reviewing) -> None:
    team.ask(ANA)
    team.waits_until(MONDAY + timedelta(days=30))
    assert team.nudged() == [
        (BEN, TUESDAY),
        (BEN, MONDAY + timedelta(days=3)),
        (BEN, MONDAY + timedelta(days=9)),
    ]


def test_activity_begins_the_day_anew(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.waits_until(MONDAY + timedelta(hours=20))
    at = team.now + timedelta(hours=2)
    team.now = at
    happens(team, review, host("pushed", at, 1, by=ANA))
    team.waits_until(TUESDAY + timedelta(hours=6))
    assert team.nudged() == []


@pytest.mark.parametrize(
    "facts",
    [
        [("drafted", ANA)],
        [("approved", BEN)],
        [("merged", ANA)],
        [("closed", ANA)],
    ],
)
def test_nobody_is_nudged_about_drafts_or_what_is_approved_or_over(
    team: Reviewing, facts: list[tuple[str, PersonId]]
) -> None:
    review = team.ask(ANA)
    for number, (what, by) in enumerate(facts):
        fact = host(what, MONDAY, number, by=by)
        happens(team, review, fact)
    team.waits_until(MONDAY + timedelta(days=14))
    assert team.nudged() == []


def test_nobody_is_nudged_on_a_holiday_or_a_day_off(team: Reviewing) -> None:
    team.ask(ANA)
    off = ((date(2026, 3, 10), date(2026, 3, 12)),)
    team.do(lambda work: work.records.profiles.put(BEN, off=off))
    team.waits_until(MONDAY + timedelta(days=5))
    assert team.nudged() == [(BEN, MONDAY + timedelta(days=4))]


def test_laid_aside_until_a_day_it_is_not_nudged_before(team: Reviewing) -> None:
    review = team.ask(ANA)
    until = date(2026, 3, 12)
    team.told(lambda work: reviews.snooze(work, review, until, by=BEN))
    team.waits_until(MONDAY + timedelta(days=3, hours=6))
    assert team.nudged() == [(BEN, datetime(2026, 3, 12, 9, tzinfo=UTC))]


def at_nine(day: int) -> datetime:
    """Of that day in March, when their working day begins."""
    return datetime(2026, 3, day, 9, tzinfo=UTC)


def test_wished_by_tomorrow_the_first_nudge_comes_as_that_day_begins(team: Reviewing) -> None:
    team.ask(ANA, due=date(2026, 3, 10))
    team.waits_until(MONDAY + timedelta(days=5))
    assert team.nudged() == [(BEN, at_nine(10)), (BEN, MONDAY + timedelta(days=3))]


def test_wished_later_it_is_nudged_as_usual(team: Reviewing) -> None:
    team.ask(ANA, due=date(2026, 3, 20))
    team.waits_until(TUESDAY)
    assert team.nudged() == [(BEN, TUESDAY)]


def test_what_is_wished_the_day_it_comes_is_not_yet_late(team: Reviewing) -> None:
    team.ask(ANA, due=date(2026, 3, 9))
    team.waits_until(TUESDAY)
    assert team.nudged() == [(BEN, TUESDAY)]


def test_what_came_in_the_evening_before_is_not_nudged_as_it_is_first_read(
    team: Reviewing,
) -> None:
    team.now = MONDAY + timedelta(hours=10)
    team.ask(ANA, due=date(2026, 3, 10))
    team.waits_until(at_nine(10) + timedelta(hours=6))
    assert team.nudged() == []


def test_wished_by_a_day_off_it_is_nudged_on_the_working_day_before(team: Reviewing) -> None:
    team.now = MONDAY + timedelta(days=3)  # Thursday
    team.ask(ANA, due=date(2026, 3, 14))
    team.waits_until(MONDAY + timedelta(days=6))
    assert team.nudged() == [(BEN, at_nine(13))]


def test_something_happened_so_the_wished_day_hurries_nobody(team: Reviewing) -> None:
    review = team.ask(ANA, due=date(2026, 3, 10))
    at = team.now = MONDAY + timedelta(hours=5)
    happens(team, review, host("pushed", at, 1, by=ANA))
    team.waits_until(TUESDAY + timedelta(hours=4))
    assert team.nudged() == []


def test_two_wished_by_the_same_day_are_not_nudged_at_once(team: Reviewing) -> None:
    """The wished day spends no more attention than any other."""
    for number in range(2):
        team.ask(ANA, PULL.format(number), reviewers=(BEN,), due=date(2026, 3, 10))
    team.waits_until(at_nine(10) + timedelta(minutes=30))
    assert len(team.letters(reviews.NUDGED)) == 1


def test_a_nudge_that_waited_is_moot_once_somebody_moved(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.waits_until(TUESDAY)
    (letter,) = team.letters(reviews.NUDGED)
    assert team.do(lambda work: reviews.compose(work, letter)) is not None
    team.answers(BEN, review, events.COMMENTED)
    assert team.do(lambda work: reviews.compose(work, letter)) is None


def test_after_a_week_of_silence_the_author_may_ask_somebody_else(team: Reviewing) -> None:
    review = team.ask(ANA)
    team.waits_until(MONDAY + timedelta(days=10))
    told = team.told(lambda work: reviews.choose_another(work, review, None, by=ANA))
    assert told.what == "review.chosen"
    assert team.seated(review) == [CHI]


def test_who_was_down_for_a_fortnight_is_not_nudged_three_times_at_once(
    team: Reviewing,
) -> None:
    team.ask(ANA)
    team.now = MONDAY + timedelta(days=14)
    team.due()
    assert team.nudged() == [(BEN, team.now)]


def test_who_left_is_not_waited_for(team: Reviewing) -> None:
    review = team.ask(ANA)

    def leave(work: Work) -> None:
        person = work.records.people.get(BEN)
        assert person is not None
        work.records.people.put(replace(person, gone=True))

    team.do(leave)
    team.waits_until(TUESDAY)
    assert team.seated(review) == [CHI]


# Mornings


def morning(team: Reviewing, person: PersonId, day: date) -> list[int]:
    found = team.do(lambda work: reviews.compose_morning(work, person, day, {}))
    return [one.review.number for one in found or ()]


def test_the_morning_letter_names_what_is_theirs_the_oldest_first(team: Reviewing) -> None:
    first = team.ask(ANA, reviewers=(BEN,))
    team.now = MONDAY + timedelta(hours=1)
    team.ask(ANA, PULL.format(2), reviewers=(BEN,))
    team.waits_until(MONDAY + timedelta(hours=9))
    parts = team.do(lambda work: work.records.mornings.parts(BEN, TUESDAY.date()))
    assert PART in {one.part for one in parts}
    assert morning(team, BEN, TUESDAY.date()) == [1, 2]
    assert morning(team, BEN, MONDAY.date()) == []  # they heard of it that day
    team.answers(BEN, first, events.COMMENTED)
    assert morning(team, BEN, TUESDAY.date()) == [2]
    assert morning(team, ANA, TUESDAY.date()) == []  # she hears of the comments on Tuesday
    assert morning(team, ANA, date(2026, 3, 11)) == [1]


# Code hosts


def test_facts_of_a_host_move_it_once_each_whenever_they_come(team: Reviewing) -> None:
    review = team.ask(ANA)
    pushed = host("pushed", MONDAY + timedelta(hours=3), 2, by=ANA)
    changes = host("changes_requested", MONDAY + timedelta(hours=2), 1, by=BEN)
    team.now = MONDAY + timedelta(hours=4)
    for fact, news in ((pushed, True), (changes, True), (pushed, False)):
        moved = happens(team, review, fact)
        assert moved is news
    assert team.review(review).turn == "reviewers"
    merged = host("merged", team.now, 3, by=ANA)
    assert happens(team, review, merged)
    assert team.review(review).state == "merged"
    assert team.letters("review.answered") == []  # the host told them


def appear(team: Reviewing, number: int = 5, **more: object) -> str | None:
    usual: dict[str, Any] = {"author": ANA, "account": "octo-ana", "is_draft": False}
    usual |= {"title": "New features", "at": team.now}
    found = Appeared(PULL.format(number), **{**usual, **more})
    return team.do(lambda work: reviews.appeared(work, TEAM, found))


def test_a_watched_request_gets_a_reviewer_once_it_is_ready(team: Reviewing) -> None:
    found = appear(team, is_draft=True)
    assert found is not None
    review = reviews.ReviewId(found)
    assert (team.review(review).state, team.seated(review)) == ("draft", [])
    ready = host("ready", team.now, 1)
    happens(team, review, ready)
    assert team.seated(review) == [BEN]
    assert appear(team) == found


def test_small_changes_bots_and_teams_that_turned_it_off_are_left_out(team: Reviewing) -> None:
    assert appear(team, is_bot=True) is None

    def put(work: Work, *, on: bool) -> None:
        settings = {"least_lines": 3}
        rhythm = Rhythm(TEAM, "reviews", "weekdays 09:00", "UTC", settings, on, ANA, None, None)
        work.records.rhythms.put(rhythm)

    team.do(lambda work: put(work, on=True))
    assert appear(team, lines=2) is None
    assert appear(team, lines=3) is not None
    team.do(lambda work: put(work, on=False))
    assert appear(team, 6) is None


def test_whom_the_host_asked_already_is_who_looks(team: Reviewing) -> None:
    found = appear(team, requested=[DAN])
    assert team.seated(reviews.ReviewId(str(found))) == [DAN]


def test_an_author_nobody_linked_is_nobody_until_they_are(team: Reviewing) -> None:
    review = reviews.ReviewId(str(appear(team, author=None, requested=[BEN])))
    team.answers(BEN, review, events.COMMENTED)
    assert (team.review(review).turn, team.review(review).author) == ("author", None)
    team.waits_until(MONDAY + timedelta(days=3))
    assert team.nudged() == []

    team.do(lambda work: reviews.linked(work, "octo-ana", ANA))
    assert team.review(review).author == ANA
    team.waits_until(MONDAY + timedelta(days=4))
    assert [person for person, _ in team.nudged()] == [ANA]


def test_a_repository_that_was_renamed_goes_on(team: Reviewing) -> None:
    review = team.ask(ANA)
    old, new = "github.com/acme/churn", "github.com/acme/attrition"
    team.do(lambda work: reviews.renamed(work, old, new))
    assert team.review(review).link == "https://github.com/acme/attrition/pull/1"
    again = "https://github.com/acme/attrition/pull/1/files"
    assert [one.id for one in team.do(lambda work: reviews.by_link(work, again))] == [review]
    known = team.do(lambda work: knowledge.project_of(work, TEAM, again))
    assert known == "churn"


# Knowledge


def sole(team: Reviewing) -> dict[str, str]:
    return dict(team.do(lambda work: knowledge.sole_knowers(work, TEAM)))


def test_a_review_makes_a_second_person_know_the_project(team: Reviewing) -> None:
    review = team.ask(ANA)
    assert sole(team) == {"churn": ANA}
    team.answers(BEN, review, events.APPROVED)
    assert sole(team) == {}
    assert team.do(lambda work: knowledge.knows(work, TEAM, BEN)) == {"churn"}


def test_among_equals_the_one_who_can_learn_it_is_asked(team: Reviewing) -> None:
    team.do(lambda work: knowledge.told(work, TEAM, "churn", BEN, knows=True))
    assert team.seated(team.ask(ANA)) == [CHI]


# Remarks


def test_the_third_we_have_this_already_is_a_topic_for_the_retro(team: Reviewing) -> None:
    topics = []
    for number in range(4):
        review = team.ask(ANA, PULL.format(number), reviewers=(BEN,))
        topics.append(remarks(team, review).facts["topic"])
    assert topics == [False, False, True, True]
    found = team.do(lambda work: work.records.topics.since(TEAM, MONDAY))
    assert [(one.remark, len(one.reviews)) for one in found] == [("have_this", 4)]


def test_a_remark_is_made_once_a_review_and_its_link_reaches_the_author(
    team: Reviewing,
) -> None:
    review = team.ask(ANA)
    for what in ("review.remarked", "review.remarked_before"):
        assert remarks(team, review).what == what
    shared = "https://github.com/acme/shared"
    team.told(lambda work: reviews.link_to_it(work, review, shared, by=BEN))
    assert [one.facts.get("link") for one in team.letters("review.answered")] == [None, shared]


# Figures


def test_figures_are_those_that_a_recount_gives(team: Reviewing) -> None:
    for number, hours in enumerate([1, 3, 5]):
        review = team.ask(ANA, PULL.format(number), reviewers=(BEN,))
        team.passes(hours=hours)
        team.answers(BEN, review, events.APPROVED)
        team.now = MONDAY + timedelta(days=number + 1)
    stats = team.do(lambda work: team_stats(work, TEAM))
    assert stats.turnaround.reviews == 3
    assert stats.turnaround.answer_p50 == timedelta(hours=3)
    assert stats.turnaround.done_p75 == timedelta(hours=5)
    assert stats.spread == 3


def test_rounds_to_approval_fall_and_only_their_author_is_told(team: Reviewing) -> None:
    for number, rounds in enumerate([4, 1]):
        review = team.ask(ANA, PULL.format(number), reviewers=(BEN,))
        for _ in range(rounds - 1):
            team.passes(minutes=10)
            team.answers(BEN, review, events.CHANGES)
            team.passes(minutes=10)
            makes_ready(team, review)
        team.passes(minutes=10)
        team.answers(BEN, review, events.APPROVED)
    assert team.do(lambda work: mine(work, ANA)).rounds == (4, 1)
    assert team.do(lambda work: mine(work, BEN)).rounds is None


# What was said in a line


def test_lines_by_number(team: Reviewing) -> None:
    review = team.ask(ANA)

    def say(text: str, by: PersonId) -> str:
        line = reviews.parse(text, today=MONDAY.date())
        told = team.told(lambda work: reviews.say(work, line, by=by, channel=ChannelId("C0TEAM")))
        return told.what

    assert say("show 1", CHI) == "review.shown"
    assert say("accept 1", BEN) == "review.accepted"
    assert say("changes 1", BEN) == "review.changes_requested"
    assert say("approve 1", BEN) == "review.approved"
    assert say("done 1", ANA) == "review.already"
    with pytest.raises(NoSuchReview):
        say("show 99", ANA)
    assert team.review(review).state == "done"


def test_projects_are_told_in_a_line(team: Reviewing) -> None:
    def say(text: str) -> tuple[str, str]:
        told = team.told(
            lambda work: reviews.project(work, text, by=ANA, channel=ChannelId("C0TEAM"))
        )
        return told.what, told.facts["project"]

    assert say("Pricing https://app.hex.tech/acme/app/pricing") == (
        "review.project_lives",
        "Pricing",
    )
    review = team.ask(BEN, "https://app.hex.tech/acme/app/pricing/latest")
    assert team.review(review).project == "Pricing"
    assert say("pricing know") == ("review.project_known", "Pricing")
    assert say("pricing don't know") == ("review.project_forgotten", "Pricing")
    assert sole(team) == {"Pricing": BEN}
    assert say("pricing over") == ("review.project_over", "Pricing")
    assert sole(team) == {}
    assert say("nonsense over") == ("review.project_unknown", "nonsense")
