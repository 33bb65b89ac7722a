"""A judge that cannot find anything proves nothing: it is shown each kind of fault once."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.faults.judge import Evidence, Letter, Shown, verdict
from tests.faults.load import Deed

N = "nonce0000000001"
POST = Letter("blocker.posted", "post", "sent", "b1", "l1")
SHOWN = Shown("C1", f"Blocker #1 from @ana: {N}", N, direct=False, alone=False, mark="l1")
IN_DM = Shown("D1", f"Got it, tracked as #1. {N}", N, direct=True, alone=False, mark="l1")
RESOLVED = Shown("D1", f"@ben resolved your #1. {N}", N, direct=True, alone=False, mark="l1")


def evidence(flow: str, *, shown: tuple[Shown, ...], letter: Letter = POST) -> Evidence:
    state = "resolved" if flow == "click" else "open"
    return Evidence(
        deeds=[Deed(flow, N, "ana", "C1")],
        accepted=Counter({(flow, N): 1}),
        blockers=[(N, "b1", state)],
        letters=[letter],
        shown=list(shown),
    )


GOOD = {
    "command": evidence("command", shown=(SHOWN,)),
    "dm": evidence("dm", shown=(IN_DM,)),
    "click": evidence("click", shown=(RESOLVED,)),
}


@pytest.mark.parametrize("flow", GOOD)
def test_it_finds_nothing_where_nothing_is_wrong(flow: str) -> None:
    assert verdict(GOOD[flow]) == []


@pytest.mark.parametrize("flow", GOOD)
def test_it_finds_what_stands_twice(flow: str) -> None:
    twice = [replace(GOOD[flow].shown[0], mark=None), *GOOD[flow].shown]
    assert verdict(replace(GOOD[flow], shown=twice))


@pytest.mark.parametrize("flow", GOOD)
def test_it_finds_what_was_never_said(flow: str) -> None:
    assert verdict(replace(GOOD[flow], shown=[]))


@pytest.mark.parametrize("flow", ["command", "dm"])
def test_it_finds_what_was_accepted_and_lost(flow: str) -> None:
    assert verdict(replace(GOOD[flow], blockers=[], letters=[], shown=[]))


def test_it_finds_a_click_without_effect() -> None:
    assert verdict(replace(GOOD["click"], blockers=[(N, "b1", "open")], letters=[], shown=[]))


def test_it_finds_what_is_tracked_twice() -> None:
    tracked = [(N, "b1", "open"), (N, "b2", "open")]
    assert verdict(replace(GOOD["command"], blockers=tracked))


def test_it_finds_what_is_still_owed_or_has_failed() -> None:
    for state in ("ready", "sending", "in_doubt", "failed"):
        letter = replace(POST, state=state)
        assert verdict(replace(GOOD["command"], letters=[letter]))


def test_what_cannot_be_read_may_be_missing_once_it_is_listed() -> None:
    unconfirmed = replace(POST, state="unconfirmed")
    assert verdict(replace(GOOD["command"], letters=[unconfirmed], shown=[])) == []


def test_in_a_dm_nothing_may_be_missing() -> None:
    unconfirmed = replace(POST, state="unconfirmed")
    assert verdict(replace(GOOD["dm"], letters=[unconfirmed], shown=[]))


def test_what_was_refused_may_have_happened_but_not_twice() -> None:
    refused = replace(GOOD["command"], accepted=Counter[tuple[str, str]]())
    assert verdict(refused) == []
    assert verdict(replace(refused, blockers=[], letters=[], shown=[])) == []
    assert verdict(replace(refused, blockers=[(N, "b1", "open"), (N, "b2", "open")]))
