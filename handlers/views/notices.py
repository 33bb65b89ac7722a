"""Notices: refusals, apologies, pleas, and the few messages that ask a person to decide."""

from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.blockers.saying import line_about
from handlers.views.kit import Answer, Block, Element

_MOST_GIVEN_BACK = 12_000  # more than anybody can type into one Slack message
_MOST_IN_TEXT = 2_000
_TROUBLE = {
    "is_archived": ("it is archived", "Unarchive it, or use another channel."),
    "not_in_channel": ("I'm not in it any more", "Type `/invite @Pinwheel` there."),
    "channel_not_found": ("I can't see it any more", "Type `/invite @Pinwheel` there."),
    "restricted_action": (
        "only some people may post there",
        "Ask a workspace administrator to let me post there.",
    ),
}
_OTHER_TROUBLE = ("Slack does not let me post there", "Ask a workspace administrator about it.")


def refusal(sentence: str, given_back: str | None = None) -> Answer:
    """An expected no, in words; what the person wrote comes back whole, to be used again."""
    return _with_words(words.own(sentence), given_back)


def busy(given_back: str | None = None) -> Answer:
    sentence = "I could not save that just now; nothing was kept. Try again in a moment."
    return _with_words(f"{sentence} Your text:" if given_back else sentence, given_back)


def apology(reference: str, given_back: str | None = None) -> Answer:
    """For a mistake of ours; the reference finds it in the log."""
    sentence = (
        "Sorry, that went wrong on my side. Please try again; if it happens again, tell "
        f"whoever runs Pinwheel this reference: {words.line(reference, 60)}"
    )
    return _with_words(f"{sentence}\nYour text:" if given_back else sentence, given_back)


def trouble(channel: str, reason: str) -> Answer:
    """For the team keeper: we cannot speak in the team's channel, and what to do."""
    why, way_out = _TROUBLE.get(reason) or _restricted(reason)
    text = (
        f"I stopped posting in <#{channel}>: {why}. {way_out} "
        "Waits are still tracked meanwhile; `/blocked list` shows them."
    )
    return kit.answer(text, [kit.section(text)])


def unconfirmed(card: Card | None, *, letter: str) -> Answer:
    """For the waiter: we cannot know whether the message arrived, so a person decides."""
    if card is None:
        text = (
            "I can't tell whether a message of mine arrived, and I don't send it twice by myself."
        )
        return kit.answer(text, [kit.section(text)])
    number = phrases.number(card)
    where = phrases.person(card.blocker.owner)
    if card.blocker.audience != "asked":
        where = phrases.channel_name(card)
    text = (
        f"I can't tell whether {where} saw *{number}*: Slack did not say. Please look, then tap. "
        "I don't send it twice by myself."
    )
    blocker = card.blocker.id
    buttons = [
        _choice("Send it again", act.SEND_AGAIN, act.value(blocker, letter=letter), number),
        _choice("It is there", act.IT_IS_THERE, act.value(blocker, letter=letter), number),
    ]
    return kit.answer(
        f"{text}\n{words.in_text(card.blocker.words, mentions=True)}",
        [kit.section(text), words.rich(card.blocker.words), kit.actions(*buttons)],
    )


def quiet_ask(card: Card, *, ask: str) -> Answer:
    """To one who may know: what it is about, and nobody's name before a yes."""
    blocker = card.blocker
    about = [f"*Function:* {phrases.function_name(blocker.function)}"]
    if blocker.project:
        about.append(f"*Project:* {words.line(blocker.project, 120, masked=True)}")
    question = "20 minutes to help with this? You ended a wait like it before."
    no_names = "Nobody learns that you were asked unless you say yes."
    value = act.value(blocker.id, ask=ask)
    blocks: list[Block] = [
        kit.section(question),
        words.rich(blocker.words, masked=True),
        kit.section("\n".join(about)),
        kit.actions(
            kit.button("Yes", act.ASK_YES, value=value, style="primary"),
            kit.button("Not now", act.ASK_NO, value=value),
        ),
        kit.context(no_names),
    ]
    said = words.in_text(blocker.words, masked=True)
    return kit.answer(f"{question} {said}\n{'. '.join(about)}. {no_names}", blocks)


def ask_declined(card: Card) -> Answer:
    """To whoever asked: a no without a name, and the next step."""
    text = (
        f"The person I asked about *{phrases.number(card)}* has no time for it now. "
        "Shall I ask somebody else?"
    )
    ask = act.act("Ask quietly", act.QUIET, card)
    return kit.answer(text, [kit.section(text), kit.actions(ask)])


def not_for_guests(card: Card) -> Answer:
    """Kept while Slack could not be asked who it was from; it turned out we may not serve them."""
    sentence = (
        "Pinwheel works for full members of this workspace, so I did not post this. "
        "Please ask a teammate to report it for you. Your words:"
    )
    return _with_words(sentence, card.blocker.words)


def in_touch(card: Card, helper: str) -> Answer:
    """The line that brings helper and waiter together: in the thread, or in the waiter's DM."""
    waiter, helping = phrases.person(card.blocker.waiter), phrases.person(helper)
    text = f"{waiter}, {helping} can help with *{phrases.number(card)}*."
    if phrases.has_thread(card):
        return line_about(card, f"{text} {helping}, thank you: this is the place to meet.")
    return line_about(card, f"{text} Send them a message.")


def take_line(card: Card, helper: str) -> Answer:
    waiter = phrases.person(card.blocker.waiter)
    by = f", {phrases.by_when(card)}" if card.blocker.due else ""
    text = f"{waiter}, {phrases.person(helper)} is on *{phrases.number(card)}*{by}."
    return line_about(card, text, fair.talk(card))


def resolved_for_you(card: Card, by: str) -> Answer:
    """To the waiter: another person says that it is over; a tap says that it is not."""
    text = (
        f"{phrases.person(by)} resolved your *{phrases.number(card)}*."
        f"{phrases.fix(card.blocker.fix)} The wait was {phrases.waited(card)}. "
        "Not over yet? Tap Reopen."
    )
    said = f"{text}\n{words.in_text(card.blocker.words, mentions=True)}"
    blocks = [kit.section(text), words.rich(card.blocker.words), kit.actions(act.reopen(card))]
    return kit.answer(said, blocks)


def reopened_for_you(card: Card, by: str) -> Answer:
    """To the waiter: another person says that it is not over; a tap says that it is."""
    text = (
        f"{phrases.person(by)} opened your *{phrases.number(card)}* again, so the wait goes on. "
        "Over after all? Tap Resolved."
    )
    said = f"{text}\n{words.in_text(card.blocker.words, mentions=True)}"
    blocks = [kit.section(text), words.rich(card.blocker.words), kit.actions(act.resolve(card))]
    return kit.answer(said, blocks)


def _restricted(reason: str) -> tuple[str, str]:
    if reason.startswith("restricted_action"):
        return _TROUBLE["restricted_action"]
    return _OTHER_TROUBLE


def _choice(text: str, action: str, value: str, number: str) -> Element:
    return kit.button(text, action, value=value, label=f"{text}: blocker {number}")


def _with_words(sentence: str, given_back: str | None) -> Answer:
    if not given_back:
        return kit.answer(sentence, [kit.section(sentence)])
    whole = kit.clip(given_back, _MOST_GIVEN_BACK)
    said = words.in_text(given_back, mentions=True, limit=_MOST_IN_TEXT)
    return kit.answer(f"{sentence}\n{said}", [kit.section(sentence), words.rich(whole)])
