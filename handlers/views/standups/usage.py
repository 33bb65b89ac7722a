"""How to use `/standup`, in one screen; and the choice of a team, where several could be meant."""

from collections.abc import Sequence

from bot.standups import Place
from handlers.views import kit
from handlers.views.kit import Answer, Block
from handlers.views.standups import actions as act
from handlers.views.standups import phrases

_TITLE = "`/standup` asks each of you in the morning, and keeps the answers in one thread a day"
_USAGE = (
    (
        "Answer",
        (
            "`/standup` opens the form, at any time: after today's time it is for the next day",
            "Or write back to the question in my DM, and tap Post",
        ),
    ),
    (
        "Not today",
        ("`/standup skip` today; `/standup off until Monday` for longer; `/standup back`",),
    ),
    (
        "Look",
        ("`/standup who` takes part; `/standup show @ana yesterday` reads what was posted",),
    ),
    ("For the channel", ("`/standup on`, `/standup off`, `/pinwheel settings`",)),
)
_AUDIENCE = "The channel sees your answer only once you post it; waits in it only once you say so."


def usage() -> Answer:
    parts = [f"*{name}*\n" + "\n".join(lines) for name, lines in _USAGE]
    blocks: list[Block] = [kit.section(part) for part in (_TITLE, *parts)]
    return kit.answer("\n".join([_TITLE, *parts, _AUDIENCE]), [*blocks, kit.context(_AUDIENCE)])


def which_team(places: Sequence[Place]) -> Answer:
    """Two teams of one person are two answers to choose from."""
    if not places:
        text = "You are in no team yet. Type `/standup` in its channel."
        return kit.answer(text, [kit.section(text)])
    text = "For which team? Only you see the form."
    buttons = [
        act.act(phrases.place_on_button(one.name), act.FORM, one.team, team=one.team)
        for one in places[:20]
    ]
    return kit.answer(text, [kit.section(text), kit.actions(*buttons)])
