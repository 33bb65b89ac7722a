"""Short phrases about owners: what they answer for, and who they are."""

from collections.abc import Mapping
from typing import Any

from handlers.views.blockers.phrases import function_name, party, uncalled

ADD = "owners.add"  # opens the form; value: function
YES = "owners.yes"  # value: function, at
NO = "owners.no"
MUTE = "owners.mute"  # value: function
UNMUTE = "owners.unmute"
QUEUE = "owners.queue"


def function(facts: Mapping[str, Any]) -> str:
    return function_name(str(facts.get("function") or ""))


def whom(facts: Mapping[str, Any]) -> str:
    """A user group by its name, which calls nobody; people and channels by their ids."""
    name = str(facts.get("name") or "")
    return uncalled(name) if facts.get("kind") == "group" and name else party(facts.get("whom"))
