"""Reviews: every piece of work gets a reviewer fairly, and who is to act is known all the time."""

from bot.reviews.asking import (
    Appeared,
    AskPlace,
    Wish,
    appeared,
    ask,
    ask_place,
    by_link,
    learnt,
    linked,
    renamed,
)
from bot.reviews.assigning import ASKED
from bot.reviews.cards import ReviewCard, SeatCard, compose, compose_morning, to_act
from bot.reviews.deeds import answer, by_author, choose_another, give_up, hand_on, snooze
from bot.reviews.events import Event
from bot.reviews.feature import TITLE
from bot.reviews.find import is_unfilled, number_of
from bot.reviews.lines import ReviewLine, parse
from bot.reviews.looking import NUDGED, do_due, next_due, set_aside
from bot.reviews.looks import Figures, Listed, Projects, Said, value_of
from bot.reviews.mornings import PART
from bot.reviews.moving import ANSWERED, SEATED, review_event
from bot.reviews.remarks import HAVE_THIS, KINDS, link_to_it, remark
from bot.reviews.rhythm import FEATURE
from bot.reviews.saying import look, project, say
from storage.reviews import Review
from storage.types import ReviewId

__all__ = [
    "ANSWERED",
    "ASKED",
    "FEATURE",
    "HAVE_THIS",
    "KINDS",
    "NUDGED",
    "PART",
    "SEATED",
    "TITLE",
    "Appeared",
    "AskPlace",
    "Event",
    "Figures",
    "Listed",
    "Projects",
    "Review",
    "ReviewCard",
    "ReviewId",
    "ReviewLine",
    "Said",
    "SeatCard",
    "Wish",
    "answer",
    "appeared",
    "ask",
    "ask_place",
    "by_author",
    "by_link",
    "choose_another",
    "compose",
    "compose_morning",
    "do_due",
    "give_up",
    "hand_on",
    "is_unfilled",
    "learnt",
    "link_to_it",
    "linked",
    "look",
    "next_due",
    "number_of",
    "parse",
    "project",
    "remark",
    "renamed",
    "review_event",
    "say",
    "set_aside",
    "snooze",
    "to_act",
    "value_of",
]
