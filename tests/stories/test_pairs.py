"""Pairs from their first Monday: made, met or not, dropped out of, asked for, in both clocks."""

from itertools import combinations

import pytest

from tests.stories.pairing import (
    EVERYBODY,
    TO_MONDAY,
    dm,
    group_dms,
    latest,
    met,
    pairs,
    partner,
    turn_on,
)
from tests.team import Clock, Json, Team, buttons, words


@pytest.fixture
def paired(team: Team, clock: Clock) -> Team:
    """Eight people, on the evening of their first Monday."""
    turn_on(team)
    clock.passes(**TO_MONDAY)
    return team


def test_each_monday_everybody_has_one_partner_and_one_dm(paired: Team) -> None:
    together = pairs(paired)

    assert sorted(name for two in together for name in two) == sorted(EVERYBODY)
    for two in together:
        assert len(paired.posts("you pair up", at=group_dms(paired)[two])) == 1


def test_the_dm_says_why_who_does_what_and_when(paired: Team) -> None:
    said = words(paired.hears("ana", "you pair up", at=dm(paired, "ana")))

    assert "pair programming" in said
    assert "you have not paired before" in said
    assert "drives" in said
    assert "navigates" in said
    assert said.count("to calendar") == 3
    assert "*Times in everybody's hours:*" in said


def test_it_comes_in_the_first_minute_that_both_work(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "ben")
    clock.passes(days=7, hours=2)  # noon in Berlin; in New York, an hour nearer by now, it is 7:00
    assert pairs(team) == set()
    clock.passes(hours=2, minutes=1)
    assert pairs(team) == {frozenset({"ana", "ben"})}


def test_a_week_later_it_is_code_review_with_somebody_else(paired: Team, clock: Clock) -> None:
    first = pairs(paired)
    for two in first:
        met(paired, min(two))
    clock.passes(days=7)

    assert len(pairs(paired) - first) == 4
    said = words(paired.hears("ana", "you pair up", at=dm(paired, "ana")))
    assert "code review" in said
    assert "brings work to look at" in said


def test_on_friday_they_are_asked_once_whether_they_met(paired: Team, clock: Clock) -> None:
    clock.passes(days=3)
    paired.does_not_hear("ana", "did you meet?", at=dm(paired, "ana"))
    clock.passes(days=1)

    asked = paired.hears("ana", "did you meet?", at=dm(paired, "ana"))
    assert buttons(asked) == ["We met", "Not yet", "We will not"]
    clock.passes(days=2)
    assert len(paired.posts("did you meet?", at=dm(paired, "ana"))) == 1


def test_one_tap_of_either_is_enough_and_the_second_is_told_so(paired: Team, clock: Clock) -> None:
    clock.passes(days=4)
    one, other = sorted(latest(paired, "ana"))
    place = dm(paired, "ana")
    paired.clicks(one, "We met", on="did you meet?", at=place)

    paired.sees_alone(one, "Noted: you met", at=place)
    paired.hears(other, "You met: well done", at=place)
    paired.does_not_hear(other, "did you meet?", at=place)


def test_who_met_before_friday_is_not_asked(paired: Team, clock: Clock) -> None:
    met(paired, "ana")
    clock.passes(days=4)

    paired.does_not_hear("ana", "did you meet?", at=dm(paired, "ana"))


def test_not_yet_can_become_met(paired: Team, clock: Clock) -> None:
    clock.passes(days=4)
    place = dm(paired, "ana")
    paired.clicks("ana", "Not yet", at=place)
    paired.hears("ana", "Not yet, and that is fine", at=place)
    paired.clicks("ana", "We met", on="Not yet, and that is fine", at=place)

    paired.hears("ana", "You met: well done", at=place)


def test_three_confirmed_weeks_and_four_people_met_each_other(team: Team, clock: Clock) -> None:
    four = ("ana", "chiara", "dana", "hugo")
    turn_on(team, *four)
    clock.passes(**TO_MONDAY)
    for _ in range(3):
        for who in four:
            if "We met" in buttons(team.hears(who, "you pair up", at=dm(team, who))):
                met(team, who)
        clock.passes(days=7)

    assert pairs(team) == {frozenset(two) for two in combinations(four, 2)}


def test_whoever_drops_out_leaves_a_kind_word(paired: Team) -> None:
    other = partner(paired, "ana")
    place = dm(paired, "ana")
    paired.clicks("ana", "I can't this time", at=place)

    paired.sees_alone("ana", "you are out of this round", at=place)
    paired.hears("ana", "This pair is off this time", at=place)
    paired.clock.passes(days=1)
    paired.dm_hears(other, "Your partner cannot make it this time")


