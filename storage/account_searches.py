"""Searches for accounts: whom a code host knows by a person's e-mail address, and what they said.

The address itself is asked of Slack as it is needed, and kept nowhere.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select, update

from storage.schema import account_searches as searches
from storage.turns import InTurns, Turns
from storage.types import PersonId

LOOKING, PROPOSED, NOBODY, NOT_THEM = "looking", "proposed", "nobody", "not_them"


@dataclass(frozen=True, slots=True)
class AccountSearch:
    host: str
    person: PersonId
    asked: bool  # by the person themselves
    due_at: datetime
    state: str = LOOKING
    login: str | None = None  # that was proposed
    turn: int = 0
    tries: int = 0


_OURS = searches.c.workspace == bindparam("tenant")
_THIS = and_(
    _OURS, searches.c.host == bindparam("on_host"), searches.c.person == bindparam("whose")
)
_GET = select(*(searches.c[name] for name in AccountSearch.__dataclass_fields__)).where(_THIS)
_AGAIN = (
    update(searches)
    .where(_THIS)
    .values(asked=True, state=LOOKING, due_at=bindparam("at"), turn=searches.c.turn + 1, tries=0)
)
_REFUSE = (
    update(searches)
    .where(_THIS, searches.c.state == PROPOSED, searches.c.login == bindparam("their_login"))
    .values(state=NOT_THEM)
)


class AccountSearches(InTurns[AccountSearch]):
    turns = Turns(searches, AccountSearch, key=("host", "person"), only=searches.c.state == LOOKING)

    def get(self, host: str, person: PersonId) -> AccountSearch | None:
        row = self._tx.one(_GET, tenant=self._workspace, on_host=host, whose=person)
        return None if row is None else AccountSearch(*row)

    def begin(self, host: str, person: PersonId, *, at: datetime) -> bool:
        """By itself only once, ever."""
        if self.get(host, person) is not None:
            return False
        self._add(AccountSearch(host, person, asked=False, due_at=at))
        return True

    def ask(self, host: str, person: PersonId, *, at: datetime) -> None:
        """They want to know now, whatever they said before."""
        values = {"on_host": host, "whose": person, "at": at}
        if not self._tx.run(_AGAIN, tenant=self._workspace, **values).rowcount:
            self._add(AccountSearch(host, person, asked=True, due_at=at))

    def refuse(self, host: str, person: PersonId, login: str) -> bool:
        """False when that is not what was proposed last, or they answered it before."""
        values = {"on_host": host, "whose": person, "their_login": login}
        return bool(self._tx.run(_REFUSE, tenant=self._workspace, **values).rowcount)

    def _add(self, search: AccountSearch) -> None:
        self._tx.insert(searches, {"workspace": self._workspace, **asdict(search)})
