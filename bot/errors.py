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


class NotInTheGroup(Refusal):
    """That is for the members of {group} to say."""


class NotInThere(Refusal):
    """I'm not in that channel. Type `/invite @Pinwheel` there, then ask again."""


class NotBothThere(Refusal):
    """The channel that you chose needs both of us in it. Type `/pinwheel` there (after
    `/invite @Pinwheel`, where I am missing), then choose it here once more."""


class CalendarTooFull(Refusal):
    """That calendar repeats more than I can work out in one go. Please export your absences alone,
    or write the days, like `/pinwheel me off 3 Aug to 14 Aug`."""


class FileTooLarge(Refusal):
    """That file is larger than the 1 MB that I read. Please export your absences alone, or write
    the days, like `/pinwheel me off 3 Aug to 14 Aug`."""


class FileUnread(Refusal):
    """Slack did not let me read that file. Please send it to me here once more, or write the days,
    like `/pinwheel me off 3 Aug to 14 Aug`."""


class NotACalendar(Refusal):
    """I can't read that as a calendar. Send me an .ics file, as your calendar exports it, or write
    the days, like `/pinwheel me off 3 Aug to 14 Aug`."""


class NoDaysOff(Refusal):
    """I found no whole days off to come in that calendar, so nothing changed. Events of some hours,
    free ones and cancelled ones don't count."""


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


class NoSuchReview(Refusal):
    """I can't find that review. `/review list` shows the open ones."""


class NoLinkThere(Refusal):
    """I need a link to what shall be looked at, like
    `/review https://github.com/acme/churn/pull/12 new features for @ben by Friday`."""


class NotTheReviewer(Refusal):
    """Somebody else looks at your own work, so that is for a reviewer to say."""


class NotTheAuthor(Refusal):
    """Only whoever asked for this review, or wrote it, can say that."""


class CannotReview(Refusal):
    """Whom you named can't look at it: a reviewer is a full member of this workspace, and not its
    author."""


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


class AccountTaken(Refusal):
    """{login} is the account of {whose} here. If it is yours, ask them to tell me theirs by
    `/review me`, then tell me again."""


class NotAnAccount(Refusal):
    """I can't read that as an account. Write it like `/review me github:your-login` or
    `/review me gitlab:your-login`."""


class NotARepository(Refusal):
    """I can't read that as a repository. Write it like `/review watch owner/name`, or paste its
    link."""


class NoCodeHost(Refusal):
    """I have no key to that code host, so I can't look there. Whoever runs me can give me one: the
    README says how, under "GitHub and GitLab"."""


__all__ = [
    "AccountTaken",
    "CalendarTooFull",
    "CannotAnswer",
    "CannotAskThem",
    "CannotReview",
    "FileTooLarge",
    "FileUnread",
    "KeepersOnly",
    "MembersOnly",
    "NoCodeHost",
    "NoDaysOff",
    "NoLinkThere",
    "NoSuchFunction",
    "NoSuchReview",
    "NoTeamHere",
    "NoWordsThere",
    "NotACalendar",
    "NotACountry",
    "NotAMember",
    "NotAReaction",
    "NotARepository",
    "NotARule",
    "NotAnAccount",
    "NotAnAdministrator",
    "NotAsked",
    "NotBothThere",
    "NotDays",
    "NotForThem",
    "NotFound",
    "NotFunctions",
    "NotHere",
    "NotHours",
    "NotInTheGroup",
    "NotInThere",
    "NotReaches",
    "NotTheAuthor",
    "NotTheKeeper",
    "NotTheOwner",
    "NotTheReviewer",
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
