"""All records of one workspace inside one transaction."""

from functools import cached_property

from storage.asks import Asks
from storage.attention import Nudges
from storage.blockers import Blockers
from storage.causes import Causes
from storage.follow_ups import FollowUps
from storage.inbox import Inbox
from storage.ledger import Ledger
from storage.limits import Limits
from storage.mornings import Mornings
from storage.outbox import Outbox
from storage.owners import Owners
from storage.people import Channels, People
from storage.profiles import Profiles
from storage.rhythms import Occurrences, Rhythms
from storage.signals import Signals
from storage.standup_drafts import StandupDrafts
from storage.standups import Standups
from storage.suggestions import Suggestions
from storage.teams import Teams
from storage.topics import Topics
from storage.transaction import Transaction
from storage.types import WorkspaceId
from storage.vocabulary import Vocabulary
from storage.workspaces import Workspaces


class Records:
    """What a use case works on; each drawer opens when it is first needed."""

    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self.tx = tx
        self.workspace = workspace

    @cached_property
    def workspaces(self) -> Workspaces:
        return Workspaces(self.tx)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self.tx, self.workspace)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.tx, self.workspace)

    @cached_property
    def people(self) -> People:
        return People(self.tx, self.workspace)

    @cached_property
    def channels(self) -> Channels:
        return Channels(self.tx, self.workspace)

    @cached_property
    def profiles(self) -> Profiles:
        return Profiles(self.tx, self.workspace)

    @cached_property
    def nudges(self) -> Nudges:
        return Nudges(self.tx, self.workspace)

    @cached_property
    def mornings(self) -> Mornings:
        return Mornings(self.tx, self.workspace)

    @cached_property
    def teams(self) -> Teams:
        return Teams(self.tx, self.workspace)

    @cached_property
    def blockers(self) -> Blockers:
        return Blockers(self.tx, self.workspace)

    @cached_property
    def rhythms(self) -> Rhythms:
        return Rhythms(self.tx, self.workspace)

    @cached_property
    def occurrences(self) -> Occurrences:
        return Occurrences(self.tx, self.workspace)

    @cached_property
    def standups(self) -> Standups:
        return Standups(self.tx, self.workspace)

    @cached_property
    def standup_drafts(self) -> StandupDrafts:
        return StandupDrafts(self.tx, self.workspace)

    @cached_property
    def asks(self) -> Asks:
        return Asks(self.tx, self.workspace)

    @cached_property
    def causes(self) -> Causes:
        return Causes(self.tx, self.workspace)

    @cached_property
    def owners(self) -> Owners:
        return Owners(self.tx, self.workspace)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self.tx, self.workspace)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self.tx, self.workspace)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.tx, self.workspace)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.tx, self.workspace)

    @cached_property
    def signals(self) -> Signals:
        return Signals(self.tx, self.workspace)

    @cached_property
    def suggestions(self) -> Suggestions:
        return Suggestions(self.tx, self.workspace)

    @cached_property
    def limits(self) -> Limits:
        return Limits(self.tx, self.workspace)
