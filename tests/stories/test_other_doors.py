"""The same things said elsewhere: `/pinwheel`, a mention, a DM; a form that opens too late."""

import pytest

from tests.team import Clock, Team, buttons

SAID = "blocked waiting on ETL changes for the churn table from @dana"


def test_the_long_command_does_the_same(team: Team) -> None:
    team.says("ana", f"/pinwheel {SAID}")

    team.sees_alone("ana", "tracked as *#1*. #ds-team will see this.")
    team.hears("ben", "ETL changes")


def test_the_long_command_opens_the_form_too(team: Team) -> None:
    team.says("ana", "/pinwheel blocked")

    assert team.form("ana")["callback_id"] == "blockers.report"


@pytest.mark.parametrize("asked", ["/pinwheel help", "/pinwheel HELP"])
def test_the_long_command_helps(team: Team, asked: str) -> None:
    team.says("ana", asked)

    team.sees_alone("ana", "`/blocked` tracks what you wait on")


def test_what_it_does_not_know_gets_usage(team: Team) -> None:
    team.says("ana", "/pinwheel dance <!here>")

    team.sees_alone("ana", "I did not understand")
    team.sees_alone("ana", "This is what I know:")


def test_in_a_thread_a_mention_works_and_answers_there(team: Team) -> None:
    talk = team.says("ben", "The churn table looks stale.")["ts"]
    team.says("ana", f"<@U0APP> {SAID}", thread=talk)

    answer = [one for one in team.messages("ana", "#ds-team", talk) if one.get("ephemeral")][-1]
    assert "tracked as #1. #ds-team will see this." in answer["text"]
    team.clock.passes(minutes=1)
    team.hears("ben", "ETL changes")


def test_a_mention_alone_is_help_for_that_person(team: Team) -> None:
    team.says("ana", "<@U0APP>")

    team.sees_alone("ana", "`/blocked` tracks what you wait on")
    assert team.answers("ben") == []


def test_a_mention_can_list_and_resolve(team: Team) -> None:
    team.says("ana", f"/{SAID}")
    team.says("dana", "<@U0APP> blocked list")
    team.sees_alone("dana", "ETL changes")
    team.clock.passes(minutes=1)
    team.says("dana", "hey <@U0APP>")
    team.sees_alone("dana", "I did not understand that.")
    team.clock.passes(minutes=1)
    team.says("dana", "<@U0APP> blocked resolve 1 the column is back")

    team.hears("ana", 'What helped: "the column is back".')


def test_a_dm_to_the_bot_works(team: Team) -> None:
    team.says("ana", SAID, to="dm")
    team.dm_hears("ana", "tracked as *#1*. Only you see this.")

    team.clock.passes(minutes=1)
    team.says("ana", "blocked resolve 1", to="dm")
    team.dm_hears("ana", "*#1* is resolved")


def test_a_refusal_reaches_a_dm(team: Team) -> None:
    team.says("ana", "blocked show 12", to="dm")

    team.dm_hears("ana", "I can't find that blocker.")


@pytest.mark.parametrize("said", ["hello", "help", "what can you do?"])
def test_whatever_is_said_in_a_dm_gets_an_answer(team: Team, said: str) -> None:
    team.says("ana", said, to="dm")

    team.dm_hears("ana", "/blocked waiting on ETL changes")


def test_in_a_dm_a_form_needs_a_tap(team: Team) -> None:
    team.says("ana", "blocked @dana", to="dm")
    team.clicks("ana", "Open the form", at="dm")

    owner = team.form("ana")["blocks"][1]["element"]
    assert owner["initial_user"] == "U0DANA"


def test_in_a_dm_an_edit_offers_the_form_of_that_wait(team: Team) -> None:
    team.says("ana", f"/{SAID}")
    team.clock.passes(minutes=1)
    team.says("ana", "blocked edit 1", to="dm")
    team.clicks("ana", "Open the form", on="Tap to change it", at="dm")

    assert team.form("ana")["title"]["text"] == "Edit blocker #1"


def test_what_bots_say_and_edits_are_no_requests(team: Team, clock: Clock) -> None:
    team.says("ana", SAID, to="dm")
    clock.passes(minutes=1)
    before = len(team.messages("ana", "dm"))
    channel = team.place("dm", "ana")
    message = {"user": "U0ANA", "text": SAID, "ts": "1773046801.000100", "channel_type": "im"}
    for more in ({"bot_id": "B0OTHER"}, {"subtype": "bot_message", "bot_id": "B0OTHER"}):
        _event(team, {"type": "message", "channel": channel, **message, **more})
    changed = {"subtype": "message_changed", "message": message, "channel_type": "im", "ts": "1.2"}
    _event(team, {"type": "message", "channel": channel, **changed})
    _event(team, {"type": "app_mention", "channel": "C0DSTEAM", "bot_id": "B0OTHER", **message})
    clock.passes(minutes=1)

    assert len(team.messages("ana", "dm")) == before
    assert team.posts("ETL changes") == []


def test_a_form_that_opens_too_late_is_a_tap_away(team: Team) -> None:
    team.fault("views.open", "error", error="expired_trigger_id")
    team.says("ana", "/blocked @dana")
    team.sees_alone("ana", "That took too long for Slack to open the form.")

    team.clicks("ana", "Open the form")
    assert team.form("ana")["blocks"][1]["element"]["initial_user"] == "U0DANA"


def test_an_edit_that_opens_too_late_is_a_tap_away(team: Team) -> None:
    team.says("ana", f"/{SAID}")
    team.fault("views.open", "error", error="expired_trigger_id")
    team.clicks("ana", "Edit")
    assert buttons(team.sees_alone("ana", "That took too long")) == ["Open the form"]

    team.clicks("ana", "Open the form")
    assert team.form("ana")["title"]["text"] == "Edit blocker #1"


def test_a_command_that_slack_sends_twice_is_one_blocker(team: Team) -> None:
    team.says("ana", f"/{SAID}")
    sent = team.records("delivery", "/blocked")[-1]
    team.controls("deliver", record=sent["n"])
    team.clock.passes(minutes=1)

    assert len(team.posts("ETL changes")) == 1


def _event(team: Team, event: dict[str, object]) -> None:
    team.controls("deliver", event=event)
    team.quiet()
