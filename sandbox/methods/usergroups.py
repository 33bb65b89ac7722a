"""usergroups.*: the groups of people and who is in them."""

from sandbox.methods.registry import Call, method
from sandbox.wire import Json


@method("usergroups.list", scope="usergroups:read", tier=2)
def list_groups(call: Call) -> Json:
    with_users = call.flag("include_users")
    groups = call.ws.people.groups.values()
    return {
        "ok": True,
        "usergroups": [g.slack(call.ws.team_id, users=with_users) for g in groups],
    }


@method("usergroups.users.list", scope="usergroups:read", tier=2)
def list_users(call: Call) -> Json:
    return {"ok": True, "users": list(call.ws.people.group(call.text("usergroup")).users)}
