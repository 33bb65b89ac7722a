"""The payloads that Slack sends to an app, built from what happened in the workspace."""

from sandbox.conversations import EVENT_CHANNEL_TYPE, Conversation
from sandbox.messages import Message
from sandbox.outcome import COMMAND, EVENT, INTERACTIVE, OPTIONS, Delivery
from sandbox.people import Person
from sandbox.permits import ResponseUrl
from sandbox.views import View
from sandbox.wire import Json
from sandbox.workspace import Workspace


def command(
    ws: Workspace, person: Person, conversation: Conversation, name: str, text: str
) -> Delivery:
    payload: Json = {
        "token": ws.app.verification_token,
        "team_id": ws.team_id,
        "team_domain": ws.domain,
        "channel_id": conversation.id,
        "channel_name": conversation.name_in_payloads(),
        "user_id": person.id,
        "user_name": person.name,
        "command": name,
        "text": text,
        "api_app_id": ws.app.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url(ws, person, conversation),
        "trigger_id": ws.permits.trigger(person.id, ws.now()),
    }
    return Delivery(COMMAND, name, payload)


def actions_in_message(
    ws: Workspace,
    person: Person,
    conversation: Conversation,
    message: Message,
    *,
    actions: list[Json],
    state: Json,
) -> Delivery:
    """A click on a message; of an ephemeral one Slack sends no `message`."""
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": conversation.id,
        "is_ephemeral": message.only_for is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _interaction(ws, person, "block_actions") | {
        "container": container,
        "channel": _channel(conversation),
        "state": {"values": state},
        "response_url": response_url(ws, person, conversation, message=message),
        "actions": actions,
    }
    if message.only_for is None:
        payload["message"] = message.slack() | conversation.messages.thread_facts(message)
    return Delivery(INTERACTIVE, "block_actions", payload)


def actions_in_view(
    ws: Workspace, person: Person, view: View, *, actions: list[Json], values: Json
) -> Delivery:
    payload = _interaction(ws, person, "block_actions", view=view) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.slack(ws.app_ids(), values),
        "actions": actions,
    }
    return Delivery(INTERACTIVE, "block_actions", payload)


def submission(ws: Workspace, person: Person, view: View, values: Json) -> Delivery:
    shown = view.slack(ws.app_ids(), values)
    payload = _interaction(ws, person, "view_submission", view=view) | {
        "view": shown,
        "response_urls": _response_urls(ws, person, view, shown["state"]["values"]),
    }
    return Delivery(INTERACTIVE, "view_submission", payload)


def closed(ws: Workspace, person: Person, view: View, *, cleared: bool) -> Delivery:
    payload = _interaction(ws, person, "view_closed", view=view, trigger=False) | {
        "view": view.slack(ws.app_ids()),
        "is_cleared": cleared,
    }
    return Delivery(INTERACTIVE, "view_closed", payload)


def message_action(
    ws: Workspace,
    person: Person,
    conversation: Conversation,
    message: Message,
    callback_id: str,
) -> Delivery:
    payload = _interaction(ws, person, "message_action") | {
        "callback_id": callback_id,
        "action_ts": ws.next_ts(),
        "message_ts": message.ts,
        "channel": _channel(conversation),
        "message": message.slack(),
        "response_url": response_url(ws, person, conversation, thread_ts=message.thread_ts),
    }
    return Delivery(INTERACTIVE, "message_action", payload)


def shortcut(ws: Workspace, person: Person, callback_id: str) -> Delivery:
    payload = _interaction(ws, person, "shortcut") | {
        "callback_id": callback_id,
        "action_ts": ws.next_ts(),
    }
    return Delivery(INTERACTIVE, "shortcut", payload)


def suggestion(
    ws: Workspace, person: Person, *, block_id: str, action_id: str, value: str, where: Json
) -> Delivery:
    """A request for the options of an external select; `where` holds its container."""
    payload = _interaction(ws, person, "block_suggestion", trigger=False) | {
        "block_id": block_id,
        "action_id": action_id,
        "value": value,
        **where,
    }
    return Delivery(OPTIONS, "block_suggestion", payload)


def event(ws: Workspace, body: Json, conversation: Conversation | None) -> Delivery:
    """An event in its outer envelope."""
    payload: Json = {
        "token": ws.app.verification_token,
        "team_id": ws.team_id,
        "context_team_id": ws.team_id,
        "context_enterprise_id": None,
        "api_app_id": ws.app.app_id,
        "event": body,
        "type": "event_callback",
        "event_id": ws.ids.new("Ev"),
        "event_time": int(ws.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": ws.team_id,
                "user_id": ws.app.user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": conversation is not None and conversation.shared,
        "event_context": ws.ids.new("4-"),
    }
    return Delivery(EVENT, body["type"], payload)


def message_event(conversation: Conversation, message: Message) -> Json:
    return message.slack() | {
        "channel": conversation.id,
        "channel_type": EVENT_CHANNEL_TYPE[conversation.kind],
        "event_ts": message.ts,
    }


def response_url(
    ws: Workspace,
    person: Person,
    conversation: Conversation,
    *,
    message: Message | None = None,
    thread_ts: str | None = None,
) -> str:
    """A new URL that answers this deed for half an hour."""
    permit = ResponseUrl(
        user=person.id,
        channel=conversation.id,
        at=ws.now(),
        message=message.ts if message else None,
        thread_ts=message.thread_ts if message else thread_ts,
    )
    return ws.url + ws.permits.response(permit)


def _interaction(
    ws: Workspace, person: Person, kind: str, *, view: View | None = None, trigger: bool = True
) -> Json:
    payload: Json = {
        "type": kind,
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": person.team_id,
        },
        "api_app_id": ws.app.app_id,
        "token": ws.app.verification_token,
        "team": {"id": ws.team_id, "domain": ws.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    if trigger:
        view_id = view.id if view and view.body["type"] == "modal" else None
        payload["trigger_id"] = ws.permits.trigger(person.id, ws.now(), view=view_id)
    return payload


def _channel(conversation: Conversation) -> Json:
    return {"id": conversation.id, "name": conversation.name_in_payloads()}


def _response_urls(ws: Workspace, person: Person, view: View, state: Json) -> list[Json]:
    """One for each channel chosen in a select that asks for it."""
    found = []
    for block in view.body["blocks"]:
        element = block.get("element") or {}
        if not element.get("response_url_enabled"):
            continue
        held = state.get(block["block_id"], {}).get(element["action_id"], {})
        chosen = held.get("selected_conversation") or held.get("selected_channel")
        if chosen:
            conversation = ws.conversations.get(chosen)
            found.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": chosen,
                    "response_url": response_url(ws, person, conversation),
                }
            )
    return found
