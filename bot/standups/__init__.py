"""Standups: everybody asked in their own morning, waits found in the answers, one thread a day."""

from bot.reading.cut import pieces_of
from bot.standups.answer import Said, count_for, give, same_again, skip, skip_all
from bot.standups.away import off_until
from bot.standups.drafts import (
    PREVIEWED,
    Place,
    Preview,
    awaits_words,
    drop,
    gather,
    post_to,
    posted_by_form,
    typed,
    words_of_draft,
)
from bot.standups.due import FEATURE, REMINDED, compose_reminder
from bot.standups.forms import MOST_IN_FIELD, Field, Form, entered, form_for, words_before
from bot.standups.lines import Action, Line, parse
from bot.standups.looks import (
    Confirmed,
    FoundHere,
    Plain,
    Shown,
    Which,
    Who,
    compose_preview,
    value_of,
)
from bot.standups.morning import PART, Asked
from bot.standups.morning import compose as compose_question
from bot.standups.rules import HOWS, Round
from bot.standups.thread import (
    ANSWERED,
    SUMMARY,
    Reply,
    Summary,
    compose_answer,
    compose_summary,
    show_what_waited,
)
from bot.standups.unsaid import DONE, FINE, PLAN, CommonWait, Unsaid
from bot.standups.waits import judge, waits_of
from bot.standups.where import known_team, team_here, teams_meant
from bot.teams import teams_of as teams_of_person
from storage.standup_drafts import Draft
from storage.standups import Answer, Given, Tick
from storage.teams import Team

__all__ = [
    "ANSWERED",
    "DONE",
    "FEATURE",
    "FINE",
    "HOWS",
    "MOST_IN_FIELD",
    "PART",
    "PLAN",
    "PREVIEWED",
    "REMINDED",
    "SUMMARY",
    "Action",
    "Answer",
    "Asked",
    "CommonWait",
    "Confirmed",
    "Draft",
    "Field",
    "Form",
    "FoundHere",
    "Given",
    "Line",
    "Place",
    "Plain",
    "Preview",
    "Reply",
    "Round",
    "Said",
    "Shown",
    "Summary",
    "Team",
    "Tick",
    "Unsaid",
    "Which",
    "Who",
    "awaits_words",
    "compose_answer",
    "compose_preview",
    "compose_question",
    "compose_reminder",
    "compose_summary",
    "count_for",
    "drop",
    "entered",
    "form_for",
    "gather",
    "give",
    "judge",
    "known_team",
    "off_until",
    "parse",
    "pieces_of",
    "post_to",
    "posted_by_form",
    "same_again",
    "show_what_waited",
    "skip",
    "skip_all",
    "team_here",
    "teams_meant",
    "teams_of_person",
    "typed",
    "value_of",
    "waits_of",
    "words_before",
    "words_of_draft",
]
