"""A person's own words: kept whole, shown safely, in any script, up to 3,000 characters."""

from typing import Any

import pytest

from tests.team import Team, words


def flat(message: dict[str, Any]) -> list[dict[str, Any]]:
    """The elements of the author's words, in the one rich text block of the message."""
    [rich] = [block for block in message["blocks"] if block["type"] == "rich_text"]
    found: list[dict[str, Any]] = []
    for part in rich["elements"]:
        sections = part["elements"] if part["type"] == "rich_text_list" else [part]
        found.extend(element for section in sections for element in section["elements"])
    return found


def text_of(message: dict[str, Any]) -> str:
    return "".join(one.get("text", "") for one in flat(message))


def test_people_channels_and_links_stay_live(team: Team) -> None:
    team.says(
        "ana", "/blocked need @dana to look at https://wiki.example.com/etl?a=1&b=2 in #ds-team"
    )

    post = team.hears("ben", "need")
    kinds = [one["type"] for one in flat(post)]
    assert [kind for kind in kinds if kind != "text"] == ["user", "link", "channel"]
    assert {one.get("url") for one in flat(post)} >= {"https://wiki.example.com/etl?a=1&b=2"}


def test_a_group_is_named_and_not_called(team: Team) -> None:
    team.says("ana", "/blocked waiting on @data-eng for the backfill")

    post = team.hears("ben", "for the backfill")
    assert "<!subteam" not in str(post)
    team.sees_alone("ana", "@\u2060data-eng")


@pytest.mark.parametrize("call", ["@channel", "@here", "@everyone"])
def test_a_call_to_everybody_is_only_a_word(team: Team, call: str) -> None:
    team.says("ana", f"/blocked {call} who can restart the tracker?")

    post = team.hears("ben", "who can restart the tracker?")
    assert f"<!{call[1:]}" not in str(post)


def test_what_slack_escapes_is_shown_as_it_was_typed(team: Team) -> None:
    team.says("ana", '/blocked R&D wants p < 0.05 && q > 1, not "&amp;" or <@U0DANA')

    post = team.hears("ben", "R&D wants")
    assert text_of(post) == 'R&D wants p < 0.05 && q > 1, not "&amp;" or <@U0DANA'
    assert "R&amp;D wants p &lt; 0.05 &amp;&amp; q &gt; 1" in post["text"]


def test_a_form_shows_what_was_typed_as_well(team: Team) -> None:
    team.says("ana", "/blocked")
    team.fills("ana", words="R&D wants p < 0.05, says <@U0DANA> & <!channel>")

    post = team.hears("ben", "R&D wants")
    assert text_of(post) == "R&D wants p < 0.05, says <@U0DANA> & <!channel>"
    assert {one["type"] for one in flat(post)} == {"text"}


def test_an_edit_that_changes_nothing_changes_no_letter(team: Team) -> None:
    said = "R&D wants a < b from @dana, see https://wiki.example.com/a?b=1&c=2 in #ds-team :fire:"
    team.says("ana", f"/blocked {said}")
    before = flat(team.hears("ben", "R&D wants"))

    team.says("ana", "/blocked edit 1")
    assert team.form("ana")["blocks"][0]["element"]["initial_value"] == said
    team.fills("ana")

    assert flat(team.hears("ben", "R&D wants")) == before


def test_quotes_several_lines_lists_and_emoji_stay(team: Team) -> None:
    team.says(
        "ana",
        "/blocked two things :fire:\n> “it is late”\n- the *schema*\n- the `backfill`\nthanks 🙏",
    )

    post = team.hears("ben", "two things")
    assert {"type": "emoji", "name": "fire"} in flat(post)
    assert "> “it is late”" in text_of(post)
    assert "the *schema*the `backfill`" in text_of(post)
    assert "thanks 🙏" in text_of(post)


@pytest.mark.parametrize(
    "said",
    [
        "في انتظار صلاحية قاعدة البيانات",
        "等待数据工程的表结构变更",
        "чекаю на доступ до сховища",
        "नए स्कीमा का इंतज़ार",
    ],
)
def test_any_script_is_kept_whole(team: Team, said: str) -> None:
    team.says("ana", f"/blocked {said}")

    assert text_of(team.hears("ben", said)) == said


def test_three_thousand_characters_are_kept_to_the_last(team: Team) -> None:
    said = "waiting on the <schema> & " + "long " * 594 + "end."
    assert len(said) == 3_000
    team.says("ana", f"/blocked {said}")

    team.sees_alone("ana", "tracked as *#1*")
    assert text_of(team.hears("ben", "waiting on the")) == said


def test_one_character_more_is_given_back_with_a_sentence(team: Team) -> None:
    said = "waiting on the <schema> & " + "long " * 594 + "end.!"
    team.says("ana", f"/blocked {said}")

    answer = team.sees_alone("ana", "That is 3,001 characters; I can keep up to 3,000")
    assert text_of(answer) == said
    assert team.posts("waiting on the") == []


def test_too_much_in_a_dm_is_answered_there(team: Team) -> None:
    team.says("ana", "blocked " + "long " * 700, to="dm")

    team.dm_hears("ana", "I can keep up to 3,000, so nothing was saved.")


def test_only_a_broadcast_tells_how_it_is_done(team: Team) -> None:
    team.says("ana", "/blocked @here")

    team.sees_alone("ana", "I never notify a whole channel")
    assert team.posts("Blocker") == []


def test_a_private_channels_name_travels_nowhere(team: Team) -> None:
    team.says("ana", "/blocked waiting on the numbers in #churn-model from @dana")

    assert "churn-model" not in words(team.hears("dana", "waiting on the numbers in"))


def test_a_note_may_hold_what_slack_escapes(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked resolve 1 a<b & *bold* <!here>")

    post = team.hears("ben", "What helped:")
    assert 'What helped: "a&lt;b &amp; ∗bold∗' in post["text"]
