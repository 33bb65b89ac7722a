"""What a channel reads when the bot is invited: once, and nothing else unasked."""

from handlers.views import kit
from handlers.views.kit import Answer

TRY = "`/blocked waiting on … from @someone`"


def greeting(inviter: str | None) -> Answer:
    """Who brought us, the one line to try, and that nothing else happens by itself."""
    by = f"<@{inviter}> invited me here." if inviter else "I was invited here."
    text = (
        f"Hello, I'm Pinwheel. {by} When something holds you up, try:\n{TRY}\n"
        "I track the wait and bring the people who can end it together. "
        "Nothing else happens here until somebody turns it on."
    )
    return kit.answer(text, [kit.section(text)])
