"""What a channel reads when the bot is invited: once, and nothing else unasked."""

from bot.features import FEATURES
from handlers.views import kit
from handlers.views.kit import Answer, Block, Element
from handlers.views.rhythms import actions as act

TRY = "`/blocked waiting on … from @someone`"


def greeting(inviter: str | None) -> Answer:
    """Who brought us, the one line to try, what can be turned on, and that nothing else happens."""
    by = f"<@{inviter}> invited me here." if inviter else "I was invited here."
    text = (
        f"Hello, I'm Pinwheel. {by} When something holds you up, try:\n{TRY}\n"
        "I track the wait and bring the people who can end it together. "
        "Nothing else happens here until somebody turns it on."
    )
    blocks: list[Block] = [kit.section(text)]
    for feature in FEATURES.values():
        offer = f"*{feature.title}*: {feature.what_happens}"
        text = f"{text}\n{offer}"
        blocks += [kit.section(offer), kit.actions(_defaults(feature.name, feature.title))]
    return kit.answer(text, blocks)


def _defaults(feature: str, title: str) -> Element:
    """First it shows who would take part; the channel is the one where it is tapped."""
    return kit.button(
        "Use the defaults",
        f"{act.PROPOSE}:.{feature}",
        value=act.value("", feature),
        label=f"Use the defaults: {title}",
    )
