"""First use: a team is made, the others are filled in, the bot is invited, a channel is large."""

from tests.team import Clock, Team, buttons

WAIT = "/blocked waiting on the new schema from @dana"


def test_the_first_wait_makes_the_team_and_the_others_are_filled_in(team: Team) -> None:
    team.says("ana", WAIT)
    team.clock.passes(minutes=2)
    team.says("gita", "/blocked list", to="dm")

    team.sees_alone("gita", "*Open in #ds-team*", at="dm")


def test_guests_of_the_channel_are_not_filled_in(team: Team) -> None:
    team.says("ana", WAIT)
    team.clock.passes(minutes=2)
    team.says("ines", "/blocked list", to="dm")

    team.sees_alone("ines", "Pinwheel works for full members", at="dm")


def test_in_a_larger_channel_people_join_by_their_own_word(team: Team) -> None:
    large = team.channel("everybody", "ana", "gita", "app", *team.crowd(25))
    team.says("ana", WAIT, to=large)
    team.clock.passes(minutes=2)
    team.says("gita", "/blocked list", to="dm")
    team.sees_alone("gita", "You have no open waits.", at="dm")

    team.says("gita", "/blocked waiting on the vendor", to=large)
    team.says("gita", "/blocked list", to="dm")
    team.sees_alone("gita", "*Open in #everybody*", at="dm")


def test_in_a_channel_of_more_than_fifty_it_asks_before_it_posts(team: Team) -> None:
    huge = team.channel("all-hands", "ana", "ben", "app", *team.crowd(50))
    team.says("ana", WAIT, to=huge)

    team.sees_alone("ana", "Only you see this so far. #all-hands has 53 people.", at=huge)
    assert team.posts("new schema", at=huge) == []
    team.says("ben", "/blocked list", to=huge)
    team.sees_alone("ben", "No open waits here.", at=huge)

    team.clicks("ana", "Post to #all-hands", at=huge)
    team.hears("ben", "new schema", at=huge)


def test_of_a_large_channel_it_may_be_kept_away(team: Team) -> None:
    huge = team.channel("all-hands", "ana", "ben", "app", *team.crowd(50))
    team.says("ana", WAIT, to=huge)
    team.clicks("ana", "Keep it to me", at=huge)

    team.sees_alone("ana", "Only you see this.", at=huge)
    assert team.posts("new schema", at=huge) == []


def test_in_a_dm_without_a_team_it_is_kept_for_oneself(team: Team) -> None:
    team.says("ana", WAIT, to="dm")
    team.sees_alone("ana", "Only you see this.", at="dm")

    team.says("ana", "/blocked mine", to="dm")
    team.sees_alone("ana", "new schema", at="dm")


def test_in_a_dm_the_only_team_is_meant(team: Team) -> None:
    team.says("ana", "/blocked no GPU left")
    team.says("ana", WAIT, to="dm")

    answer = team.sees_alone("ana", "tracked as *#2*. Only you see this.", at="dm")
    assert "Show to #ds-team" in buttons(answer)


