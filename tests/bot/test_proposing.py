"""Accounts are proposed to whoever they may belong to; nothing but their own tap links one."""

from functools import partial

import pytest
from sqlalchemy import bindparam, select

from bot import hosts
from bot.errors import AccountTaken
from bot.hosts import GITHUB, GITLAB, AccountSearch, Errand
from bot.told import Told
from storage.outbox import LETTER_COLUMNS, Letter
from storage.schema import letters
from storage.store import Store
from storage.types import PersonId
from tests.bot.post_office import HERE
from tests.bot.test_hosts import ANA, BEN, DANA, Desk

_LETTERS = (
    select(*LETTER_COLUMNS)
    .where(letters.c.workspace == bindparam("tenant"), letters.c.conversation == bindparam("whose"))
    .order_by(letters.c.seq)
)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def finds(desk: Desk, login: str | None, *, of: PersonId) -> None:
    """The host tells whom it knows by this person's address; the others' are not known."""
    while (search := desk.takes_one(AccountSearch)).person != of:
        desk.do(partial(hosts.found, search=search, login=None))
    desk.do(partial(hosts.found, search=search, login=login))


def says_yes(desk: Desk, who: PersonId, login: str) -> Told:
    return desk.do(lambda work: hosts.confirm(work, GITHUB, login, by=who))


def says_no(desk: Desk, who: PersonId, login: str) -> Told:
    return desk.do(lambda work: hosts.refuse(work, GITHUB, login, by=who))


def account(desk: Desk, who: PersonId) -> str | None:
    found = desk.do(lambda work: work.records.accounts.of(who)).get(GITHUB)
    return None if found is None else found.login


def letters_to(desk: Desk, who: PersonId) -> list[Letter]:
    """About accounts, that this person is owed."""
    rows = desk.do(lambda work: work.records.tx.all(_LETTERS, tenant=HERE, whose=who))
    return [one for one in (Letter(*row) for row in rows) if one.kind.startswith("hosts.")]


def told(desk: Desk, who: PersonId) -> list[str]:
    return [one.kind for one in letters_to(desk, who)]


def test_a_match_links_nothing_before_the_tap(desk: Desk) -> None:
    desk.asks(BEN)
    finds(desk, "ben-codes", of=BEN)
    assert account(desk, BEN) is None
    assert [one["login"] for one in desk.proposed(BEN)] == ["ben-codes"]

    assert says_yes(desk, BEN, "ben-codes").what == "hosts.linked"
    assert account(desk, BEN) == "ben-codes"
    assert desk.takes_one(Errand).login == "ben-codes"


def test_a_yes_to_what_was_not_proposed_links_nothing(desk: Desk) -> None:
    desk.asks(BEN)
    finds(desk, "ben-codes", of=BEN)
    assert says_yes(desk, BEN, "somebody").what == "hosts.not_proposed"
    assert says_yes(desk, ANA, "ben-codes").what == "hosts.not_proposed"
    assert account(desk, BEN) is None
    assert account(desk, ANA) is None


def test_a_no_is_remembered_and_not_asked_again(desk: Desk) -> None:
    desk.asks(BEN)
    finds(desk, "ben-codes", of=BEN)
    assert says_no(desk, BEN, "ben-codes").what == "hosts.not_you"
    desk.asks(BEN, link="https://github.com/ana/churn/pull/2")
    assert AccountSearch not in {type(task) for task in iter(desk.takes, None)}
    assert account(desk, BEN) is None


def test_a_no_after_the_yes_tells_what_is_so(desk: Desk) -> None:
    desk.asks(BEN)
    finds(desk, "ben-codes", of=BEN)
    says_yes(desk, BEN, "ben-codes")
    said = says_no(desk, BEN, "ben-codes")
    assert (said.what, said.facts["logins"]) == ("hosts.accounts", {GITHUB: "ben-codes"})
    assert account(desk, BEN) == "ben-codes"


def test_what_is_somebody_elses_is_not_proposed(desk: Desk) -> None:
    desk.me(DANA, "github:shared")
    desk.asks(BEN)
    finds(desk, "shared", of=BEN)
    assert desk.proposed(BEN) == []


def test_what_became_somebody_elses_meanwhile_is_refused(desk: Desk) -> None:
    desk.asks(BEN)
    finds(desk, "shared", of=BEN)
    desk.me(DANA, "github:shared")
    with pytest.raises(AccountTaken):
        says_yes(desk, BEN, "shared")


def test_who_asks_is_looked_for_on_each_host_without_an_account(desk: Desk) -> None:
    desk.me(BEN, "gitlab:ben")
    said = desk.me(BEN, "")
    assert said.facts == {"logins": {GITLAB: "ben"}, "looking": [GITHUB]}
    finds(desk, "ben-codes", of=BEN)
    assert told(desk, BEN) == [hosts.IS_THIS_YOU]


def test_who_asks_and_is_not_found_is_told_how_to_say_it(desk: Desk) -> None:
    desk.me(BEN, "gitlab:ben")
    desk.me(BEN, "")
    finds(desk, None, of=BEN)
    assert told(desk, BEN) == ["hosts.not_found"]


def test_who_said_it_meanwhile_is_not_told_how_to(desk: Desk) -> None:
    desk.me(BEN, "gitlab:ben")
    desk.me(BEN, "")
    search = desk.takes_one(AccountSearch)
    desk.me(BEN, "github:ben-codes")
    desk.do(lambda work: hosts.found(work, search, "ben-codes"))
    assert told(desk, BEN) == []


def test_who_asks_is_asked_even_after_a_no(desk: Desk) -> None:
    desk.me(BEN, "gitlab:ben")
    for _ in range(2):
        desk.me(BEN, "")
        finds(desk, "ben-codes", of=BEN)
        says_no(desk, BEN, "ben-codes")
    assert told(desk, BEN) == [hosts.IS_THIS_YOU] * 2


def test_a_question_that_waited_is_moot_once_they_said_it(desk: Desk) -> None:
    desk.me(BEN, "gitlab:ben")
    desk.me(BEN, "")
    finds(desk, "ben-codes", of=BEN)
    (letter,) = letters_to(desk, BEN)
    assert desk.do(lambda work: hosts.compose(work, letter)) is not None
    desk.me(BEN, "github:ben")
    assert desk.do(lambda work: hosts.compose(work, letter)) is None
