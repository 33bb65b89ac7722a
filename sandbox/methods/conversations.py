"""conversations.*: opening, describing and listing conversations, and who is in them."""

from sandbox import membership
from sandbox.conversations import CHANNEL, READ_SCOPE, SLACK_TYPE, Conversation
from sandbox.methods.registry import Call, method, page
from sandbox.wire import Json, SlackError

MOST_IN_GROUP_DM = 8


@method("conversations.open", tier=3)
def open_direct(call: Call) -> Json:
    if call.text("channel"):
        return _opened(call, call.conversation(), already=True)
    users = [user for user in call.listed("users") if user != call.caller]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > MOST_IN_GROUP_DM:
        raise SlackError("too_many_users")
    call.needs("im:write" if len(users) == 1 else "mpim:write")
    for user in users:
        if call.ws.people.get(user).deleted:
            raise SlackError("user_disabled")
    conversation, already = call.ws.direct([call.caller, *users])
    return _opened(call, conversation, already=already)


def _opened(call: Call, conversation: Conversation, *, already: bool) -> Json:
    full = call.flag("return_im")
    shown = conversation.slack(call.caller) if full else {"id": conversation.id}
    known = {"no_op": True, "already_open": True} if already else {}
    return {"ok": True, **known, "channel": shown}


@method("conversations.info", tier=3)
def info(call: Call) -> Json:
    conversation = _readable(call)
    shown = conversation.slack(call.caller, num_members=call.flag("include_num_members"))
    return {"ok": True, "channel": shown}


@method("conversations.members", tier=4)
def members(call: Call) -> Json:
    found, more = page(list(_readable(call).members), call)
    return {"ok": True, "members": found, **more}


@method("conversations.list", tier=2)
def list_all(call: Call) -> Json:
    caller = call.ws.people.get(call.caller)
    found = [c for c in _of_types(call) if c.visible_to(caller)]
    return _listed(call, found)


@method("users.conversations", tier=2)
def of_user(call: Call) -> Json:
    user = call.text("user") or call.caller
    call.ws.people.get(user)
    caller = call.ws.people.get(call.caller)
    found = [c for c in _of_types(call) if user in c.members and c.visible_to(caller)]
    return _listed(call, found)


@method("conversations.join", scope="channels:join", tier=3)
def join(call: Call) -> Json:
    conversation = call.conversation()
    if conversation.kind != CHANNEL:
        raise SlackError("method_not_supported_for_channel_type")
    membership.join(call.ws, conversation, call.ws.people.get(call.caller))
    return {"ok": True, "channel": conversation.slack(call.caller)}


@method("conversations.leave", scope="channels:manage", tier=3)
def leave(call: Call) -> Json:
    left = membership.leave(call.ws, call.conversation(), call.ws.people.get(call.caller))
    return {"ok": True} if left else {"ok": False, "not_in_channel": True}


@method("conversations.invite", scope="channels:manage", tier=3)
def invite(call: Call) -> Json:
    conversation = call.conversation()
    for user in call.listed("users"):
        person = call.ws.people.get(user)
        if not membership.join(call.ws, conversation, person, inviter=call.caller):
            raise SlackError("already_in_channel")
    return {"ok": True, "channel": conversation.slack(call.caller)}


@method("conversations.archive", scope="channels:manage", tier=2)
def archive(call: Call) -> Json:
    membership.archive(call.ws, call.conversation(), by=call.caller)
    return {"ok": True}


def _readable(call: Call) -> Conversation:
    conversation = call.conversation()
    call.needs(READ_SCOPE[conversation.kind])
    return conversation


def _of_types(call: Call) -> list[Conversation]:
    """Those of the wanted types, every one of which needs its scope."""
    wanted = call.listed("types") or [SLACK_TYPE[CHANNEL]]
    kinds = [kind for kind, slack_type in SLACK_TYPE.items() if slack_type in wanted]
    if len(kinds) < len(wanted):
        raise SlackError("invalid_types")
    for kind in kinds:
        call.needs(READ_SCOPE[kind])
    skip_archived = call.flag("exclude_archived")
    return [
        c for c in call.ws.conversations if c.kind in kinds and not (skip_archived and c.archived)
    ]


def _listed(call: Call, conversations: list[Conversation]) -> Json:
    found, more = page(conversations, call)
    return {"ok": True, "channels": [c.slack(call.caller) for c in found], **more}
