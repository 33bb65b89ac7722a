"""How people answer their standup: by the form, one tap, a reply, late, the evening before."""

from datetime import date
from typing import Any

from bot import people, standups
from bot.standups import Asked, Confirmed, Given, Said, Team, Tick
from bot.told import Told
from bot.world import Work
from storage.types import PersonId, TeamId
from tests.proof import waiting, words
from tests.proof.bureau import Sent
from tests.proof.company import Company
from tests.proof.people import instant

WITH_A_WAIT = 0.15  # of the answers
# Minutes after the question: most answer while they read it, or within the hour or two after.
_WHEN = ((2, 15), (2, 15), (15, 60), (60, 150), (150, 225))
_HOWS = ["done"] * 24 + ["not_yet"] * 12 + ["moved_on"] * 3 + ["not_live"]


def on_question(company: Company, person: PersonId, asked: Asked) -> None:
    """The morning letter arrived; they act on it by and by, or not at all."""
    way = company.choose(form=48, same=15, draft=12, late=5, edit=8, evening=4, skip=2, silence=6)
    team, day = asked.team, asked.date
    if way == "same":
        company.within(2, 150, lambda: _same(company, person, team, day))
    elif way == "draft":
        company.within(2, 120, lambda: _writes_back(company, person, company.dice.randint(1, 3)))
    elif way == "late":
        company.within(245, 420, lambda: _late(company, person, team, day))
    elif way == "skip":
        company.within(2, 60, lambda: _skip(company, person, team, day))
    elif way != "silence":
        least, most = company.dice.choice(_WHEN)
        company.within(least, most, lambda: by_form(company, person, team))
    if way == "edit":
        company.within(230, 400, lambda: by_form(company, person, team, day))
    if way == "evening":
        facts = company.members[person].facts
        at = instant(day, company.choose(**{"17:40": 1, "19:20": 1, "22:05": 1}), facts.zone)
        company.bureau.at(at, lambda: by_form(company, person, team))


def by_form(company: Company, person: PersonId, team_id: TeamId, day: date | None = None) -> None:
    """The form as it is filled now; without a day for the one that counts."""

    def opened(work: Work) -> tuple[Team, standups.Form, dict[str, str]]:
        team = standups.known_team(work, team_id)
        form = standups.form_for(work, team, person=person, day=day)
        return team, form, people.names_in(work, team.channel)

    if company.members[person].facts.gone:
        return
    team, form, names = company.bureau.look(opened)
    ticks = tuple(Tick(one, company.dice.choice(_HOWS)) for one in form.items)
    given = _given(company, person, team_id)
    hearing = company.hearing(person, names)
    waits = standups.waits_of(given, ticks, hearing)
    carried = {one.blocker.id: _how(company) for one in form.blockers}
    said = Said(given, ticks, waits, {one: how for one, how in carried.items() if how}, form.date)
    told = company.act("form", lambda work: standups.give(work, team, said, by=person))
    if told is not None:
        for card in form.blockers:
            if carried[card.blocker.id] == "resolved":
                company.ended(card, "resolved", person)
        _answered(company, person, told)


def _given(company: Company, person: PersonId, team: TeamId) -> tuple[Given, ...]:
    dice = company.dice
    waits = words.nothing(dice)
    if company.chance(WITH_A_WAIT):
        waits = words.wait(dice, f"<@{waiting.colleague(company, person, team)}>")
    said = Given("plan", "What is next?", words.plan(dice)), Given("waits", "Waiting?", waits)
    return tuple(one for one in said if one.words)


def _how(company: Company) -> str:
    return company.choose(still=5, resolved=2, changed=1, **{"": 2})


def _same(company: Company, person: PersonId, team_id: TeamId, day: date) -> None:
    """Who never answered before has nothing that could go on."""

    def verb(work: Work) -> Told:
        team = standups.known_team(work, team_id)
        return standups.same_again(work, team, day, by=person)

    told = company.act("same", verb)
    if told is None:
        by_form(company, person, team_id)
    else:
        _answered(company, person, told)


