"""What recurs: off until somebody turns it on, joined by choice, changed by its keeper."""

import pytest

from tests.team import Clock, Team, buttons, words


@pytest.fixture
def on(team: Team) -> Team:
    """Ana turned on the standup of #ds-team."""
    team.says("ana", "/pinwheel")
    team.clicks("ana", "Use the defaults")
    team.clicks("ana", "Start")
    return team


def test_nothing_is_on_until_a_member_turns_it_on(team: Team, clock: Clock) -> None:
    team.says("ana", "/pinwheel")
    answer = team.sees_alone("ana", "Standup* is off. The defaults: weekdays at 9:30 where you are")
    assert "Use the defaults" in buttons(answer)

    clock.passes(days=2)
    assert team.posts("") == []


def test_before_it_starts_one_sees_who_would_take_part(team: Team) -> None:
    team.says("ana", "/pinwheel")
    team.clicks("ana", "Use the defaults")

    proposal = team.sees_alone("ana", "These would take part: @ana, @ben")
    assert "@ines" not in str(proposal)
    team.sees_alone("ana", "Nothing is on yet.")
    assert team.posts("") == []


def test_the_channel_is_told_once_who_turned_it_on_and_when_it_first_happens(on: Team) -> None:
    on.sees_alone("ana", "*Standup* is on.")
    told = on.hears("ben", "@ana turned on *Standup*.")
    on.hears("ben", "When: weekdays at 9:30 where you are, first on ")
    assert buttons(told) == ["Take part", "Not me", "Turn off"]
    assert len(on.posts("turned on *Standup*")) == 1


def test_not_me_is_a_tap_and_so_is_the_way_back(on: Team) -> None:
    before = on.hears("ben", "people take part")
    on.clicks("ben", "Not me")
    on.sees_alone("ben", "You no longer take part in *Standup* of #ds-team.")
    assert on.hears("ana", "people take part")["text"] != before["text"]

    on.clicks("ben", "Take part", on="no longer take part")
    on.sees_alone("ben", "You take part in *Standup* of #ds-team")
    assert on.hears("ana", "people take part")["text"] == before["text"]


def test_who_said_no_is_not_asked_again_when_it_is_turned_on_anew(on: Team) -> None:
    on.clicks("ben", "Not me")
    on.clicks("ana", "Turn off", on="turned on")
    on.clicks("ana", "Turn on again")
    proposal = on.sees_alone("ana", "These would take part:")
    assert "U0BEN" not in str(proposal)


def test_who_starts_it_may_leave_somebody_out(team: Team) -> None:
    team.says("ana", "/pinwheel")
    team.clicks("ana", "Use the defaults")
    left_out = {"type": "multi_users_select", "selected_users": ["U0BEN"]}
    team.clicks("ana", "Start", chosen={"rhythms.without": left_out})

    assert "U0BEN" not in team.hears("ana", "turned on *Standup*")["text"]


def test_off_is_as_easy_as_on(on: Team, clock: Clock) -> None:
    on.clicks("ana", "Turn off", on="*Standup* is on.")
    on.sees_alone("ana", "*Standup* is off.")
    on.hears("ben", "@ana turned off *Standup* here.")
    on.hears("ben", "*Standup* was on here; it is off now.")

    clock.passes(days=3)
    assert len(on.posts("")) == 2


def test_who_did_not_turn_it_on_does_not_turn_it_off_for_others(on: Team) -> None:
    on.clicks("ben", "Turn off")
    on.sees_alone("ben", "so the keeper of this team decides")
    on.says("ben", "/pinwheel")
    on.sees_alone("ben", "*Standup* is on")


def test_an_administrator_may(on: Team) -> None:
    on.says("ana", "/pinwheel keeper <@U0BEN>")
    on.sees_alone("ana", "@ben keeps this team from now on.")
    on.clicks("ana", "Turn off", on="turned on")
    on.hears("ben", "@ana turned off *Standup* here.")


def test_a_guest_is_never_asked_and_cannot_ask(team: Team) -> None:
    team.says("ines", "/pinwheel")
    team.sees_alone("ines", "Pinwheel works for full members of this workspace.")


