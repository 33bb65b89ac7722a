"""The morning letter: what would be too much at once waits for it, and comes as one message."""

from tests.team import Clock, Team, words

TUESDAY_EVENING = "2026-03-10T19:00:00Z"
WEDNESDAY_NINE = "2026-03-11T08:00:00Z"


def wait_on_dana(team: Team) -> None:
    for who, what in {"ana": "churn table", "ben": "renewals table", "chiara": "dbt run"}.items():
        team.says(who, f"/blocked waiting on the {what} from @dana")


def morning_letters(team: Team, who: str) -> list[str]:
    return [words(one) for one in team.messages(who, "dm") if "your morning" in words(one)]


def test_one_question_comes_by_itself_and_the_others_in_the_morning(
    team: Team, clock: Clock
) -> None:
    wait_on_dana(team)
    clock.turns_to(TUESDAY_EVENING)
    assert morning_letters(team, "dana") == []

    clock.turns_to(WEDNESDAY_NINE)
    [letter] = morning_letters(team, "dana")
    assert "2 things waited for your morning:" in letter


def test_its_buttons_work_as_they_would_alone(team: Team, clock: Clock) -> None:
    wait_on_dana(team)
    clock.turns_to(WEDNESDAY_NINE)
    team.clicks("dana", "It's done", on="your morning", at="dm")
    ended = [one for one in team.posts("Resolved: blocker") if "@dana closed it" in words(one)]
    assert len(ended) == 1


def test_on_the_day_of_a_standup_both_come_as_one_letter(team: Team, clock: Clock) -> None:
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    wait_on_dana(team)
    clock.turns_to("2026-03-11T08:29:00Z")  # her day began at nine
    assert morning_letters(team, "dana") == []

    clock.turns_to("2026-03-11T08:31:00Z")  # 9:30 in Berlin
    [letter] = morning_letters(team, "dana")
    assert "*Standup of #ds-team" in letter


def test_as_the_morning_passes_no_second_letter_comes(team: Team, clock: Clock) -> None:
    wait_on_dana(team)
    clock.turns_to(WEDNESDAY_NINE)
    for _ in range(3):
        clock.passes(minutes=20)
        team.quiet()
    assert len(morning_letters(team, "dana")) == 1
