"""Waits found outside standups: in a mention, a DM, a message pointed at; one tap decides."""

from dataclasses import replace

import pytest

from tests.team import Clock, Team, buttons, words

WAIT = "EDA is done, but I'm still waiting on Dana to merge the schema change"


def test_a_mention_with_a_wait_is_clocked_and_only_its_author_sees_it(team: Team) -> None:
    team.says("ana", f"<@U0APP> {WAIT}")

    shown = team.sees_alone("ana", "I read a wait, clocked as *#1*. Only you see it:")
    assert buttons(shown) == ["Track and tell #ds-team", "Only clock it", "Not a blocker"]
    assert team.answers("ben") == []
    team.says("ben", "/blocked list")
    assert "schema change" not in team.answers("ben")[-1]
    assert team.posts("schema change") == []


def test_a_tap_tells_the_channel(team: Team) -> None:
    team.says("ana", f"<@U0APP> {WAIT}")
    team.clicks("ana", "Track and tell #ds-team")

    team.hears("ben", "Blocker #1")
    team.sees_alone("ana", "*#1* is tracked. #ds-team will see this.")


def test_a_tap_keeps_it_for_its_author(team: Team) -> None:
    team.says("ana", f"<@U0APP> {WAIT}")
    team.clicks("ana", "Only clock it")

    team.sees_alone("ana", "*#1* is clocked. Only you see this.")
    team.says("ana", "/blocked mine")
    assert "schema change" in team.answers("ana")[-1]
    assert team.posts("Blocker #1") == []


def test_a_tap_takes_it_back(team: Team) -> None:
    team.says("ana", f"<@U0APP> {WAIT}")
    team.clicks("ana", "Not a blocker")

    team.sees_alone("ana", "*#1* is no blocker, and is not counted.")
    team.says("ana", "/blocked mine")
    assert "schema change" not in team.answers("ana")[-1]


def test_in_a_thread_the_answer_stands_in_the_thread(team: Team) -> None:
    root = team.says("ben", "How is churn going?")["ts"]
    team.says("ana", f"<@U0APP> {WAIT}", thread=root)

    shown = team.hears("ana", "I read a wait", thread=root)
    assert shown["ephemeral"]
    team.does_not_hear("ben", "I read a wait")


def test_several_in_one_message_are_judged_one_by_one(team: Team) -> None:
    two = "Waiting on legal to approve the data contract. Blocked on the GPU quota for churn too."
    team.says("ana", f"<@U0APP> {two}")
    team.clicks("ana", "Only clock it")

    shown = words(team.sees_alone("ana", "is clocked. Only you see this."))
    assert "I read a wait, clocked as" in shown
    team.clicks("ana", "Not a blocker")
    shown = words(team.sees_alone("ana", "is no blocker, and is not counted."))
    assert "is clocked. Only you see this." in shown


def test_a_wait_that_is_open_already_goes_on(team: Team) -> None:
    team.says("ana", "/blocked waiting on Dana to merge the schema change")
    team.says("ana", f"<@U0APP> {WAIT}")

    shown = team.sees_alone("ana", "*#1* goes on: I took this for the wait that is open already.")
    assert buttons(shown) == ["A different one"]


def test_words_without_a_wait_are_answered_with_usage(team: Team) -> None:
    team.says("ana", "<@U0APP> what a lovely morning")
    team.sees_alone("ana", "I did not understand that.")
    team.says("ana", "thanks a lot!", to="dm")
    team.dm_hears("ana", "I did not understand that.")


def test_in_a_dm_it_is_told_to_the_team_by_a_tap(team: Team) -> None:
    team.says("ana", "/pinwheel")
    team.says("ana", WAIT, to="dm")
    team.dm_hears("ana", "I read a wait, clocked as *#1*. Only you see it:")
    team.clicks("ana", "Track and tell #ds-team", at="dm")

    team.hears("ben", "Blocker #1")


def test_in_a_dm_of_somebody_with_several_teams_each_is_offered(team: Team) -> None:
    other = team.channel("forecasts", "ana", "app")
    for channel in ("#ds-team", other):
        team.says("ana", "/pinwheel", to=channel)
    team.says("ana", WAIT, to="dm")
    shown = team.dm_hears("ana", "I read a wait")
    told = [one for one in buttons(shown) if one.startswith("Track")]
    assert sorted(told) == ["Track and tell #ds-team", "Track and tell #forecasts"]

    team.clicks("ana", "Track and tell #forecasts", at="dm")
    team.hears("ana", "schema change", at=other)


def test_who_answers_for_the_function_is_asked_in_the_same_tap(team: Team) -> None:
    team.says("ana", "/pinwheel owner data_engineering @dana she builds the tables")
    team.clicks("dana", "Yes", at="dm")
    team.says("ana", "<@U0APP> still waiting on the ETL backfill for the churn table")
    team.clicks("ana", "Track and ask dana")

    team.hears("ben", "Blocker #1")
    team.dm_hears("dana", "was put to you")


def test_one_choice_corrects_tells_and_asks(team: Team) -> None:
    team.says("ana", f"<@U0APP> {WAIT}")
    team.chooses(
        "ana",
        "Other work? Track and ask…",
        selected_option={"value": "legal_security_privacy"},
    )

    assert "Legal, security, privacy" in words(team.hears("ben", "Blocker #1"))


