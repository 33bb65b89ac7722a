"""Plays the seed's earlier weeks: turns the clock to each moment, lets people speak and click."""

import json

from sandbox.conversations import MPIM, Conversation
from sandbox.elements import elements_of
from sandbox.messages import Message
from sandbox.moments import working_days_back
from sandbox.people import Person
from sandbox.ui import acting, speaking
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace

NOTICE_EVERY = 10
LOOK_EVERY = 0.1  # real seconds


def begin(ws: Workspace) -> bool:
    """Start playing in the background; False when it was started before."""
    if ws.played is not None:
        return False
    ws.deliveries.in_background(play(ws))
    return True


async def once_the_app_is_here(ws: Workspace) -> None:
    """Wait until the app can hear and follows the clock."""
    while not (ws.deliveries.has_receiver() and ws.followers.names()):
        await ws.followers.next_report(LOOK_EVERY)


async def play(ws: Workspace) -> Json:
    """Play all of it once, from a frozen clock in the past to the real now, running.

    Returns {of, played, missed, running}; `missed` names lines that could not be played, and why.
    """
    if ws.played is not None:
        return ws.played
    lines = sorted(
        ((working_days_back(line["at"], now=ws.clock.real()), line) for line in ws.history),
        key=lambda timed: timed[0],
    )
    ws.played = {"of": len(lines), "played": 0, "missed": [], "running": True}
    if lines:
        _back_to(ws, lines[0][0] - 60)
    for at, line in lines:
        await ws.turning.turn(at)
        await _line(ws, line, ws.played)
    await ws.turning.turn(ws.clock.real())
    ws.clock.set(ws.clock.real(), running=True)
    ws.played["running"] = False
    _notice(ws, f"The earlier weeks have been played: {len(lines)} lines.")
    ws.stream.tell({"type": "clock", **ws.clock.shown()})
    return ws.played


def _back_to(ws: Workspace, at: float) -> None:
    """While nothing was said yet, message times may begin anew in the past."""
    ws.clock.set(at, running=False)
    if not any(c.messages.by_ts for c in ws.conversations):
        ws.ids.rewind()


async def _line(ws: Workspace, line: Json, found: Json) -> None:
    try:
        await _speak_or_click(ws, line)
    except SlackError as error:
        found["missed"].append(f"{line['at']} {line['who']}: {error.code}")
    await ws.turning.turn(None)
    found["played"] += 1
    if found["played"] % NOTICE_EVERY == 0:
        _notice(ws, f"Playing the earlier weeks: {found['played']} of {found['of']}")


async def _speak_or_click(ws: Workspace, line: Json) -> None:
    person = ws.people.named(line["who"])
    conversation = _place(ws, person, line.get("channel", "ds-team"))
    if person is None:
        raise SlackError("user_not_found")
    if "says" in line:
        answer = await speaking.say(ws, person, conversation, line["says"], thread_ts=None)
    else:
        message, element = _clickable(conversation, person, line)
        answer = await acting.click_in_message(ws, person, conversation, message, element)
    if not answer["ok"]:
        raise SlackError(str(answer.get("error")))


def _place(ws: Workspace, person: Person | None, name: str) -> Conversation:
    """A channel by name; "app" is the person's DM with the app, "pair" the latest with others."""
    if name == "app" and person is not None:
        return ws.direct([ws.app.user_id, person.id])[0]
    if name == "pair" and person is not None:
        return _latest_group(ws, person)
    found = ws.conversations.named(name.lstrip("#"))
    if found is None:
        raise SlackError("channel_not_found")
    return found


def _latest_group(ws: Workspace, person: Person) -> Conversation:
    """Whom the app brings together is not known before; raises SlackError("channel_not_found")."""
    both = {ws.app.user_id, person.id}
    found = [c for c in ws.conversations if c.kind == MPIM and both <= set(c.members)]
    if not found:
        raise SlackError("channel_not_found")
    return max(found, key=lambda c: max(c.messages.by_ts, default=""))


def _clickable(conversation: Conversation, person: Person, line: Json) -> tuple[Message, Json]:
    """The newest message with the words and the button; raises SlackError("nothing_to_click")."""
    for message in reversed(conversation.messages.timeline):
        if message.only_for not in (None, person.id) or not _says(message, line["on"]):
            continue
        for block in message.blocks or []:
            for element in elements_of(block):
                action_id = str(element.get("action_id"))
                if action_id.partition(":")[0] == line["clicks"]:
                    return message, {"block_id": block["block_id"], "action_id": action_id}
    raise SlackError("nothing_to_click")


def _says(message: Message, words: str) -> bool:
    everything = message.text + json.dumps(message.blocks or [], ensure_ascii=False)
    return words.lower() in everything.lower()


def _notice(ws: Workspace, words: str) -> None:
    ws.stream.tell({"type": "notice", "text": words})
