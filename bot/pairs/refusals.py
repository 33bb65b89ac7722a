"""What pairs cannot do, in words that the person reads."""

from bot.errors import Refusal


class NotYourPair(Refusal):
    """That is the pair of others. `/pair` shows yours."""


class NoRound(Refusal):
    """You are in no pair just now. `/pair on` in the channel of your team lets you take part."""


class TimePassed(Refusal):
    """That time has passed. `/pair` shows times that are still to come."""


class NotWithYourself(Refusal):
    """That is you. Name somebody else, like `/pair never @ana`."""


class WhichFunction(Refusal):
    """I don't know that function. They are: {functions}."""


class WhichDay(Refusal):
    """I can't read that as a day to come. Write it like `/pair pause until Monday`, or
    `/pair leaving @me on 30 Nov`."""


class NotTheirKeeper(Refusal):
    """Only they themselves, or who keeps this team, can tell that somebody leaves."""
