"""Whatever people write, in any field of any view: no crowd is called, no link hides its target."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blockers import Wait
from bot.told import Card, Told
from handlers.views import blockers, letters, notices, pinwheel
from handlers.views.kit import Answer
from tests.handlers.views import scenes
from tests.handlers.views.cards import ANA, BEN, NOW, TEAM
from tests.handlers.views.hostile import ANY
from tests.handlers.views.limits import problems_of_message, problems_of_modal

_ANSWERS = st.sampled_from(
    (
        *("reported", "again", "changed", "moved", "audience", "reopened", "withdrawn"),
        *("asked", "nobody_to_ask", "ask_yes", "ask_no", "sent_again", "it_is_there", "shown"),
        *("resolved", "effort_noted", "taken", "taken_over", "offered"),
        *("already", "already_taken", "already_open", "something_new"),
    )
)
_WHERE = st.sampled_from(sorted(scenes.everything_about("")))
_PATIENT = settings(deadline=None, max_examples=300)  # two cores, several suites at once


def _facts(text: str) -> dict[str, object]:
    history = [["2026-02-27T09:00:00+00:00", BEN, "resolved", text]] * 40
    return {
        "what": "resolved",
        "by": BEN,
        "ago": 5,
        "note": text,
        "later": text,
        "earlier": 4,
        "history": history,
        "teams": [["t1", "C0DSTEAM", text], ["t2", "C0ML", ""], ["t3", "C0MORE"]],
    }


@given(ANY, _ANSWERS, _WHERE, st.sampled_from([ANA, BEN]))
@settings(_PATIENT, max_examples=1_000)
def test_no_answer_does_harm_or_breaks_a_limit(
    text: str, what: str, where: str, reader: str
) -> None:
    told = Told(what, scenes.everything_about(text)[where], _facts(text))
    assert problems_of_message(dict(blockers.answer(told, for_=reader))) == []


@given(ANY, st.sampled_from(sorted(letters.KINDS)), _WHERE)
@settings(_PATIENT, max_examples=600)
def test_no_letter_does_harm_or_breaks_a_limit(text: str, kind: str, where: str) -> None:
    facts = {"ask": "a1", "helper": BEN, "by": BEN, "letter": "l1", "inviter": ANA}
    about_channel = {"channel": "C0DSTEAM", "reason": text, "told": Told("not_understood")}
    shown = scenes.everything_about(text)[where]
    said = letters.render(kind, shown, {**facts, **about_channel}, now=NOW)
    assert problems_of_message(dict(said)) == []


@given(ANY)
@_PATIENT
def test_no_notice_does_harm_or_breaks_a_limit(text: str) -> None:
    said: list[Answer] = [
        notices.refusal("No.", text),
        notices.refusal(f"No: {text}"[:3000], None),
        notices.busy(text),
        notices.apology("k3f9", text),
        pinwheel.not_understood(text),
    ]
    assert [problems_of_message(dict(one)) for one in said] == [[]] * len(said)


@given(ANY, st.sampled_from(["list", "mine", "waiting", "all", "choose"]))
@settings(_PATIENT, max_examples=100)
def test_no_list_does_harm_or_breaks_a_limit(text: str, which: str) -> None:
    cards = tuple(
        _numbered(shown, number)
        for number, shown in enumerate([*scenes.everything_about(text).values()] * 3)
    )
    facts = {"which": which, "page": 1, "size": 10, "total": 99, "channel": TEAM, "verb": "resolve"}
    told = Told("choose" if which == "choose" else "listed", None, facts, cards)
    assert problems_of_message(dict(blockers.answer(told, for_=ANA))) == []


@given(ANY, _WHERE)
@_PATIENT
def test_no_form_does_harm_or_breaks_a_limit(text: str, where: str) -> None:
    wait = Wait(words=text, function=text, outside=text, project=text, link=text, audience="me")
    for place in (scenes.place(channel_name=text), scenes.place(number=12, blocker="b12")):
        assert problems_of_modal(blockers.form(place, wait)) == []
    told = Told("reported", scenes.everything_about(text)[where])
    assert problems_of_modal(blockers.confirmed(told)) == []


def test_a_text_far_over_every_limit_is_given_back_as_far_as_slack_takes_it() -> None:
    said = notices.refusal("That is too long. Your text:", "<!channel> & _x_ " * 4_000)
    assert problems_of_message(dict(said)) == []


def _numbered(shown: Card, number: int) -> Card:
    blocker = replace(shown.blocker, number=number, id=type(shown.blocker.id)(f"b{number}"))
    return replace(shown, blocker=blocker)
