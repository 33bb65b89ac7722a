"""How to use `/pair`, in one screen."""

from handlers.views import kit
from handlers.views.kit import Answer, Block

_TITLE = "`/pair` brings two of you together each week, everybody with everybody in turn"
_USAGE = (
    (
        "Your pair",
        (
            "`/pair` who it is, why, and what you could look at; `/pair history` those before",
            "`/pair now` a spare partner, today",
        ),
    ),
    (
        "Not now",
        ("`/pair skip` this round; `/pair pause until Monday`; `/pair resume`",),
    ),
    (
        "What you wish",
        (
            "`/pair learn devops` and `/pair teach frontend` bring you to each other",
            "`/pair never @sam` only you know of it; once more takes it back",
            "`/pair across` once a month somebody of another team; `/pair across off`",
        ),
    ),
    (
        "Moving on",
        ("`/pair leaving @me on 30 Nov` what only you know is shown first; `/pair staying`",),
    ),
    ("For the channel", ("`/pair on`, `/pair off`, `/pinwheel settings`",)),
)
_AUDIENCE = "Your pair sees its DM, nobody else. Whether you met is yours to say, with one tap."


def usage() -> Answer:
    parts = [f"*{name}*\n" + "\n".join(lines) for name, lines in _USAGE]
    blocks: list[Block] = [kit.section(part) for part in (_TITLE, *parts)]
    return kit.answer("\n".join([_TITLE, *parts, _AUDIENCE]), [*blocks, kit.context(_AUDIENCE)])
