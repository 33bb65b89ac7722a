"""All records of one workspace inside one transaction."""

from functools import cached_property

from storage.asks import Asks
from storage.blockers import Blockers
from storage.inbox import Inbox
from storage.limits import Limits
from storage.outbox import Outbox
from storage.people import Channels, People
from storage.teams import Teams
from storage.transaction import Transaction
from storage.types import WorkspaceId
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
    def teams(self) -> Teams:
        return Teams(self.tx, self.workspace)

    @cached_property
    def blockers(self) -> Blockers:
        return Blockers(self.tx, self.workspace)

    @cached_property
    def asks(self) -> Asks:
        return Asks(self.tx, self.workspace)

    @cached_property
    def limits(self) -> Limits:
        return Limits(self.tx, self.workspace)
