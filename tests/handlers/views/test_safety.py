"""Whatever people write, in any field of any view: no crowd is called, no link hides its target."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blockers import Wait
from bot.reading.learnt import MOST_CHARACTERS
from bot.told import Card, Told
from handlers.views import (
    blockers,
    ledger,
    letters,
    notices,
    owners,
    pinwheel,
    profiles,
    reviews,
)
from handlers.views.blockers import voice_forms
from handlers.views.kit import Answer
from tests.handlers.views import (
    attention_scenes,
    found_scenes,
    hosts_scenes,
    ledger_scenes,
    owners_scenes,
    pairs_scenes,
    review_scenes,
    rhythm_scenes,
    scenes,
    standup_scenes,
)
from tests.handlers.views.cards import ANA, BEN, NOW, TEAM
from tests.handlers.views.hostile import ANY
from tests.handlers.views.limits import problems_of_message, problems_of_modal

_ANSWERS = st.sampled_from(
    (
        *("reported", "again", "changed", "moved", "audience", "reopened", "withdrawn"),
        *("asked", "nobody_to_ask", "ask_yes", "ask_no", "sent_again", "it_is_there", "shown"),
        *("resolved", "effort_noted", "taken", "taken_over", "offered"),
        *("already", "already_taken", "already_open", "something_new"),
        *("silence.goes_on", "silence.brought"),
        *("put", "put_to_nobody", "put_needs_channel", "on_it", "queued", "info_asked"),
        *("info_given", "forwarded", "not_mine", "suggested", "talk", "talk_again"),
        *("talk_to_nobody", "merged", "unmerged", "not_merged", "cause_cleared"),
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
        "ask": {"kind": "channel", "whom": "C0ML", "name": text},
        "same": {"blocker": "b9", "number": 9},
        "shares": [9, 14],
        "with": 9,
        "told": 2,
        "to": "",
        "whom": "C0ML",
        "teams": [["t1", "C0DSTEAM", text], ["t2", "C0ML", ""], ["t3", "C0MORE"]],
    }


@given(ANY, _ANSWERS, _WHERE, st.sampled_from([ANA, BEN]))
@settings(_PATIENT, max_examples=1_000)
def test_no_answer_does_harm_or_breaks_a_limit(
    text: str, what: str, where: str, reader: str
) -> None:
    told = Told(what, scenes.everything_about(text)[where], _facts(text))
    assert problems_of_message(dict(blockers.answer(told, for_=reader))) == []


@given(ANY, st.sampled_from(sorted(letters.KINDS - set(reviews.LETTERS))), _WHERE)
@settings(_PATIENT, max_examples=600)
def test_no_letter_does_harm_or_breaks_a_limit(text: str, kind: str, where: str) -> None:
    facts: dict[str, Any] = {"ask": "a1", "helper": BEN, "by": BEN, "letter": "l1", "inviter": ANA}
    about_channel = {"channel": "C0DSTEAM", "reason": text, "told": Told("not_understood")}
    asked: dict[str, Any] = {
        "what": kind.partition(".")[2].partition("_")[0],
        "to": BEN,
        "suggested": [[BEN, text]],
    }
    asked |= rhythm_scenes.about(channel_name=text, zone=text)
    shown = scenes.everything_about(text)[where]
    facts |= {"easiest": "b12", "cards": (shown, *scenes.everything_about(text).values())}
    asked |= owners_scenes.owner(kind="group", whom="S0OWNERS", name=text, why=text, words=text)
    asked |= found_scenes.suggestion(words=text, channel_name=text)
    asked |= hosts_scenes.about(text)
    asked |= pairs_scenes.about(text)
    asked |= {"parts": [attention_scenes.kept(shown, *facts["cards"][:3])]}
    asked |= {"reply": standup_scenes.reply_of(text, shown), **standup_scenes.reminded(text)}
    asked |= {"value": standup_scenes.preview(text), "summary": standup_scenes.summary()}
    asked |= {"week": ledger_scenes.a_week(functions=[ledger_scenes.a_sum(text)] * 9)}
    said = letters.render(kind, shown, {**facts, **about_channel, **asked}, now=NOW)
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


@given(ANY, st.sampled_from(["", "function"]), _WHERE)
@settings(_PATIENT, max_examples=100)
def test_no_outlook_or_digest_does_harm_or_breaks_a_limit(text: str, name: str, where: str) -> None:
    everything = scenes.everything_about(text)
    function = text if name else "other"
    told = Told("shown", everything[where], {"history": []}, (*everything.values(),) * 2)
    forecast = {"forecast": ledger_scenes.FORECAST}
    week = ledger_scenes.a_week(functions=[ledger_scenes.a_sum(function)] * 9)
    said: list[Answer] = [
        blockers.answer(told, for_=BEN),
        blockers.answer(Told("reported", everything[where], forecast), for_=ANA),
        ledger.digest(week),
    ]
    assert [problems_of_message(dict(one)) for one in said] == [[]] * len(said)


@given(ANY)
@_PATIENT
def test_no_owner_does_harm_or_breaks_a_limit(text: str) -> None:
    listed = Told("owners.listed", None, {"rows": owners_scenes.rows(name=text)})
    facts = owners_scenes.owner(kind="group", whom="S0OWNERS", name=text, why=text)
    for told in (listed, Told("owners.asked", None, facts), Told("owners.accepted", None, facts)):
        assert problems_of_message(dict(owners.answer(told, for_=ANA))) == []


@given(ANY, _WHERE)
@_PATIENT
def test_no_form_of_the_fair_voice_does_harm_or_breaks_a_limit(text: str, where: str) -> None:
    about = scenes.everything_about(text)[where]
    assert problems_of_modal(voice_forms.need_info(about, channel="C1")) == []
    assert problems_of_modal(voice_forms.whose(about, channel="C1")) == []
    assert problems_of_modal(voice_forms.give_info(about, channel="C1", to=BEN)) == []


def test_a_text_far_over_every_limit_is_given_back_as_far_as_slack_takes_it() -> None:
    said = notices.refusal("That is too long. Your text:", "<!channel> & _x_ " * 4_000)
    assert problems_of_message(dict(said)) == []


def _numbered(shown: Card, number: int) -> Card:
    blocker = replace(shown.blocker, number=number, id=type(shown.blocker.id)(f"b{number}"))
    return replace(shown, blocker=blocker)


@given(ANY)
@_PATIENT
def test_nothing_of_what_a_person_said_about_themselves_does_harm(text: str) -> None:
    said = attention_scenes.standing(
        zone=text, country=text, country_name=text, skills=[text, "other"], muted=[text]
    )
    for what in ("profile.shown", "profile.saved"):
        assert problems_of_message(dict(profiles.answer(Told(what, None, said)))) == []
    assert problems_of_modal(profiles.form(said)) == []
    assert problems_of_modal(profiles.confirmed(Told("profile.saved", None, said))) == []


@given(ANY, _WHERE)
@_PATIENT
def test_nothing_that_was_found_or_taught_does_harm_or_breaks_a_limit(
    text: str, where: str
) -> None:
    about = scenes.everything_about(text)[where]
    teams = {about.blocker.id: {"teams": [["t1", text], ["t2", ""]]}}
    ask = {about.blocker.id: {"ask": {"kind": "person", "whom": BEN, "name": text}}}
    kinds = {"function": text, "project": text, "person": BEN}
    rows = [
        found_scenes.lesson(kind=kind, words=text[:MOST_CHARACTERS], meaning=meaning)
        for kind, meaning in kinds.items()
    ]
    said: list[Answer] = [
        *(found_scenes.shown(about, offers=offers) for offers in (teams, ask, {})),
        found_scenes.shown(about, again=[about.blocker.id]),
        found_scenes.suggested(words=text, channel_name=text),
        found_scenes.taught("listed", rows=rows * 9),
        found_scenes.taught("unlearnt", **rows[0]),
        found_scenes.taught("signal", reaction=text),
    ]
    assert [problems_of_message(dict(one)) for one in said] == [[]] * len(said)


@given(ANY)
@settings(_PATIENT)
def test_no_review_does_harm_or_breaks_a_limit(text: str) -> None:
    for answer in review_scenes.everything_about(text):
        assert problems_of_message(dict(answer)) == []
