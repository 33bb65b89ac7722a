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


class CannotAnswer(Refusal):
    """A function is answered for by a full member of this workspace, a user group, or a channel."""


class KeepersOnly(Refusal):
    """That changes what others see, so it takes a team keeper, an administrator, or whoever answers
    for {function}."""


class NoSuchFunction(Refusal):
    """I don't know that function. `/pinwheel owners` shows them all, and who answers for each."""


class NotAsked(Refusal):
    """That answer belongs to whoever it waits on. If you can help, tap I can help."""


class NotInThere(Refusal):
    """I'm not in that channel. Type `/invite @Pinwheel` there, then ask again."""


class NotACountry(Refusal):
    """I don't know that country. Its English name or its code will do, like `Germany`, `DE` or,
    for a region, `DE-BY`."""


class NotDays(Refusal):
    """Those are no days that I understand. Write one stretch a line, like `2026-04-01 to
    2026-04-10` or `24 Dec`; each can have up to two years."""


class NotFunctions(Refusal):
    """I don't know all of those functions. They are: {functions}."""


class NotHours(Refusal):
    """Those are no working hours that I understand. Write them like `9:00 to 17:30`, on the same
    day."""


class NotReaches(Refusal):
    """What you can mute is: {kinds}."""


class NotWeekdays(Refusal):
    """Those are no weekdays that I understand. Write them like `mon-fri` or `mon, tue, thu`."""


class NotTheOwner(Refusal):
    """Only whoever answers for {function} can say that."""


class SomebodyElseSays(Refusal):
    """You asked that, so somebody else there says yes or no to it."""


class WhereTheyRead(Refusal):
    """I reach a user group only where it reads. Ask in a channel that it reads."""


class Overtaken(RuntimeError):
    """Somebody changed it between our look and our change: what is done is done once more."""


class CannotAskThem(Refusal):
    """I can ask only full members of this workspace, so please talk to them yourself."""


class NoWordsThere(Refusal):
    """That message has no words of a person, so there is no wait in it to track."""


class NotAReaction(Refusal):
    """That is no reaction. Write one like `/pinwheel reaction :hourglass:`, or `off`."""


class NotTheTeacher(Refusal):
    """Whoever taught me that can take it back, and so can who keeps this team."""


class NotForThem(Refusal):
    """I can bring it only to a full member of this workspace. Please choose somebody else."""


class NotFound(Refusal):
    """I can't find that blocker. `/blocked list` shows the open ones."""


class NotYours(Refusal):
    """Only the person who reported it can change that."""


class OnlyABroadcast(Refusal):
    """Tell me what you are waiting on, like `/blocked waiting on the schema change from @dana`. I
    never notify a whole channel."""


class TapAgain(Refusal):
    """That took too long for Slack to open the form. Please try once more."""


class TooLong(Refusal):
    """That is {length} characters; I can keep up to 3,000, so nothing was saved. Please shorten it
    a little."""


class NoTeamHere(Refusal):
    """There is no team here. Type this in the channel of your team."""


class NotAMember(Refusal):
    """Pinwheel works for full members of this workspace."""


class NotARule(Refusal):
    """I can't read "{rule}" as days and a time. Write it like `weekdays 9:30`, `daily 17:00`,
    `mon,thu 14:00` or `every 2 weeks mon 10:00`."""


class NotAnAdministrator(Refusal):
    """An administrator of the workspace decides that."""


class NotHere(Refusal):
    """I'm not in this channel. Type `/invite @Pinwheel` here, then try again."""


class NotTheKeeper(Refusal):
    """That changes it for everybody here, so the keeper of this team decides, or an administrator
    of the workspace. `/pinwheel` shows who keeps it."""


class SeveralTeams(Refusal):
    """You are in several teams. Type it in the channel of the one you mean."""


__all__ = [
    "CannotAnswer",
    "CannotAskThem",
    "KeepersOnly",
    "MembersOnly",
    "NoSuchFunction",
    "NoTeamHere",
    "NoWordsThere",
    "NotACountry",
    "NotAMember",
    "NotAReaction",
    "NotARule",
    "NotAnAdministrator",
    "NotAsked",
    "NotDays",
    "NotForThem",
    "NotFound",
    "NotFunctions",
    "NotHere",
    "NotHours",
    "NotInThere",
    "NotReaches",
    "NotTheKeeper",
    "NotTheOwner",
    "NotTheTeacher",
    "NotWeekdays",
    "NotYours",
    "OnlyABroadcast",
    "Overtaken",
    "Refusal",
    "SeveralTeams",
    "SomebodyElseSays",
    "StoreBusy",
    "TapAgain",
    "TooLong",
    "WhereTheyRead",
]
