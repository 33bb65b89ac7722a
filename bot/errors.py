"""Refusals: expected, and said in words that the person reads."""

from storage.writer import RefusedBeforeChange, StoreBusy


class Refusal(RefusedBeforeChange):
    """Sorry, that is not possible."""

    def __init__(self, *, give_back: str | None = None, **facts: object) -> None:
        self.facts = facts
        self.give_back = give_back  # the person's words, when nothing of them was kept
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What the person reads: the class's docstring, with its facts filled in."""
        return " ".join((type(self).__doc__ or "").split()).format(**self.facts)


class MembersOnly(Refusal):
    """Pinwheel works for full members of this workspace. Please ask a teammate to report it for
    you."""


class Overtaken(RuntimeError):
    """Somebody changed it between our look and our change: what is done is done once more."""


class NotFound(Refusal):
    """I can't find that blocker. `/blocked list` shows the open ones."""


class NotYours(Refusal):
    """Only the person who reported it can change that."""


class OnlyABroadcast(Refusal):
    """Tell me what you are waiting on, like `/blocked waiting on the schema change from @dana`. I
    never notify a whole channel."""


class TooLong(Refusal):
    """That is {length} characters; I can keep up to 3,000, so nothing was saved. Please shorten it
    a little."""


__all__ = [
    "MembersOnly",
    "NotFound",
    "NotYours",
    "OnlyABroadcast",
    "Overtaken",
    "Refusal",
    "StoreBusy",
    "TooLong",
]
