"""All records of one workspace inside one transaction."""

from collections.abc import Callable
from typing import Generic, TypeVar

from storage.account_searches import AccountSearches
from storage.accounts import Accounts
from storage.asks import Asks
from storage.attention import Nudges
from storage.blockers import Blockers
from storage.causes import Causes
from storage.errands import Errands
from storage.follow_ups import FollowUps
from storage.followed import FollowedRequests
from storage.groups import Groups
from storage.hosts import Hosts
from storage.inbox import Inbox
from storage.knowledge import Knowledge
from storage.ledger import Ledger
from storage.limits import Limits
from storage.mornings import Mornings
from storage.outbox import Outbox
from storage.owners import Owners
from storage.pairs import Pairs
from storage.pairs_files import PairFiles
from storage.pairs_rounds import PairRounds
from storage.pairs_welcomes import PairWelcomes
from storage.pairs_wishes import PairWishes
from storage.people import Channels, People
from storage.profiles import Profiles
from storage.review_seats import Remarks, Seats
from storage.reviews import Reviews
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
from storage.watched import WatchedRepositories
from storage.workspaces import Workspaces

D = TypeVar("D")


class _Drawer(Generic[D]):
    """Opened when it is first needed, and found open from then on."""

    def __init__(self, opened: Callable[[Transaction, WorkspaceId], D]) -> None:
        self._opened = opened
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, records: "Records", owner: type) -> D:
        drawer = self._opened(records.tx, records.workspace)
        records.__dict__[self._name] = drawer
        return drawer


class Records:
    """What a use case works on: a drawer for each kind of record."""

    workspaces = _Drawer(lambda tx, _: Workspaces(tx))
    inbox = _Drawer(Inbox)
    outbox = _Drawer(Outbox)
    people = _Drawer(People)
    channels = _Drawer(Channels)
    groups = _Drawer(Groups)
    profiles = _Drawer(Profiles)
    nudges = _Drawer(Nudges)
    mornings = _Drawer(Mornings)
    teams = _Drawer(Teams)
    blockers = _Drawer(Blockers)
    rhythms = _Drawer(Rhythms)
    occurrences = _Drawer(Occurrences)
    standups = _Drawer(Standups)
    standup_drafts = _Drawer(StandupDrafts)
    asks = _Drawer(Asks)
    causes = _Drawer(Causes)
    owners = _Drawer(Owners)
    follow_ups = _Drawer(FollowUps)
    topics = _Drawer(Topics)
    ledger = _Drawer(Ledger)
    vocabulary = _Drawer(Vocabulary)
    signals = _Drawer(Signals)
    suggestions = _Drawer(Suggestions)
    limits = _Drawer(Limits)
    pairs = _Drawer(Pairs)
    pair_rounds = _Drawer(PairRounds)
    pair_files = _Drawer(PairFiles)
    pair_welcomes = _Drawer(PairWelcomes)
    pair_wishes = _Drawer(PairWishes)
    knowledge = _Drawer(Knowledge)
    reviews = _Drawer(Reviews)
    seats = _Drawer(Seats)
    remarks = _Drawer(Remarks)
    hosts = _Drawer(Hosts)
    accounts = _Drawer(Accounts)
    account_searches = _Drawer(AccountSearches)
    errands = _Drawer(Errands)
    followed = _Drawer(FollowedRequests)
    watched = _Drawer(WatchedRepositories)

    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self.tx = tx
        self.workspace = workspace

    @property
    def changes(self) -> int:
        """How many there were in this transaction so far."""
        return self.tx.changes
