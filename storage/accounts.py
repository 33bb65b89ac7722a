"""Accounts: who is who on the code hosts, as each person said themselves."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select

from storage.schema import accounts
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Account:
    host: str
    login: str  # in small letters: hosts do not tell them apart either
    person: PersonId
    linked_at: datetime


_COLUMNS = tuple(accounts.c[name] for name in Account.__dataclass_fields__)
_OURS = accounts.c.workspace == bindparam("tenant")
_ON = and_(_OURS, accounts.c.host == bindparam("on_host"))
_BY_LOGIN = select(*_COLUMNS).where(_ON, accounts.c.login == bindparam("of_login"))
_OF = select(*_COLUMNS).where(_OURS, accounts.c.person == bindparam("of_person"))
_ALL_ON = select(*_COLUMNS).where(_ON)
_REMOVE = delete(accounts).where(_ON, accounts.c.person == bindparam("of_person"))


class Accounts:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def holder(self, host: str, login: str) -> Account | None:
        row = self._tx.one(
            _BY_LOGIN, tenant=self._workspace, on_host=host, of_login=login.casefold()
        )
        return None if row is None else Account(*row)

    def of(self, person: PersonId) -> Mapping[str, Account]:
        """By host."""
        rows = self._tx.all(_OF, tenant=self._workspace, of_person=person)
        return {row.host: Account(*row) for row in rows}

    def on(self, host: str) -> Mapping[str, PersonId]:
        """Everybody's, by login."""
        rows = self._tx.all(_ALL_ON, tenant=self._workspace, on_host=host)
        return {row.login: row.person for row in rows}

    def link(self, account: Account) -> None:
        """In place of the one that this person had there."""
        self.unlink(account.host, account.person)
        self._tx.insert(accounts, {"workspace": self._workspace, **asdict(account)})

    def unlink(self, host: str, person: PersonId) -> bool:
        """False when there was none."""
        values = {"on_host": host, "of_person": person}
        return bool(self._tx.run(_REMOVE, tenant=self._workspace, **values).rowcount)