def _skip(company: Company, person: PersonId, team_id: TeamId, day: date) -> None:
    company.act(
        "skip",
        lambda work: standups.skip(work, standups.known_team(work, team_id), day, by=person),
    )


def _late(company: Company, person: PersonId, team: TeamId, day: date) -> None:
    """Some mean the day that is over, and say so; of the others it counts for the next."""
    by_form(company, person, team, day if company.chance(0.5) else None)


def _writes_back(company: Company, person: PersonId, pieces: int) -> None:
    """Some messages, one after the other, as long as the bot listens."""
    if not company.bureau.look(lambda work: standups.awaits_words(work, person)):
        return
    text = words.plan(company.dice)
    if company.chance(WITH_A_WAIT):
        team = sorted(company.members[person].facts.teams)[0]
        whom = waiting.colleague(company, person, TeamId(team))
        text += "\n" + words.wait(company.dice, f"<@{whom}>")
    company.act("write back", lambda work: standups.gather(work, text, by=person, thread=None))
    if pieces > 1:
        company.within(1, 3, lambda: _writes_back(company, person, pieces - 1))


def on_preview(company: Company, person: PersonId, sent: Sent) -> None:
    """They post it by a tap, say that it is none, or forget it."""
    draft, pieces = sent.letter.facts["draft"], sent.letter.facts["pieces"]
    preview = sent.facts["value"]
    if not isinstance(preview, standups.Preview) or not preview.places:
        return
    team = company.dice.choice(preview.places).team
    way = company.choose(post=85, drop=5, forget=10)
    if way == "post":
        company.within(5, 20, lambda: _posts(company, person, team, draft, pieces))
    elif way == "drop":
        company.within(5, 20, lambda: _drop(company, person, draft))


def _drop(company: Company, person: PersonId, draft: str) -> None:
    company.act("drop", lambda work: standups.drop(work, draft, by=person))


def _posts(company: Company, person: PersonId, team_id: TeamId, draft: str, pieces: int) -> None:
    def look(work: Work) -> tuple[Team, str, dict[str, str]]:
        team = standups.known_team(work, team_id)
        said = standups.words_of_draft(work, draft, by=person)
        return team, said, people.names_in(work, team.channel)

    team, said, names = company.bureau.look(look)
    hearing = company.hearing(person, names)
    given = (Given("said", "", said),)
    waits = standups.waits_of(given, (), hearing)
    told = company.act(
        "post draft",
        lambda work: standups.post_to(work, draft, team, waits, pieces=pieces, by=person),
    )
    if told is not None and told.what == "standup.confirmed":
        _answered(company, person, told)


def _answered(company: Company, person: PersonId, told: Told) -> None:
    """What its author is shown: the day it counts for, and every wait that was found in it."""
    value: Any = company.bureau.look(lambda work: standups.value_of(work, told, person))
    if not isinstance(value, Confirmed):
        return  # a second tap, on what was counted for another day meanwhile
    key = (value.team, person, value.date)
    company.answers.setdefault(key, company.bureau.now)
    for found in value.waits:
        company.reported(found.card)
        if found.verdict is None:
            waiting.judge_soon(company, person, value.team, value.date, found.card)
    if value.other is not None and company.chance(0.04):
        other = value.other
        company.within(1, 5, lambda: _meant(company, person, value.team, value.date, other))


def _meant(company: Company, person: PersonId, team_id: TeamId, day: date, other: date) -> None:
    """It was for another day."""

    def verb(work: Work) -> Told:
        team = standups.known_team(work, team_id)
        return standups.count_for(work, team, day, other, by=person)

    was_taken = (team_id, person, other) in company.answers
    told = company.act("count for", verb)
    if told is not None and not was_taken and told.facts["date"] == other.isoformat():
        company.answers[team_id, person, other] = company.answers.pop((team_id, person, day))
