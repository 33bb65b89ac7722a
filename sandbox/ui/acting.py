"""A person acts: clicks, submits and closes forms, uses shortcuts, opens the Home tab."""

from sandbox import answers, events, modals, payloads
from sandbox.conversations import Conversation
from sandbox.elements import (
    action_on,
    find_element,
    missing_inputs,
    state_of,
    with_action,
    wrong_inputs,
)
from sandbox.messages import Message
from sandbox.outcome import Delivery, Outcome
from sandbox.people import Person
from sandbox.views import View
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace


async def click_in_message(
    ws: Workspace, person: Person, conversation: Conversation, message: Message, body: Json
) -> Json:
    """Returns {ok, error?}; raises SlackError when there is no such thing to click."""
    if message.only_for not in (None, person.id) or not conversation.visible_to(person):
        raise SlackError("message_not_found")
    action = _action(ws, message.blocks or [], body)
    values = with_action(body.get("state_values") or {}, action)
    state = state_of(message.blocks or [], values)
    sent = payloads.actions_in_message(
        ws, person, conversation, message, actions=[action], state=state
    )
    return _done(ws, person, await ws.deliveries.send(sent))


async def click_in_view(ws: Workspace, person: Person, view: View, body: Json) -> Json:
    _own(person, view)
    action = _action(ws, view.body["blocks"], body)
    values = with_action(body.get("state_values") or {}, action)
    sent = payloads.actions_in_view(ws, person, view, actions=[action], values=values)
    return _done(ws, person, await ws.deliveries.send(sent))


async def submit(ws: Workspace, person: Person, view: View, values: Json) -> Json:
    """Returns {ok, errors?, error?}; what Slack's client refuses itself is refused here."""
    _own(person, view)
    state = state_of(view.body["blocks"], values)
    errors = missing_inputs(view.body["blocks"], state) | wrong_inputs(view.body["blocks"], state)
    if errors:
        return {"ok": False, "errors": errors}
    outcome = await ws.deliveries.send(payloads.submission(ws, person, view, values))
    if not outcome.delivered:
        return {"ok": False, "error": outcome.error}
    return answers.answer_submission(ws, view, outcome)


async def close(ws: Workspace, person: Person, view: View, *, whole_stack: bool) -> Json:
    """Only a view that asked for it has its closing told; of a whole stack, the one on top."""
    _own(person, view)
    modals.close(ws, view, whole_stack=whole_stack)
    if view.body.get("notify_on_close"):
        sent = payloads.closed(ws, person, view, cleared=whole_stack)
        return _done(ws, person, await ws.deliveries.send(sent))
    return {"ok": True}


async def use_shortcut(
    ws: Workspace, person: Person, callback_id: str, *, channel: str, ts: str
) -> Json:
    """A shortcut of the app or, with a message, one of that message."""
    found = ws.manifest.shortcut(callback_id)
    if found is None or person.is_outsider:
        raise SlackError("no_such_shortcut")
    if found.kind == "message":
        conversation = ws.conversations.get(channel)
        message = conversation.messages.find(ts)
        sent = payloads.message_action(ws, person, conversation, message, callback_id)
    else:
        sent = payloads.shortcut(ws, person, callback_id)
    return _done(ws, person, await ws.deliveries.send(sent))


async def options(ws: Workspace, person: Person, where: Json) -> Json:
    """Ask the app for the options of an external select; {options} or {option_groups}."""
    sent = _suggestion(ws, person, where)
    outcome = await ws.deliveries.send(sent)
    answers.record_ack(ws, "options", outcome)
    fields = outcome.fields()
    if not outcome.delivered or not {"options", "option_groups"} & set(fields):
        raise SlackError(outcome.error or "no_options")
    return fields


def open_home(ws: Workspace, person: Person, tab: str) -> Json:
    direct, _ = ws.direct([ws.app.user_id, person.id])
    body: Json = {"type": "app_home_opened", "user": person.id, "channel": direct.id, "tab": tab}
    home = ws.views.homes.get(person.id)
    if home is not None and tab == "home":
        body["view"] = modals.shown(ws, home)
    events.emit(ws, body)
    return {"ok": True, "channel": direct.id}


def _suggestion(ws: Workspace, person: Person, where: Json) -> Delivery:
    if where.get("view_id"):
        view = ws.views.find(view_id=where["view_id"])
        _own(person, view)
        container = {"container": {"type": "view", "view_id": view.id}}
        shown: Json = container | {"view": modals.shown(ws, view)}
    else:
        conversation = ws.conversations.get(where.get("channel", ""))
        message = conversation.messages.find(where.get("ts", ""))
        container = {"container": {"type": "message", "message_ts": message.ts}}
        shown = container | {"channel": {"id": conversation.id}, "message": message.slack()}
    return payloads.suggestion(
        ws,
        person,
        block_id=where.get("block_id", ""),
        action_id=where.get("action_id", ""),
        value=where.get("value", ""),
        where=shown,
    )


def _action(ws: Workspace, blocks: list[Json], body: Json) -> Json:
    block_id, action_id = str(body.get("block_id", "")), str(body.get("action_id", ""))
    element = find_element(blocks, block_id=block_id, action_id=action_id)
    return action_on(element, block_id=block_id, chosen=body, ts=ws.next_ts())


def _own(person: Person, view: View) -> None:
    if view.user != person.id:
        raise SlackError("view_not_found")


def _done(ws: Workspace, person: Person, outcome: Outcome) -> Json:
    if outcome.delivered:
        return {"ok": True}
    words = f"This did not work just now ({outcome.error})."
    ws.stream.tell_one(person.id, {"type": "notice", "text": words})
    return {"ok": False, "error": outcome.error}
