"""users.*: who is in the workspace."""

from sandbox.methods.registry import Call, method, page
from sandbox.wire import Json, SlackError


@method("users.info", scope="users:read", tier=4)
def info(call: Call) -> Json:
    if not call.text("user"):
        raise SlackError("user_not_found")
    person = call.person()
    user = person.slack(call.ws.now(), email=call.may("users:read.email"))
    return {"ok": True, "user": user | _locale(call, person.locale)}


@method("users.list", scope="users:read", tier=2)
def list_users(call: Call) -> Json:
    """People of other workspaces are not listed, as in Slack."""
    people = [person for person in call.ws.people if not person.is_outsider]
    found, more = page(people, call, default=1000)
    now, email = call.ws.now(), call.may("users:read.email")
    members = [person.slack(now, email=email) | _locale(call, person.locale) for person in found]
    return {"ok": True, "members": members, "cache_ts": int(now), **more}


def _locale(call: Call, locale: str) -> Json:
    return {"locale": locale} if call.flag("include_locale") else {}