def test_the_menu_of_ones_own_message_finds_its_wait(team: Team) -> None:
    team.says("ana", WAIT)
    team.points_at("ana", "EDA is done")

    team.sees_alone("ana", "I read a wait, clocked as *#1*. Only you see it:")


def test_where_none_is_found_its_author_gets_the_form_with_the_words(team: Team) -> None:
    team.says("ana", "lunch at noon?")
    team.points_at("ana", "lunch at noon?")

    assert team.form("ana")["blocks"][0]["element"]["initial_value"] == "lunch at noon?"


def test_somebody_elses_message_is_theirs_to_say(team: Team) -> None:
    team.says("chiara", WAIT)
    team.points_at("ana", "EDA is done")

    team.sees_alone("ana", "I asked @chiara privately; nothing is tracked before they say so.")
    asked = team.dm_hears(
        "chiara", "@ana thinks that your message in #ds-team is a wait. Track it?"
    )
    assert buttons(asked) == ["Track and tell #ds-team", "Only clock it", "Not a blocker"]
    team.says("chiara", "/blocked mine")
    assert "schema change" not in team.answers("chiara")[-1]

    team.clicks("chiara", "Track and tell #ds-team", at="dm")
    assert "from chiara" in words(team.hears("ana", "Blocker #1"))


def test_its_author_says_no_and_nobody_hears_of_it(team: Team) -> None:
    team.says("chiara", WAIT)
    team.points_at("ana", "EDA is done")
    heard = len(team.messages("ana", "dm"))
    team.clicks("chiara", "Not a blocker", at="dm")

    team.says("chiara", "/blocked mine")
    assert "schema change" not in team.answers("chiara")[-1]
    assert len(team.messages("ana", "dm")) == heard
    assert team.posts("Blocker #1") == []


def test_its_author_is_asked_once_whoever_points(team: Team) -> None:
    team.says("chiara", WAIT)
    team.points_at("ana", "EDA is done")
    team.points_at("ben", "EDA is done")

    team.sees_alone("ben", "@chiara was asked about that message already.")
    asked = [one for one in team.messages("chiara", "dm") if "thinks that your" in words(one)]
    assert len(asked) == 1


def test_outside_their_hours_the_author_is_asked_when_they_work(team: Team, clock: Clock) -> None:
    team.says("ben", WAIT)
    team.points_at("ana", "EDA is done")
    assert not [one for one in team.messages("ben", "dm") if "thinks that your" in words(one)]

    clock.passes(hours=4)
    team.dm_hears("ben", "thinks that your message")


def test_a_message_of_the_bot_is_nobodys_wait(team: Team) -> None:
    team.says("ana", "/blocked waiting on ETL changes for churn")
    team.points_at("ben", "Blocker #1")
    team.sees_alone("ben", "That message has no words of a person")


class TestTheReaction:
    """Off until a team chooses one, and until Slack tells us of reactions."""

    @pytest.fixture
    def listening(self, team: Team) -> Team:
        app = team.server.workspace.app
        events = app.manifest.events | {"reaction_added"}
        app.manifest = replace(app.manifest, events=events)
        team.controls("scopes", add=["reactions:read"])
        return team

    def test_none_means_anything_by_itself(self, listening: Team) -> None:
        listening.says("ana", "/blocked list")
        listening.says("ana", WAIT)
        listening.reacts("ana", "hourglass", "EDA is done")
        assert len(listening.answers("ana")) == 1

    def test_the_one_that_was_chosen_finds_the_wait_where_it_may_be_read(
        self, listening: Team
    ) -> None:
        listening.controls("scopes", add=["channels:history"])
        listening.says("ana", "/blocked list")
        listening.says("ana", "/pinwheel reaction :hourglass:")
        listening.sees_alone("ana", "A message here that gets :hourglass: is taken for a wait")
        listening.says("ana", WAIT)
        listening.reacts("ana", "eyes", "EDA is done")
        listening.sees_alone("ana", "A message here that gets")
        listening.reacts("ana", "hourglass", "EDA is done")
        listening.sees_alone("ana", "I read a wait, clocked as *#1*.")

    def test_on_somebody_elses_message_its_author_is_asked(self, listening: Team) -> None:
        listening.controls("scopes", add=["channels:history"])
        listening.says("ana", "/blocked list")
        listening.says("ana", "/pinwheel reaction :hourglass:")
        listening.says("chiara", WAIT)
        listening.reacts("ana", "hourglass", "EDA is done")

        listening.sees_alone("ana", "I asked @chiara privately")
        listening.dm_hears("chiara", "thinks that your message")

    def test_where_it_may_not_be_read_the_reactor_is_asked_for_the_words(
        self, listening: Team
    ) -> None:
        listening.says("ana", "/blocked list")
        listening.says("ana", "/pinwheel reaction hourglass")
        listening.says("ana", WAIT)
        listening.reacts("ana", "hourglass", "EDA is done")

        shown = listening.sees_alone("ana", "Tap to say it in your words.")
        assert buttons(shown) == ["Open the form"]
        listening.reacts("ben", "hourglass", "EDA is done")
        listening.sees_alone("ben", "use the message's menu")

    def test_only_who_keeps_the_team_chooses_it(self, team: Team) -> None:
        team.says("ana", "/pinwheel reaction")
        team.says("ben", "/pinwheel reaction :hourglass:")
        team.sees_alone("ben", "the keeper of this team decides")
        team.says("ana", "/pinwheel reaction off")
        team.sees_alone("ana", "No reaction marks a wait here.")
