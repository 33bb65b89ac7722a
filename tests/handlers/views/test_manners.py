"""What the words promise: every answer names its audience, nobody is named before a yes."""

from datetime import timedelta
from typing import Any

import pytest

from bot.told import Card, Told
from handlers.views import blockers, kit, letters
from handlers.views.blockers import actions as act
from handlers.views.kit import Answer
from tests.handlers.views.cards import ANA, BEN, NOW, alone, card, resolved, taken
from tests.handlers.views.scenes import answered


def faces(answer: Answer) -> list[str]:
    return [one["text"]["text"] for one in buttons(answer) if one["type"] == "button"]


def buttons(answer: Answer) -> list[dict[str, Any]]:
    rows = [block["elements"] for block in answer["blocks"] if block["type"] == "actions"]
    return [one for row in rows for one in row]


def posted(shown: Card) -> Answer:
    return letters.render("blocker.posted", shown, {}, now=NOW)


@pytest.mark.parametrize("what", ["reported", "again", "changed", "moved", "audience"])
@pytest.mark.parametrize(
    ("shown", "named"),
    [
        (card(), "#ds-team will see this"),
        (card(audience="asked"), "Only <@U0DANA> will see this"),
        (card(audience="me", told="no"), "Only you see this"),
        (card(told="asking", channel_size=73), "#ds-team has 73 people. Post it there?"),
        (card(told="not_here"), "`/invite @Pinwheel`"),
        (card(told="unknown"), "once Slack tells me who you are"),
        (card(audience="asked", told="nobody", owner=None), "Say who: tap Edit"),
    ],
)
def test_every_answer_names_its_audience(what: str, shown: Card, named: str) -> None:
    assert named in answered(what, shown)["text"]


def test_one_tap_widens_or_narrows() -> None:
    tapped = {
        shown.blocker.audience: [
            kit.read_value(one["value"])["audience"]
            for one in buttons(answered("reported", shown))
            if kit.verb_of(one["action_id"]) == act.AUDIENCE
        ]
        for shown in (card(), card(audience="asked"), card(audience="me", told="no"))
    }
    assert tapped == {
        "channel": ["asked", "me"],
        "asked": ["channel", "me"],
        "me": ["channel", "asked"],
    }


def test_a_wait_told_in_a_dm_is_not_offered_to_the_dm_but_to_the_teams() -> None:
    teams = [["t1", "C0DSTEAM", "ds-team"], ["t2", "C0ML", "ml-platform"]]
    said = answered("reported", alone(owner=None), teams=teams)
    assert faces(said) == ["Edit", "Undo", "Resolved", "Move to #ds-team", "Move to #ml-platform"]


def test_a_large_channel_is_asked_about_before_it_reads_anything() -> None:
    said = answered("reported", card(told="asking", channel_name="big", channel_size=73))
    assert faces(said)[-2:] == ["Post to #big", "Keep it to me"]


def test_the_channel_has_four_buttons_while_it_waits_and_one_afterwards() -> None:
    assert faces(posted(card())) == ["Ask quietly", "I can help", "On it", "Resolved"]
    assert faces(posted(taken())) == ["Ask quietly", "I can help", "On it", "Resolved"]
    assert faces(posted(resolved())) == ["Reopen"]
    assert faces(posted(card(state="withdrawn"))) == []


def test_the_words_stay_rich_text_in_every_state_for_an_edit_may_not_change_that() -> None:
    for shown in (card(), taken(), resolved(), card(state="withdrawn")):
        assert "rich_text" in [block["type"] for block in posted(shown)["blocks"]]


def test_a_quiet_question_names_neither_the_waiter_nor_the_one_waited_on() -> None:
    said = letters.render("blocker.asked", card(), {"ask": "a1"}, now=NOW)
    assert "U0" not in str(said)
    assert "ds-team" not in str(said)
    assert [kit.read_value(one["value"])["ask"] for one in buttons(said)] == ["a1", "a1"]


def test_the_name_of_a_private_channel_is_not_told_to_a_helper() -> None:
    assert "C0DSTEAM" not in str(answered("ask_yes", card(channel_kind="private"), for_=BEN))
    assert "<#C0DSTEAM>" in answered("ask_yes", card(), for_=BEN)["text"]