def test_of_more_than_twenty_people_join_by_a_tap(team: Team) -> None:
    large = team.channel("everybody", "ben", "gita", "app", *team.crowd(25))
    team.says("ben", "/pinwheel", to=large)
    team.clicks("ben", "Use the defaults", at=large)
    team.sees_alone("ben", "This channel has 27 people, so people join by a tap.", at=large)
    team.clicks("ben", "Start", at=large)
    team.hears("gita", "1 person takes part: @ben.", at=large)

    team.clicks("gita", "Take part", at=large)
    team.hears("ben", "2 people take part: @ben, @gita.", at=large)


def test_of_more_than_fifty_an_administrator_allows_it_first(team: Team) -> None:
    huge = team.channel("all-hands", "ana", "ben", "app", *team.crowd(50))
    team.says("ben", "/pinwheel", to=huge)
    team.clicks("ben", "Use the defaults", at=huge)
    team.sees_alone("ben", "#all-hands has 52 people. Above 50 an administrator", at=huge)
    team.chooses("ben", "An administrator", at=huge, selected_user="U0GITA")
    team.sees_alone("ben", "@gita does not administer this workspace.", at=huge)
    assert team.posts("", at=huge) == []


def test_the_administrator_who_was_asked_allows_it_by_a_tap(team: Team) -> None:
    huge = team.channel("all-hands", "ana", "ben", "app", *team.crowd(50))
    team.says("ben", "/pinwheel", to=huge)
    team.clicks("ben", "Use the defaults", at=huge)
    team.chooses("ben", "An administrator", at=huge, selected_user="U0ANA")
    team.dm_hears("ana", "asks to turn on *Standup* in #all-hands, which has 52 people.")

    team.clicks("ana", "Allow", at="dm")
    settled = team.dm_hears("ana", "asks to turn on *Standup* in #all-hands")
    assert "*Standup* is on in #all-hands." in words(settled)
    assert buttons(settled) == []
    team.hears("ben", "@ben turned on *Standup*.", at=huge)


def test_the_greeting_offers_it(team: Team) -> None:
    team.invites("ana", "app", to="#ml-platform")
    team.clock.passes(minutes=1)
    team.clicks("eli", "Use the defaults", at="#ml-platform")
    team.sees_alone("eli", "These would take part:", at="#ml-platform")
    team.clicks("eli", "Start", at="#ml-platform")
    team.hears("ana", "@eli turned on *Standup*.", at="#ml-platform")


def test_where_we_are_not_it_cannot_start(team: Team) -> None:
    team.says("ana", "/pinwheel", to="#ml-platform")
    team.clicks("ana", "Use the defaults", at="#ml-platform")
    team.clicks("ana", "Start", at="#ml-platform")
    team.sees_alone("ana", "Type `/invite @Pinwheel` here", at="#ml-platform")


def test_the_settings_open_for_the_keeper_with_what_the_feature_declared(on: Team) -> None:
    on.says("ana", "/pinwheel settings")
    form = on.form("ana")
    assert form["title"]["text"] == "Settings"
    fields = [block["block_id"] for block in form["blocks"] if block["type"] == "input"]
    assert fields[0] == "standup.when"
    assert len(fields) > 3


def test_a_change_says_from_when_it_holds(on: Team) -> None:
    on.says("ana", "/pinwheel settings")
    on.fills("ana", **{"standup.when": "mon,thu 11:00"})
    assert "now Mondays and Thursdays at 11:00 where you are, from " in str(on.form("ana"))

    on.says("ben", "/pinwheel team")
    on.sees_alone("ben", "*Standup* is on: Mondays and Thursdays at 11:00 where you are.")


def test_an_error_stands_at_its_field_and_nothing_is_lost(on: Team) -> None:
    on.says("ana", "/pinwheel settings")
    refused = on.fills("ana", **{"standup.when": "sometimes"})
    assert "`weekdays 9:30`" in refused["errors"]["standup.when"]

    on.says("ben", "/pinwheel")
    on.sees_alone("ben", "weekdays at 9:30 where you are")


def test_settings_are_the_keepers(on: Team) -> None:
    on.says("ben", "/pinwheel settings")
    on.sees_alone("ben", "so the keeper of this team decides")


