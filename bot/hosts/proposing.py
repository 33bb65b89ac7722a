"""Proposing accounts: whom a host knows by somebody's e-mail address; only their tap links it."""

from collections.abc import Mapping
from typing import Any

from bot.attention import nudge
from bot.hosts.accounts import link
from bot.hosts.moving import leave_be
from bot.hosts.told import IS_THIS_YOU, NOT_FOUND
from bot.hosts.unread import OF_THE_HOST, Unread
from bot.letters import post
from bot.told import Told
from bot.world import Work
from storage.account_searches import NOBODY, PROPOSED, AccountSearch
from storage.outbox import Letter
from storage.types import PersonId

NO_ADDRESS, NO_MATCH, NOT_TOLD = "no_address", "no_match", "not_told"
_USEFULNESS = 20


def found(work: Work, search: AccountSearch, login: str | None) -> None:
    """`login`: of the one person who shows that address there."""
    work.records.hosts.well(search.host)
    if login is None or not _is_free(work, search, login):
        unfound(work, search, NO_MATCH)
        return
    if not _end(work, search, PROPOSED, login):
        return
    facts = {"host": search.host, "login": login, "to": search.person}
    if search.asked:
        post(work, IS_THIS_YOU, to=search.person, facts=facts)
        return
    subject = f"{search.host}:{login}"
    nudge(work, search.person, IS_THIS_YOU, subject=subject, facts=facts, usefulness=_USEFULNESS)


def unfound(work: Work, search: AccountSearch, why: str) -> None:
    """Whoever asked is told how to say it themselves; the others read that with their review."""
    has_one = search.host in work.records.accounts.of(search.person)  # they said it meanwhile
    if _end(work, search, NOBODY, None) and search.asked and not has_one:
        facts = {"host": search.host, "why": why}
        post(work, NOT_FOUND, to=search.person, facts=facts)


def not_searched(work: Work, search: AccountSearch, unread: Unread, *, spread: float) -> None:
    """A host that is down is asked again; one that does not let us look, not."""
    if unread.why in OF_THE_HOST:
        leave_be(work, search.host, unread, spread=spread)
        work.records.account_searches.end(search, next_at=work.now)
    else:
        unfound(work, search, NOT_TOLD)


def compose(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """None when they said meanwhile who they are."""
    facts = letter.facts
    search = work.records.account_searches.get(facts["host"], PersonId(facts["to"]))
    if search is None or (search.state, search.login) != (PROPOSED, facts["login"]):
        return None
    return None if facts["host"] in work.records.accounts.of(search.person) else (None, facts)


def confirm(work: Work, host: str, login: str, *, by: PersonId) -> Told:
    """It is them: the tap is what links it. Raises AccountTaken."""
    search = work.records.account_searches.get(host, by)
    if search is None or search.login != login:
        return Told("hosts.not_proposed", None, {"host": host})
    return link(work, host, login, by=by)


def refuse(work: Work, host: str, login: str, *, by: PersonId) -> Told:
    """It is somebody else; of what they linked before, they are told how to undo it."""
    mine = work.records.accounts.of(by).get(host)
    if mine is not None:
        return Told("hosts.accounts", None, {"logins": {host: mine.login}})
    work.records.account_searches.refuse(host, by, login)
    return Told("hosts.not_you", None, {"host": host})


def _is_free(work: Work, search: AccountSearch, login: str) -> bool:
    """Nobody's yet, and they have none there."""
    accounts = work.records.accounts
    return accounts.holder(search.host, login) is None and search.host not in accounts.of(
        search.person
    )


def _end(work: Work, search: AccountSearch, state: str, login: str | None) -> bool:
    searches = work.records.account_searches
    return searches.end(search, next_at=search.due_at, state=state, login=login)
