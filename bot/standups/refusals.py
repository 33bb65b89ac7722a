"""What a standup cannot do, in the words that the person reads."""

from bot.errors import Refusal


class NoTeam(Refusal):
    """A standup is a team's. Type `/standup` in its channel, or turn one on there with
    `/standup on`."""


class NotInTeam(Refusal):
    """You are not in that team any more, so I did not post this. Type `/standup` in its
    channel."""


class TooLongAnAnswer(Refusal):
    """That is {length:,} characters; I can keep up to 12,000, so nothing was saved. Please shorten
    it a little."""


class NothingSaid(Refusal):
    """There is nothing in it yet. Please write a few words."""


class NothingBefore(Refusal):
    """I know of no earlier answer of yours here, so there is nothing to repeat. `/standup` opens
    the form."""


__all__ = ["NoTeam", "NotInTeam", "NothingBefore", "NothingSaid", "TooLongAnAnswer"]
