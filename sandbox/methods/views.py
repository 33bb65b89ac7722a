"""views.*: opening, pushing and updating modals, and publishing Home tabs."""

from sandbox import modals
from sandbox.blocks import checked_view
from sandbox.methods.registry import Call, method
from sandbox.views import View
from sandbox.wire import Json, SlackError


@method("views.open", tier=4)
def open_view(call: Call) -> Json:
    body = checked_view(call.nested("view"), call.ws.ids, kind="modal")
    trigger = call.ws.permits.redeem(_trigger_id(call), call.ws.now())
    return _answer(call, modals.open_modal(call.ws, trigger.user, body))


@method("views.push", tier=4)
def push(call: Call) -> Json:
    body = checked_view(call.nested("view"), call.ws.ids, kind="modal")
    trigger = call.ws.permits.redeem(_trigger_id(call), call.ws.now())
    if trigger.view is None:
        raise SlackError("no_view_to_push_on")
    return _answer(call, modals.push_modal(call.ws, trigger.user, body))


@method("views.update", tier=4)
def update(call: Call) -> Json:
    view = call.ws.views.find(
        view_id=call.text("view_id") or None, external_id=call.text("external_id") or None
    )
    body = checked_view(call.nested("view"), call.ws.ids, kind=view.body["type"])
    _same_hash(call, view)
    modals.change(call.ws, view, body)
    return _answer(call, view)


@method("views.publish", tier=4)
def publish(call: Call) -> Json:
    person = call.ws.people.by_id.get(call.text("user_id"))
    if person is None or person.is_outsider:
        raise SlackError("invalid_arguments")
    if not call.ws.manifest.home_tab:
        raise SlackError("not_enabled")
    body = checked_view(call.nested("view"), call.ws.ids, kind="home")
    current = call.ws.views.homes.get(person.id)
    if current is not None:
        _same_hash(call, current)
    return _answer(call, modals.publish(call.ws, person.id, body))


def _trigger_id(call: Call) -> str:
    found = call.text("trigger_id") or call.text("interactivity_pointer")
    if not found:
        raise SlackError("invalid_arguments")
    return found


def _same_hash(call: Call, view: View) -> None:
    if call.text("hash") and call.text("hash") != view.hash:
        raise SlackError("hash_conflict")


def _answer(call: Call, view: View) -> Json:
    return {"ok": True, "view": view.slack(call.ws.app_ids())}
