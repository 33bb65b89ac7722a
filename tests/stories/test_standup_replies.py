"""Writing back to the standup's question in the DM: gathered, shown once more, posted by a tap."""

import pytest

from tests.stories.test_standups import TUESDAY, replies
from tests.team import Clock, Team, buttons, words


@pytest.fixture
def standup(team: Team, clock: Clock) -> Team:
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    clock.passes(**TUESDAY)
    return team


def previews(team: Team, who: str = "ana") -> list[str]:
    return [words(one) for one in team.messages(who, "dm") if "Post to #ds-team?" in words(one)]


def test_words_written_back_are_shown_before_anybody_else_reads_them(standup: Team) -> None:
    standup.says("ana", "Finishing the churn features today", to="dm")

    shown = standup.dm_hears("ana", "Post to #ds-team? Only you see this so far.")
    assert buttons(shown) == ["Post", "Edit", "Not a standup"]
    assert standup.posts("Finishing the churn features") == []


def test_a_tap_posts_them(standup: Team) -> None:
    standup.says("ana", "Finishing the churn features today", to="dm")
    standup.clicks("ana", "Post", at="dm")

    assert "Finishing the churn features today" in replies(standup)
    standup.dm_hears("ana", "Your answer counts for *Tuesday 10 March*")
    assert previews(standup) == []


def test_several_messages_are_one_answer_with_one_preview_after_the_last(
    standup: Team, clock: Clock
) -> None:
    for said in ("Yesterday: features", "Today: the docs", "and the review"):
        standup.says("ana", said, to="dm")
        clock.passes(seconds=20)

    assert len(previews(standup)) == 1
    assert "Today: the docs" in previews(standup)[0]
    assert standup.messages("ana", "dm")[-1]["text"].startswith("Post to #ds-team?")
    standup.clicks("ana", "Post", at="dm")
    assert "and the review" in replies(standup)


def test_what_was_no_standup_goes_nowhere(standup: Team) -> None:
    standup.says("ana", "can somebody order lunch", to="dm")
    standup.clicks("ana", "Not a standup", at="dm")

    standup.dm_hears("ana", "Fine, that was no standup. Nothing was posted.")
    assert standup.posts("order lunch") == []


def test_a_draft_can_be_edited_in_the_form(standup: Team) -> None:
    standup.says("ana", "Finishing the churn features with <@U0DANA>", to="dm")
    standup.clicks("ana", "Edit", at="dm")
    field = next(one for one in standup.form("ana")["blocks"] if one.get("block_id") == "said-0")
    assert field["element"]["initial_value"] == "Finishing the churn features with @dana"
    standup.fills("ana", plan="Then the docs")

    assert "Finishing the churn features with @dana" in replies(standup)
    assert "Then the docs" in replies(standup)
    assert previews(standup) == []


def test_after_the_window_words_in_the_dm_are_no_answer(standup: Team, clock: Clock) -> None:
    clock.passes(hours=4)
    standup.says("ana", "Finishing the churn features today", to="dm")

    assert previews(standup) == []
    standup.dm_hears("ana", "This is what I know")


def test_commands_in_the_dm_stay_commands(standup: Team) -> None:
    standup.says("ana", "blocked waiting on ETL changes for the churn table from @dana", to="dm")

    assert previews(standup) == []
    standup.dm_hears("ana", "tracked as")


def test_a_typed_line_is_shown_before_it_is_posted(standup: Team) -> None:
    standup.says("ana", "/standup finishing the churn features")
    standup.sees_alone("ana", "Post to #ds-team? Only you see this so far.")
    standup.clicks("ana", "Post")

    standup.sees_alone("ana", "Your answer counts for *Tuesday 10 March*")
    assert "finishing the churn features" in replies(standup)


def test_a_long_answer_is_kept_whole_and_no_mention_is_cut(standup: Team) -> None:
    said = "I looked at the drift report with <@U0DANA> again; " * 230
    standup.says("ana", said[:11_900], to="dm")
    standup.clicks("ana", "Post", at="dm")

    root = standup.posts("Standup of Tuesday 10 March")[-1]
    message = standup.messages("ana", "#ds-team", root["ts"])[1]
    users = [
        element
        for block in message["blocks"]
        if block["type"] == "rich_text"
        for section in block["elements"]
        for element in section["elements"]
        if element["type"] == "user"
    ]
    assert len(users) == said[:11_900].count("<@U0DANA>")
    assert "<@U0" not in str([one for one in message["blocks"] if one["type"] == "rich_text"])


def test_an_answer_that_is_too_long_is_given_back(standup: Team) -> None:
    for _ in range(2):
        standup.says("ana", "x " * 3_500, to="dm")
        standup.clock.passes(minutes=1)

    standup.dm_hears("ana", "I can keep up to 12,000, so nothing was saved.")


@pytest.mark.parametrize(
    "said", ["🎉🎉🎉", "今日はモデルを直します", "أعمل على التقرير", "```\nSELECT 1\n```", "ok"]
)
def test_any_words_are_an_answer(standup: Team, said: str) -> None:
    standup.says("ana", said, to="dm")
    standup.clicks("ana", "Post", at="dm")

    assert said.splitlines()[0] in replies(standup)


def test_words_of_yesterday_do_not_come_back_today(standup: Team, clock: Clock) -> None:
    standup.says("ana", "Yesterday's words", to="dm")
    clock.passes(days=1)
    standup.says("ana", "Today's words", to="dm")

    assert "Yesterday's words" not in previews(standup)[-1]


def test_a_double_tap_posts_once(standup: Team) -> None:
    standup.says("ana", "Finishing the churn features today", to="dm")
    tapped = standup.dm_hears("ana", "Post to #ds-team?")
    standup.clicks("ana", "Post", at="dm")
    sent = [one for one in standup.records("delivery") if one["method"] == "block_actions"][-1]
    standup.controls("deliver", record=sent["n"])
    standup.clock.passes(minutes=1)

    assert tapped["ts"]
    assert len(replies(standup).split("\n--\n")) == 1
