"""auth.test, api.test, team.info, bots.info, dnd.info and apps.connections.open."""

from sandbox.methods.registry import Call, method
from sandbox.wire import Json, SlackError


@method("api.test")
def api_test(call: Call) -> Json:
    return {"ok": True, "args": {k: v for k, v in call.args.items() if k != "token"}}


@method("auth.test")
def auth_test(call: Call) -> Json:
    ws = call.ws
    found: Json = {
        "ok": True,
        "url": f"https://{ws.domain}.slack.com/",
        "team": ws.name,
        "user": ws.people.get(call.caller).name,
        "team_id": ws.team_id,
        "user_id": call.caller,
        "is_enterprise_install": False,
    }
    return found | ({"bot_id": ws.app.bot_id} if call.caller == ws.app.user_id else {})


@method("team.info", scope="team:read", tier=3)
def team_info(call: Call) -> Json:
    team = {"id": call.ws.team_id, "name": call.ws.name, "domain": call.ws.domain}
    return {"ok": True, "team": team | {"email_domain": "", "icon": {"image_default": True}}}


@method("bots.info", scope="users:read", tier=3)
def bots_info(call: Call) -> Json:
    app = call.ws.app
    if call.text("bot", app.bot_id) != app.bot_id:
        raise SlackError("bot_not_found")
    bot = {"id": app.bot_id, "deleted": False, "name": app.manifest.bot_name}
    return {"ok": True, "bot": bot | {"app_id": app.app_id, "user_id": app.user_id}}


@method("dnd.info", scope="dnd:read", tier=3)
def dnd_info(call: Call) -> Json:
    person = call.ws.people.get(call.text("user") or call.caller)
    now = int(call.ws.now())
    until = now + 3600 if person.dnd else 1
    return {
        "ok": True,
        "dnd_enabled": person.dnd,
        "next_dnd_start_ts": now - 60 if person.dnd else 1,
        "next_dnd_end_ts": until,
        "snooze_enabled": False,
    }


@method("apps.connections.open", tier=1, app_token=True)
def connections_open(call: Call) -> Json:
    address = call.ws.url.replace("http://", "ws://", 1)
    return {"ok": True, "url": f"{address}/socket/{call.ws.sockets.ticket()}"}
