"""The buttons of reviews: their ids, and the small value that each of them carries."""

from collections.abc import Mapping
from typing import Any

from bot.reviews import KINDS, ReviewCard
from handlers.views import kit
from handlers.views.kit import Element

ACCEPT = "reviews.accept"
APPROVE = "reviews.approve"
COMMENTS = "reviews.comments"
SEEN = "reviews.seen"
HAVE_THIS = "reviews.have_this"
MORE = "reviews.more"  # a choice: its part is the review; what is chosen is one of MORE_OPTIONS
HAND_ON = "reviews.hand_on"  # a choice of a person; the same
CHOOSE = "reviews.choose"  # whoever is next, says its author
ASK_ALSO = "reviews.ask_also"  # a choice of a person, by its author
READY_AGAIN = "reviews.ready_again"
FINISHED = "reviews.finished"
WITHDRAW = "reviews.withdraw"
SHOW = "reviews.show"
LINK_IT = "reviews.link_it"  # opens the form for what we have already
ASK_FORM = "reviews.ask_form"  # opens the form; value: note

MORE_OPTIONS: Mapping[str, str] = {
    "changes": "Changes are needed",
    "too_big": "Too big to review: please split it",
    "tomorrow": "Remind me after tomorrow",
    "next": "Somebody else, whoever is next",
    "decline": "I can't this time",
    "wrong_person": "I'm the wrong person for it",
    **{f"remark:{kind}": f"Remark: {text}" for kind, text in KINDS.items() if kind != "have_this"},
}


def value_of(action: Mapping[str, Any]) -> dict[str, Any]:
    """What a button carries; of a choice its part is the review, and what was chosen."""
    chosen = kit.chosen_in(action)
    if not chosen:
        return kit.read_value(action.get("value"))
    return {"review": kit.part_of(str(action["action_id"])), "chosen": chosen}


def act(
    text: str, action: str, card: ReviewCard, *, style: str | None = None, part: object = None
) -> Element:
    name = action if part is None else kit.nth(action, part)
    value = kit.value({"review": card.review.id})
    label = f"{text}: review {card.review.number}"
    return kit.button(text, name, value=value, style=style, label=label)


def more(card: ReviewCard) -> Element:
    options = kit.options(MORE_OPTIONS)
    action = kit.nth(MORE, card.review.id)
    return kit.chooser("static_select", action, hint="Something else", options=options)


def hand_on(card: ReviewCard) -> Element:
    return kit.chooser("users_select", kit.nth(HAND_ON, card.review.id), hint="Hand it on to")


def ask_also(card: ReviewCard) -> Element:
    return kit.chooser("users_select", kit.nth(ASK_ALSO, card.review.id), hint="Ask somebody")
