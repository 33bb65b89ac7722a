"""Lists of reviews, figures without names, and who knows which project, by number."""

from datetime import timedelta

from bot.calendar import in_words
from bot.reviews import Figures, Listed, Projects, ReviewCard
from handlers.views import kit, words
from handlers.views.kit import Answer, Block
from handlers.views.reviews import actions as act
from handlers.views.reviews import phrases

_NONE = {
    "mine": "Nothing waits for you, and nothing of yours waits for anybody.",
    "list": "No review is open here. `/review https://…` asks for one.",
    "team": "No review is open here. `/review https://…` asks for one.",
}
_MOST_PROJECTS = 30


def listed(found: Listed) -> Answer:
    if not found.to_act and not found.others:
        text = _NONE[found.which]
        return kit.answer(text, [kit.section(text)])
    texts: list[str] = []
    blocks: list[Block] = []
    for lead, cards in (
        ("*Yours to act on, the oldest first*", found.to_act),
        ("*Open, with somebody else*" if found.to_act else "*Open*", found.others),
    ):
        if cards:
            texts.append(lead)
            blocks.append(kit.section(lead))
            for one in cards:
                texts.append(_line(one))
                blocks.append(_row(one))
    more = found.total - len(found.to_act) - len(found.others)
    if more > 0:
        texts.append(f"{more} more.")
        blocks.append(kit.context(texts[-1]))
    return kit.answer("\n".join(texts), blocks)


def _row(card: ReviewCard) -> Block:
    button = act.act("Open", act.SHOW, card, part=card.review.id)
    return {**kit.section(_line(card)), "accessory": button}


def _line(card: ReviewCard) -> str:
    return f"{phrases.name(card)} · {phrases.turn(card)}"


def figures(found: Figures) -> Answer:
    lines: list[str] = []
    if found.team is not None:
        lines += ["*This team's reviews of the last 90 days*", *_team(found)]
    lines += ["*Yours, which only you see*", *_mine(found)]
    text = "\n".join(lines)
    return kit.answer(text, [kit.section(text)])


def _team(found: Figures) -> list[str]:
    team = found.team
    if team is None or not team.turnaround.reviews:
        return ["None yet."]
    turn = team.turnaround
    comments = "" if turn.comments is None else f"; {turn.comments:.1f} comments a review"
    open_ = f"; {team.waiting} without a reviewer now" if team.waiting else ""
    return [
        f"{turn.reviews} asked for{comments}{open_}.",
        f"First answer: half within {_time(turn.answer_p50)}, three quarters within "
        f"{_time(turn.answer_p75)} of working time. Goal: one working day.",
        f"Done: half within {_time(turn.done_p50)}, three quarters within {_time(turn.done_p75)}.",
        f"How evenly: {team.people} people reviewed, most and fewest differ by "
        f"{team.spread:g} (Gini {team.gini:.3f}; 0 is even).",
    ]


def _mine(found: Figures) -> list[str]:
    mine = found.mine
    if mine.rounds is None:
        return [f"{mine.reviews} asked for; too few are approved yet to compare rounds."]
    first, last = mine.rounds
    return [f"{mine.reviews} asked for. Rounds to approval, first and last: {first:g} → {last:g}."]


def _time(passed: timedelta | None) -> str:
    if passed is None:
        return "(none yet)"
    said = in_words(passed)
    return "5 min" if said == "just now" else said


def projects(found: Projects) -> Answer:
    lead = _PROJECT[found.what].format(
        project=f"*{_name(str(found.facts.get('project') or ''))}*",
        place=words.line(str(found.facts.get("place") or ""), 200, mentions=False),
    )
    lines = [lead, *_known(found)]
    text = "\n".join(one for one in lines if one)
    return kit.answer(text, [kit.section(text)])


_PROJECT = {
    "review.projects": "*Projects of this team, and how many people know each*",
    "review.project_lives": "What is under {place} belongs to {project} from now on.",
    "review.project_over": "{project} is over: it steers no reviewer and no pair from now on.",
    "review.project_unknown": "This team has no project called {project}.",
    "review.project_known": "Noted: you know {project}.",
    "review.project_forgotten": "Noted: {project} is not counted as yours to know.",
}


def _known(found: Projects) -> list[str]:
    """Fewest first; a name stands beside none, but each reader sees what they alone know."""
    if not found.known:
        return ["None yet: they come with the first reviews, or `/review project churn https://…`."]
    ordered = sorted(found.known, key=lambda one: (one[1], one[0]))
    lines = [f"• {_name(name)}: {_people(many, mine)}" for name, many, mine in ordered]
    rest = len(lines) - _MOST_PROJECTS
    return [*lines[:_MOST_PROJECTS], *([f"{rest} more."] if rest > 0 else [])]


def _people(many: int, mine: bool) -> str:
    if many == 0:
        return "nobody who is here"
    if many == 1:
        return "you alone" if mine else "one person"
    return f"{many} people{', you too' if mine else ''}"


def _name(project: str) -> str:
    return words.line(project, 80, mentions=False)
