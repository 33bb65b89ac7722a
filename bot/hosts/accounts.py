"""Accounts: each person says themselves who they are on GitHub and GitLab; nobody is guessed."""

import re
from dataclasses import dataclass

from bot import errands, reviews
from bot.errors import AccountTaken, NotAMember, NotAnAccount
from bot.people import may_use
from bot.told import Told, name_of
from bot.world import Work
from storage.accounts import Account
from storage.hosts import GITHUB, GITLAB
from storage.types import PersonId

HOSTS = (GITHUB, GITLAB)
_LINE = re.compile(
    r"(?P<host>github|gitlab)(?:\.com)?\s*[:/ ]\s*@?(?P<login>[\w.-]{1,255}(?:\[bot\])?)",
    re.IGNORECASE | re.ASCII,
)
_NONE = frozenset({"none", "nobody", "off"})


@dataclass(frozen=True, slots=True)
class AccountLine:
    host: str
    login: str | None  # None: none any more


def parse(text: str) -> AccountLine | None:
    """`github:login`, `gitlab:login`, `github:none`; None for words that say nothing.

    Raises NotAnAccount.
    """
    words = text.strip().strip("`")
    if not words:
        return None
    found = _LINE.fullmatch(words)
    if found is None:
        raise NotAnAccount
    login = found["login"].lower()
    return AccountLine(found["host"].lower(), None if login in _NONE else login)


def me(work: Work, line: AccountLine | None, *, by: PersonId) -> Told:
    """Links, unlinks or shows. Raises AccountTaken, NotAMember."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if line is None:
        return _looked_for(work, by=by)
    if line.login is None:
        gone = work.records.accounts.unlink(line.host, by)
        return Told("hosts.unlinked" if gone else "hosts.not_linked", None, {"host": line.host})
    return link(work, line.host, line.login, by=by)


def link(work: Work, host: str, login: str, *, by: PersonId) -> Told:
    """What that account wrote is theirs from now on, and they are asked there where they are here.

    Raises AccountTaken: whose it is is never our guess.
    """
    holder = work.records.accounts.holder(host, login)
    if holder is not None and holder.person != by:
        raise AccountTaken(login=login, whose=name_of(work, holder.person) or "somebody else")
    if holder is None:
        work.records.accounts.link(Account(host, login, by, work.now))
        reviews.linked(work, login, by)
        _ask_there(work, host, by)
    known = host in work.records.hosts.all()
    return Told("hosts.linked", None, {"host": host, "login": login, "known": known})


def _ask_there(work: Work, host: str, person: PersonId) -> None:
    for review in work.records.reviews.listed("mine", person=person):
        if review.kind == host and review.author != person:
            errands.ask_reviewer(work, review.id, review.link, person)


def _looked_for(work: Work, *, by: PersonId) -> Told:
    """Theirs; and where we know none, we ask that host whom it knows by their e-mail address."""
    mine = work.records.accounts.of(by)
    logins = {host: mine[host].login for host in HOSTS if host in mine}
    looking = [host for host in work.records.hosts.all() if host not in mine]
    for host in looking:
        work.records.account_searches.ask(host, by, at=work.now)
    return Told("hosts.accounts", None, {"logins": logins, "looking": looking})
