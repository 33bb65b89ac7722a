"""How to use the bot, in one screen, and what to say when it was not understood."""

from collections.abc import Mapping

from bot.blockers import FormPlace, ids_of
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.kit import Answer, Block

_USAGE = (
    (
        "Say what you wait on",
        (
            "`/blocked waiting on ETL changes for churn from @dana`",
            "`/blocked` opens a form",
        ),
    ),
    (
        "See what is open, longest wait first",
        (
            "`/blocked list` here, `mine`, `waiting` (on me), `all` (ended ones too)",
            "`/blocked show 12` one of them, with its story",
        ),
    ),
    (
        "End or change one",
        (
            "`/blocked resolve 12 what fixed it` (or `done 12`)",
            "`/blocked reopen 12`, `/blocked edit 12`",
        ),
    ),
    (
        "Your team",
        (
            "`/pinwheel` what is on, when it is next, who takes part",
            "`/pinwheel settings` days, times and questions; `/pinwheel keeper @ben` hands over",
            "`/pinwheel words` what your corrections taught me; `/pinwheel reaction` marks waits",
        ),
    ),
    (
        "Your day",
        (
            "`/standup` opens the form of your standup; `/standup help` tells the rest",
            "`/review https://…` finds a reviewer, fairly; `/review help` tells the rest",
            "`/pair` who your partner is, and why; `/pair help` tells the rest",
            "`/pinwheel me` when you work, and what may reach you",
        ),
    ),
    (
        "Who answers for what",
        (
            "`/pinwheel owners` the list; `/pinwheel owner data_engineering @dana` asks her",
            "`/pinwheel queue` what is put to you",
        ),
    ),
)
_ELSEWHERE = (
    "Only you see the answers. Each one names who sees the blocker. Where another app took the "
    "name: `/pinwheel blocked …`. In a thread: `@Pinwheel blocked …`. In a DM with me: `blocked …`."
)
_TITLE = "`/blocked` tracks what you wait on, and brings you together with who can end it"


def usage() -> Answer:
    """For `/blocked help` and `/pinwheel help`: one screen."""
    return _screen(_TITLE)


def not_understood(text: str = "") -> Answer:
    """Whatever we could not read, with a way on."""
    said = words.line(text, 150, mentions=False)
    heard = f'I did not understand "{said}".' if said else "I did not understand that."
    return _screen(f"{heard} This is what I know:")


def open_again(place: FormPlace) -> Answer:
    """Slack lets a form open only for three seconds; a tap gives it three more."""
    return _open(
        "That took too long for Slack to open the form. Tap to open it now.", ids_of(place)
    )


def form_offered(ids: Mapping[str, str]) -> Answer:
    """Said in words rather than as a command, where Slack opens no form by itself."""
    what = "change it" if ids.get("blocker") else "say what you are waiting on"
    return _open(f"Tap to {what}. Only you see the form.", ids)


def _open(text: str, ids: Mapping[str, str]) -> Answer:
    action = act.EDIT if ids.get("blocker") else act.OPEN_FORM
    button = kit.button("Open the form", action, value=act.value(**ids), style="primary")
    return kit.answer(text, [kit.section(text), kit.actions(button)])


def _screen(title: str) -> Answer:
    parts = [f"*{name}*\n" + "\n".join(lines) for name, lines in _USAGE]
    blocks: list[Block] = [kit.section(part) for part in (title, *parts)]
    blocks.append(kit.context(_ELSEWHERE))
    return kit.answer("\n".join([title, *parts, _ELSEWHERE]), blocks)