def test_whoever_is_second_learns_who_was_first() -> None:
    facts = {"what": "resolved", "by": BEN, "ago": 320, "note": "the column is back"}
    told = Told("already", resolved(), facts)
    said = blockers.answer(told, for_=ANA)["text"]
    assert said.startswith("#12 is over already: <@U0BEN> resolved it 5 minutes ago.")
    assert said.endswith('What helped: "the column is back".')
    assert "you resolved it" in blockers.answer(told, for_=BEN)["text"]


def test_resolving_asks_how_much_work_it_took_until_that_is_known() -> None:
    asked = [one for one in buttons(answered("resolved", resolved())) if "effort" in one["value"]]
    assert [kit.read_value(one["value"])["effort"] for one in asked] == list(act.EFFORTS)
    assert faces(answered("resolved", resolved(effort="day"))) == ["Reopen"]


def test_the_same_button_for_several_blockers_says_aloud_which_one() -> None:
    cards = (card(id="b1", number=1), card(id="b2", number=2))
    said = blockers.answer(Told("choose", None, {"verb": "resolve"}, cards), for_=ANA)
    labels = [block["accessory"]["accessibility_label"] for block in said["blocks"][1:]]
    assert labels == ["Resolved: blocker #1", "Resolved: blocker #2"]


def test_the_text_alone_tells_the_channel_all_that_matters() -> None:
    text = posted(resolved(link="https://x.example", outside="Snowflake"))["text"]
    for told in ("#12", "<@U0ANA>", "ETL changes", "Data engineering", "churn table", "3 h"):
        assert told in text
    for told in ("Snowflake", "https://x.example", "the column is back", "<@U0BEN>"):
        assert told in text


def test_a_group_is_shown_by_the_name_its_author_wrote_and_not_called() -> None:
    said = "waiting on access from <!subteam^S0DATAENG|@data-eng>"
    text = posted(card(words=said, owner=None, user_group="S0DATAENG"))["text"]
    assert "Waiting on: Data engineering, @data-eng." in text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7_199, "1 hour ago"),
        (2 * 86_400, "2 days ago"),
        (None, "earlier"),
    ],
)
def test_how_long_ago_is_said_roughly(seconds: int | None, words: str) -> None:
    facts = {"what": "withdrawn", "by": ANA, "ago": seconds}
    said = blockers.answer(Told("already", card(state="withdrawn"), facts), for_=BEN)
    assert words in said["text"]


def test_a_list_says_the_wait_in_working_hours_away_from_names() -> None:
    shown = card(waited=timedelta(hours=9, minutes=30))
    row = blockers.answer(Told("listed", None, {"which": "list"}, (shown,)), for_=ANA)["blocks"][1]
    first, second = row["text"]["text"].split("\n")
    assert "<@U0ANA>" in first
    assert second == "Data engineering · 1 day 1 h · open"


def test_only_pages_that_exist_can_be_turned_to() -> None:
    def turned(page: int) -> list[tuple[str, int]]:
        facts = {"which": "all", "page": page, "size": 10, "total": 21, "channel": "C0DSTEAM"}
        said = blockers.answer(Told("listed", None, facts, (card(),)), for_=ANA)
        found = [one for one in buttons(said) if kit.verb_of(one["action_id"]) == act.PAGE]
        return [(one["text"]["text"], kit.read_value(one["value"])["page"]) for one in found]

    assert turned(0) == [("Next page", 1)]
    assert turned(1) == [("Earlier page", 0), ("Next page", 2)]
    assert turned(2) == [("Earlier page", 1)]


def test_an_action_is_known_alone_and_as_one_of_several() -> None:
    assert kit.verb_of(kit.nth(act.TAKE, "b12")) == act.TAKE == kit.verb_of(act.TAKE)
    assert kit.part_of(kit.nth(act.TAKE, "b12")) == "b12"


def test_a_letter_of_an_unknown_kind_or_without_its_blocker_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        letters.render("blocker.sung", card(), {}, now=NOW)
    with pytest.raises(ValueError, match="without its blocker"):
        letters.render("blocker.posted", None, {}, now=NOW)


def test_a_title_is_cut_where_slack_takes_no_more() -> None:
    assert [block["type"] for block in (kit.header("x" * 200), kit.divider())] == [
        "header",
        "divider",
    ]
    assert len(kit.header("x" * 200)["text"]["text"]) == 150