def test_in_a_dm_of_somebody_with_two_teams_there_is_a_choice(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked no GPU left")
    team.invites("ana", "app", to="#churn-model")
    team.says("ana", "/blocked no numbers for March", to="#churn-model")
    clock.passes(minutes=1)
    team.says("ana", WAIT, to="dm")
    team.sees_alone("ana", "Is it for one of your teams?", at="dm")

    team.clicks("ana", "Move to #churn-model", at="dm")
    team.sees_alone("ana", "its number is now *#2*. #churn-model will see this.", at="dm")
    team.hears("ben", "new schema", at="#churn-model")
    assert team.posts("new schema") == []


def test_a_form_in_a_dm_offers_no_channel(team: Team) -> None:
    team.says("ana", "/blocked", to="dm")

    who = team.form("ana")["blocks"][-1]["element"]
    assert [one["value"] for one in who["options"]] == ["asked", "me"]
    team.fills("ana", words="a second opinion")
    assert "Only you see this." in str(team.form("ana")["blocks"])


def test_where_the_bot_is_not_nothing_is_lost(team: Team) -> None:
    team.says("ana", WAIT, to="#ml-platform")

    team.sees_alone("ana", "I'm not in #ml-platform yet.", at="#ml-platform")
    team.sees_alone("ana", "Type `/invite @Pinwheel` there and I'll post it.", at="#ml-platform")
    team.says("ana", "/blocked mine", to="dm")
    team.sees_alone("ana", "new schema", at="dm")


def test_until_then_nobody_else_sees_it(team: Team) -> None:
    team.says("ana", WAIT, to="#ml-platform")
    team.says("dana", "/blocked list", to="#ml-platform")

    team.sees_alone("dana", "No open waits here.", at="#ml-platform")


def test_invited_it_says_hello_once_and_posts_what_waited(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT, to="#ml-platform")
    team.invites("ana", "app", to="#ml-platform")
    clock.passes(minutes=1)

    hello = team.hears("eli", "Hello, I'm Pinwheel. @ana invited me here.", at="#ml-platform")
    assert "/blocked waiting on … from @someone" in hello["text"]
    assert "Nothing else happens here until somebody turns it on." in hello["text"]
    team.hears("eli", "new schema", at="#ml-platform")
    assert len(team.posts("Hello, I'm Pinwheel", at="#ml-platform")) == 1
    assert len(team.posts("new schema", at="#ml-platform")) == 1


def test_invited_without_anything_waiting_it_only_says_hello(team: Team, clock: Clock) -> None:
    team.invites("ana", "app", to="#ml-platform")
    clock.passes(days=1)

    posts = team.posts("", at="#ml-platform")
    assert len(posts) == 1
    assert "Hello" in posts[0]["text"]


def test_a_private_channel_without_the_bot_is_not_named_by_it(team: Team) -> None:
    hidden = team.channel("merger", "ana", "dana", private=True)
    team.says("ana", WAIT, to=hidden)
    team.sees_alone("ana", f"I'm not in <#{hidden}> yet.", at=hidden)

    team.invites("ana", "app", to=hidden)
    team.hears("dana", "new schema", at=hidden)


def test_when_slack_is_silent_at_the_invitation_it_is_told_again(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT, to="#ml-platform")
    team.fault("conversations.info", "error", error="internal_error", times=2)
    team.invites("ana", "app", to="#ml-platform")
    clock.passes(minutes=7)

    assert len(team.posts("Hello, I'm Pinwheel", at="#ml-platform")) == 1
    assert len(team.posts("new schema", at="#ml-platform")) == 1


def test_in_a_dm_a_number_of_several_teams_is_a_choice(team: Team, clock: Clock) -> None:
    team.invites("ana", "app", to="#churn-model")
    team.says("ben", "/blocked no GPU left")
    team.says("farah", "/blocked no numbers for March", to="#churn-model")
    clock.passes(minutes=2)
    team.says("ana", "/blocked show 1", to="dm")
    team.sees_alone("ana", "Several waits have the number 1. Which one do you mean?", at="dm")
    team.sees_alone("ana", "in #churn-model", at="dm")

    team.clicks("ana", "Show", on="Which one do you mean?", at="dm")
    team.sees_alone("ana", "*#1*, reported by @", at="dm")


def test_in_a_dm_ones_own_wait_is_meant_first(team: Team, clock: Clock) -> None:
    team.invites("ana", "app", to="#churn-model")
    team.says("ben", "/blocked no GPU left")
    team.says("ana", "/blocked no numbers for March", to="#churn-model")
    clock.passes(minutes=2)
    team.says("ana", "/blocked resolve 1", to="dm")

    team.hears("farah", "Resolved: blocker #1", at="#churn-model")
    team.hears("hugo", "*Blocker #1*")
