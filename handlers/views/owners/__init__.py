"""How owners look: the list, the question that is asked once, the form."""

from handlers.views.owners.answers import answer
from handlers.views.owners.form import ASK, confirmed, form, form_errors, read_form
from handlers.views.owners.letters import LETTERS

__all__ = ["ASK", "LETTERS", "answer", "confirmed", "form", "form_errors", "read_form"]
