"""Saying what one waits on: by a line, by the form, and saying it better afterwards."""

from tests.team import Team, buttons

WAIT = "/blocked waiting on ETL changes for the churn table from @dana"


def test_a_line_is_tracked_at_once_and_shows_how_it_was_understood(team: Team) -> None:
    team.says("ana", WAIT)

    answer = team.sees_alone("ana", "Got it, tracked as *#1*. #ds-team will see this.")
    team.sees_alone("ana", "Waiting on:* Data engineering, @dana")
    team.sees_alone("ana", "Project:* churn")
    assert buttons(answer)[:3] == ["Edit", "Undo", "Resolved"]


def test_the_channel_gets_one_message_with_four_buttons(team: Team) -> None:
    team.says("ana", WAIT)

    [post] = team.posts("ETL changes for the churn table")
    assert buttons(post) == ["Ask quietly", "I can help", "On it", "Resolved"]
    assert "Blocker #1" in post["text"]


def test_nobody_else_sees_the_answer(team: Team) -> None:
    team.says("ana", WAIT)

    assert team.answers("ben") == []


def test_a_command_alone_opens_a_form_that_is_tracked(team: Team) -> None:
    team.says("ana", "/blocked")
    team.fills("ana", words="read access to the billing schema", owner={"selected_user": "U0GITA"})

    assert "Blocker #1" in team.form("ana")["title"]["text"]
    team.hears("ben", "read access to the billing schema")
    team.hears("ben", "Data access, @gita")


def test_in_the_form_a_function_may_be_chosen_or_left_to_the_words(team: Team) -> None:
    team.says("ana", "/blocked")
    legal = {"selected_option": {"value": "legal_security_privacy"}}
    team.fills("ana", words="an answer about the call transcripts", function=legal)

    team.hears("ben", "Legal, security, privacy")


def test_a_form_takes_everything_that_can_be_said(team: Team) -> None:
    team.says("ana", "/blocked")
    team.fills(
        "ana",
        words="exchange rates since March",
        outside="Quillbox",
        project="renewals",
        since={"selected_date_time": int(team.clock.now()) - 3 * 86_400},
        severity={"selected_option": {"value": "slowed"}},
        link="https://wiki.example.com/rates?a=1&b=2",
    )

    post = team.hears("ben", "exchange rates since March")
    for part in ("Quillbox", "renewals", "Since:", "slowed, not stopped", "rates?a=1&b=2"):
        team.hears("ben", part)
    assert "#1" in post["text"]


def test_a_form_without_words_is_kept_open_with_the_reason_at_its_field(team: Team) -> None:
    team.says("ana", "/blocked")
    asked = {"selected_option": {"value": "asked"}}
    answer = team.fills("ana", words="the new schema", audience=asked)

    assert "who should see it" in answer["errors"]["owner"]
    assert team.form("ana")["callback_id"] == "blockers.report"
    assert team.posts("the new schema") == []


def test_only_a_mention_opens_the_form_filled_in(team: Team) -> None:
    team.says("ana", "/blocked @dana")

    fields = {block["block_id"]: block.get("element", {}) for block in team.form("ana")["blocks"]}
    assert fields["owner"]["initial_user"] == "U0DANA"
    assert "initial_value" not in fields["words"]
    assert "initial_option" not in fields["function"]

    team.fills("ana", words="the ETL for the churn table")
    team.hears("ben", "Data engineering, @dana")


def test_only_a_group_opens_the_form_for_that_group(team: Team) -> None:
    team.says("ana", "/blocked @data-eng")
    team.fills("ana", words="a backfill of March")

    post = team.hears("ben", "a backfill of March")  # maybe before Slack said what it is called
    assert "a user group" in post["text"] or "data-eng" in post["text"]


def test_several_names_open_the_form_with_all_of_them(team: Team) -> None:
    team.says("ana", "/blocked @dana and @gita")

    words = team.form("ana")["blocks"][0]["element"]["initial_value"]
    assert words == "@dana and @gita"


def test_an_edit_changes_the_one_message_and_keeps_the_mention(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Edit")
    filled = team.form("ana")["blocks"][0]["element"]["initial_value"]
    assert filled == "waiting on ETL changes for the churn table from @dana"

    team.fills("ana", words=f"{filled}, at least for March & April")

    [post] = team.posts("at least for March & April")
    users = [
        one["user_id"]
        for part in post["blocks"][1]["elements"]
        for one in part["elements"]
        if one["type"] == "user"
    ]
    assert users == ["U0DANA"]
    assert len(team.posts("ETL changes")) == 1


def test_the_function_and_the_person_are_corrected_by_one_tap_and_a_choice(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Edit")
    gpu = {"selected_option": {"value": "compute_gpu"}}
    team.fills("ana", function=gpu, owner={"selected_user": "U0GITA"})

    team.hears("ben", "Compute / GPU, @gita")


def test_the_function_is_corrected_by_one_choice(team: Team) -> None:
    team.says("ana", WAIT)
    gpu = {"value": "compute_gpu", "text": {"type": "plain_text", "text": "Compute / GPU"}}
    team.chooses("ana", "Whose work?", selected_option=gpu)

    team.sees_alone("ana", "*#1* is changed. #ds-team will see this.")
    team.hears("ben", "Compute / GPU, @dana")


def test_the_person_is_corrected_by_one_choice(team: Team) -> None:
    team.says("ana", WAIT)
    team.chooses("ana", "From whom?", selected_user="U0GITA")

    team.hears("ben", "Data engineering, @gita")
    assert len(team.posts("ETL changes")) == 1


def test_what_is_over_is_not_corrected(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("dana", "Resolved", on="ETL changes")
    team.chooses("ana", "From whom?", selected_user="U0GITA")

    team.sees_alone("ana", "is over already")


def test_undo_takes_the_message_away_and_gives_the_words_back(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Undo")

    team.sees_alone("ana", "Undone")
    team.sees_alone("ana", "ETL changes for the churn table")
    assert team.posts("ETL changes") == []


def test_what_is_over_cannot_be_undone(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("dana", "Resolved", on="ETL changes")
    team.clicks("ana", "Undo")

    team.sees_alone("ana", "is over already: @dana resolved it just now")
    assert len(team.posts("Resolved: blocker #1")) == 1


def test_resolved_in_the_answer_ends_it(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Resolved", on="Got it")

    team.sees_alone("ana", "*#1* is resolved")
    team.hears("ben", "Resolved: blocker #1")


def test_the_buttons_in_the_confirmed_form_work(team: Team) -> None:
    team.says("ana", "/blocked")
    team.fills("ana", words="the new schema")
    team.clicks_in_form("ana", "Resolved")

    team.hears("ben", "Resolved: blocker #1")
    assert "is resolved" in str(team.form("ana")["blocks"])


def test_a_form_can_keep_it_to_its_author(team: Team) -> None:
    team.says("ana", "/blocked")
    team.fills("ana", words="a second opinion", audience={"selected_option": {"value": "me"}})

    assert "Only you see this." in str(team.form("ana")["blocks"])
    assert team.posts("a second opinion") == []


def test_somebody_elses_wait_is_not_edited(team: Team) -> None:
    team.says("ana", WAIT)
    team.says("ben", "/blocked edit 1")

    team.sees_alone("ben", "Only the person who reported it can change that.")
