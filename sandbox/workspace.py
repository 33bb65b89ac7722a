"""The workspace: everything that this small Slack knows, made once and handed to all parts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.agenda import Agenda
from sandbox.clock import Clock
from sandbox.conversations import IM, MPIM, Conversation, Conversations
from sandbox.deliveries import Deliveries
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.followers import Followers
from sandbox.ids import Ids
from sandbox.installation import Installation
from sandbox.limits import Limits
from sandbox.manifest import Manifest
from sandbox.people import People, Person
from sandbox.permits import Permits
from sandbox.records import Records
from sandbox.sockets import Sockets
from sandbox.stream import Stream
from sandbox.turning import Turning
from sandbox.views import Views
from sandbox.wire import Json


@dataclass
class Workspace:
    """One team with one app installed. All of it is touched only from the server's event loop."""

    name: str
    domain: str
    team_id: str
    ids: Ids
    clock: Clock
    app: Installation
    prepared: str = ""
    tries: list[str] = field(default_factory=list)  # lines that the page offers to be typed
    url: str = ""
    people: People = field(default_factory=People)
    conversations: Conversations = field(default_factory=Conversations)
    files: Files = field(default_factory=Files)
    views: Views = field(default_factory=Views)
    stream: Stream = field(default_factory=Stream)
    records: Records = field(default_factory=Records)
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    followers: Followers = field(default_factory=Followers)
    history: list[Json] = field(default_factory=list)
    played: Json | None = None

    def __post_init__(self) -> None:
        self.agenda = Agenda(self.clock)
        self.permits = Permits(self.ids)
        self.sockets = Sockets(self.ids)
        self.deliveries = Deliveries(
            clock=self.clock,
            agenda=self.agenda,
            sockets=self.sockets,
            records=self.records,
            signing_secret=self.app.signing_secret,
        )
        self.turning = Turning(
            self.clock,
            self.followers,
            self.agenda,
            quiet=self.deliveries.quiet,
            delivered=lambda: self.deliveries.finished,
        )

    @property
    def manifest(self) -> Manifest:
        return self.app.manifest

    def now(self) -> float:
        return self.clock.now()

    def next_ts(self) -> str:
        return self.ids.ts(self.clock.now())

    def bot(self) -> Person:
        return self.people.get(self.app.user_id)

    def hearers(self, conversation: Conversation) -> Callable[[str], bool]:
        """Whether a person's page may show what happens in the conversation."""

        def hears(user_id: str) -> bool:
            person = self.people.by_id.get(user_id)
            return person is not None and conversation.visible_to(person)

        return hears

    def direct(self, people: list[str]) -> tuple[Conversation, bool]:
        """The DM of these people, opened when there is none, and whether it was there already."""
        found = self.conversations.direct(people)
        if found is not None:
            return found, True
        kind = IM if len(set(people)) <= 2 else MPIM
        opened = Conversation(
            id=self.ids.new("D" if kind == IM else "C"),
            name="" if kind == IM else self._mpim_name(people),
            kind=kind,
            created=int(self.now()),
            creator=people[0],
            members=dict.fromkeys(people),
        )
        self.conversations.add(opened)
        self.stream.tell({"type": "conversations"}, hears=self.hearers(opened))
        return opened, False

    def app_ids(self) -> Json:
        """The ids that every view object carries."""
        return {
            "team_id": self.team_id,
            "app_id": self.app.app_id,
            "app_installed_team_id": self.team_id,
            "bot_id": self.app.bot_id,
        }

    def _mpim_name(self, people: list[str]) -> str:
        return "mpdm-" + "--".join(self.people.get(user).name for user in people) + "-1"