def test_two_who_lost_their_partners_get_each_other(team: Team, clock: Clock) -> None:
    four = ("ana", "chiara", "dana", "hugo")  # of one zone, whoever is paired with whom
    turn_on(team, *four)
    clock.passes(**TO_MONDAY)
    others = [partner(team, "ana")]
    team.clicks("ana", "I can't this time", at=dm(team, "ana"))
    second = next(one for one in four if one not in ("ana", *others))
    others.append(partner(team, second))
    team.says(second, "/pair skip")
    clock.passes(days=1)

    assert frozenset(others) in pairs(team)
    said = team.hears(others[0], "you pair up", at=group_dms(team)[frozenset(others)])
    assert "without a partner" in words(said)


def test_the_odd_one_sits_out_and_nobody_twice(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara", "dana")
    clock.passes(**TO_MONDAY)
    alone = []
    for _ in range(3):
        found = [one for one in ("ana", "chiara", "dana") if sat_out(team, one)]
        alone += [one for one in found if one not in alone]
        for who in ("ana", "chiara", "dana"):
            if who != alone[-1]:
                met(team, who)
                break
        clock.passes(days=7)

    assert sorted(alone) == ["ana", "chiara", "dana"]


def sat_out(team: Team, who: str) -> bool:
    return "you sit this round out" in team.transcript(who, "dm")


def test_one_alone_is_told_and_two_are_always_together(team: Team, clock: Clock) -> None:
    turn_on(team, "ana")
    clock.passes(**TO_MONDAY)
    team.dm_hears("ana", "You are the only one here this time")
    team.says("chiara", "/pair on")
    clock.passes(days=7)
    assert pairs(team) == {frozenset({"ana", "chiara"})}
    clock.passes(days=7)
    assert len(team.posts("you pair up", at=dm(team, "ana"))) == 2


@pytest.mark.parametrize("why", ["refused", "not allowed"])
def test_where_slack_opens_no_group_dm_each_reads_it_alone(
    team: Team, clock: Clock, why: str
) -> None:
    turn_on(team, "ana", "chiara")
    if why == "refused":
        team.fault("conversations.open", "error", error="restricted_action", times=1)
    else:
        team.controls("scopes", remove=["mpim:write"])
    clock.passes(**TO_MONDAY)

    assert pairs(team) == set()
    for who in ("ana", "chiara"):
        team.dm_hears(who, "you pair up")
    team.clicks("ana", "We met", at="dm")
    team.dm_hears("chiara", "You met: well done")


def test_never_is_private_and_holds_both_ways(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara", "dana", "farah")
    team.says("chiara", "/pair never <@U0ANA>")
    team.sees_alone("chiara", "I will not pair you with @ana")
    for _ in range(4):
        clock.passes(days=7)

    assert frozenset({"ana", "chiara"}) not in pairs(team)
    team.does_not_hear("ana", "never", at="dm")


def test_who_skips_before_monday_is_not_paired(team: Team, clock: Clock) -> None:
    turn_on(team)
    team.says("ana", "/pair skip")
    team.sees_alone("ana", "no pairs for you until")
    clock.passes(**TO_MONDAY)
    assert not any("ana" in two for two in pairs(team))
    clock.passes(days=7)
    assert any("ana" in two for two in pairs(team))


def test_who_pauses_is_left_out_until_then_or_until_they_resume(team: Team, clock: Clock) -> None:
    turn_on(team)
    team.says("ana", "/pair pause until 30 March")
    team.sees_alone("ana", "no pairs for you until *Monday 30 March*")
    clock.passes(**TO_MONDAY)
    assert not any("ana" in two for two in pairs(team))
    team.says("ana", "/pair resume")
    clock.passes(days=7)
    assert any("ana" in two for two in pairs(team))


def test_learn_and_teach_bring_two_together_and_it_ends_when_they_met(
    team: Team, clock: Clock
) -> None:
    turn_on(team)
    team.says("dana", "/pair teach devops")
    team.says("ana", "/pair learn devops")
    clock.passes(**TO_MONDAY)

    assert partner(team, "ana") == "dana"
    said = words(team.hears("ana", "you pair up", at=dm(team, "ana")))
    assert "@ana would like to learn DevOps / platform" in said
    met(team, "dana")
    clock.passes(days=7)
    assert partner(team, "ana") != "dana"


def test_now_finds_whoever_else_wants_one_today(team: Team, clock: Clock) -> None:
    turn_on(team)
    team.says("ana", "/pair now")
    team.sees_alone("ana", "Nobody is free just now")
    team.says("chiara", "/pair now")

    team.sees_alone("chiara", "@ana is free too")
    assert pairs(team) == {frozenset({"ana", "chiara"})}
    team.says("ana", "/pair now")
    team.sees_alone("ana", "You have a spare partner today")


def test_pair_shows_mine_and_history_those_before(paired: Team, clock: Clock) -> None:
    paired.says("ana", "/pair")
    paired.sees_alone("ana", "you pair up")
    met(paired, "ana")
    paired.says("ana", "/pair history")
    paired.sees_alone("ana", f"@{partner(paired, 'ana')}, met")
    paired.says("oren", "/pair", to="#churn-model")
    paired.says("ana", "/pair nonsense")
    paired.sees_alone("ana", "`/pair skip` this round")


def test_a_newcomer_is_paired_within_the_week(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara", "dana", "farah")
    clock.passes(**TO_MONDAY)
    team.says("hugo", "/pair on")
    clock.passes(days=7)

    assert not sat_out(team, "hugo")
    assert any("hugo" in two for two in pairs(team))


def test_a_command_that_slack_sends_twice_is_one_spare_partner(team: Team) -> None:
    turn_on(team)
    team.says("ana", "/pair now")
    team.says("chiara", "/pair now")
    sent = [one for one in team.records("delivery") if one["method"] == "/pair"][-1]
    team.controls("deliver", record=sent["n"])
    team.clock.passes(minutes=1)

    assert len(team.posts("you pair up", at=dm(team, "ana"))) == 1


@pytest.mark.parametrize("words_", ["pair", "/pair"])
def test_it_works_as_words_too(paired: Team, words_: str) -> None:
    paired.says("ana", f"/pinwheel {words_}")
    paired.sees_alone("ana", "you pair up")
    paired.says("ana", "pair history", to="dm")
    paired.dm_hears("ana", f"@{partner(paired, 'ana')}, not told")


def test_over_the_change_of_the_clock_it_stays_monday_morning(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara")
    clock.passes(days=10)
    clock.passes(days=10, hours=21)  # Monday 30 March, 8:00 in Berlin: summer time since Sunday
    before = len(team.posts("you pair up", at=dm(team, "ana")))
    clock.passes(hours=1, minutes=1)
    assert len(team.posts("you pair up", at=dm(team, "ana"))) == before + 1


def test_the_home_tab_names_the_pair_and_the_team_screen_its_round(paired: Team) -> None:
    shown = words({"blocks": paired.home("ana")["blocks"]})
    assert "Your pair" in shown
    assert f"@{partner(paired, 'ana')}" in shown
    paired.says("ana", "/pinwheel")
    paired.sees_alone("ana", "Pairs")


def test_three_meet_where_the_team_prefers_it(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara", "dana")
    team.says("ana", "/pinwheel settings")
    field = "pairs.odd"
    team.fills("ana", **{field: {"selected_option": option(team, "ana", field, "trio")}})
    clock.passes(**TO_MONDAY)

    assert pairs(team) == {frozenset({"ana", "chiara", "dana"})}
    team.clicks("dana", "I can't this time", at=dm(team, "ana"))
    team.sees_alone("dana", "@ana and @chiara meet without you.", at=dm(team, "ana"))
    said = words(team.hears("ana", "you pair up", at=dm(team, "ana")))
    assert "@dana" not in said


def option(team: Team, who: str, field: str, value: str) -> Json:
    for block in team.form(who)["blocks"]:
        if block.get("block_id") == field:
            found = [one for one in block["element"]["options"] if one["value"] == value]
            return dict(found[0])
    raise AssertionError([one.get("block_id") for one in team.form(who)["blocks"]])


def test_few_shared_hours_give_way_with_a_word(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "eli")  # Berlin and the Pacific coast
    clock.passes(**TO_MONDAY)

    said = words(team.hears("ana", "you pair up", at=dm(team, "ana")))
    assert "You share few working hours" in said


def test_a_pair_that_did_not_meet_is_told_so_when_it_comes_again(team: Team, clock: Clock) -> None:
    turn_on(team, "ana", "chiara")
    clock.passes(**TO_MONDAY)
    team.clicks("ana", "I can't this time", at=dm(team, "ana"))
    clock.passes(days=7)

    said = words(team.posts("you pair up", at=dm(team, "ana"))[-1])
    assert "just the two of you take part" in said


def test_who_is_out_of_the_team_for_good_is_not_paired(paired: Team, clock: Clock) -> None:
    paired.leaves("hugo", "#ds-team")
    clock.passes(days=7)

    newest = [two for two in pairs(paired) if "hugo" in two]
    assert all(len(paired.posts("you pair up", at=group_dms(paired)[two])) == 1 for two in newest)


def test_others_cannot_answer_for_a_pair(paired: Team) -> None:
    other = next(one for one in EVERYBODY if one not in latest(paired, "ana"))
    paired.says(other, "/pair leaving <@U0ANA> on 30 March")
    keeper = "ana"
    if other != keeper:
        paired.sees_alone(other, "Only they themselves, or who keeps this team")
