"""The judge: what was promised to whom, and whether Slack and the database show just that."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from sandbox.server import Server
from storage.schema import blockers, letters
from storage.store import open_store
from storage.transaction import Transaction
from tests.faults.load import Deed, nonce_in
from tests.team import words

Json = dict[str, Any]

FINAL = frozenset({"sent", "moot", "unconfirmed"})
# A line for the thread of a message of which nobody knows whether it is there.
HOMELESS = "its message is unconfirmed"
# What Slack shows for each flow, exactly once: the words that stand beside the nonce, and whether
# we may read there to make sure of it.
TOLD_IN_DM = "Got it, tracked as"
RESOLVED_IN_DM = "resolved your"
POSTED = "from @"
IN_A_CHANNEL = ("command", "form", "mention")


@dataclass(frozen=True)
class Letter:
    kind: str
    verb: str
    state: str
    blocker: str | None
    id: str
    reason: str | None = None


@dataclass(frozen=True)
class Shown:
    """One message of the bot that stands in Slack."""

    channel: str
    text: str
    nonce: str | None
    direct: bool
    alone: bool  # only one person sees it
    mark: str | None  # the letter's own id, in the metadata


@dataclass
class Evidence:
    deeds: list[Deed]
    accepted: Counter[tuple[str, str]]  # (flow, nonce) -> deliveries that were answered with yes
    blockers: list[tuple[str, str, str]]  # nonce, id, state
    letters: list[Letter]
    shown: list[Shown]

    @property
    def unconfirmed(self) -> int:
        return sum(letter.state == "unconfirmed" for letter in self.letters)

    def summary(self) -> str:
        flows = Counter(deed.flow for deed in self.deeds)
        yes = Counter(flow for flow, _ in self.accepted)
        states = Counter(letter.state for letter in self.letters)
        return f"{dict(flows)} done, {dict(yes)} accepted, letters {dict(states)}"


def verdict(evidence: Evidence) -> list[str]:
    """What went wrong, in sentences; empty when every promise was kept."""
    kept = [*_unfinished(evidence), *_mismarked(evidence)]
    tracked = {nonce: (id_, state) for nonce, id_, state in evidence.blockers}
    for nonce, times in Counter(nonce for nonce, _, _ in evidence.blockers).items():
        if times > 1:
            kept.append(f"{nonce} is tracked {times} times")
    shown = _counted(evidence.shown)
    for deed in evidence.deeds:
        kept += _of_deed(deed, evidence, tracked, shown)
    return kept


def gathered(server: Server, database_url: str, deeds: Iterable[Deed]) -> Evidence:
    """Everything that can be seen once it is quiet."""
    store = open_store(database_url)
    try:
        tracked, owed = store.read_now(_rows)
    finally:
        store.close()
    accepted = Counter(_accepted(server))
    return Evidence(list(deeds), accepted, tracked, owed, list(_shown(server)))


def _unfinished(evidence: Evidence) -> Iterator[str]:
    for letter in evidence.letters:
        if letter.state not in FINAL and letter.reason != HOMELESS:
            yield f"letter {letter.id} ({letter.kind}, {letter.verb}) is {letter.state}"


def _mismarked(evidence: Evidence) -> Iterator[str]:
    """By our own marks, beside the nonces: a letter that was sent stands there once."""
    marks = Counter(one.mark for one in evidence.shown if one.mark)
    for letter in evidence.letters:
        times = marks[letter.id]
        if letter.verb == "post" and (times > 1 or (letter.state == "sent" and times == 0)):
            yield f"letter {letter.id} ({letter.kind}, {letter.state}) stands {times} times"


def _of_deed(
    deed: Deed,
    evidence: Evidence,
    tracked: dict[str, tuple[str, str]],
    shown: Counter[tuple[str, str]],
) -> Iterator[str]:
    accepted = evidence.accepted[deed.flow, deed.nonce] > 0
    name = f"{deed.flow} {deed.nonce}"
    if deed.flow == "click":
        yield from _of_click(deed, evidence, tracked, shown, accepted=accepted)
        return
    if accepted and deed.nonce not in tracked:
        yield f"{name} was accepted and is lost"
    if deed.nonce not in tracked:
        return
    if deed.flow == "dm":
        yield from _once(name, "answers in the DM", shown[TOLD_IN_DM, deed.nonce])
        return
    posts = shown[POSTED, deed.nonce]
    blocker, _ = tracked[deed.nonce]
    if posts > 1:
        yield f"{name} stands {posts} times in its channel"
    if posts == 0 and not _is_unconfirmed(evidence, blocker):
        yield f"{name} is neither in its channel nor listed as unconfirmed"


def _of_click(
    deed: Deed,
    evidence: Evidence,
    tracked: dict[str, tuple[str, str]],
    shown: Counter[tuple[str, str]],
    *,
    accepted: bool,
) -> Iterator[str]:
    _, state = tracked[deed.nonce]
    if accepted and state != "resolved":
        yield f"click {deed.nonce} was accepted and is lost"
    if state == "resolved":
        yield from _once(
            f"click {deed.nonce}", "words to the waiter", shown[RESOLVED_IN_DM, deed.nonce]
        )


def _once(name: str, what: str, times: int) -> Iterator[str]:
    if times != 1:
        yield f"{name}: {times} {what}"


def _is_unconfirmed(evidence: Evidence, blocker: str) -> bool:
    return any(
        letter.state == "unconfirmed" and letter.verb == "post" and letter.blocker == blocker
        for letter in evidence.letters
    )


def _counted(shown: Iterable[Shown]) -> Counter[tuple[str, str]]:
    """How often each nonce stands beside each of the words that matter."""
    found: Counter[tuple[str, str]] = Counter()
    for one in shown:
        if one.nonce is None or one.alone:
            continue
        if not one.direct:
            found[POSTED, one.nonce] += 1
        elif TOLD_IN_DM in one.text:
            found[TOLD_IN_DM, one.nonce] += 1
        elif RESOLVED_IN_DM in one.text:
            found[RESOLVED_IN_DM, one.nonce] += 1
    return found


def _rows(tx: Transaction) -> tuple[list[tuple[str, str, str]], list[Letter]]:
    everything = {"everywhere": True}
    tracked = tx.all(
        select(blockers.c.words, blockers.c.id, blockers.c.state).execution_options(**everything)
    )
    columns = [letters.c[name] for name in ("kind", "verb", "state", "facts", "id", "reason")]
    owed = tx.all(select(*columns).execution_options(**everything))
    return (
        [(nonce_in(row[0]) or "", row[1], row[2]) for row in tracked if nonce_in(row[0])],
        [Letter(row[0], row[1], row[2], row[3].get("blocker"), row[4], row[5]) for row in owed],
    )


def _shown(server: Server) -> Iterator[Shown]:
    for place in list(server.workspace.conversations.by_id.values()):
        for message in list(place.messages.by_ts.values()):
            said = message.slack()
            if said.get("bot_id"):
                text = words(said)
                direct = place.id.startswith("D")
                alone = message.only_for is not None
                mark = ((message.metadata or {}).get("event_payload") or {}).get("id")
                yield Shown(place.id, text, nonce_in(text), direct, alone, mark)


def _accepted(server: Server) -> Iterator[tuple[str, str]]:
    """Each delivery that was answered with a yes, by flow and nonce."""
    for entry in list(server.workspace.records.entries):
        if entry["direction"] == "delivery" and entry["status"] == 200:
            flow, text = _flow_of(entry)
            nonce = nonce_in(text)
            if nonce and _is_yes(flow, entry["answer"]):
                yield flow, nonce


def answers(server: Server) -> Counter[tuple[str, str | int]]:
    """How often each flow was answered how: yes, no (a sentence), a status, or an error."""
    found: Counter[tuple[str, str | int]] = Counter()
    for entry in list(server.workspace.records.entries):
        if entry["direction"] == "delivery":
            flow, _ = _flow_of(entry)
            yes = "yes" if _is_yes(flow, entry["answer"]) else "no"
            status = entry["status"] or str(entry["answer"])
            found[flow, yes if status == 200 else status] += 1
    return found


def _flow_of(entry: Json) -> tuple[str, str]:
    args = entry["args"]
    if entry["kind"] == "command":
        return "command" if args["text"] else "opens a form", args["text"]
    if entry["kind"] == "event":
        event = args["event"]
        if event.get("bot_id"):
            return "our own", ""
        flow = {"app_mention": "mention", "message": "dm"}.get(event["type"], event["type"])
        return flow, event.get("text", "")
    if entry["method"] == "view_submission":
        return "form", json.dumps(args["view"]["state"])
    resolves = str(args["actions"][0]["action_id"]).startswith("blockers.resolve")
    return ("click" if resolves else "other click"), words(args.get("message") or {})


def _is_yes(flow: str, answer: object) -> bool:
    """A sentence may also say that nothing was kept."""
    said = json.dumps(answer)
    if flow == "command":
        return "Got it, tracked" in said
    return "errors" not in said if flow == "form" else True
