"""How to use `/review`, in one screen."""

from handlers.views import kit
from handlers.views.kit import Answer, Block

_TITLE = "`/review` finds a reviewer for a pull request, notebook, dashboard or document, in turn"
_USAGE = (
    (
        "Ask",
        (
            "`/review https://github.com/acme/churn/pull/12 new features, by Friday`",
            "`/review https://… for @ben`, or `two reviewers`; `/review` opens a form",
        ),
    ),
    (
        "Look",
        (
            "`/review mine` yours to act on first; `/review list` this team's; `show 12` one",
            "`/review stats` how soon, in how many rounds, how evenly; your own only you see",
        ),
    ),
    (
        "Answer",
        (
            "Tap below the letter, or `/review approve 12`, `comments 12`, `decline 12`",
            "`/review choose 12` asks whoever is next, when yours found nobody",
        ),
    ),
    (
        "Projects and accounts",
        (
            "`/review project` who knows what, by number; `project churn https://…` where it lives",
            "`/review project churn know`, `… don't know`, `… over`; `/review me github:login`",
        ),
    ),
    ("For the channel", ("`/review on`, `/review off`, `/pinwheel settings`",)),
)
_AUDIENCE = "A review is seen by its team, its author and its reviewers; reminders only by one."


def usage(lead: str = "") -> Answer:
    parts = [f"*{name}*\n" + "\n".join(lines) for name, lines in _USAGE]
    said = [*([lead] if lead else []), _TITLE, *parts]
    blocks: list[Block] = [kit.section(part) for part in said]
    return kit.answer("\n".join([*said, _AUDIENCE]), [*blocks, kit.context(_AUDIENCE)])
