"""How pairs look: the DM of two, the question whether they met, and what each person is told."""

from handlers.views.pairs import actions
from handlers.views.pairs.answers import answer, home_line
from handlers.views.pairs.letters import LETTERS
from handlers.views.pairs.usage import usage

__all__ = ["LETTERS", "actions", "answer", "home_line", "usage"]