def test_settings_that_open_too_late_are_a_tap_away(on: Team) -> None:
    on.fault("views.open", "error", error="expired_trigger_id")
    on.says("ana", "/pinwheel settings")
    on.clicks("ana", "Settings", on="Tap to open the settings.")

    assert on.form("ana")["callback_id"] == "rhythms.settings"


def test_a_tap_at_home_that_is_refused_says_so_there(on: Team) -> None:
    on.says("ana", "/pinwheel keeper <@U0BEN>")
    seen = on.home("ben")
    on.says("ana", "/pinwheel keeper <@U0ANA>")
    on.clicks_in(seen, "ben", "Settings")

    assert "the keeper of this team decides" in words(on.form("ben"))


def test_said_in_words_the_settings_are_a_tap_away(on: Team) -> None:
    on.says("ana", "<@U0APP> settings")
    on.clicks("ana", "Settings", on="Tap to open the settings.")
    assert on.form("ana")["title"]["text"] == "Settings"


def test_in_a_dm_the_team_is_the_only_one(on: Team) -> None:
    on.says("gita", "/pinwheel", to="dm")
    on.sees_alone("gita", "#ds-team*", at="dm")
    on.says("ana", "team", to="dm")
    on.dm_hears("ana", "kept by you")


def test_the_home_tab_shows_what_waits_and_when_the_team_meets(on: Team) -> None:
    on.says("ben", "/blocked waiting on the new schema from @dana")
    home = str(on.home("ben"))
    assert "new schema" in home
    assert "Your waits" in home
    assert "*Standup* is on: weekdays at 9:30 where you are." in home


def test_on_the_home_tab_taking_part_is_a_tap(on: Team) -> None:
    assert "you among them" in str(on.home("ben"))
    on.clicks_at_home("ben", "Not me")
    assert "no longer take part" in str(on.form("ben"))
    assert "you not" in str(on.home("ben"))


def test_from_the_home_tab_it_is_turned_on_in_a_form_of_its_own(team: Team) -> None:
    team.says("ana", "/pinwheel")
    team.clicks_at_home("ana", "Use the defaults")
    assert "These would take part" in str(team.form("ana"))
    team.clicks_in_form("ana", "Start")
    assert "*Standup* is on." in str(team.form("ana"))
    team.hears("ben", "@ana turned on *Standup*.")
    assert "you among them" in str(team.home("ana"))


def test_a_refusal_is_said_over_the_home_tab_too(team: Team) -> None:
    team.says("eli", "/pinwheel", to="#ml-platform")
    team.clicks_at_home("eli", "Use the defaults")
    team.clicks_in_form("eli", "Start")
    assert "Type `/invite @Pinwheel` here" in str(team.form("eli"))


def test_guests_find_a_kind_sentence_at_home(team: Team) -> None:
    assert "full members" in str(team.home("ines"))


def test_what_is_saved_from_the_home_tab_shows_there_at_once(on: Team) -> None:
    on.clicks_at_home("ana", "Settings")
    published = len(on.records("call", "views.publish"))
    on.fills("ana", **{"standup.when": "weekdays 10:15"})

    after = on.records("call", "views.publish")[published:]
    assert len(after) == 1
    assert "weekdays at 10:15" in str(after)


@pytest.mark.parametrize("bot_is_in", [True, False])
def test_a_channel_without_both_of_us_cannot_show_the_answers(on: Team, bot_is_in: bool) -> None:
    place = on.channel("elsewhere", "ben", *(["app"] if bot_is_in else ["ana"]))
    on.says("ben", "/pinwheel", to=place)
    on.says("ana", "/pinwheel settings")
    refused = on.fills("ana", **{"standup.channel": {"selected_conversation": place}})
    assert "needs both of us in it" in str(refused["errors"])


def test_a_channel_of_both_of_us_can_show_the_answers(on: Team) -> None:
    place = on.channel("elsewhere", "ana", "app")
    on.says("ana", "/pinwheel", to=place)
    on.says("ana", "/pinwheel settings")
    assert "errors" not in on.fills("ana", **{"standup.channel": {"selected_conversation": place}})
